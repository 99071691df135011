// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "issuance/certificate/certificate_book.hpp"
#include "issuance/certificate/certificate_desk.hpp"

namespace issuance {

/// Everything that a certificate states, and where it stands now.
struct CertificateFacts {
    const CertificateEntry& entry;
    const CertificateType& type;
    const RequestEntry& request;
    const DraftEntry& draft;
    std::vector<CertificatePerson> signers;  ///< in the order of their signatures
};

/// As JSON for people and other programs (docs/formats/certificate.md): number, type, holder, signers, code, folios,
/// the values of the template, the hash of the essential content and the seal that holds it.
std::string factsOf(const CertificateFacts& facts);

/// What a hand-over lacks: "certificate.field-missing", "certificate.field-wrong".
std::vector<base::Fault> faultsOfDelivery(const contract::CertificateDeliver& delivery);

/// What speaks against giving a certificate once more, but for the receipt's amount: "certificate.field-missing",
/// "certificate.field-wrong", "certificate.receipt-missing", "certificate.receipt-not-wanted".
std::vector<base::Fault> faultsOfReissue(const contract::CertificateReissue& asked, const CertificateType& type);

}  // namespace issuance
