// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of requests as a door gets them: the first two octets choose the act, the rest is its JSON.
#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "contract/acts.hpp"

namespace {

using contract::Form;

/// Reads a value of the form; what was read is written and read again, and must be the same.
template <class T>
void readAs(const contract::Json& json) {
    const auto value = contract::fromJson<T>(json);
    if (!value) return;
    const auto written = contract::toJson(*value);
    const auto again = contract::fromJson<T>(written);
    if (!again || contract::toJson(*again) != written) std::abort();
}

using Reader = void (*)(const contract::Json&);

template <class... R>
std::vector<Reader> readersOf(const std::tuple<R...>* /*acts*/) {
    return {&readAs<R>...};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto readers = readersOf(static_cast<const contract::Acts*>(nullptr));
    if (size < 2) return 0;
    const std::size_t chosen = (std::size_t{data[0]} << 8U | data[1]) % readers.size();
    auto json = contract::parseJson({reinterpret_cast<const char*>(data) + 2, size - 2});
    if (!json) return 0;
    readers[chosen](*json);
    contract::wipeTexts(*json);
    return 0;
}
