// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/secret_bytes.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "records/operators/password.hpp"
#include "records/operators/role.hpp"

namespace records {

/// A person to be enrolled. The user name is 2 to 32 of a-z 0-9 . _ -, and begins with a letter.
struct NewOperator {
    std::string userName;
    std::string fullName;
    base::SecretBytes password;
    RoleSet roles;
    base::Date clearanceEnd;  ///< the last day on which the person may log in
};

struct OperatorRecord {
    OperatorId id;
    std::string userName;
    std::string fullName;
    RoleSet roles;
    base::Date clearanceEnd;
    bool active = true;
};

/// The people of the house: who they are, what they may do, until when. Each change stands in the journal, under the
/// person's id. Nobody changes their own roles, and no set of roles is granted that segregation refuses (control 13).
class Operators {
   public:
    Operators(const base::Clock& clock, const Passwords& passwords) : m_clock(clock), m_passwords(passwords) {}

    /// Enrols the first person of an empty house and answers with an author to build the rest: sites, workstations.
    /// Refuses "people.not-the-first", "people.first-must-manage", otherwise as `create`.
    base::Result<Author> enrolFirst(Transaction& transaction, const NewOperator& person,
                                    const WorkstationId& workstation) const;
    /// Refuses, all at once, "people.bad-user-name", "people.user-name-taken", "people.full-name-missing",
    /// "people.password-…", and the roles as segregation does.
    base::Result<OperatorId> create(Transaction& transaction, const Author& author, const NewOperator& person) const;
    /// Refuses "people.unknown-person", "people.own-roles", and as segregation does.
    base::Outcome grantRole(Transaction& transaction, const Author& author, const OperatorId& person, Role role) const;
    /// Refuses also "people.last-manager" where nobody would be left to manage people.
    base::Outcome revokeRole(Transaction& transaction, const Author& author, const OperatorId& person, Role role) const;
    base::Outcome setClearance(Transaction& transaction, const Author& author, const OperatorId& person,
                               base::Date end) const;
    /// Ends the person's sessions. Refuses "people.own-account", "people.last-manager".
    base::Outcome deactivate(Transaction& transaction, const Author& author, const OperatorId& person,
                             const std::string& reason) const;
    /// A new password given by a manager; ends the person's sessions and a lock.
    base::Outcome resetPassword(Transaction& transaction, const Author& author, const OperatorId& person,
                                const base::SecretBytes& fresh) const;
    /// The author's own. Refuses "people.wrong-password".
    base::Outcome changePassword(Transaction& transaction, const Author& author, const base::SecretBytes& current,
                                 const base::SecretBytes& fresh) const;

    [[nodiscard]] std::vector<OperatorRecord> list(Connection& connection) const;
    /// Refuses "people.unknown-person".
    [[nodiscard]] base::Result<OperatorRecord> named(Connection& connection, std::string_view userName) const;

   private:
    const base::Clock& m_clock;
    const Passwords& m_passwords;
};

/// Whether the person is active and has the role.
bool holdsRole(Connection& connection, const OperatorId& person, Role role);

}  // namespace records
