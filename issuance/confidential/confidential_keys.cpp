// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/confidential/confidential_keys.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::int64_t kPortion = 200;
constexpr std::string_view kVersions =
    "SELECT k.version, k.key_id, k.made_at, k.made_by, k.destroyed_at, (SELECT COUNT(*) FROM confidential_subject s "
    "WHERE s.version = k.version) FROM confidential_key k ";

/// What a wrapped key belongs to.
base::Bytes belonging(const std::string& subject) { return base::bytesOf("confidential/" + subject); }

std::string labelOf(std::int64_t version) { return "confidential " + std::to_string(version); }

ConfidentialVersion versionFrom(const records::Row& row) {
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.textOrEmpty(4), row.integer(5)};
}

bool isThere(const signing::KeyStore& keys, const std::string& id) {
    const auto all = keys.keys();
    return std::ranges::any_of(all, [&](const auto& each) { return each.id.text() == id; });
}

void takeTurn(records::Transaction& transaction) { transaction.takeTurn("confidential", "key"); }

}  // namespace

std::optional<ConfidentialVersion> ConfidentialKeys::newest(records::Connection& connection) const {
    const auto row = connection.queryOne(std::string{kVersions} + "ORDER BY k.version DESC LIMIT 1");
    return row ? std::optional{versionFrom(*row)} : std::nullopt;
}

std::vector<ConfidentialVersion> ConfidentialKeys::versions(records::Connection& connection) const {
    std::vector<ConfidentialVersion> all;
    for (const auto& row : connection.query(std::string{kVersions} + "ORDER BY k.version DESC"))
        all.push_back(versionFrom(row));
    return all;
}

// A key that was made for this version before, by a transaction that did not come to its end, is this version's.
ConfidentialVersion ConfidentialKeys::makeVersion(records::Transaction& transaction, const records::Author& author,
                                                  std::int64_t version) const {
    std::optional<signing::KeyId> key;
    for (const auto& each : m_keys.keys())
        if (each.purpose == signing::KeyPurpose::Wrapping && each.label == labelOf(version)) key = each.id;
    if (!key) key = m_keys.generate(signing::KeyPurpose::Wrapping, signing::KeyAlgorithm::Aes256, labelOf(version));
    ConfidentialVersion made{version, key->text(), base::formatTimestamp(m_clock.now()), author.person.text(), {}, 0};
    transaction.connection().execute(
        "INSERT INTO confidential_key (version, key_id, made_at, made_by) VALUES (?1, ?2, ?3, ?4)",
        {made.version, made.keyId, made.madeAt, made.madeBy});
    appendToJournal(
        transaction, m_clock,
        {author, "confidential.key", "confidential_key", std::to_string(version), "", {{"key", made.keyId}}});
    return made;
}

SubjectKey ConfidentialKeys::begin(records::Transaction& transaction, const records::Author& author,
                                   const std::string& subject) const {
    takeTurn(transaction);
    auto& connection = transaction.connection();
    auto version = newest(connection);
    if (!version) version = makeVersion(transaction, author, 1);
    auto key = SubjectKey::make();
    connection.execute(
        "INSERT INTO confidential_subject (subject, version, wrapped) VALUES (?1, ?2, ?3)",
        {subject, version->version, m_keys.wrap(signing::KeyId{version->keyId}, key.secret(), belonging(subject))});
    return key;
}

SubjectKey ConfidentialKeys::take(records::Transaction& transaction, const records::Author& author,
                                  const std::string& subject) const {
    if (auto known = find(transaction.connection(), subject)) return std::move(*known);
    takeTurn(transaction);
    if (auto known = find(transaction.connection(), subject)) return std::move(*known);
    return begin(transaction, author, subject);
}

std::optional<SubjectKey> ConfidentialKeys::find(records::Connection& connection, const std::string& subject) const {
    const auto wrapped = [&] {
        return connection.queryOne(
            "SELECT k.key_id, s.wrapped FROM confidential_subject s JOIN confidential_key k ON k.version = s.version "
            "WHERE s.subject = ?1",
            {subject});
    };
    auto row = wrapped();
    if (!row) return std::nullopt;
    const auto unwrapped = [&] {
        return SubjectKey{
            base::expected(m_keys.unwrap(signing::KeyId{row->text(0)}, row->bytes(1), belonging(subject)), subject)};
    };
    try {
        return unwrapped();
    } catch (const base::Failure& failure) {
        if (failure.code() != "signing.key-missing"_code) throw;
    }
    // Meanwhile it was wrapped anew, and the version that wrapped it before has ended.
    row = wrapped();
    return unwrapped();
}

SubjectKey ConfidentialKeys::of(records::Connection& connection, const std::string& subject) const {
    auto key = find(connection, subject);
    if (!key) throw base::Failure{"confidential.damaged"_code, base::NextStep::CallSupervisor, subject};
    return std::move(*key);
}

ConfidentialKeys::Rotated ConfidentialKeys::rotate(records::Connection& connection, const records::Author& author,
                                                   const std::function<void(std::int64_t)>& progress) const {
    destroyEnded(connection);
    Rotated rotated;
    ConfidentialVersion last;
    {
        records::Transaction transaction{connection};
        takeTurn(transaction);
        const auto before = versions(connection);
        const bool unfinished =
            std::ranges::count_if(before, [](const auto& each) { return each.destroyedAt.empty(); }) > 1;
        last = unfinished ? before.front()
                          : makeVersion(transaction, author, before.empty() ? 1 : before.front().version + 1);
        transaction.commit();
    }
    rotated.version = last.version;
    while (const auto some = wrapSomeAnew(connection, last)) {
        rotated.subjects += some;
        if (progress) progress(rotated.subjects);
    }
    for (const auto& ended : endThoseBefore(connection, author, last)) rotated.destroyed.push_back(ended.version);
    destroyEnded(connection);
    return rotated;
}

std::int64_t ConfidentialKeys::wrapSomeAnew(records::Connection& connection, const ConfidentialVersion& by) const {
    records::Transaction transaction{connection};
    takeTurn(transaction);
    const auto rows = connection.query(
        "SELECT s.subject, s.wrapped, k.key_id, s.version FROM confidential_subject s JOIN confidential_key k ON "
        "k.version = s.version WHERE s.version < ?1 ORDER BY s.subject LIMIT ?2",
        {by.version, kPortion});
    for (const auto& row : rows) {
        const auto& subject = row.text(0);
        const auto key =
            base::expected(m_keys.unwrap(signing::KeyId{row.text(2)}, row.bytes(1), belonging(subject)), subject);
        connection.execute("UPDATE confidential_subject SET version = ?2, wrapped = ?3 WHERE subject = ?1",
                           {subject, by.version, m_keys.wrap(signing::KeyId{by.keyId}, key, belonging(subject))});
    }
    transaction.commit();
    return std::ssize(rows);
}

// Subjects begin under the newest version only, in turn with this: where none is left, none can come.
std::vector<ConfidentialVersion> ConfidentialKeys::endThoseBefore(records::Connection& connection,
                                                                  const records::Author& author,
                                                                  const ConfidentialVersion& last) const {
    records::Transaction transaction{connection};
    takeTurn(transaction);
    std::vector<ConfidentialVersion> ended;
    for (const auto& each : versions(connection)) {
        if (each.version >= last.version || !each.destroyedAt.empty() || each.subjects > 0) continue;
        connection.execute("UPDATE confidential_key SET destroyed_at = ?2 WHERE version = ?1",
                           {each.version, base::formatTimestamp(m_clock.now())});
        appendToJournal(transaction, m_clock,
                        {author,
                         "confidential.key-end",
                         "confidential_key",
                         std::to_string(each.version),
                         "",
                         {{"key", each.keyId}}});
        ended.push_back(each);
    }
    transaction.commit();
    return ended;
}

// The word comes before the deed here: a key that was to end and is still there ends with the next rotation.
void ConfidentialKeys::destroyEnded(records::Connection& connection) const {
    for (const auto& each : versions(connection))
        if (!each.destroyedAt.empty() && isThere(m_keys, each.keyId)) m_keys.destroy(signing::KeyId{each.keyId});
}

}  // namespace issuance
