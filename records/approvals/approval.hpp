// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "records/operators/sessions.hpp"

namespace records {

/// The sessions of two people who do one thing together.
struct TwoTokens {
    std::string_view first;
    std::string_view second;
};

/// The author of an act that takes two people (controls 3, 11, 17): the first one's, with the second as approver. Both
/// sessions must stand and carry the permission. Refuses "people.second-person-missing", "people.same-person" (also
/// under two sessions), and as `Sessions::authorize` does, with where = "second person" for the second session.
base::Result<Author> authorizeTwo(const Sessions& sessions, Connection& connection, const TwoTokens& tokens,
                                  std::string_view permission);

/// The same where the second person needs another permission than the first.
base::Result<Author> authorizeTwo(const Sessions& sessions, Connection& connection, const TwoTokens& tokens,
                                  std::string_view permission, std::string_view secondPermission);

/// For acts that take two people: refuses an author without approver ("people.second-person-missing") or one who
/// approves their own act ("people.same-person").
base::Outcome checkTwoPeople(const Author& author);

}  // namespace records
