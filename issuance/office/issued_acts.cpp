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
    std::vector<std::string> contents = m_house.certificates->contentsOf(m_connection, number);
    if (const auto paper = paperNumbered(m_connection, number)) contents.push_back(paper->sha256);
    return std::any_of(contents.begin(), contents.end(), [&](const std::string& content) {
        const auto kept = m_house.contents->get(content);
        return kept && kept->size() <= file.size() && std::equal(kept->begin(), kept->end(), file.begin());
    });
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
