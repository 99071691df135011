// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/house.hpp"

namespace issuance {

/// Brings certificates to the level of the house's policy: time-stamps, proofs, renewals. Authorities are asked while
/// no transaction is open; what they answered is written in one of its own, and not at all where somebody else has
/// written to the file meanwhile.
class CertificateProving {
   public:
    /// How long authorities may take: 5 seconds for an answer and 15 for an act at a counter, 15 and 60 in a batch.
    enum class Patience { Counter, Batch };
    enum class Renewal { WhenDue, Now };
    /// What a certificate's file is proven up to, and why it is not more.
    struct Reached {
        CertificateProof proof;
        std::int64_t revision = 0;
        std::vector<base::Fault> lacking;
    };

    /// `failed`: addresses of `unreachable` that an earlier act of the same command found; they are not asked.
    CertificateProving(House& house, records::Connection& connection, records::Author author, Patience patience,
                       const std::vector<std::string>& failed = {});

    /// After a signature that is in the books: its time-stamp, and after the last signature what closes the file. What
    /// cannot be had now is lacking and stays due; after the first time nobody is asked again.
    Reached afterSigning(const std::string& number);
    /// Closes or renews a certificate that all have signed. Refuses "signature.no-authority", "certificate.unknown",
    /// "certificate.not-issued", "certificate.ended-already", "certificate.proofs-complete",
    /// "certificate.changed-meanwhile", and what closeAt and renewArchive refuse.
    base::Result<Reached> prove(const std::string& number, Renewal renewal);
    /// Servers and addresses that failed.
    [[nodiscard]] std::vector<std::string> unreachable() const { return m_errand->failed(); }

   private:
    struct Standing;
    [[nodiscard]] base::Result<Standing> standing(const std::string& number) const;
    [[nodiscard]] LongTermRooms rooms() const;
    base::Result<Reached> keep(const Standing& before, const base::Bytes& pdf, SignatureLevel level);
    Reached onlyStamped(const Standing& before, const base::Bytes& stamped, std::vector<base::Fault> lacking);

    House& m_house;
    records::Connection& m_connection;
    records::Author m_author;
    SignaturePolicy m_policy;
    std::vector<signing::Certificate> m_anchors, m_timestampAnchors;
    std::shared_ptr<base::http::Errand> m_errand;
    signing::RevocationSource m_revocations;
    signing::TimestampClient m_timestamps;
    bool m_gaveUp = false;
};

/// The authority of a policy, over HTTP.
signing::TimestampClient timestampClientOf(const SignaturePolicy& policy, const base::Clock& clock,
                                           std::shared_ptr<base::http::Errand> errand);
/// What is known of revocations: the house's own lists, and what certificates' own addresses tell.
signing::RevocationSource revocationsOf(const House& house, records::Connection& connection,
                                        std::shared_ptr<base::http::Errand> errand);

}  // namespace issuance
