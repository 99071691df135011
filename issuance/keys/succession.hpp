// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/key_book.hpp"

namespace issuance {

/// Who signs next: brings the key that stands by into use when the active one is spent, ended or revoked, in the
/// transaction that needs it. A country signer's newest key takes over as soon as it may (Doc 9303-12 4.1.5); the
/// others serve until they are spent. Nothing that was not published is ever used.
class Succession {
   public:
    Succession(const KeyBook& book, const base::Clock& clock) : m_book(book), m_clock(clock) {}

    /// The entry that signs now, after a change of keys where one is due; nothing where none may.
    std::optional<KeyEntry> holder(records::Transaction& transaction, const records::Author& author,
                                   CertifiedPurpose purpose) const;
    /// Takes an active entry out of use for the one that stands by; false where none does.
    bool replace(records::Transaction& transaction, const records::Author& author, KeyEntry& active,
                 const std::string& reason) const;

    /// From when on a published country signer may sign: at once where it is the country's first, else two days after
    /// it was published, so that nobody meets it before its certificate. Nothing where it is not published.
    static std::optional<base::Timestamp> mayBegin(const KeyEntry& entry);

   private:
    [[nodiscard]] std::optional<KeyEntry> next(records::Connection& connection, CertifiedPurpose purpose) const;
    std::optional<KeyEntry> handOver(records::Transaction& transaction, const records::Author& author,
                                     std::optional<KeyEntry> active, KeyEntry successor,
                                     const std::string& reason) const;

    const KeyBook& m_book;
    const base::Clock& m_clock;
};

/// Why an active entry signs no more: "spent" or "ended".
std::string endingOf(const KeyEntry& entry);

}  // namespace issuance
