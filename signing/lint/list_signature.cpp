// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "signing/cms/signed_data.hpp"
#include "signing/lint/list_rules.hpp"

namespace signing::lint {
using namespace base::literals;
namespace {

base::Bytes copied(base::BytesView octets) { return {octets.begin(), octets.end()}; }

/// The parts of a certificate by which CMS names it.
Certificate namedParts(const CertificateView& view) {
    Certificate certificate;
    certificate.issuer = copied(view.issuer.whole);
    if (view.serialNumber) certificate.serialNumber = copied(view.serialNumber->value);
    certificate.subjectKeyIdentifier = copied(view.subjectKeyIdentifier());
    return certificate;
}

/// The certificate among those of the list that issued this one.
const JudgedCertificate* issuerOf(const CertificateView& certificate, const std::vector<JudgedCertificate>& all) {
    const auto identifier = certificate.authorityKeyIdentifier();
    const auto issued = [&](const JudgedCertificate& other) {
        const auto key = other.view.subjectKeyIdentifier();
        return isCountrySigner(other.kind) && sameOctets(other.view.subject.whole, certificate.issuer.whole) &&
               (identifier.empty() || key.empty() || sameOctets(identifier, key));
    };
    const auto found = std::find_if(all.begin(), all.end(), issued);
    return found == all.end() ? nullptr : &*found;
}

void judgeSignature(const SignerInfo& signer, const SignedData& data, const CertificateView& certificate,
                    Findings& findings) {
    const auto content = data.content.value_or(base::BytesView{});
    if (!signer.signedAttributes.empty() &&
        (!digestHolds(signer, content) || !sameOctets(signer.contentType, data.contentType)))
        findings.note("pki.list-content-altered"_code, "signerInfo.signedAttrs");
    if (!certificate.publicKey) return;
    const auto key = PublicKey::read(certificate.publicKey->whole);
    if (key && !signatureHolds(signer, *key, content))
        findings.note("pki.list-signature-wrong"_code, "signerInfo.signature");
}

}  // namespace

void judgeListSignature(base::BytesView contentInfo, std::vector<JudgedCertificate>& signers, Findings& findings) {
    const auto data = readSignedData(contentInfo);
    if (!data) return;
    for (const auto& signer : data->signers) {
        const auto isNamed = [&](const JudgedCertificate& each) { return names(signer, namedParts(each.view)); };
        const auto found = std::find_if(signers.begin(), signers.end(), isNamed);
        if (found == signers.end()) {
            findings.note("pki.list-signer-certificate-missing"_code, "signedData.certificates");
            continue;
        }
        judgeSignature(signer, *data, found->view, findings);
        const auto* issuer = issuerOf(found->view, signers);
        if (issuer == nullptr) {
            findings.note("pki.list-authority-missing"_code, "signedData.certificates");
            continue;
        }
        judgeIssue({found->view.issuer.whole, found->view.authorityKeyIdentifier(), found->view.signatureView()},
                   issuer->view, found->findings);
    }
}

}  // namespace signing::lint
