// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/workstation_certificates.hpp"

#include <array>

#include "base/failure.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/person_rows.hpp"

namespace records {

using namespace base::literals;

namespace {

constexpr std::array<std::string_view, 5> kCertificateStates{"waiting", "in_use", "expired", "revoked", "succeeded"};

base::Timestamp timeIn(const Row& row, std::size_t column) {
    return base::expected(base::parseTimestamp(row.text(column)), "workstation_certificate");
}

CertificateState stateIn(const std::string& ending, bool used, base::Timestamp validUntil, base::Timestamp now) {
    if (ending == nameOf(CertificateState::Revoked)) return CertificateState::Revoked;
    if (ending == nameOf(CertificateState::Succeeded)) return CertificateState::Succeeded;
    if (now > validUntil) return CertificateState::Expired;
    return used ? CertificateState::InUse : CertificateState::Waiting;
}

/// Who changes a workstation's certificates waits for the others who do.
bool lockWorkstation(Connection& connection, const WorkstationId& workstation) {
    return connection
        .queryOne(locking(connection, "SELECT 1 FROM workstation WHERE id = ?1 AND active = 1"), {workstation.text()})
        .has_value();
}

bool keyIsKnown(Connection& connection, const std::string& keySha256) {
    return connection
        .queryOne(
            "SELECT 1 FROM workstation_certificate c WHERE key_sha256 = ?1 AND "
            "(EXISTS (SELECT 1 FROM workstation_certificate_use u WHERE u.sha256 = c.sha256) OR "
            "EXISTS (SELECT 1 FROM workstation_certificate_end e WHERE e.sha256 = c.sha256))",
            {keySha256})
        .has_value();
}

}  // namespace

std::string_view nameOf(CertificateState state) { return kCertificateStates.at(static_cast<std::size_t>(state)); }

base::Outcome WorkstationCertificates::enroll(Transaction& transaction, const Author& author,
                                              const IssuedCertificate& issued) const {
    if (auto two = checkTwoPeople(author); !two) return two;
    return enter(transaction, author, issued, {});
}

base::Outcome WorkstationCertificates::renew(Transaction& transaction, const Author& author,
                                             const IssuedCertificate& issued, const std::string& vouching) const {
    return enter(transaction, author, issued, vouching);
}

base::Outcome WorkstationCertificates::enter(Transaction& transaction, const Author& author,
                                             const IssuedCertificate& issued, const std::string& vouching) const {
    auto& connection = transaction.connection();
    const auto& workstation = issued.workstation.text();
    if (!lockWorkstation(connection, issued.workstation))
        return base::Fault{"people.unknown-workstation"_code, {{"workstation", workstation}}};
    if (keyIsKnown(connection, issued.keySha256)) return base::Fault{"people.key-known"_code};
    const auto last = connection.queryOne(
        "SELECT COALESCE(MAX(number), 0) FROM workstation_certificate WHERE workstation = ?1", {workstation});
    const auto orNull = [](const std::string& text) { return text.empty() ? Value{} : Value{text}; };
    connection.execute(
        "INSERT INTO workstation_certificate (sha256, workstation, number, serial_number, key_sha256, valid_until, "
        "enrolled_at, person, second, vouched_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        {issued.sha256, workstation, last->integer(0) + 1, issued.serialNumber, issued.keySha256,
         base::formatTimestamp(issued.validUntil), base::formatTimestamp(m_clock.now()), author.person.text(),
         vouching.empty() ? Value{author.approver->text()} : Value{}, orNull(vouching)});
    appendToJournal(transaction, m_clock,
                    {author,
                     vouching.empty() ? "workstation.enroll" : "workstation.renew",
                     "workstation",
                     workstation,
                     {},
                     {{"certificate", issued.sha256},
                      {"key", issued.keySha256},
                      {"until", base::formatTimestamp(issued.validUntil)}}});
    return {};
}

base::Outcome WorkstationCertificates::revoke(Transaction& transaction, const Author& author,
                                              const WorkstationId& workstation, const std::string& reason) const {
    auto& connection = transaction.connection();
    (void)lockWorkstation(connection, workstation);
    const auto standing = connection.query(
        "SELECT sha256 FROM workstation_certificate c WHERE workstation = ?1 AND NOT EXISTS "
        "(SELECT 1 FROM workstation_certificate_end e WHERE e.sha256 = c.sha256) ORDER BY number",
        {workstation.text()});
    if (standing.empty())
        return base::Fault{"people.no-certificate-stands"_code, {{"workstation", workstation.text()}}};
    for (const auto& row : standing) end(transaction, author, row.text(0), CertificateState::Revoked, reason);
    connection.execute("UPDATE session SET ended_at = ?2 WHERE workstation = ?1 AND ended_at IS NULL",
                       {workstation.text(), base::formatTimestamp(m_clock.now())});
    appendToJournal(transaction, m_clock,
                    {author,
                     "workstation.revoke",
                     "workstation",
                     workstation.text(),
                     reason,
                     {{"certificates", std::to_string(standing.size())}}});
    return {};
}

void WorkstationCertificates::end(Transaction& transaction, const Author& author, const std::string& sha256,
                                  CertificateState ending, const std::string& reason) const {
    transaction.connection().execute(
        "INSERT INTO workstation_certificate_end (sha256, time, person, ending, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
        {sha256, base::formatTimestamp(m_clock.now()), author.person.text(), std::string{nameOf(ending)}, reason});
}

base::Result<bool> WorkstationCertificates::check(Connection& connection, const WorkstationId& workstation,
                                                  const std::string& sha256) const {
    const std::vector<std::pair<std::string, std::string>> named{{"workstation", workstation.text()}};
    const auto row = connection.queryOne(
        "SELECT c.valid_until, e.ending, u.sha256 FROM workstation_certificate c "
        "LEFT JOIN workstation_certificate_end e ON e.sha256 = c.sha256 "
        "LEFT JOIN workstation_certificate_use u ON u.sha256 = c.sha256 WHERE c.sha256 = ?1 AND c.workstation = ?2",
        {sha256, workstation.text()});
    if (!row) return base::Fault{"people.workstation-not-enrolled"_code, named};
    switch (stateIn(row->isNull(1) ? "" : row->text(1), true, timeIn(*row, 0), m_clock.now())) {
        case CertificateState::Revoked: return base::Fault{"people.workstation-revoked"_code, named};
        case CertificateState::Succeeded: return base::Fault{"people.workstation-succeeded"_code, named};
        case CertificateState::Expired: return base::Fault{"people.workstation-expired"_code, named};
        default: return !row->isNull(2);
    }
}

void WorkstationCertificates::noteUse(Connection& connection, const Author& author, const std::string& sha256) const {
    Transaction transaction{connection};
    (void)lockWorkstation(connection, author.workstation);
    if (connection.execute(
            "INSERT INTO workstation_certificate_use (sha256, time) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            {sha256, base::formatTimestamp(m_clock.now())}) == 0)
        return;
    for (const auto& row :
         connection.query("SELECT o.sha256 FROM workstation_certificate o JOIN workstation_certificate n "
                          "ON n.workstation = o.workstation AND o.number < n.number WHERE n.sha256 = ?1 AND NOT EXISTS "
                          "(SELECT 1 FROM workstation_certificate_end e WHERE e.sha256 = o.sha256)",
                          {sha256}))
        end(transaction, author, row.text(0), CertificateState::Succeeded, "");
    appendToJournal(
        transaction, m_clock,
        {author, "workstation.first-use", "workstation", author.workstation.text(), {}, {{"certificate", sha256}}});
    transaction.commit();
}

std::vector<WorkstationCertificate> WorkstationCertificates::all(Connection& connection) const {
    const auto now = m_clock.now();
    std::vector<WorkstationCertificate> found;
    connection.forEach(
        "SELECT c.workstation, c.sha256, c.serial_number, c.key_sha256, c.valid_until, c.enrolled_at, c.person, "
        "c.second, e.ending, e.reason, u.time FROM workstation_certificate c "
        "LEFT JOIN workstation_certificate_end e ON e.sha256 = c.sha256 "
        "LEFT JOIN workstation_certificate_use u ON u.sha256 = c.sha256 ORDER BY c.workstation, c.number DESC",
        {}, [&](const Row& row) {
            WorkstationCertificate each;
            each.issued = {WorkstationId{row.text(0)}, row.text(1), row.text(2), row.text(3), timeIn(row, 4)};
            each.enrolled = timeIn(row, 5);
            each.person = OperatorId{row.text(6)};
            if (!row.isNull(7)) each.second = OperatorId{row.text(7)};
            each.state = stateIn(row.isNull(8) ? "" : row.text(8), !row.isNull(10), each.issued.validUntil, now);
            if (!row.isNull(9)) each.reason = row.text(9);
            found.push_back(std::move(each));
        });
    return found;
}

}  // namespace records
