// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/approvals/approval.hpp"

namespace records {

using namespace base::literals;

namespace {

base::Refusal ofSecondPerson(const base::Refusal& refusal) {
    auto faults = refusal.faults();
    for (auto& fault : faults) fault.where = "second person";
    return base::Refusal{std::move(faults)};
}

}  // namespace

base::Result<Author> authorizeTwo(const Sessions& sessions, Connection& connection, const TwoTokens& tokens,
                                  std::string_view permission) {
    return authorizeTwo(sessions, connection, tokens, permission, permission);
}

base::Result<Author> authorizeTwo(const Sessions& sessions, Connection& connection, const TwoTokens& tokens,
                                  std::string_view permission, std::string_view secondPermission) {
    auto author = sessions.authorize(connection, tokens.first, permission);
    if (!author) return author;
    if (tokens.second.empty()) return base::Fault{"people.second-person-missing"_code};
    const auto second = sessions.authorize(connection, tokens.second, secondPermission);
    if (!second) return ofSecondPerson(second.refusal());
    author->approver = second->person;
    if (auto checked = checkTwoPeople(*author); !checked) return checked.refusal();
    return author;
}

base::Outcome checkTwoPeople(const Author& author) {
    if (!author.approver) return base::Fault{"people.second-person-missing"_code};
    if (*author.approver == author.person) return base::Fault{"people.same-person"_code};
    return {};
}

}  // namespace records
