// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/issued_acts.hpp"

#include "issuance/certificate/essential_content.hpp"
#include "issuance/office/act_papers.hpp"

namespace issuance {

std::optional<IssuedAct> BooksOfActs::find(const std::string& number) const {
    if (const auto entry = m_house.certificates->numbered(m_connection, number))
        return IssuedAct{!entry->ending.empty(), entry->endedAt, entry->reason, essentialHash(entry->values)};
    if (paperNumbered(m_connection, number)) return IssuedAct{};
    return std::nullopt;
}

VerificationTrust trustOf(const House& house, records::Connection& connection) {
    VerificationTrust trust;
    for (const auto& entry : house.keyBook->all(connection)) {
        if (entry.purpose == CertifiedPurpose::HouseAuthority) trust.signatureRoots.push_back(entry.certificate);
        if (entry.purpose == CertifiedPurpose::SealSigner) trust.sealSigners.push_back(entry.certificate);
        if (entry.purpose == CertifiedPurpose::Csca || entry.purpose == CertifiedPurpose::CscaLink)
            trust.countrySigners.push_back(entry.certificate);
    }
    return trust;
}

}  // namespace issuance
