// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/document_book.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Row;

constexpr std::string_view kSelect =
    "SELECT id, number, kind, order_id, blank_serial, state, mrz, issued_on, expires_on, chip_identity FROM document ";
constexpr const char* kSecretName = "active-authentication";
/// What inspection read. Without content where it is that of the file that was made.
constexpr std::string_view kRead = "read";
constexpr const char* kPageSeen = "page-seen";
constexpr const char* kOverridden = "page-overridden";

std::vector<std::string> splitLines(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string joinLines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

std::string placeOfFile(const std::string& document, std::string_view purpose, const std::string& name) {
    return std::string{"document_file.content "}.append(document).append("/").append(purpose).append("/").append(name);
}

DocumentEntry entryOf(const Row& row) {
    DocumentEntry entry{
        row.text(0), DocumentNumber{row.text(1)}, row.text(2), ProductionOrderId{row.text(3)}, row.text(4),
        row.text(5), splitLines(row.text(6))};
    entry.issued = base::expected(base::parseDate(row.text(7)), "document.issued_on");
    entry.expires = base::expected(base::parseDate(row.text(8)), "document.expires_on");
    entry.chipIdentity = row.text(9);
    return entry;
}

std::string placeOfMrz(const std::string& document) { return "document.mrz " + document; }

void keep(records::Transaction& transaction, const std::string& document, std::string_view purpose,
          const DocumentFile& file, const std::optional<SubjectKey>& key) {
    const auto place = placeOfFile(document, purpose, file.name);
    transaction.connection().execute(
        "INSERT INTO document_file (document_id, purpose, name, content) VALUES (?1, ?2, ?3, ?4)",
        {document, std::string{purpose}, file.name, key ? key->seal(file.content, place) : file.content});
}

}  // namespace

std::optional<SubjectKey> DocumentBook::keyOf(records::Connection& connection, const std::string& document) const {
    const auto row = connection.queryOne("SELECT order_id FROM document WHERE id = ?1", {document});
    return row ? m_confidential.find(connection, subjectOfOrder(row->text(0))) : std::nullopt;
}

std::optional<DocumentEntry> DocumentBook::entryIn(records::Connection& connection,
                                                   const std::optional<Row>& row) const {
    if (!row) return std::nullopt;
    auto entry = entryOf(*row);
    if (const auto kept = row->text(6); isSealed(kept)) {
        const auto key = m_confidential.of(connection, subjectOfOrder(entry.order.text()));
        entry.mrz = splitLines(key.openText(kept, placeOfMrz(entry.id)));
        entry.confidential = true;
    }
    return entry;
}

void DocumentBook::add(records::Transaction& transaction, const DocumentEntry& entry,
                       const PreparedDocument& prepared) const {
    const auto key = m_confidential.find(transaction.connection(), subjectOfOrder(entry.order.text()));
    const auto mrz = joinLines(prepared.mrz.lines);
    transaction.connection().execute(
        "INSERT INTO document (id, number, kind, order_id, blank_serial, state, mrz, issued_on, expires_on) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {entry.id, entry.number.text(), entry.kind, entry.order.text(), entry.blank, entry.state,
         key ? key->sealText(mrz, placeOfMrz(entry.id)) : mrz, base::formatDate(entry.issued),
         base::formatDate(entry.expires)});
    for (const auto& page : prepared.pages) keep(transaction, entry.id, "made", {page.name + ".pdf", page.pdf}, key);
    for (const auto& [file, content] : prepared.files)
        keep(transaction, entry.id, "made", {std::string{chip::lds::nameOf(file)}, content}, key);
    if (prepared.activeAuthenticationKey.empty()) return;
    keep(transaction, entry.id, "secret",
         {kSecretName, m_keys.wrap(m_wrappingKey, prepared.activeAuthenticationKey, base::bytesOf(entry.id))}, {});
}

std::optional<DocumentEntry> DocumentBook::ofOrder(records::Connection& connection,
                                                   const ProductionOrderId& order) const {
    return entryIn(connection, connection.queryOne(std::string{kSelect} + "WHERE order_id = ?1 AND state <> 'void'",
                                                   {order.text()}));
}

std::optional<DocumentEntry> DocumentBook::numbered(records::Connection& connection, const std::string& number) const {
    return entryIn(connection,
                   connection.queryOne(std::string{kSelect} +
                                           "WHERE number = ?1 ORDER BY (CASE state WHEN 'void' THEN 1 ELSE 0 END) "
                                           "LIMIT 1",
                                       {number}));
}

std::optional<DocumentEntry> DocumentBook::ofBlank(records::Connection& connection, const std::string& blank) const {
    return entryIn(connection, connection.queryOne(std::string{kSelect} + "WHERE blank_serial = ?1", {blank}));
}

std::vector<std::string> DocumentBook::releasedNumbers(records::Connection& connection) const {
    std::vector<std::string> numbers;
    for (const auto& row : connection.query("SELECT number FROM document WHERE state = 'released' ORDER BY number"))
        numbers.push_back(row.text(0));
    return numbers;
}

void DocumentBook::noteChip(records::Transaction& transaction, const std::string& document,
                            const std::string& identity) const {
    transaction.connection().execute("UPDATE document SET chip_identity = ?2 WHERE id = ?1", {document, identity});
}

std::vector<DocumentFile> DocumentBook::files(records::Connection& connection, const std::string& document,
                                              std::string_view purpose) const {
    std::vector<DocumentFile> files;
    for (const auto& row : connection.query(
             "SELECT name, content FROM document_file WHERE document_id = ?1 AND purpose = ?2 ORDER BY name",
             {document, std::string{purpose}}))
        files.push_back({row.text(0), row.bytes(1)});
    std::optional<SubjectKey> key;
    std::vector<DocumentFile*> asMade;
    for (auto& file : files) {
        if (purpose == kRead && file.content.empty()) asMade.push_back(&file);
        if (!isSealed(file.content)) continue;
        if (!key) key = keyOf(connection, document);
        if (!key) throw base::Failure{"confidential.damaged"_code, base::NextStep::CallSupervisor, document};
        file.content = key->open(file.content, placeOfFile(document, purpose, file.name));
    }
    if (asMade.empty()) return files;
    const auto made = this->files(connection, document, "made");
    for (auto* file : asMade) file->content = std::ranges::find(made, file->name, &DocumentFile::name)->content;
    return files;
}

base::SecretBytes DocumentBook::secretOf(records::Connection& connection, const std::string& document) const {
    const auto kept = files(connection, document, "secret");
    if (kept.empty()) throw base::Failure{"document.secret-missing"_code, base::NextStep::NewBlank, document};
    return base::expected(m_keys.unwrap(m_wrappingKey, kept.front().content, base::bytesOf(document)), document);
}

void DocumentBook::eraseSecret(records::Transaction& transaction, const std::string& document) const {
    transaction.connection().execute("DELETE FROM document_file WHERE document_id = ?1 AND purpose = 'secret'",
                                     {document});
}

void DocumentBook::keepInspection(records::Transaction& transaction, const std::string& document,
                                  const std::vector<DocumentFile>& files,
                                  const std::vector<DocumentVerdict>& verdicts) const {
    auto& connection = transaction.connection();
    connection.execute("DELETE FROM document_file WHERE document_id = ?1 AND purpose = 'read'", {document});
    connection.execute("DELETE FROM document_verdict WHERE document_id = ?1", {document});
    const auto key = keyOf(connection, document);
    const auto made = this->files(connection, document, "made");
    // What was read is nearly always what was made, and as large.
    for (const auto& file : files) {
        if (file.content.empty()) continue;
        const auto same = std::ranges::find(made, file.name, &DocumentFile::name);
        if (same != made.end() && same->content == file.content)
            keep(transaction, document, kRead, {file.name, {}}, std::nullopt);
        else
            keep(transaction, document, kRead, file, key);
    }
    for (const auto& verdict : verdicts)
        connection.execute(
            "INSERT INTO document_verdict (document_id, check_name, passed, reason) VALUES (?1, ?2, ?3, ?4)",
            {document, verdict.check, std::int64_t{verdict.passed ? 1 : 0}, verdict.reason});
}

std::vector<DocumentVerdict> DocumentBook::verdicts(records::Connection& connection,
                                                    const std::string& document) const {
    std::vector<DocumentVerdict> verdicts;
    for (const auto& row : connection.query(
             "SELECT check_name, passed, reason FROM document_verdict WHERE document_id = ?1 ORDER BY check_name",
             {document}))
        verdicts.push_back({row.text(0), row.integer(1) == 1, row.text(2)});
    return verdicts;
}

bool DocumentBook::pageAwaitsEyes(records::Connection& connection, const std::string& document) const {
    bool awaits = false;
    for (const auto& verdict : verdicts(connection, document)) {
        if (verdict.check == kPageSeen) return false;
        awaits = awaits || verdict.check.ends_with(kAsSent) || verdict.check.ends_with(kDoubtful);
    }
    return awaits;
}

void DocumentBook::overrideRefusal(records::Transaction& transaction, const std::string& document,
                                   const std::string& reason) const {
    transaction.connection().execute(
        "INSERT INTO document_verdict (document_id, check_name, passed, reason) VALUES (?1, ?2, 1, ?3)",
        {document, kOverridden, reason});
    confirmPage(transaction, document);
}

void DocumentBook::confirmPage(records::Transaction& transaction, const std::string& document) const {
    transaction.connection().execute(
        "INSERT INTO document_verdict (document_id, check_name, passed, reason) VALUES (?1, ?2, 1, '')",
        {document, kPageSeen});
}

void DocumentBook::setState(records::Transaction& transaction, const std::string& document,
                            const std::string& state) const {
    transaction.connection().execute("UPDATE document SET state = ?2 WHERE id = ?1", {document, state});
    if (state == "void") eraseSecret(transaction, document);
}

}  // namespace issuance
