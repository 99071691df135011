// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/act.hpp"

#include <nlohmann/json.hpp>

namespace contract {

base::Outcome Office::ask(std::string_view act, const Credentials& credentials, Asked request, Answered answer) {
    Json asked;
    request.form.write(request.value, asked);
    const auto performed = perform(act, credentials, asked);
    if (!performed) return performed.refusal();
    return readValue(*performed, answer.value, answer.form);
}

}  // namespace contract
