// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "issuance/keys/succession.hpp"
#include "signing/sod/document_signer.hpp"

namespace issuance {

/// Which document signer seals the next document. Each document is counted against its signer's limit before it is
/// made, so that a signer never seals more than it may, whatever happens in between. May be asked by several threads.
class SignerRoster {
   public:
    SignerRoster(const signing::KeyStore& keys, const KeyBook& book, const base::Clock& clock)
        : m_keys(keys), m_book(book), m_clock(clock), m_succession(book, clock) {}

    /// The signer for one document with this code in its machine readable zone, counted in the caller's transaction;
    /// where the active one is spent or has ended, the one that stands by takes its place. Refuses "pki.no-signer", and
    /// "pki.signer-not-for-kind" where its certificate does not list the code.
    base::Result<std::shared_ptr<const signing::DocumentSigner>> take(records::Transaction& transaction,
                                                                      const records::Author& author,
                                                                      const std::string& documentCode) const;

   private:
    [[nodiscard]] std::shared_ptr<const signing::DocumentSigner> signerOf(records::Connection& connection,
                                                                          const KeyEntry& entry) const;

    const signing::KeyStore& m_keys;
    const KeyBook& m_book;
    const base::Clock& m_clock;
    Succession m_succession;
    mutable std::mutex m_guard;
    mutable std::map<std::string, std::shared_ptr<const signing::DocumentSigner>> m_signers;  ///< by entry
};

}  // namespace issuance
