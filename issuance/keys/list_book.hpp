// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "issuance/keys/succession.hpp"

namespace issuance {

/// A revocation list as it was issued.
struct IssuedRevocationList {
    std::int64_t number = 0;
    std::string issuer;  ///< entry
    base::Timestamp thisUpdate, nextUpdate;
    base::Bytes content;
};

/// A master list as it was issued.
struct IssuedMasterList {
    std::int64_t number = 0;
    std::string signer;  ///< entry
    base::Timestamp time;
    std::int64_t certificates = 0;
    base::Bytes content;
};

/// The certificate of a person's signing key that may be in other hands.
struct CompromisedCertifier {
    std::string entry;
    signing::Certificate certificate;
    base::Timestamp revoked;
};

/// The lists that the house issues: each is made by two people, judged by our own lint, kept and journalled.
class ListBook {
   public:
    ListBook(const signing::KeyStore& keys, const KeyBook& book, const base::Clock& clock)
        : m_keys(keys), m_book(book), m_clock(clock), m_succession(book, clock) {}

    [[nodiscard]] std::optional<IssuedRevocationList> lastRevocationList(records::Connection& connection) const;
    /// The last one of each authority of the house's own, whose signers stand on papers; the newest authority's first.
    [[nodiscard]] std::vector<IssuedRevocationList> lastHouseLists(records::Connection& connection) const;
    [[nodiscard]] std::optional<IssuedMasterList> lastMasterList(records::Connection& connection) const;

    /// People's keys that the house's list must name; those that only ended are not among them.
    [[nodiscard]] static std::vector<CompromisedCertifier> compromisedCertifiers(records::Connection& connection);

    /// The one whole list of the country, by its newest key (Doc 9303-12 4.1.5, table 9). Refuses "pki.no-csca",
    /// "pki.bad-limit" for days beyond 3 to 90, "pki.crl-too-soon" within 48 hours of the last one.
    base::Result<IssuedRevocationList> issueRevocationList(records::Transaction& transaction,
                                                           const records::Author& author, std::int64_t days) const;
    /// The list of the house's own authority, and of those before it that certified what is still in force; the newest
    /// one's first. Refuses "pki.no-house-authority", "pki.bad-limit" for days beyond 1 to 90.
    base::Result<std::vector<IssuedRevocationList>> issueHouseLists(records::Transaction& transaction,
                                                                    const records::Author& author,
                                                                    std::int64_t days) const;
    /// The first one, which comes with the authority at the founding, where nobody is there yet but one person.
    base::Result<IssuedRevocationList> issueFirstHouseList(records::Transaction& transaction,
                                                           const records::Author& author) const;
    /// Our own country signers and links that are in force, and other countries' that were accepted (Doc 9303-12 9).
    /// Refuses "pki.no-list-signer", and what makeMasterList refuses.
    base::Result<IssuedMasterList> issueMasterList(records::Transaction& transaction, const records::Author& author,
                                                   std::span<const signing::Certificate> others) const;

   private:
    struct Series;
    [[nodiscard]] std::vector<signing::RevocationProfile::Entry> revoked(records::Connection& connection,
                                                                         const KeyEntry& authority) const;
    base::Result<IssuedRevocationList> issue(records::Transaction& transaction, const records::Author& author,
                                             const KeyEntry& authority, std::int64_t days) const;
    void keep(records::Transaction& transaction, const records::Author& author, const Series& series,
              const IssuedRevocationList& list, std::size_t revoked) const;
    void keep(records::Transaction& transaction, const records::Author& author, const IssuedMasterList& list) const;

    const signing::KeyStore& m_keys;
    const KeyBook& m_book;
    const base::Clock& m_clock;
    Succession m_succession;
};

}  // namespace issuance
