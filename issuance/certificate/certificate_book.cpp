// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_book.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "issuance/certificate/essential_content.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::string_view kSelect =
    "SELECT certificate.number, request, draft, type, code, day, folios, certifier, endorser, content, sha256, seal, "
    "endorser_place, ending, reason, certificate_end.time FROM certificate LEFT JOIN certificate_end ON "
    "certificate_end.number = "
    "certificate.number ";

std::string placeOf(const std::string& number) { return "certificate.content " + number; }
std::string placeOfSeal(const std::string& number) { return "certificate.seal " + number; }
std::string placeOfFile(const std::string& number, std::int64_t revision) {
    return "certificate_file " + number + "/" + std::to_string(revision);
}
/// Places of what is written once for each hand-over and re-issue.
std::string placeOf(const char* column, const std::string& number) { return std::string{column} + " " + number; }

std::string sealedOr(const std::optional<SubjectKey>& key, const std::string& text, const std::string& place) {
    return key && !text.empty() ? key->sealText(text, place) : text;
}

base::Fault unknown(const std::string& number) { return {"certificate.unknown"_code, {{"number", number}}}; }

}  // namespace

CertificateEntry CertificateBook::entryFrom(records::Connection& connection, const records::Row& row) const {
    CertificateEntry entry;
    entry.number = row.text(0);
    entry.request = row.text(1);
    entry.draft = row.integer(2);
    entry.type = row.text(3);
    entry.code = row.text(4);
    entry.day = base::expected(base::parseDate(row.text(5)), "certificate.day");
    entry.folios = row.integer(6);
    entry.certifier = row.text(7);
    entry.endorser = row.textOrEmpty(8);
    auto content = row.text(9);
    entry.seal = row.bytes(11);
    if (isSealed(content)) {
        const auto key = m_confidential.of(connection, subjectOfRequest(entry.request));
        content = key.openText(content, placeOf(entry.number));
        entry.seal = key.open(entry.seal, placeOfSeal(entry.number));
    }
    entry.values = base::expected(valuesOf(content), "certificate.content");
    entry.sha256 = row.text(10);
    entry.endorserPlace = row.textOrEmpty(12);
    entry.ending = row.textOrEmpty(13);
    entry.reason = row.textOrEmpty(14);
    entry.endedAt = row.textOrEmpty(15);
    return entry;
}

std::optional<SubjectKey> CertificateBook::keyOf(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne("SELECT request FROM certificate WHERE number = ?1", {number});
    return row ? m_confidential.find(connection, subjectOfRequest(row->text(0))) : std::nullopt;
}

void CertificateBook::add(records::Transaction& tx, const records::Author& author,
                          const CertificateEntry& entry) const {
    const auto key = m_confidential.find(tx.connection(), subjectOfRequest(entry.request));
    tx.connection().execute(
        "INSERT INTO certificate (number, request, draft, type, code, day, folios, certifier, endorser, content, "
        "sha256, seal, endorser_place) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        {entry.number, entry.request, entry.draft, entry.type, entry.code, base::formatDate(entry.day), entry.folios,
         entry.certifier, records::orNull(entry.endorser), sealedOr(key, jsonOf(entry.values), placeOf(entry.number)),
         entry.sha256, key ? key->seal(entry.seal, placeOfSeal(entry.number)) : entry.seal,
         records::orNull(entry.endorserPlace)});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "certificate.number",
                              "certificate",
                              entry.number,
                              "",
                              {{"request", entry.request}, {"content", entry.sha256}}});
}

base::Outcome CertificateBook::addFile(records::Transaction& tx, const records::Author& author,
                                       const std::string& number, const base::Bytes& pdf) const {
    auto& connection = tx.connection();
    const auto revision = files(connection, number) + 1;
    const auto key = keyOf(connection, number);
    const auto kept = m_contents.put(key ? key->seal(pdf, placeOfFile(number, revision)) : pdf);
    if (!kept) return kept.refusal();
    const auto content = base::toHex(base::sha256(pdf));
    connection.execute(
        "INSERT INTO certificate_file (number, revision, content, time, person, sealed) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6)",
        {number, revision, content, base::formatTimestamp(m_clock.now()), author.person.text(),
         key ? records::Value{*kept} : records::Value{}});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "certificate.file",
                              "certificate",
                              number,
                              "",
                              {{"revision", std::to_string(revision)}, {"sha256", content}}});
    return {};
}

base::Result<base::Bytes> CertificateBook::lastFile(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne(
        "SELECT number, revision, content, sealed FROM certificate_file WHERE number = ?1 ORDER BY revision DESC LIMIT "
        "1",
        {number});
    if (!row) return unknown(number);
    return fileFrom(connection, *row);
}

base::Result<base::Bytes> CertificateBook::fileFrom(records::Connection& connection, const records::Row& row) const {
    if (row.isNull(3)) return m_contents.get(row.text(2));
    const auto sealed = m_contents.get(row.text(3));
    if (!sealed) return sealed.refusal();
    const auto key = keyOf(connection, row.text(0));
    if (!key) throw base::Failure{"confidential.damaged"_code, base::NextStep::CallSupervisor, row.text(0)};
    return key->open(*sealed, placeOfFile(row.text(0), row.integer(1)));
}

bool CertificateBook::wrote(records::Connection& connection, const std::string& number, base::BytesView file) const {
    const auto rows = connection.query(
        "SELECT number, revision, content, sealed FROM certificate_file WHERE number = ?1 ORDER BY revision", {number});
    return std::ranges::any_of(rows, [&](const records::Row& row) {
        const auto kept = fileFrom(connection, row);
        return kept && kept->size() <= file.size() && std::equal(kept->begin(), kept->end(), file.begin());
    });
}

std::int64_t CertificateBook::files(records::Connection& connection, const std::string& number) const {
    return connection.queryOne("SELECT count(*) FROM certificate_file WHERE number = ?1", {number})->integer(0);
}

std::vector<CertificateEntry> CertificateBook::select(records::Connection& connection, const std::string& condition,
                                                      const std::string& value) const {
    std::vector<CertificateEntry> found;
    for (const auto& row :
         connection.query((std::string{kSelect} += condition) += " ORDER BY certificate.number", {value}))
        found.push_back(entryFrom(connection, row));
    return found;
}

base::Result<CertificateEntry> CertificateBook::numbered(records::Connection& connection,
                                                         const std::string& number) const {
    auto found = select(connection, "WHERE certificate.number = ?1", number);
    if (found.empty()) return unknown(number);
    return std::move(found.front());
}

base::Result<CertificateEntry> CertificateBook::ofCode(records::Connection& connection, const std::string& code) const {
    auto found = select(connection, "WHERE code = ?1", code);
    if (found.empty()) return unknown(code);
    return std::move(found.front());
}

std::vector<CertificateEntry> CertificateBook::ofRequest(records::Connection& connection,
                                                         const std::string& request) const {
    return select(connection, "WHERE request = ?1", request);
}

std::optional<CertificateEntry> CertificateBook::standing(records::Connection& connection,
                                                          const std::string& request) const {
    auto found = select(connection, "WHERE request = ?1 AND ending IS NULL", request);
    if (found.empty()) return std::nullopt;
    return std::move(found.back());
}

std::string CertificateBook::lastNumber(records::Connection& connection, const std::string& request) const {
    const auto row = connection.queryOne(
        "SELECT c.number FROM certificate c LEFT JOIN certificate_end e ON e.number = c.number WHERE request = ?1 AND "
        "(ending IS NULL OR ending <> 'cancelled')",
        {request});
    return row ? row->text(0) : std::string{};
}

void CertificateBook::end(records::Transaction& tx, const records::Author& author, const std::string& number,
                          const std::string& ending, const std::string& reason) const {
    tx.connection().execute(
        "INSERT INTO certificate_end (number, ending, time, person, second, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {number, ending, base::formatTimestamp(m_clock.now()), author.person.text(),
         author.approver ? records::Value{author.approver->text()} : records::Value{}, reason});
    records::appendToJournal(tx, m_clock,
                             {author, "certificate.end", "certificate", number, reason, {{"ending", ending}}});
}

void CertificateBook::deliver(records::Transaction& tx, const records::Author& author, const std::string& number,
                              const CertificateDelivery& delivery) const {
    const auto key = keyOf(tx.connection(), number);
    tx.connection().execute(
        "INSERT INTO certificate_delivery (number, position, time, person, recipient, identification, manner, "
        "signature) SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM certificate_delivery WHERE number = ?1",
        {number, base::formatTimestamp(m_clock.now()), author.person.text(),
         sealedOr(key, delivery.recipient, placeOf("certificate_delivery.recipient", number)),
         sealedOr(key, delivery.identification, placeOf("certificate_delivery.identification", number)),
         delivery.manner, records::orNull(delivery.signature)});
    records::appendToJournal(
        tx, m_clock, {author, "certificate.hand-over", "certificate", number, "", {{"manner", delivery.manner}}});
}

void CertificateBook::reissue(records::Transaction& tx, const records::Author& author,
                              const contract::CertificateReissue& asked) const {
    const auto key = keyOf(tx.connection(), asked.number);
    tx.connection().execute(
        "INSERT INTO certificate_reissue (number, position, time, person, applicant, identification, cause, manner, "
        "remarks, receipt) SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM certificate_reissue WHERE "
        "number = ?1",
        {asked.number, base::formatTimestamp(m_clock.now()), author.person.text(),
         sealedOr(key, asked.applicant, placeOf("certificate_reissue.applicant", asked.number)),
         sealedOr(key, asked.identification, placeOf("certificate_reissue.identification", asked.number)), asked.cause,
         asked.manner, sealedOr(key, asked.remarks.value_or(""), placeOf("certificate_reissue.remarks", asked.number)),
         records::orNull(asked.receipt.value_or(""))});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "certificate.give-again",
                              "certificate",
                              asked.number,
                              "",
                              {{"cause", asked.cause}, {"manner", asked.manner}}});
}

std::vector<contract::CertificateReissueLine> CertificateBook::reissues(records::Connection& connection,
                                                                        const std::string& number) const {
    std::vector<contract::CertificateReissueLine> found;
    connection.forEach(
        "SELECT number, time, person, applicant, identification, cause, manner, remarks, receipt FROM "
        "certificate_reissue WHERE number = ?1 ORDER BY position",
        {number}, [&](const records::Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                             row.text(7), row.textOrEmpty(8)});
        });
    const auto key = found.empty() ? std::nullopt : keyOf(connection, number);
    if (!key) return found;
    for (auto& line : found) {
        line.applicant = key->openText(line.applicant, placeOf("certificate_reissue.applicant", number));
        line.identification = key->openText(line.identification, placeOf("certificate_reissue.identification", number));
        line.remarks = key->openText(line.remarks, placeOf("certificate_reissue.remarks", number));
    }
    return found;
}

std::int64_t CertificateBook::copiesGranted(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne(
        "SELECT count(*) FROM certificate_reissue WHERE number = ?1 AND manner = 'paper'", {number});
    return row->integer(0) + 1;
}

void CertificateBook::archive(records::Transaction& tx, const records::Author& author, const std::string& number,
                              const std::string& paper, const std::string& reason) const {
    tx.connection().execute(
        "INSERT INTO certificate_archive (number, time, person, paper, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
        {number, base::formatTimestamp(m_clock.now()), author.person.text(), paper, reason});
    records::appendToJournal(tx, m_clock,
                             {author, "certificate.uncollected", "certificate", number, reason, {{"paper", paper}}});
}

std::optional<CertificateArchiving> CertificateBook::archiving(records::Connection& connection,
                                                               const std::string& number) const {
    const auto row = connection.queryOne("SELECT time, paper FROM certificate_archive WHERE number = ?1", {number});
    return row ? std::optional{CertificateArchiving{row->text(0), row->text(1)}} : std::nullopt;
}

}  // namespace issuance
