// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/certificate_rules.hpp"

#include <algorithm>
#include <array>

#include "signing/certificates/extension_oids.hpp"
#include "signing/lint/extension_rules.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

using std::chrono::days;

constexpr auto kLongestCountryValidity = days{15 * 366 + 185};
constexpr std::size_t kLongestSmallName = 9;

std::vector<std::string> purposesIn(const CertificateView& certificate) {
    std::vector<std::string> purposes;
    const auto* extension = certificate.find(oids::kExtendedKeyUsage);
    if (extension == nullptr) return purposes;
    const auto sequence = base::tlv::readFirst(extension->value);
    if (!sequence) return purposes;
    const auto parts = base::tlv::readAll(sequence->value);
    if (!parts) return purposes;
    for (const auto& part : *parts) purposes.push_back(dotted(part));
    return purposes;
}

std::optional<Kind> kindByPurpose(const CertificateView& certificate) {
    for (const auto& purpose : purposesIn(certificate)) {
        if (purpose == "2.23.136.1.1.3") return Kind::MasterListSigner;
        if (purpose == "2.23.136.1.1.8") return Kind::DeviationListSigner;
        if (purpose.starts_with("2.23.136.1.1.10.")) return Kind::Communication;
        if (purpose.starts_with("2.23.136.1.1.9.8.")) return Kind::Lds2Signer;
        if (purpose.starts_with("2.23.136.1.1.11.") || purpose.starts_with("2.23.136.1.1.14."))
            return Kind::BarCodeSigner;
    }
    return std::nullopt;
}

bool mayCertify(const CertificateView& certificate) {
    const auto* usage = certificate.find(oids::kKeyUsage);
    const auto bits = usage == nullptr ? base::Result<Element>{Element{}} : base::tlv::readFirst(usage->value);
    return bits && bits->value.size() > 1 && (bits->value[1] & 0x04U) != 0;
}

/// A root's key signs itself; a link's is signed by the key before.
Kind countryKind(const CertificateView& certificate) {
    if (certificate.issuer.meaning() != certificate.subject.meaning()) return Kind::CscaLink;
    const auto authority = certificate.authorityKeyIdentifier();
    const auto subject = certificate.subjectKeyIdentifier();
    if (!authority.empty() && !subject.empty()) return sameOctets(authority, subject) ? Kind::CscaRoot : Kind::CscaLink;
    const auto own = certificate.publicKey ? verifies(certificate.signatureView(), certificate.publicKey->whole)
                                           : std::optional<bool>{};
    return own.value_or(true) ? Kind::CscaRoot : Kind::CscaLink;
}

void judgeAlgorithms(const CertificateView& certificate, Findings& findings) {
    const auto& inner = certificate.innerAlgorithm;
    const auto& outer = certificate.outerAlgorithm;
    if (outer) judgeSignatureAlgorithm(*outer, "signatureAlgorithm", findings);
    if (!inner || !outer || sameOctets(inner->whole, outer->whole)) return;
    findings.note("pki.algorithms-differ"_code, "signature");
    judgeSignatureAlgorithm(*inner, "signature", findings);
}

void judgeSmallSubject(const CertificateView& certificate, Kind kind, Findings& findings) {
    for (const auto& attribute : certificate.subject.attributes)
        if (attribute.oid != kCountryName && attribute.oid != kCommonName)
            findings.note("pki.subject-attribute"_code, "subject", {{"attribute", attributeName(attribute.oid)}});
    const auto* name = certificate.subject.find(kCommonName);
    if (name == nullptr) return;
    const auto text = name->value.value;
    const auto upper = [](auto octet) { return (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9'); };
    const bool two =
        name->value.tag == der::kPrintableString && text.size() == 2 && std::all_of(text.begin(), text.end(), upper);
    if (kind == Kind::BarCodeSigner && !two)
        findings.note("pki.common-name-form"_code, "subject", {{"value", legible(text)}, {"rule", "AA"}});
    if (kind == Kind::Lds2Signer && text.size() > kLongestSmallName)
        findings.note("pki.common-name-form"_code, "subject", {{"value", legible(text)}, {"rule", "<= 9"}});
}

base::BytesView valueOf(const ExtensionView* extension) {
    return extension == nullptr ? base::BytesView{} : extension->value;
}

void judgeRoot(const CertificateView& certificate, Findings& findings) {
    const auto* subject = certificate.find(oids::kSubjectAltName);
    const auto* issuer = certificate.find(oids::kIssuerAltName);
    if (subject != nullptr && issuer != nullptr && !sameOctets(valueOf(subject), valueOf(issuer)))
        findings.note("pki.alt-names-differ"_code, "extensions.issuerAltName");
    const auto identifier = certificate.authorityKeyIdentifier();
    if (!identifier.empty() && !sameOctets(identifier, certificate.subjectKeyIdentifier()))
        findings.note("pki.key-identifier-differs"_code, "extensions.authorityKeyIdentifier");
    if (!certificate.publicKey) return;
    const auto own = verifies(certificate.signatureView(), certificate.publicKey->whole);
    if (own && !*own) findings.note("pki.signature-wrong"_code, "signatureValue");
}

void judgeCountrySigner(const CertificateView& certificate, Kind kind, Findings& findings) {
    if (kind == Kind::CscaRoot) judgeRoot(certificate, findings);
    const bool renamed = certificate.issuer.meaning() != certificate.subject.meaning();
    if (kind == Kind::CscaLink && renamed && certificate.find(oids::kNameChange) == nullptr)
        findings.note("pki.name-change-missing"_code, "extensions.nameChange");
    if (certificate.notBefore && certificate.notAfter &&
        *certificate.notAfter - *certificate.notBefore > kLongestCountryValidity)
        findings.note("pki.validity-long"_code, "validity", {{"recommended", "13-15 a"}});
}

}  // namespace

bool sameOctets(base::BytesView left, base::BytesView right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

Kind kindOf(const CertificateView& certificate) {
    if (!certificate.authority() && !mayCertify(certificate)) {
        if (const auto kind = kindByPurpose(certificate)) return *kind;
        const bool selfIssued = certificate.issuer.meaning() == certificate.subject.meaning();
        if (!selfIssued || certificate.find(oids::kDocumentTypeList) != nullptr) return Kind::DocumentSigner;
    }
    return countryKind(certificate);
}

void judgeCertificate(const CertificateView& certificate, Kind kind, Findings& findings) {
    judgeAlgorithms(certificate, findings);
    judgeSignatureValue(certificate.signatureView(), "signatureValue", findings);
    judgeName(certificate.issuer, "issuer", findings);
    judgeName(certificate.subject, "subject", findings);
    judgeNamePair(certificate.issuer, certificate.subject, findings);
    if (isSmallSigner(kind)) judgeSmallSubject(certificate, kind, findings);
    if (certificate.publicKey) judgePublicKey(*certificate.publicKey, kind, findings);
    if (!certificate.extensions.empty()) judgeExtensions(certificate, kind, findings);
    if (isCountrySigner(kind)) judgeCountrySigner(certificate, kind, findings);
}

void judgeIssue(const IssuedView& issued, const CertificateView& issuer, Findings& findings) {
    if (!sameOctets(issued.issuer, issuer.subject.whole)) findings.note("pki.issuer-differs"_code, "issuer");
    const auto subject = issuer.subjectKeyIdentifier();
    if (!issued.authorityKeyIdentifier.empty() && !subject.empty() &&
        !sameOctets(issued.authorityKeyIdentifier, subject))
        findings.note("pki.key-identifier-differs"_code, "extensions.authorityKeyIdentifier");
    if (!issuer.publicKey) return;
    const auto right = verifies(issued.signature, issuer.publicKey->whole);
    if (right && !*right) findings.note("pki.signature-wrong"_code, "signatureValue");
}

}  // namespace signing::lint
