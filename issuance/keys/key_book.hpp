// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/key_entry.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// A certificate that enters the book.
struct NewKeyEntry {
    CertifiedPurpose purpose = CertifiedPurpose::DocumentSigner;
    signing::KeyId key;
    std::string issuer;  ///< empty: signed by its own key
    base::Bytes certificate;
    std::optional<signing::Period> use = {};  ///< where the certificate does not say it
    std::optional<std::int64_t> mostDocuments = {};
};

/// Every certified key of the house from its making to its end, with the lists that were issued
/// (docs/formats/key-book.md). Changes take the caller's transaction and write the journal; what may follow what, the
/// database enforces. Whether a change is right is for the ceremonies to say.
class KeyBook {
   public:
    explicit KeyBook(const base::Clock& clock) : m_clock(clock) {}

    /// Comes first in each transaction that changes the book: others wait until it ends.
    void take(records::Transaction& transaction) const;
    /// Grows with each change of the book.
    [[nodiscard]] std::int64_t changes(records::Connection& connection) const;

    /// In the order in which they were made.
    [[nodiscard]] std::vector<KeyEntry> all(records::Connection& connection) const;
    [[nodiscard]] std::vector<KeyEntry> ofPurpose(records::Connection& connection, CertifiedPurpose purpose) const;
    [[nodiscard]] std::optional<KeyEntry> active(records::Connection& connection, CertifiedPurpose purpose) const;
    /// Refuses "pki.unknown-entry".
    [[nodiscard]] base::Result<KeyEntry> find(records::Connection& connection, const std::string& id) const;
    [[nodiscard]] bool knows(records::Connection& connection, const signing::KeyId& key) const;

    /// The number that the next entry of the purpose will have.
    [[nodiscard]] std::int64_t nextNumber(records::Connection& connection, CertifiedPurpose purpose) const;
    KeyEntry enter(records::Transaction& transaction, const records::Author& author, const NewKeyEntry& entry) const;
    void publish(records::Transaction& transaction, const records::Author& author, KeyEntry& entry,
                 const std::string& reference) const;
    void activate(records::Transaction& transaction, const records::Author& author, KeyEntry& entry) const;
    void retire(records::Transaction& transaction, const records::Author& author, KeyEntry& entry,
                const std::string& reason) const;
    void revoke(records::Transaction& transaction, const records::Author& author, KeyEntry& entry,
                const std::string& reason) const;
    /// A retired key's end, or that of a key that is no entry's (null).
    void recordDestruction(records::Transaction& transaction, const records::Author& author, const signing::KeyId& key,
                           KeyEntry* entry, const std::string& proof) const;

    /// Counts a document against the signer; false where it is spent or does not sign any more.
    [[nodiscard]] bool countDocument(records::Transaction& transaction, const std::string& signer) const;

   private:
    void move(records::Transaction& transaction, const records::Author& author, KeyEntry& entry, KeyState next,
              const std::string& reason) const;
    [[nodiscard]] std::vector<KeyEntry> select(records::Connection& connection, const std::string& condition,
                                               const records::Values& values) const;

    const base::Clock& m_clock;
};

}  // namespace issuance
