// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/act.hpp"

#include <nlohmann/json.hpp>

namespace contract {

using namespace base::literals;

namespace {

/// The JSON form of a request, which may hold passwords and keys.
struct Passing {
    Json json;
    Passing() = default;
    ~Passing() { wipeTexts(json); }
    Passing(const Passing&) = delete;
    Passing& operator=(const Passing&) = delete;
};

}  // namespace

base::Result<std::int64_t> Office::bring(const Credentials& /*credentials*/, const ContentPart& /*part*/) {
    return base::Fault{"office.keeps-no-content"_code};
}

base::Outcome Office::fetch(const Credentials& /*credentials*/, const std::string& /*sha256*/,
                            const TakeOctets& /*take*/) {
    return base::Fault{"office.keeps-no-content"_code};
}

base::Outcome Office::ask(std::string_view act, const Credentials& credentials, Asked request, Answered answer) {
    Passing passing;
    auto& asked = passing.json;
    request.form.write(request.value, asked);
    const auto performed = perform(act, credentials, asked);
    if (!performed) return performed.refusal();
    return readValue(*performed, answer.value, answer.form);
}

}  // namespace contract
