// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/key_book.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Transaction;

constexpr std::string_view kSelect =
    "SELECT k.id, k.purpose, k.number, k.key_id, k.issuer, k.certificate, k.use_from, k.use_until, k.made_at, k.state, "
    "k.published_at, k.publication, r.time, u.documents, u.most_documents FROM certified_key k "
    "LEFT JOIN certificate_revocation r ON r.certified_key = k.id LEFT JOIN signer_use u ON u.signer = k.id ";

std::string text(std::string_view name) { return std::string{name}; }

base::Timestamp momentOf(const std::string& stored) {
    return base::expected(base::parseTimestamp(stored), "certified_key");
}

std::optional<base::Timestamp> momentIn(const records::Row& row, std::size_t column) {
    return row.isNull(column) ? std::nullopt : std::optional{momentOf(row.text(column))};
}

KeyState stateNamed(const std::string& name) {
    for (const auto state :
         {KeyState::Made, KeyState::Published, KeyState::Active, KeyState::Retired, KeyState::Destroyed})
        if (nameOf(state) == name) return state;
    throw base::Failure{"pki.book-damaged"_code, base::NextStep::Stop, "certified_key", name};
}

KeyEntry entryOf(const records::Row& row) {
    const auto purpose = certifiedPurposeNamed(row.text(1));
    if (!purpose) throw base::Failure{"pki.book-damaged"_code, base::NextStep::Stop, "certified_key", row.text(0)};
    KeyEntry entry;
    entry.id = row.text(0);
    entry.purpose = *purpose;
    entry.number = row.integer(2);
    entry.key = signing::KeyId{row.text(3)};
    entry.issuer = row.text(4);
    entry.certificate = base::expected(signing::readCertificate(row.bytes(5)), entry.id);
    entry.use = {momentOf(row.text(6)), momentOf(row.text(7))};
    entry.made = momentOf(row.text(8));
    entry.state = stateNamed(row.text(9));
    entry.published = momentIn(row, 10);
    entry.publication = row.textOrEmpty(11);
    entry.revoked = momentIn(row, 12);
    if (!row.isNull(13)) entry.documents = row.integer(13);
    if (!row.isNull(14)) entry.mostDocuments = row.integer(14);
    return entry;
}

std::vector<std::pair<std::string, std::string>> factsOf(const KeyEntry& entry) {
    return {{"purpose", text(nameOf(entry.purpose))},
            {"key", entry.key.text()},
            {"issuer", entry.issuer},
            {"sha256", base::toHex(base::sha256(entry.certificate.der))}};
}

}  // namespace

void KeyBook::take(Transaction& transaction) const {
    transaction.connection().execute("UPDATE key_book SET changes = changes + 1 WHERE name = 'keys'");
}

std::int64_t KeyBook::changes(records::Connection& connection) const {
    return connection.queryOne("SELECT changes FROM key_book WHERE name = 'keys'")->integer(0);
}

std::vector<KeyEntry> KeyBook::select(records::Connection& connection, const std::string& condition,
                                      const records::Values& values) const {
    std::vector<KeyEntry> entries;
    for (const auto& row :
         connection.query(std::string{kSelect} + condition + " ORDER BY k.made_at, k.purpose, k.number", values))
        entries.push_back(entryOf(row));
    return entries;
}

std::vector<KeyEntry> KeyBook::all(records::Connection& connection) const { return select(connection, "", {}); }

std::vector<KeyEntry> KeyBook::ofPurpose(records::Connection& connection, CertifiedPurpose purpose) const {
    return select(connection, "WHERE k.purpose = ?1", {text(nameOf(purpose))});
}

std::optional<KeyEntry> KeyBook::active(records::Connection& connection, CertifiedPurpose purpose) const {
    auto found = select(connection, "WHERE k.purpose = ?1 AND k.state = 'active'", {text(nameOf(purpose))});
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

base::Result<KeyEntry> KeyBook::find(records::Connection& connection, const std::string& id) const {
    auto found = select(connection, "WHERE k.id = ?1", {id});
    if (found.empty()) return base::Fault{"pki.unknown-entry"_code, {{"entry", id}}, {}};
    return std::move(found.front());
}

bool KeyBook::knows(records::Connection& connection, const signing::KeyId& key) const {
    return connection.queryOne("SELECT 1 FROM certified_key WHERE key_id = ?1", {key.text()}).has_value();
}

std::int64_t KeyBook::nextNumber(records::Connection& connection, CertifiedPurpose purpose) const {
    return connection
        .queryOne("SELECT COALESCE(MAX(number), 0) + 1 FROM certified_key WHERE purpose = ?1", {text(nameOf(purpose))})
        ->integer(0);
}

KeyEntry KeyBook::enter(Transaction& transaction, const records::Author& author, const NewKeyEntry& entry) const {
    auto& connection = transaction.connection();
    const auto number = nextNumber(connection, entry.purpose);
    const auto id = entryIdOf(entry.purpose, number);
    const auto certificate = base::expected(signing::readCertificate(entry.certificate), id);
    const auto use = entry.use.value_or(useOf(certificate));
    connection.execute(
        "INSERT INTO certified_key (id, purpose, number, key_id, issuer, certificate, serial_number, valid_from, "
        "valid_until, use_from, use_until, made_at, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
        "'made')",
        {id, text(nameOf(entry.purpose)), number, entry.key.text(), entry.issuer.empty() ? id : entry.issuer,
         entry.certificate, base::toHex(certificate.serialNumber), base::formatTimestamp(certificate.notBefore),
         base::formatTimestamp(certificate.notAfter), base::formatTimestamp(use.begin), base::formatTimestamp(use.end),
         base::formatTimestamp(m_clock.now())});
    if (entry.purpose == CertifiedPurpose::DocumentSigner)
        connection.execute("INSERT INTO signer_use (signer, documents, most_documents) VALUES (?1, 0, ?2)",
                           {id, entry.mostDocuments ? records::Value{*entry.mostDocuments} : records::Value{}});
    auto entered = base::expected(find(connection, id), id);
    appendToJournal(transaction, m_clock, {author, "key.made", "key", id, "", factsOf(entered)});
    return entered;
}

void KeyBook::publish(Transaction& transaction, const records::Author& author, KeyEntry& entry,
                      const std::string& reference) const {
    entry.published = m_clock.now();
    entry.publication = reference;
    entry.state = KeyState::Published;
    transaction.connection().execute(
        "UPDATE certified_key SET state = 'published', published_at = ?2, publication = ?3 WHERE id = ?1",
        {entry.id, base::formatTimestamp(*entry.published), reference});
    appendToJournal(transaction, m_clock, {author, "key.published", "key", entry.id, reference, {}});
}

void KeyBook::activate(Transaction& transaction, const records::Author& author, KeyEntry& entry) const {
    move(transaction, author, entry, KeyState::Active, "");
}

void KeyBook::retire(Transaction& transaction, const records::Author& author, KeyEntry& entry,
                     const std::string& reason) const {
    move(transaction, author, entry, KeyState::Retired, reason);
}

void KeyBook::move(Transaction& transaction, const records::Author& author, KeyEntry& entry, KeyState next,
                   const std::string& reason) const {
    transaction.connection().execute("UPDATE certified_key SET state = ?2 WHERE id = ?1",
                                     {entry.id, text(nameOf(next))});
    entry.state = next;
    const auto act = next == KeyState::Active ? "key.activated" : "key.retired";
    appendToJournal(transaction, m_clock,
                    {author, act, "key", entry.id, reason, {{"documents", std::to_string(entry.documents)}}});
}

void KeyBook::revoke(Transaction& transaction, const records::Author& author, KeyEntry& entry,
                     const std::string& reason) const {
    entry.revoked = std::chrono::floor<std::chrono::seconds>(m_clock.now());
    transaction.connection().execute(
        "INSERT INTO certificate_revocation (certified_key, time, person, second, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
        {entry.id, base::formatTimestamp(*entry.revoked), author.person.text(), author.approver.value().text(),
         reason});
    appendToJournal(transaction, m_clock, {author, "key.revoked", "key", entry.id, reason, factsOf(entry)});
}

void KeyBook::recordDestruction(Transaction& transaction, const records::Author& author, const signing::KeyId& key,
                                KeyEntry* entry, const std::string& proof) const {
    auto& connection = transaction.connection();
    connection.execute(
        "INSERT INTO key_destruction (key_id, certified_key, time, person, second, proof) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6)",
        {key.text(), entry != nullptr ? records::Value{entry->id} : records::Value{},
         base::formatTimestamp(m_clock.now()), author.person.text(), author.approver.value().text(), proof});
    if (entry != nullptr) {
        connection.execute("UPDATE certified_key SET state = 'destroyed' WHERE id = ?1", {entry->id});
        entry->state = KeyState::Destroyed;
    }
    appendToJournal(transaction, m_clock,
                    {author,
                     "key.destroyed",
                     "key",
                     entry != nullptr ? entry->id : key.text(),
                     "",
                     {{"key", key.text()}, {"proof", proof}}});
}

bool KeyBook::countDocument(Transaction& transaction, const std::string& signer) const {
    return transaction.connection().execute(
               "UPDATE signer_use SET documents = documents + 1 WHERE signer = ?1 AND (most_documents IS NULL OR "
               "documents < most_documents) AND EXISTS (SELECT 1 FROM certified_key WHERE id = ?1 AND state = "
               "'active')",
               {signer}) == 1;
}

}  // namespace issuance
