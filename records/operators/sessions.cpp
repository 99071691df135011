// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/sessions.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/person_rows.hpp"

namespace records {
namespace {

using namespace base::literals;
using base::Fault;

constexpr std::size_t kTokenOctets = 32;

std::string sha256Of(std::string_view token) { return base::toHex(base::sha256(base::bytesOf(token))); }

base::Timestamp momentIn(const Row& row, std::size_t column) {
    return base::expected(base::parseTimestamp(row.text(column)), "session");
}

/// The clearance holds through the whole of its last day.
base::Outcome checkClearance(const std::string& end, base::Timestamp now) {
    const auto lastDay = base::expected(base::parseDate(end), "person.clearance_end");
    if (base::dayOf(now) <= lastDay) return {};
    return Fault{"people.clearance-ended"_code, {{"end", end}}};
}

bool stationWorks(Connection& connection, const WorkstationId& workstation) {
    return connection.queryOne("SELECT 1 FROM workstation WHERE id = ?1 AND active = 1", {workstation.text()})
        .has_value();
}

}  // namespace

/// What a log-in needs to know of a person.
struct Sessions::Account {
    OperatorId person;
    std::string fullName;
    std::string passwordHash;
    std::string clearanceEnd;
    bool active = false;
};

std::chrono::seconds Sessions::lockAfter(std::int64_t failures) const {
    const auto further = failures - m_rules.failuresBeforeLock;
    if (further < 0) return std::chrono::seconds{0};
    auto lock = m_rules.firstLock;
    for (std::int64_t count = 0; count < further && lock < m_rules.longestLock; ++count) lock *= 2;
    return std::min(lock, m_rules.longestLock);
}

base::Result<Sessions::Account> Sessions::countAttempt(Connection& connection, std::string_view userName,
                                                       const WorkstationId& workstation) const {
    Transaction transaction{connection};
    const auto row = connection.queryOne(
        locking(connection,
                "SELECT id, full_name, password_hash, clearance_end, active, failed_log_ins, locked_until "
                "FROM person WHERE user_name = ?1"),
        {std::string{userName}});
    if (!row) return Fault{"people.log-in-refused"_code};
    const auto now = m_clock.now();
    if (!row->isNull(6) && momentIn(*row, 6) > now) return Fault{"people.locked"_code, {{"until", row->text(6)}}};
    Account account{OperatorId{row->text(0)}, row->text(1), row->text(2), row->text(3), row->integer(4) != 0};
    const std::int64_t failures = row->integer(5) + 1;
    const auto lock = lockAfter(failures);
    Value until;
    if (lock.count() > 0) {
        until = base::formatTimestamp(now + lock);
        appendToJournal(transaction, m_clock,
                        {{account.person, workstation, std::nullopt},
                         "session.lock",
                         "operator",
                         account.person.text(),
                         {},
                         {{"attempts", std::to_string(failures)}, {"seconds", std::to_string(lock.count())}}});
    }
    connection.execute("UPDATE person SET failed_log_ins = ?2, locked_until = ?3 WHERE id = ?1",
                       {account.person.text(), failures, until});
    transaction.commit();
    return account;
}

base::Result<OpenedSession> Sessions::logIn(Connection& connection, std::string_view userName,
                                            const base::SecretBytes& password, const WorkstationId& workstation,
                                            const FactorCheck& factor) const {
    if (!stationWorks(connection, workstation))
        return Fault{"people.unknown-workstation"_code, {{"workstation", workstation.text()}}};
    const auto account = countAttempt(connection, userName, workstation);
    if (!account) {
        m_passwords.pretendToMatch(password);
        return account.refusal();
    }
    if (!m_passwords.matches(account->passwordHash, password) || !account->active)
        return Fault{"people.log-in-refused"_code};
    if (auto cleared = checkClearance(account->clearanceEnd, m_clock.now()); !cleared) return cleared.refusal();
    return open(connection, *account, workstation, factor);
}

base::Result<OpenedSession> Sessions::open(Connection& connection, const Account& account,
                                           const WorkstationId& workstation, const FactorCheck& factor) const {
    const auto now = m_clock.now();
    const std::string token = base::toHex(base::randomBytes(kTokenOctets));
    const auto expires = now + m_rules.longest;
    Transaction transaction{connection};
    // The account may have been closed, or its password changed, while the password was being looked at.
    const auto row = connection.queryOne(
        locking(connection, "SELECT 1 FROM person WHERE id = ?1 AND active = 1 AND password_hash = ?2"),
        {account.person.text(), account.passwordHash});
    if (!row) return Fault{"people.log-in-refused"_code};
    const auto strong = factor ? factor(transaction, account.person) : base::Result<bool>{false};
    if (!strong) return strong.refusal();
    connection.execute("UPDATE person SET failed_log_ins = 0, locked_until = NULL WHERE id = ?1",
                       {account.person.text()});
    connection.execute(
        "INSERT INTO session (token_sha256, person, workstation, opened_at, last_used_at, expires_at, strong) "
        "VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6)",
        {sha256Of(token), account.person.text(), workstation.text(), base::formatTimestamp(now),
         base::formatTimestamp(expires), std::int64_t{*strong ? 1 : 0}});
    appendToJournal(
        transaction, m_clock,
        {{account.person, workstation, std::nullopt}, "session.open", "operator", account.person.text(), {}, {}});
    transaction.commit();
    return OpenedSession{base::SecretBytes::copyOf(token), account.person, account.fullName, expires};
}

base::Result<Author> Sessions::authorize(Connection& connection, std::string_view token, std::string_view permission,
                                         Presence presence) const {
    const std::string hash = sha256Of(token);
    const auto row = connection.queryOne(
        "SELECT s.person, s.workstation, s.last_used_at, s.expires_at, p.clearance_end, s.strong FROM session s "
        "JOIN person p ON p.id = s.person JOIN workstation w ON w.id = s.workstation "
        "WHERE s.token_sha256 = ?1 AND s.ended_at IS NULL AND p.active = 1 AND w.active = 1",
        {hash});
    if (!row) return Fault{"people.no-session"_code};
    const auto now = m_clock.now();
    const auto lastUsed = momentIn(*row, 2);
    if (now >= momentIn(*row, 3) || now - lastUsed >= m_rules.idle) return Fault{"people.session-expired"_code};
    if (auto cleared = checkClearance(row->text(4), now); !cleared) return cleared.refusal();
    Author author{OperatorId{row->text(0)}, WorkstationId{row->text(1)}, std::nullopt};
    if (!permits(rolesOf(connection, author.person), permission))
        return Fault{"people.not-permitted"_code, {{"permission", std::string{permission}}}};
    if (m_rules.strongFactor && needsStrongFactor(permission) && row->integer(5) == 0)
        return Fault{"people.strong-factor-needed"_code};
    // A write at every question would cost a sync each; a tenth of the idle time is exact enough.
    if (presence == Presence::Shown && now - lastUsed >= m_rules.idle / 10)
        connection.execute("UPDATE session SET last_used_at = ?2 WHERE token_sha256 = ?1",
                           {hash, base::formatTimestamp(now)});
    return author;
}

base::Outcome Sessions::logOut(Transaction& transaction, std::string_view token) const {
    Connection& connection = transaction.connection();
    const std::string hash = sha256Of(token);
    const auto row = connection.queryOne(
        locking(connection, "SELECT person, workstation FROM session WHERE token_sha256 = ?1 AND ended_at IS NULL"),
        {hash});
    if (!row) return Fault{"people.no-session"_code};
    connection.execute("UPDATE session SET ended_at = ?2 WHERE token_sha256 = ?1",
                       {hash, base::formatTimestamp(m_clock.now())});
    const Author author{OperatorId{row->text(0)}, WorkstationId{row->text(1)}, std::nullopt};
    appendToJournal(transaction, m_clock, {author, "session.close", "operator", author.person.text(), {}, {}});
    return {};
}

}  // namespace records
