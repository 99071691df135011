// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/json.hpp"

namespace contract {

base::Result<Json> parseJson(std::string_view text) {
    using namespace base::literals;
    constexpr int kDeepest = 64;
    bool tooDeep = false;
    const auto watchDepth = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > kDeepest) tooDeep = true;
        return !tooDeep;
    };
    auto json = Json::parse(text.begin(), text.end(), watchDepth, false);
    if (tooDeep || json.is_discarded()) return base::Fault{"contract.not-json"_code};
    return json;
}

}  // namespace contract
