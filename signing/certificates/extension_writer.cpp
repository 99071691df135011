// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/extension_writer.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cctype>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "signing/certificates/extension_oids.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
namespace der = base::der;
namespace {

/// A DEFAULT FALSE is not encoded.
base::Bytes extension(std::string_view oid, Criticality criticality, base::BytesView value) {
    const auto critical = criticality == Criticality::Critical ? der::boolean(true) : base::Bytes{};
    return der::sequence({der::oid(oid), critical, der::octetString(value)});
}

bool printable(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
           std::string_view{" '()+,-./:=?"}.find(letter) != std::string_view::npos;
}

base::Bytes directoryString(const std::string& text) {
    return std::all_of(text.begin(), text.end(), printable) ? der::printableString(text) : der::utf8String(text);
}

base::Bytes namePart(std::string_view oid, base::BytesView value) {
    return der::setOf({der::sequence({der::oid(oid), value})});
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return text;
}

/// GeneralizedTime under an implicit tag.
base::Bytes taggedTime(unsigned number, base::Timestamp moment) {
    const auto whole = der::generalizedTime(moment);
    return der::implicitTag(number, base::BytesView{whole}.subspan(2));
}

}  // namespace

base::Bytes encodeName(const DistinguishedName& name) {
    std::vector<base::Bytes> parts{namePart("2.5.4.6", der::printableString(upper(name.country)))};
    if (!name.organisation.empty()) parts.push_back(namePart("2.5.4.10", directoryString(name.organisation)));
    if (!name.unit.empty()) parts.push_back(namePart("2.5.4.11", directoryString(name.unit)));
    parts.push_back(namePart("2.5.4.3", directoryString(name.commonName)));
    if (!name.title.empty()) parts.push_back(namePart("2.5.4.12", directoryString(name.title)));
    if (!name.serialNumber.empty()) parts.push_back(namePart("2.5.4.5", der::printableString(name.serialNumber)));
    return der::sequence(parts);
}

base::Bytes keyIdentifierOf(base::BytesView subjectPublicKeyInfo) {
    const auto octets = base::expected(subjectPublicKeyOctets(subjectPublicKeyInfo), "key identifier");
    return base::digest(base::DigestAlgorithm::Sha1, octets);
}

base::Bytes authorityKeyIdentifier(base::BytesView identifier) {
    return extension(oids::kAuthorityKeyIdentifier, Criticality::NotCritical,
                     der::sequence({der::implicitTag(0, identifier)}));
}

base::Bytes subjectKeyIdentifier(base::BytesView identifier) {
    return extension(oids::kSubjectKeyIdentifier, Criticality::NotCritical, der::octetString(identifier));
}

base::Bytes certificateAuthority() {
    return extension(oids::kBasicConstraints, Criticality::Critical,
                     der::sequence({der::boolean(true), der::integer(0)}));
}

base::Bytes usageCertificatesLists() {
    return extension(oids::kKeyUsage, Criticality::Critical, der::bitString(base::Bytes{0x06}, 1));
}

base::Bytes usageSignature() {
    return extension(oids::kKeyUsage, Criticality::Critical, der::bitString(base::Bytes{0x80}, 7));
}

base::Bytes usageSignatureOfPeople() {
    return extension(oids::kKeyUsage, Criticality::Critical, der::bitString(base::Bytes{0xC0}, 6));
}

base::Bytes privateKeyUsagePeriod(const Period& period) {
    return extension(oids::kPrivateKeyUsagePeriod, Criticality::NotCritical,
                     der::sequence({taggedTime(0, period.begin), taggedTime(1, period.end)}));
}

base::Bytes generalNamesOf(const Contact& contact) {
    const auto locality = der::sequence({namePart("2.5.4.7", der::printableString(upper(contact.mrzCountry)))});
    std::vector<base::Bytes> names{der::explicitTag(4, locality)};
    if (!contact.email.empty()) names.push_back(der::implicitTag(1, base::bytesOf(contact.email)));
    if (!contact.uri.empty()) names.push_back(der::implicitTag(6, base::bytesOf(contact.uri)));
    return der::sequence(names);
}

base::Bytes subjectAltName(base::BytesView generalNames) {
    return extension(oids::kSubjectAltName, Criticality::NotCritical, generalNames);
}

base::Bytes issuerAltName(base::BytesView generalNames) {
    return extension(oids::kIssuerAltName, Criticality::NotCritical, generalNames);
}

base::Bytes subjectMailbox(const std::string& email) {
    return extension(oids::kSubjectAltName, Criticality::NotCritical,
                     der::sequence({der::implicitTag(1, base::bytesOf(email))}));
}

base::Bytes addressOctets(const std::string& text) {
    base::Bytes octets(16);
    if (::inet_pton(AF_INET6, text.c_str(), octets.data()) == 1) return octets;
    octets.resize(4);
    if (::inet_pton(AF_INET, text.c_str(), octets.data()) == 1) return octets;
    return {};
}

base::Bytes subjectHosts(const std::vector<std::string>& hosts) {
    std::vector<base::Bytes> names;
    for (const auto& host : hosts) {
        const auto address = addressOctets(host);
        names.push_back(address.empty() ? der::implicitTag(2, base::bytesOf(host)) : der::implicitTag(7, address));
    }
    return extension(oids::kSubjectAltName, Criticality::NotCritical, der::sequence(names));
}

base::Bytes crlDistributionPoints(const std::vector<std::string>& urls) {
    std::vector<base::Bytes> points;
    for (const auto& url : urls) {
        const auto fullName = der::implicitConstructed(0, der::implicitTag(6, base::bytesOf(url)));
        points.push_back(der::sequence({der::explicitTag(0, fullName)}));
    }
    return extension(oids::kCrlDistributionPoints, Criticality::NotCritical, der::sequence(points));
}

base::Bytes ocspResponder(const std::string& url) {
    const auto access = der::sequence({der::oid(oids::kOcsp), der::implicitTag(6, base::bytesOf(url))});
    return extension(oids::kAuthorityInfoAccess, Criticality::NotCritical, der::sequence({access}));
}

base::Bytes documentTypeList(const std::vector<std::string>& types) {
    std::vector<base::Bytes> codes;
    for (const auto& type : types) codes.push_back(der::printableString(type));
    return extension(oids::kDocumentTypeList, Criticality::NotCritical,
                     der::sequence({der::integer(0), der::setOf(codes)}));
}

base::Bytes extendedKeyUsage(const std::vector<std::string_view>& purposes, Criticality criticality) {
    std::vector<base::Bytes> identifiers;
    for (const auto purpose : purposes) identifiers.push_back(der::oid(purpose));
    return extension(oids::kExtendedKeyUsage, criticality, der::sequence(identifiers));
}

base::Bytes nameChange() { return extension(oids::kNameChange, Criticality::NotCritical, der::null()); }

base::Bytes crlNumber(std::uint64_t number) {
    return extension(oids::kCrlNumber, Criticality::NotCritical, der::integer(number));
}

base::Bytes reasonCode(RevocationReason reason) {
    constexpr base::tlv::Tag kEnumerated = 0x0A;
    const base::Bytes value{static_cast<std::uint8_t>(reason)};
    return extension(oids::kReasonCode, Criticality::NotCritical, base::tlv::encode(kEnumerated, value));
}

}  // namespace signing
