// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/certificate/certificate_book.hpp"
#include "issuance/certificate/signature_policy.hpp"

namespace issuance {

/// Up to which level a certificate's file is proven.
struct CertificateProof {
    SignatureLevel level = SignatureLevel::B;
    std::optional<base::Timestamp> archiveUntil;  ///< the end of its last document time-stamp's certificate
};

/// A certificate in force whose proofs are not what the policy wants.
struct DueProof {
    std::string number;
    std::string day;  ///< on which it was numbered
    CertificateProof has;
    bool renewal = false;  ///< only its last time-stamp's certificate ends soon
};

/// What is proven of which certificate, and what is due. Works inside the caller's transaction.
class ProofBook {
   public:
    ProofBook(const CertificateBook& certificates, const base::Clock& clock)
        : m_certificates(certificates), m_clock(clock) {}

    /// Of its last file; B where nothing was added to its signatures, or not to all.
    [[nodiscard]] CertificateProof of(records::Connection& connection, const std::string& number) const;
    /// Certificates in force that all have signed: below the policy's level, or with a last time-stamp whose
    /// certificate ends within the policy's days. By number.
    [[nodiscard]] std::vector<DueProof> due(records::Connection& connection, const SignaturePolicy& policy) const;
    /// The same of one certificate; nothing where its proofs are what the policy wants, or none are wanted.
    [[nodiscard]] std::optional<DueProof> dueOf(records::Connection& connection, const SignaturePolicy& policy,
                                                const std::string& number) const;
    /// What the number's last file proves.
    void add(records::Transaction& tx, const records::Author& author, const std::string& number,
             const CertificateProof& proof) const;

   private:
    [[nodiscard]] std::vector<DueProof> dueAmong(records::Connection& connection, const SignaturePolicy& policy,
                                                 const std::string& number) const;
    const CertificateBook& m_certificates;
    const base::Clock& m_clock;
};

}  // namespace issuance
