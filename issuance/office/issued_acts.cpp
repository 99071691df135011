// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/issued_acts.hpp"

#include <algorithm>

#include "issuance/certificate/essential_content.hpp"
#include "issuance/office/act_papers.hpp"

namespace issuance {

std::optional<IssuedAct> BooksOfActs::find(const std::string& number) const {
    if (const auto entry = m_house.certificates->numbered(m_connection, number))
        return IssuedAct{!entry->ending.empty(), entry->endedAt, entry->reason, essentialHash(entry->values)};
    if (paperNumbered(m_connection, number)) return IssuedAct{};
    return std::nullopt;
}

bool BooksOfActs::wrote(const std::string& number, base::BytesView file) const {
    if (m_house.certificates->wrote(m_connection, number, file)) return true;
    const auto paper = paperNumbered(m_connection, number);
    if (!paper) return false;
    const auto kept = m_house.contents->get(paper->sha256);
    return kept && kept->size() <= file.size() && std::equal(kept->begin(), kept->end(), file.begin());
}

VerificationTrust trustOf(const House& house, records::Connection& connection) {
    VerificationTrust trust;
    for (const auto& entry : house.keyBook->all(connection)) {
        if (entry.purpose == CertifiedPurpose::HouseAuthority) trust.signatureRoots.push_back(entry.certificate);
        if (entry.purpose == CertifiedPurpose::SealSigner) trust.sealSigners.push_back(entry.certificate);
        if (entry.purpose == CertifiedPurpose::Csca || entry.purpose == CertifiedPurpose::CscaLink)
            trust.countrySigners.push_back(entry.certificate);
    }
    trust.timestampRoots = house.signaturePolicies->timestampAnchors(connection);
    return trust;
}

}  // namespace issuance
