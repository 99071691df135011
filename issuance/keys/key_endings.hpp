// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/succession.hpp"

namespace issuance {

/// What was proven of a private key's end.
struct ProvenEnd {
    std::string entry;  ///< empty for a key of no entry
    signing::KeyId key;
    std::string proof;          ///< as the book keeps it
    std::int64_t keysLeft = 0;  ///< that the store has, none of which is it
    std::string successor;      ///< the entry that signs in its place; empty where none does
};

/// The ceremonies that end keys. Each takes two people. Destroying cannot be taken back, so that it is done as a
/// physical act: the key is out of use in the books before it is touched, and what was found afterwards is written down
/// then; killed in between, the same ceremony is held again.
class KeyEndings {
   public:
    KeyEndings(signing::KeyStore& keys, const KeyBook& book, const base::Clock& clock)
        : m_keys(keys), m_book(book), m_clock(clock), m_succession(book, clock) {}

    /// Destroys a private key and proves it. An active key hands over to the one that stands by. In transactions of its
    /// own. Refuses "pki.unknown-entry", "pki.wrong-state", "pki.still-needed", "pki.renew-first",
    /// "pki.authority-needed", "pki.reason-missing".
    base::Result<ProvenEnd> retire(records::Connection& connection, const records::Author& author,
                                   const std::string& id, const std::string& reason) const;
    /// Destroys a key of the store that no entry names: what an interrupted ceremony left. Refuses "pki.unknown-key",
    /// "pki.key-in-book".
    base::Result<ProvenEnd> discard(records::Connection& connection, const records::Author& author,
                                    const signing::KeyId& key) const;
    /// Takes a certificate back; its key signs no more, and the next revocation list names it. Refuses
    /// "pki.unknown-entry", "pki.not-revocable", "pki.already-revoked", "pki.reason-missing".
    base::Result<KeyEntry> revoke(records::Transaction& transaction, const records::Author& author,
                                  const std::string& id, const std::string& reason) const;

   private:
    base::Result<KeyEntry> takeOutOfUse(records::Connection& connection, const records::Author& author,
                                        const std::string& id, const std::string& reason) const;
    /// An authority stays as long as somebody must be told of what it certified.
    [[nodiscard]] base::Outcome checkRenewed(records::Connection& connection, const KeyEntry& entry) const;
    [[nodiscard]] ProvenEnd destroyed(const signing::KeyId& key) const;

    signing::KeyStore& m_keys;
    const KeyBook& m_book;
    const base::Clock& m_clock;
    Succession m_succession;
};

/// Keys of the store that ceremonies make and that no entry of the book names, oldest first.
std::vector<signing::KeyDescription> orphans(const signing::KeyStore& keys, const KeyBook& book,
                                             records::Connection& connection);

}  // namespace issuance
