// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/key_endings.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "records/approvals/approval.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Author;
using records::Transaction;

constexpr std::string_view kActSignerLabel = "Acts";

base::Fault wrongState(const KeyEntry& entry) {
    return {"pki.wrong-state"_code, {{"entry", entry.id}, {"state", std::string{nameOf(entry.state)}}}, {}};
}

/// Whether the store refuses something of the key because it is not there.
template <class Use>
bool isMissing(Use&& use) {
    try {
        use();
    } catch (const base::Failure& failure) {
        if (failure.code() == "signing.key-missing"_code) return true;
        throw;
    }
    return false;
}

bool ceremoniesMake(const signing::KeyDescription& key) {
    switch (key.purpose) {
        case signing::KeyPurpose::CountrySigning:
        case signing::KeyPurpose::DocumentSigning:
        case signing::KeyPurpose::MasterListSigning:
        case signing::KeyPurpose::SealSigning:
        case signing::KeyPurpose::HouseAuthority:
        case signing::KeyPurpose::OperationalRoot:
        case signing::KeyPurpose::JournalCheckpoint: return true;
        case signing::KeyPurpose::ElectronicSignature: return key.label == kActSignerLabel;
        default: return false;
    }
}

}  // namespace

std::vector<signing::KeyDescription> orphans(const signing::KeyStore& keys, const KeyBook& book,
                                             records::Connection& connection) {
    auto found = keys.keys();
    std::erase_if(found, [&](const auto& key) { return !ceremoniesMake(key) || book.knows(connection, key.id); });
    return found;
}

base::Result<ProvenEnd> KeyEndings::retire(records::Connection& connection, const Author& author, const std::string& id,
                                           const std::string& reason) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (auto checked = checkReason(reason, "reason"); !checked) return checked.refusal();
    auto entry = takeOutOfUse(connection, author, id, reason);
    if (!entry) return entry.refusal();
    auto end = destroyed(entry->key);
    Transaction transaction{connection};
    m_book.take(transaction);
    m_book.recordDestruction(transaction, author, entry->key, &*entry, end.proof);
    end.entry = entry->id;
    if (const auto successor = m_book.active(connection, entry->purpose)) end.successor = successor->id;
    transaction.commit();
    return end;
}

base::Outcome KeyEndings::checkRenewed(records::Connection& connection, const KeyEntry& entry) const {
    if (!isRenewed(entry.purpose)) return {};
    const std::string purpose{nameOf(entry.purpose)};
    if (entry.state == KeyState::Active)
        return base::Fault{"pki.renew-first"_code, {{"entry", entry.id}, {"purpose", purpose}}, {}};
    if (const auto until = lastInForceUnder(connection, m_book, entry, m_clock.now()))
        return base::Fault{
            "pki.authority-needed"_code, {{"entry", entry.id}, {"day", base::formatDate(base::dayOf(*until))}}, {}};
    return {};
}

base::Result<KeyEntry> KeyEndings::takeOutOfUse(records::Connection& connection, const Author& author,
                                                const std::string& id, const std::string& reason) const {
    Transaction transaction{connection};
    m_book.take(transaction);
    auto entry = m_book.find(connection, id);
    if (!entry) return entry;
    if (!entry->hasKey()) return wrongState(*entry);
    if (auto free = checkRenewed(connection, *entry); !free) return free.refusal();
    if (entry->state == KeyState::Active && !m_succession.replace(transaction, author, *entry, reason))
        return base::Fault{"pki.still-needed"_code, {{"entry", id}}, {}};
    if (entry->state != KeyState::Retired) m_book.retire(transaction, author, *entry, reason);
    transaction.commit();
    return entry;
}

// Killed after the destruction and before it was written down, the key is gone already when the ceremony is held again.
ProvenEnd KeyEndings::destroyed(const signing::KeyId& key) const {
    const bool gone = isMissing([&] { m_keys.destroy(key); });
    const auto listed = m_keys.keys();
    const bool absent = std::ranges::none_of(listed, [&](const auto& each) { return each.id == key; });
    const bool unknown = isMissing([&] { (void)m_keys.describe(key); });
    const bool silent = isMissing(
        [&] { (void)m_keys.sign(key, base::DigestAlgorithm::Sha256, base::bytesOf("proof that the key is gone")); });
    if (!absent || !unknown || !silent) throw base::Failure{"pki.key-not-gone"_code, base::NextStep::Stop, key.text()};
    const auto left = std::to_string(listed.size());
    return {"", key,
            std::string{gone ? "found gone" : "destroyed"} + "; of " + left +
                " keys in the store none is it; describing and signing refused: signing.key-missing",
            static_cast<std::int64_t>(listed.size()), ""};
}

base::Result<ProvenEnd> KeyEndings::discard(records::Connection& connection, const Author& author,
                                            const signing::KeyId& key) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    Transaction transaction{connection};
    // A ceremony that is at work now has its key in the book when it lets this one go on.
    m_book.take(transaction);
    if (m_book.knows(connection, key)) return base::Fault{"pki.key-in-book"_code, {{"key", key.text()}}, {}};
    const auto left = orphans(m_keys, m_book, connection);
    if (std::ranges::none_of(left, [&](const auto& each) { return each.id == key; }))
        return base::Fault{"pki.unknown-key"_code, {{"key", key.text()}}, {}};
    auto end = destroyed(key);
    m_book.recordDestruction(transaction, author, key, nullptr, end.proof);
    transaction.commit();
    return end;
}

base::Result<KeyEntry> KeyEndings::revoke(Transaction& transaction, const Author& author, const std::string& id,
                                          const std::string& reason) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (auto checked = checkReason(reason, "reason"); !checked) return checked.refusal();
    m_book.take(transaction);
    auto entry = m_book.find(transaction.connection(), id);
    if (!entry) return entry;
    if (!isRevocable(entry->purpose)) return base::Fault{"pki.not-revocable"_code, {{"entry", id}}, {}};
    if (entry->revoked) return base::Fault{"pki.already-revoked"_code, {{"entry", id}}, {}};
    if (entry->state != KeyState::Retired && entry->state != KeyState::Destroyed)
        m_book.retire(transaction, author, *entry, reason);
    m_book.revoke(transaction, author, *entry, reason);
    (void)m_succession.holder(transaction, author, entry->purpose);
    return entry;
}

}  // namespace issuance
