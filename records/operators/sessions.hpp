// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/secret_bytes.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "records/operators/password.hpp"

namespace records {

/// How long a session and a lock last.
struct SessionRules {
    std::chrono::seconds idle = std::chrono::minutes{15};
    std::chrono::seconds longest = std::chrono::hours{12};
    int failuresBeforeLock = 5;
    std::chrono::seconds firstLock = std::chrono::seconds{30};  ///< doubles with each further failure
    std::chrono::seconds longestLock = std::chrono::hours{1};
    /// Whether what permission_table.hpp says so of may only be done in a session that was opened with more than a
    /// password (control 16).
    bool strongFactor = false;
};

/// Looks, in the transaction of a log-in whose password was right, at what the person shows besides it: whether it is
/// more than a password, or a refusal.
using FactorCheck = std::function<base::Result<bool>(Transaction& transaction, const OperatorId& person)>;

/// A session as it is handed to the person who logged in. Of the token only the SHA-256 is kept.
struct OpenedSession {
    base::SecretBytes token;  ///< 64 hexadecimal digits
    OperatorId person;
    std::string fullName;
    base::Timestamp expires;
};

/// Whether a question shows that somebody is there, and so keeps a session from resting.
enum class Presence { Shown, NotShown };

/// Logging in and out, and the one place where a permission is checked.
class Sessions {
   public:
    Sessions(const base::Clock& clock, const Passwords& passwords, SessionRules rules = {})
        : m_clock(clock), m_passwords(passwords), m_rules(rules) {}

    /// Runs transactions of its own: an attempt is counted before the password is looked at, so that guessing in
    /// parallel does not outrun the lock. Refuses "people.log-in-refused" (user, password or account, untold which),
    /// "people.locked", "people.clearance-ended" (control 15), "people.unknown-workstation", and what `factor` refuses;
    /// a wrong code counts as a wrong password does.
    base::Result<OpenedSession> logIn(Connection& connection, std::string_view userName,
                                      const base::SecretBytes& password, const WorkstationId& workstation,
                                      const FactorCheck& factor = {}) const;

    /// The author behind a token, if the session stands and one of the person's roles carries the permission (the empty
    /// one is everyone's). Roles, clearance and workstation are read anew each time. Refuses "people.no-session",
    /// "people.session-expired", "people.clearance-ended", "people.not-permitted",
    /// "people.strong-factor-needed". Notes the use of the session where it shows presence.
    base::Result<Author> authorize(Connection& connection, std::string_view token, std::string_view permission,
                                   Presence presence = Presence::Shown) const;

    /// Refuses "people.no-session".
    base::Outcome logOut(Transaction& transaction, std::string_view token) const;

   private:
    struct Account;
    base::Result<Account> countAttempt(Connection& connection, std::string_view userName,
                                       const WorkstationId& workstation) const;
    base::Result<OpenedSession> open(Connection& connection, const Account& account, const WorkstationId& workstation,
                                     const FactorCheck& factor) const;
    [[nodiscard]] std::chrono::seconds lockAfter(std::int64_t failures) const;

    const base::Clock& m_clock;
    const Passwords& m_passwords;
    SessionRules m_rules;
};

}  // namespace records
