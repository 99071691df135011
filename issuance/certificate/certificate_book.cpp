// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_book.hpp"

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

CertificateEntry entryFrom(const records::Row& row) {
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
    entry.values = base::expected(valuesOf(row.text(9)), "certificate.content");
    entry.sha256 = row.text(10);
    entry.seal = row.bytes(11);
    entry.endorserPlace = row.textOrEmpty(12);
    entry.ending = row.textOrEmpty(13);
    entry.reason = row.textOrEmpty(14);
    entry.endedAt = row.textOrEmpty(15);
    return entry;
}

base::Fault unknown(const std::string& number) { return {"certificate.unknown"_code, {{"number", number}}}; }

}  // namespace

void CertificateBook::add(records::Transaction& tx, const records::Author& author,
                          const CertificateEntry& entry) const {
    tx.connection().execute(
        "INSERT INTO certificate (number, request, draft, type, code, day, folios, certifier, endorser, content, "
        "sha256, seal, endorser_place) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        {entry.number, entry.request, entry.draft, entry.type, entry.code, base::formatDate(entry.day), entry.folios,
         entry.certifier, records::orNull(entry.endorser), jsonOf(entry.values), entry.sha256, entry.seal,
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
    const auto content = m_contents.put(pdf);
    if (!content) return content.refusal();
    auto& connection = tx.connection();
    const auto revision = files(connection, number) + 1;
    connection.execute(
        "INSERT INTO certificate_file (number, revision, content, time, person) VALUES (?1, ?2, ?3, ?4, ?5)",
        {number, revision, *content, base::formatTimestamp(m_clock.now()), author.person.text()});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "certificate.file",
                              "certificate",
                              number,
                              "",
                              {{"revision", std::to_string(revision)}, {"sha256", *content}}});
    return {};
}

base::Result<base::Bytes> CertificateBook::lastFile(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne(
        "SELECT content FROM certificate_file WHERE number = ?1 ORDER BY revision DESC LIMIT 1", {number});
    if (!row) return unknown(number);
    return m_contents.get(row->text(0));
}

std::vector<std::string> CertificateBook::contentsOf(records::Connection& connection, const std::string& number) const {
    std::vector<std::string> contents;
    connection.forEach("SELECT content FROM certificate_file WHERE number = ?1 ORDER BY revision", {number},
                       [&](const records::Row& row) { contents.push_back(row.text(0)); });
    return contents;
}

std::int64_t CertificateBook::files(records::Connection& connection, const std::string& number) const {
    return connection.queryOne("SELECT count(*) FROM certificate_file WHERE number = ?1", {number})->integer(0);
}

std::vector<CertificateEntry> CertificateBook::select(records::Connection& connection, const std::string& condition,
                                                      const std::string& value) const {
    std::vector<CertificateEntry> found;
    connection.forEach((std::string{kSelect} += condition) += " ORDER BY certificate.number", {value},
                       [&](const records::Row& row) { found.push_back(entryFrom(row)); });
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
    tx.connection().execute(
        "INSERT INTO certificate_delivery (number, position, time, person, recipient, identification, manner, "
        "signature) SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM certificate_delivery WHERE number = ?1",
        {number, base::formatTimestamp(m_clock.now()), author.person.text(), delivery.recipient,
         delivery.identification, delivery.manner, records::orNull(delivery.signature)});
    records::appendToJournal(
        tx, m_clock, {author, "certificate.hand-over", "certificate", number, "", {{"manner", delivery.manner}}});
}

void CertificateBook::reissue(records::Transaction& tx, const records::Author& author,
                              const contract::CertificateReissue& asked) const {
    tx.connection().execute(
        "INSERT INTO certificate_reissue (number, position, time, person, applicant, identification, cause, manner, "
        "remarks, receipt) SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM certificate_reissue WHERE "
        "number = ?1",
        {asked.number, base::formatTimestamp(m_clock.now()), author.person.text(), asked.applicant,
         asked.identification, asked.cause, asked.manner, asked.remarks.value_or(""),
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
