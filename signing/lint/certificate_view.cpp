// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/certificate_view.hpp"

#include <algorithm>
#include <set>

#include "signing/certificates/extension_oids.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kLongestSerial = 20;

std::optional<Element> copied(const Element* element) {
    return element == nullptr ? std::nullopt : std::optional<Element>{*element};
}

void judgeSerialNumber(const Element& serial, Findings& findings) {
    const auto value = serial.value;
    const bool zero = std::all_of(value.begin(), value.end(), [](auto octet) { return octet == 0; });
    if (value.empty() || zero || (value[0] & 0x80U) != 0) findings.note("pki.serial-not-positive"_code, "serialNumber");
    if (value.size() > kLongestSerial)
        findings.note("pki.serial-too-long"_code, "serialNumber", {{"length", std::to_string(value.size())}});
    if (!minimal(value)) findings.note("pki.serial-not-minimal"_code, "serialNumber");
}

void judgeVersion(const Element* tagged, Findings& findings) {
    if (tagged == nullptr) return findings.note("pki.version-wrong"_code, "version");
    Parts parts{tagged->value, "version", findings};
    const auto* number = parts.take(der::kInteger, "version");
    parts.finish();
    if (number != nullptr && (number->value.size() != 1 || number->value[0] != 2))
        findings.note("pki.version-wrong"_code, "version");
}

void readValidity(const Element* validity, CertificateView& view, Findings& findings) {
    if (validity == nullptr) return;
    Parts parts{validity->value, "validity", findings};
    if (parts.size() < 2) findings.note("pki.malformed"_code, "validity", {{"what", "Validity"}});
    view.notBefore = judgeTime(parts.takeAny(), "validity.notBefore", findings);
    view.notAfter = judgeTime(parts.takeAny(), "validity.notAfter", findings);
    parts.finish();
    if (view.notBefore && view.notAfter && *view.notAfter < *view.notBefore)
        findings.note("pki.validity-reversed"_code, "validity");
}

void readIdentifiers(Parts& parts, Findings& findings) {
    if (parts.takeIf(0x81) != nullptr)
        findings.note("pki.unique-identifier"_code, "issuerUniqueID", {{"field", "issuerUniqueID"}});
    if (parts.takeIf(0x82) != nullptr)
        findings.note("pki.unique-identifier"_code, "subjectUniqueID", {{"field", "subjectUniqueID"}});
}

void readBody(const Element& body, CertificateView& view, Findings& findings) {
    Parts parts{body.value, "tbsCertificate", findings};
    judgeVersion(parts.takeIf(0xA0), findings);
    view.serialNumber = copied(parts.take(der::kInteger, "serialNumber"));
    if (view.serialNumber) judgeSerialNumber(*view.serialNumber, findings);
    view.innerAlgorithm = copied(parts.take(der::kSequence, "signature"));
    if (const auto* issuer = parts.take(der::kSequence, "issuer")) view.issuer = readName(*issuer, "issuer", findings);
    readValidity(parts.take(der::kSequence, "validity"), view, findings);
    if (const auto* subject = parts.take(der::kSequence, "subject"))
        view.subject = readName(*subject, "subject", findings);
    view.publicKey = copied(parts.take(der::kSequence, "subjectPublicKeyInfo"));
    readIdentifiers(parts, findings);
    if (const auto* tagged = parts.takeIf(0xA3)) {
        Parts wrapper{tagged->value, "extensions", findings};
        if (const auto* list = wrapper.take(der::kSequence, "Extensions"))
            view.extensions = readExtensionViews(*list, "extensions", findings);
        wrapper.finish();
    } else {
        findings.note("pki.extensions-missing"_code, "extensions");
    }
    parts.finish();
}

/// The part with a tag inside the SEQUENCE that is an extension's whole value.
base::BytesView partOf(const ExtensionView* extension, base::tlv::Tag tag) {
    if (extension == nullptr) return {};
    const auto sequence = base::tlv::readFirst(extension->value);
    if (!sequence) return {};
    const auto parts = base::tlv::readAll(sequence->value);
    const auto found = parts ? base::tlv::find(*parts, tag) : std::nullopt;
    return found ? found->value : base::BytesView{};
}

}  // namespace

const ExtensionView* CertificateView::find(std::string_view oid) const {
    const auto found = std::find_if(extensions.begin(), extensions.end(),
                                    [&](const ExtensionView& extension) { return extension.oid == oid; });
    return found == extensions.end() ? nullptr : &*found;
}

SignatureView CertificateView::signatureView() const {
    return {signedPart ? signedPart->whole : base::BytesView{}, outerAlgorithm ? &*outerAlgorithm : nullptr, signature};
}

base::BytesView CertificateView::subjectKeyIdentifier() const {
    const auto* extension = find(oids::kSubjectKeyIdentifier);
    const auto octets =
        extension == nullptr ? base::Result<Element>{Element{}} : base::tlv::readFirst(extension->value);
    return octets ? octets->value : base::BytesView{};
}

base::BytesView CertificateView::authorityKeyIdentifier() const {
    return partOf(find(oids::kAuthorityKeyIdentifier), 0x80);
}

bool CertificateView::authority() const {
    const auto truth = partOf(find(oids::kBasicConstraints), der::kBoolean);
    return !truth.empty() && truth[0] != 0;
}

CertificateView readView(const Element& certificate, Findings& findings) {
    CertificateView view;
    view.whole = certificate;
    Parts parts{certificate.value, "certificate", findings};
    view.signedPart = copied(parts.take(der::kSequence, "TBSCertificate"));
    if (view.signedPart) readBody(*view.signedPart, view, findings);
    view.outerAlgorithm = copied(parts.take(der::kSequence, "signatureAlgorithm"));
    if (const auto* signature = parts.take(der::kBitString, "signatureValue")) {
        if (signature->value.empty() || signature->value[0] != 0)
            findings.note("pki.malformed"_code, "signatureValue", {{"what", "BIT STRING"}});
        else
            view.signature = signature->value.subspan(1);
    }
    parts.finish();
    judgeEncoding(certificate.whole, "certificate", findings, view.serialNumber ? &*view.serialNumber : nullptr);
    return view;
}

std::vector<ExtensionView> readExtensionViews(const Element& extensions, const std::string& where, Findings& findings) {
    constexpr std::size_t kMostExtensions = 64;
    std::vector<ExtensionView> views;
    std::set<std::string> seen;
    Parts list{extensions.value, where, findings};
    if (list.atEnd()) findings.note("pki.malformed"_code, where, {{"what", "Extensions"}});
    while (const auto* each = list.takeAny()) {
        if (views.size() == kMostExtensions) {
            findings.note("pki.malformed"_code, where, {{"what", "too-many-parts"}});
            break;
        }
        Parts parts{each->value, where, findings};
        const auto* oid = parts.take(der::kOid, "Extension");
        const auto* critical = parts.takeIf(der::kBoolean);
        const auto* value = parts.take(der::kOctetString, "Extension");
        parts.finish();
        if (oid == nullptr || value == nullptr) continue;
        ExtensionView view{dotted(*oid), critical != nullptr && !critical->value.empty() && critical->value[0] != 0,
                           value->value};
        if (critical != nullptr && !view.critical)
            findings.note("pki.default-encoded"_code, view.where(), {{"field", "critical FALSE"}});
        if (!seen.insert(view.oid).second)
            findings.note("pki.extension-twice"_code, view.where(), {{"extension", view.name()}});
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace signing::lint
