// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/card_security.hpp"

#include "signing/asn1/cursor.hpp"
#include "signing/cms/signed_data.hpp"

namespace chip {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestFile = 64 * 1024;

base::Fault malformed(std::string_view what) {
    return {"signing.malformed"_code, {{"what", std::string{what}}}, "EF.CardSecurity"};
}

/// The signer's certificate among those that the file holds.
base::Result<signing::Certificate> signerIn(const signing::SignedData& data) {
    for (const auto& octets : data.certificates) {
        auto certificate = signing::readCertificate(octets);
        if (!certificate) return certificate.refusal();
        if (signing::names(data.signers.front(), *certificate)) return certificate;
    }
    return base::Fault{"signing.signer-certificate-missing"_code, {}, "EF.CardSecurity"};
}

void checkSignature(const signing::SignedData& data, const signing::Certificate& certificate,
                    CardSecurityVerdict& verdict) {
    const auto& signer = data.signers.front();
    const auto key = signing::PublicKey::read(certificate.publicKey);
    const bool holds = signing::digestHolds(signer, *data.content);
    verdict.signatureValid = key && holds && signing::signatureHolds(signer, *key, *data.content);
    if (!verdict.signatureValid)
        verdict.reasons.push_back(
            {holds ? "signing.signature-wrong"_code : "signing.content-altered"_code, {}, "EF.CardSecurity"});
}

}  // namespace

CardSecurityVerdict verifyCardSecurity(base::BytesView file, const signing::PathQuestion& question) {
    CardSecurityVerdict verdict;
    const auto give = [&](const base::Refusal& refusal) {
        for (const auto& fault : refusal.faults()) verdict.reasons.push_back(fault);
        return verdict;
    };
    if (file.size() > kLargestFile) return give(malformed("EF.CardSecurity larger than 64 KiB"));
    const auto whole = signing::definiteForm(file);
    if (!whole) return give(whole.refusal());
    const auto data = signing::readSignedData(*whole);
    if (!data) return give(data.refusal());
    if (data->signers.size() != 1 || !data->content || !signing::kIdSecurityObject.is(data->contentType))
        return give(malformed("EF.CardSecurity SignedData"));
    if (auto infos = lds::decodeCardSecurityInfos(*data->content)) {
        verdict.infos = std::move(infos->content);
        verdict.defects = std::move(infos->defects);
    }
    const auto certificate = signerIn(*data);
    if (!certificate) return give(certificate.refusal());
    checkSignature(*data, *certificate, verdict);
    auto path = signing::verifyPath(*certificate, question);
    verdict.pathValid = path.valid;
    verdict.reasons.insert(verdict.reasons.end(), path.reasons.begin(), path.reasons.end());
    return verdict;
}

}  // namespace chip
