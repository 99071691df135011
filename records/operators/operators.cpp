// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/operators.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/person_rows.hpp"
#include "records/operators/segregation.hpp"

namespace records {
namespace {

using namespace base::literals;

constexpr std::string_view kManage = "operator.manage";

bool isUserName(std::string_view name) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto plain = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; };
    return name.size() >= 2 && name.size() <= 32 && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), plain);
}

base::Fault unknownPerson(std::string_view name) {
    return {"people.unknown-person"_code, {{"person", std::string{name}}}};
}

void addFaults(std::vector<base::Fault>& faults, const base::Outcome& outcome) {
    if (outcome) return;
    const auto& more = outcome.refusal().faults();
    faults.insert(faults.end(), more.begin(), more.end());
}

std::vector<base::Fault> faultsOf(Connection& connection, const Passwords& passwords, const NewOperator& person) {
    std::vector<base::Fault> faults;
    if (!isUserName(person.userName)) faults.push_back({"people.bad-user-name"_code, {{"user", person.userName}}});
    if (connection.queryOne("SELECT 1 FROM person WHERE user_name = ?1", {person.userName}))
        faults.push_back({"people.user-name-taken"_code, {{"user", person.userName}}});
    if (person.fullName.find_first_not_of(' ') == std::string::npos)
        faults.push_back({"people.full-name-missing"_code});
    addFaults(faults, passwords.check(person.password, person.userName));
    addFaults(faults, checkSegregation(person.roles));
    return faults;
}

/// Locks the person's row, so that two changes of one person follow each other. Empty for a stranger.
std::optional<std::string> lockedUserName(Connection& connection, const OperatorId& person) {
    const auto row =
        connection.queryOne(locking(connection, "SELECT user_name FROM person WHERE id = ?1"), {person.text()});
    return row ? std::optional{row->text(0)} : std::nullopt;
}

/// Whether somebody other than the person, active, may manage people.
bool anotherManages(Connection& connection, const OperatorId& person) {
    for (const Row& row : connection.query(
             locking(connection, "SELECT id FROM person WHERE active = 1 AND id <> ?1 ORDER BY id"), {person.text()}))
        if (permits(rolesOf(connection, OperatorId{row.text(0)}), kManage)) return true;
    return false;
}

void insertPerson(Connection& connection, const OperatorId& id, const NewOperator& person, const std::string& hash) {
    connection.execute(
        "INSERT INTO person (id, user_name, full_name, password_hash, clearance_end) VALUES (?1, ?2, ?3, ?4, ?5)",
        {id.text(), person.userName, person.fullName, hash, base::formatDate(person.clearanceEnd)});
    for (const Role role : person.roles)
        connection.execute("INSERT INTO person_role (person, role) VALUES (?1, ?2)",
                           {id.text(), std::string{nameOf(role)}});
}

OperatorRecord recordOf(Connection& connection, const Row& row) {
    OperatorRecord person{OperatorId{row.text(0)}, row.text(1), row.text(2), {}, {}, row.integer(4) != 0};
    person.clearanceEnd = base::expected(base::parseDate(row.text(3)), "person.clearance_end");
    person.roles = rolesOf(connection, person.id);
    return person;
}

void setPassword(Connection& connection, const OperatorId& person, const std::string& hash) {
    connection.execute("UPDATE person SET password_hash = ?2, failed_log_ins = 0, locked_until = NULL WHERE id = ?1",
                       {person.text(), hash});
}

}  // namespace

base::Result<Author> Operators::enrolFirst(Transaction& transaction, const NewOperator& person,
                                           const WorkstationId& workstation) const {
    Connection& connection = transaction.connection();
    if (connection.queryOne("SELECT 1 FROM person LIMIT 1")) return base::Fault{"people.not-the-first"_code};
    if (!permits(person.roles, kManage)) return base::Fault{"people.first-must-manage"_code};
    if (auto faults = faultsOf(connection, m_passwords, person); !faults.empty())
        return base::Refusal{std::move(faults)};
    Author author{OperatorId{base::randomId()}, workstation, std::nullopt};
    insertPerson(connection, author.person, person, m_passwords.hash(person.password));
    appendToJournal(transaction, m_clock,
                    {author,
                     "operator.create",
                     "operator",
                     author.person.text(),
                     "the first person of the house",
                     {{"roles", namesOf(person.roles)}}});
    return author;
}

base::Result<OperatorId> Operators::create(Transaction& transaction, const Author& author,
                                           const NewOperator& person) const {
    Connection& connection = transaction.connection();
    if (auto faults = faultsOf(connection, m_passwords, person); !faults.empty())
        return base::Refusal{std::move(faults)};
    const OperatorId id{base::randomId()};
    insertPerson(connection, id, person, m_passwords.hash(person.password));
    appendToJournal(transaction, m_clock,
                    {author, "operator.create", "operator", id.text(), {}, {{"roles", namesOf(person.roles)}}});
    return id;
}

base::Outcome Operators::grantRole(Transaction& transaction, const Author& author, const OperatorId& person,
                                   Role role) const {
    Connection& connection = transaction.connection();
    if (author.person == person) return base::Fault{"people.own-roles"_code};
    if (!lockedUserName(connection, person)) return unknownPerson(person.text());
    RoleSet roles = rolesOf(connection, person);
    if (!roles.insert(role).second) return {};
    if (auto checked = checkSegregation(roles); !checked) return checked;
    connection.execute("INSERT INTO person_role (person, role) VALUES (?1, ?2)",
                       {person.text(), std::string{nameOf(role)}});
    appendToJournal(transaction, m_clock,
                    {author, "operator.grant", "operator", person.text(), {}, {{"role", std::string{nameOf(role)}}}});
    return {};
}

base::Outcome Operators::revokeRole(Transaction& transaction, const Author& author, const OperatorId& person,
                                    Role role) const {
    Connection& connection = transaction.connection();
    if (author.person == person) return base::Fault{"people.own-roles"_code};
    if (!lockedUserName(connection, person)) return unknownPerson(person.text());
    if (permits({role}, kManage) && !anotherManages(connection, person)) return base::Fault{"people.last-manager"_code};
    const auto revoked = connection.execute("DELETE FROM person_role WHERE person = ?1 AND role = ?2",
                                            {person.text(), std::string{nameOf(role)}});
    if (revoked == 0) return {};
    appendToJournal(transaction, m_clock,
                    {author, "operator.revoke", "operator", person.text(), {}, {{"role", std::string{nameOf(role)}}}});
    return {};
}

base::Outcome Operators::setClearance(Transaction& transaction, const Author& author, const OperatorId& person,
                                      base::Date end) const {
    const auto changed = transaction.connection().execute("UPDATE person SET clearance_end = ?2 WHERE id = ?1",
                                                          {person.text(), base::formatDate(end)});
    if (changed == 0) return unknownPerson(person.text());
    appendToJournal(transaction, m_clock,
                    {author, "operator.clearance", "operator", person.text(), {}, {{"until", base::formatDate(end)}}});
    return {};
}

base::Outcome Operators::deactivate(Transaction& transaction, const Author& author, const OperatorId& person,
                                    const std::string& reason) const {
    Connection& connection = transaction.connection();
    if (author.person == person) return base::Fault{"people.own-account"_code};
    if (!lockedUserName(connection, person)) return unknownPerson(person.text());
    if (permits(rolesOf(connection, person), kManage) && !anotherManages(connection, person))
        return base::Fault{"people.last-manager"_code};
    connection.execute("UPDATE person SET active = 0 WHERE id = ?1", {person.text()});
    endSessions(connection, person, m_clock.now());
    appendToJournal(transaction, m_clock, {author, "operator.deactivate", "operator", person.text(), reason, {}});
    return {};
}

base::Outcome Operators::resetPassword(Transaction& transaction, const Author& author, const OperatorId& person,
                                       const base::SecretBytes& fresh) const {
    Connection& connection = transaction.connection();
    const auto userName = lockedUserName(connection, person);
    if (!userName) return unknownPerson(person.text());
    if (auto checked = m_passwords.check(fresh, *userName); !checked) return checked;
    setPassword(connection, person, m_passwords.hash(fresh));
    endSessions(connection, person, m_clock.now());
    appendToJournal(transaction, m_clock, {author, "operator.reset_password", "operator", person.text(), {}, {}});
    return {};
}

base::Outcome Operators::changePassword(Transaction& transaction, const Author& author,
                                        const base::SecretBytes& current, const base::SecretBytes& fresh) const {
    Connection& connection = transaction.connection();
    const auto row = connection.queryOne(
        locking(connection, "SELECT user_name, password_hash FROM person WHERE id = ?1"), {author.person.text()});
    if (!row) return unknownPerson(author.person.text());
    if (!m_passwords.matches(row->text(1), current)) return base::Fault{"people.wrong-password"_code};
    if (auto checked = m_passwords.check(fresh, row->text(0)); !checked) return checked;
    setPassword(connection, author.person, m_passwords.hash(fresh));
    appendToJournal(transaction, m_clock,
                    {author, "operator.change_password", "operator", author.person.text(), {}, {}});
    return {};
}

std::vector<OperatorRecord> Operators::list(Connection& connection) const {
    std::vector<OperatorRecord> people;
    for (const Row& row :
         connection.query("SELECT id, user_name, full_name, clearance_end, active FROM person ORDER BY user_name"))
        people.push_back(recordOf(connection, row));
    return people;
}

base::Result<OperatorRecord> Operators::named(Connection& connection, std::string_view userName) const {
    const auto row =
        connection.queryOne("SELECT id, user_name, full_name, clearance_end, active FROM person WHERE user_name = ?1",
                            {std::string{userName}});
    if (!row) return unknownPerson(userName);
    return recordOf(connection, *row);
}

bool holdsRole(Connection& connection, const OperatorId& person, Role role) {
    return connection
        .queryOne(
            "SELECT 1 FROM person_role JOIN person ON person.id = person_role.person WHERE person.id = ?1 AND role = "
            "?2 AND active = 1",
            {person.text(), std::string{nameOf(role)}})
        .has_value();
}

}  // namespace records
