// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/extension_rules.hpp"

#include <algorithm>
#include <array>

#include "signing/certificates/extension_oids.hpp"

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

/// Which presence a kind asks for: m, o or x, as the tables write it; columns root, link, DS, list signers,
/// communication, LDS2, bar code.
struct Row {
    std::string_view oid;
    std::string_view presence;
    bool critical = false;
};

constexpr std::array<Row, 21> kTable{{
    {oids::kAuthorityKeyIdentifier, "ommmmmm"},
    {oids::kSubjectKeyIdentifier, "mmoooxx"},
    {oids::kKeyUsage, "mmmmmxx", true},
    {oids::kPrivateKeyUsagePeriod, "mmmooxx"},
    {oids::kCertificatePolicies, "oooooxx"},
    {"2.5.29.33", "xxxxxxx"},  // policyMappings
    {oids::kSubjectAltName, "mmmmmxx"},
    {oids::kIssuerAltName, "mmmmmxx"},
    {"2.5.29.9", "xxxxxxx"},  // subjectDirectoryAttributes
    {oids::kBasicConstraints, "mmxxxxx", true},
    {"2.5.29.30", "xxxxxxx"},  // nameConstraints
    {"2.5.29.36", "xxxxxxx"},  // policyConstraints
    {oids::kExtendedKeyUsage, "xxxmmmm", true},
    {oids::kCrlDistributionPoints, "mmmmoxx"},
    {"2.5.29.54", "xxxxxxx"},           // inhibitAnyPolicy
    {"2.5.29.46", "xxxxxxx"},           // freshestCRL
    {"1.3.6.1.5.5.7.1.1", "oooooxx"},   // authorityInfoAccess
    {"1.3.6.1.5.5.7.1.11", "oooooxx"},  // subjectInfoAccess
    {"2.23.136.1.1.6.1", "ooxxxxx"},    // nameChange
    {oids::kDocumentTypeList, "xxmxxxo"},
    {"2.16.840.1.113730.1.1", "xxxxxxx"},  // netscapeCertType
}};

std::size_t columnOf(Kind kind) {
    switch (kind) {
        case Kind::CscaRoot: return 0;
        case Kind::CscaLink: return 1;
        case Kind::DocumentSigner: return 2;
        case Kind::MasterListSigner:
        case Kind::DeviationListSigner: return 3;
        case Kind::Communication: return 4;
        case Kind::Lds2Signer: return 5;
        case Kind::BarCodeSigner: return 6;
    }
    return 0;
}

const Row* rowOf(const std::string& oid) {
    const auto* row = std::find_if(kTable.begin(), kTable.end(), [&](const Row& each) { return each.oid == oid; });
    return row == kTable.end() ? nullptr : row;
}

bool forbidden(const ExtensionView& extension, Kind kind) {
    const auto* row = rowOf(extension.oid);
    return row == nullptr ? isSmallSigner(kind) : row->presence[columnOf(kind)] == 'x';
}

void judgePresence(const CertificateView& certificate, Kind kind, Findings& findings) {
    for (const auto& row : kTable)
        if (row.presence[columnOf(kind)] == 'm' && certificate.find(row.oid) == nullptr) {
            const auto name = extensionName(std::string{row.oid});
            findings.note("pki.extension-missing"_code, "extensions." + name, {{"extension", name}});
        }
}

void judgeCriticality(const ExtensionView& extension, Findings& findings) {
    const auto* row = rowOf(extension.oid);
    const bool wanted = row != nullptr && row->critical;
    if (wanted && !extension.critical)
        findings.note("pki.extension-not-critical"_code, extension.where(), {{"extension", extension.name()}});
    if (!wanted && extension.critical)
        findings.note("pki.extension-critical"_code, extension.where(), {{"extension", extension.name()}});
}

void malformed(const ExtensionView& extension, const char* what, Findings& findings) {
    findings.note("pki.extension-malformed"_code, extension.where(), {{"extension", extension.name()}, {"what", what}});
}

constexpr std::array<std::string_view, 9> kUses{"digitalSignature", "nonRepudiation", "keyEncipherment",
                                                "dataEncipherment", "keyAgreement",   "keyCertSign",
                                                "cRLSign",          "encipherOnly",   "decipherOnly"};

/// Which uses a kind must have (m), may have (o), must not have (x), bit by bit.
std::string_view usesOf(Kind kind) {
    if (isCountrySigner(kind)) return "xxxxxmmxx";
    return kind == Kind::Communication ? "oxoxoxxxx" : "mxxxxxxxx";
}

bool bitSet(base::BytesView bits, std::size_t bit) {
    return bits.size() > 1 + bit / 8 && (bits[1 + bit / 8] & (0x80U >> (bit % 8))) != 0;
}

void judgeKeyUsage(const ExtensionView& extension, Kind kind, Findings& findings) {
    const auto bits = soleObject(extension, der::kBitString, findings);
    if (!bits) return;
    const auto value = bits->value;
    if (value.empty() || value.size() > 3) return malformed(extension, "BIT STRING", findings);
    // A named bit list ends with its last bit that is set (X.690 11.2.2).
    const bool ended = value.size() == 1 || (value[0] < 8 && (value.back() & (1U << value[0])) != 0);
    if (!ended) findings.note("pki.not-der"_code, extension.where(), {{"what", "trailing-bits"}});
    const auto uses = usesOf(kind);
    for (std::size_t bit = 0; bit < kUses.size(); ++bit) {
        if (uses[bit] == 'm' && !bitSet(value, bit))
            findings.note("pki.key-usage-missing"_code, extension.where(), {{"bit", std::string{kUses.at(bit)}}});
        if (uses[bit] == 'x' && bitSet(value, bit))
            findings.note("pki.key-usage-extra"_code, extension.where(), {{"bit", std::string{kUses.at(bit)}}});
    }
}

void judgeBasicConstraints(const ExtensionView& extension, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts parts{sequence->value, extension.where(), findings};
    const auto* authority = parts.takeIf(der::kBoolean);
    const auto* length = parts.takeIf(der::kInteger);
    parts.finish();
    if (authority != nullptr && !authority->value.empty() && authority->value[0] == 0)
        findings.note("pki.default-encoded"_code, extension.where(), {{"field", "cA FALSE"}});
    if (authority == nullptr || authority->value.empty() || authority->value[0] == 0)
        findings.note("pki.not-authority"_code, extension.where());
    if (length == nullptr) return findings.note("pki.path-length-missing"_code, extension.where());
    if (length->value.size() != 1 || length->value[0] != 0)
        findings.note("pki.path-length-not-zero"_code, extension.where(),
                      {{"value", std::to_string(der::readSmall(length->value) ? *der::readSmall(length->value) : 0)}});
}

/// The purposes of which one is demanded.
std::vector<std::string_view> purposesOf(Kind kind) {
    switch (kind) {
        case Kind::MasterListSigner: return {"2.23.136.1.1.3"};
        case Kind::DeviationListSigner: return {"2.23.136.1.1.8"};
        case Kind::Lds2Signer: return {"2.23.136.1.1.9.8.1", "2.23.136.1.1.9.8.2", "2.23.136.1.1.9.8.3"};
        case Kind::BarCodeSigner: return {"2.23.136.1.1.11.1"};
        default: return {};
    }
}

void judgePurposes(const ExtensionView& extension, Kind kind, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts parts{sequence->value, extension.where(), findings};
    if (parts.atEnd()) malformed(extension, "ExtKeyUsageSyntax", findings);
    std::vector<std::string> given;
    while (const auto* oid = parts.take(der::kOid, "KeyPurposeId")) {
        given.push_back(dotted(*oid));
        if (parts.atEnd()) break;
    }
    const auto wanted = purposesOf(kind);
    const auto isGiven = [&](std::string_view purpose) {
        return std::find(given.begin(), given.end(), purpose) != given.end();
    };
    if (!wanted.empty() && std::none_of(wanted.begin(), wanted.end(), isGiven))
        findings.note("pki.purpose-missing"_code, extension.where(), {{"purpose", std::string{wanted.front()}}});
}

void judgePolicies(const ExtensionView& extension, Findings& findings) {
    const auto sequence = soleObject(extension, der::kSequence, findings);
    if (!sequence) return;
    Parts policies{sequence->value, extension.where(), findings};
    if (policies.atEnd()) malformed(extension, "certificatePolicies", findings);
    while (const auto* policy = policies.takeAny()) {
        Parts parts{policy->value, extension.where(), findings};
        if (parts.takeIf(der::kOid) == nullptr) malformed(extension, "policyIdentifier", findings);
    }
}

void judgeSubjectKeyIdentifier(const ExtensionView& extension, Findings& findings) {
    const auto octets = soleObject(extension, der::kOctetString, findings);
    if (octets && octets->value.empty()) malformed(extension, "KeyIdentifier", findings);
}

void judgeNameChange(const ExtensionView& extension, Findings& findings) {
    const auto null = soleObject(extension, der::kNull, findings);
    if (null && !null->value.empty()) malformed(extension, "NULL", findings);
}

void judgeContent(const ExtensionView& extension, const CertificateView& certificate, Kind kind, Findings& findings) {
    const auto& oid = extension.oid;
    if (rowOf(oid) != nullptr) judgeEncoding(extension.value, extension.where(), findings);
    if (oid == oids::kAuthorityKeyIdentifier) return judgeAuthorityKeyIdentifier(extension, findings);
    if (oid == oids::kSubjectKeyIdentifier) return judgeSubjectKeyIdentifier(extension, findings);
    if (oid == oids::kKeyUsage) return judgeKeyUsage(extension, kind, findings);
    if (oid == oids::kPrivateKeyUsagePeriod) return judgeKeyPeriod(extension, certificate, kind, findings);
    if (oid == oids::kCertificatePolicies) return judgePolicies(extension, findings);
    if (oid == oids::kSubjectAltName || oid == oids::kIssuerAltName) return judgeAlternativeName(extension, findings);
    if (oid == oids::kBasicConstraints) return judgeBasicConstraints(extension, findings);
    if (oid == oids::kExtendedKeyUsage) return judgePurposes(extension, kind, findings);
    if (oid == oids::kCrlDistributionPoints) return judgeDistributionPoints(extension, findings);
    if (oid == oids::kNameChange) return judgeNameChange(extension, findings);
    if (oid == oids::kDocumentTypeList) return judgeDocumentTypes(extension, findings);
}

}  // namespace

std::optional<Element> soleObject(const ExtensionView& extension, base::tlv::Tag tag, Findings& findings) {
    const auto object = base::tlv::readFirst(extension.value);
    if (object && object->tag == tag && object->whole.size() == extension.value.size()) return *object;
    malformed(extension, object && object->tag == tag ? "parts-left-over" : "type", findings);
    return std::nullopt;
}

void judgeExtensions(const CertificateView& certificate, Kind kind, Findings& findings) {
    judgePresence(certificate, kind, findings);
    for (const auto& extension : certificate.extensions) {
        if (forbidden(extension, kind)) {
            findings.note("pki.extension-forbidden"_code, extension.where(), {{"extension", extension.name()}});
            continue;
        }
        judgeCriticality(extension, findings);
        judgeContent(extension, certificate, kind, findings);
    }
}

}  // namespace signing::lint
