// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/extension_reader.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/der.hpp"
#include "signing/certificates/extension_oids.hpp"

namespace signing {
namespace der = base::der;
namespace {

constexpr std::size_t kMostExtensions = 64;

base::Bytes copy(base::BytesView octets) { return {octets.begin(), octets.end()}; }

void readSubjectKeyIdentifier(Cursor value, Certificate& certificate) {
    certificate.subjectKeyIdentifier = copy(value.take(der::kOctetString, "subjectKeyIdentifier").value);
}

void readAuthorityKeyIdentifier(Cursor value, Certificate& certificate) {
    auto parts = value.enter(der::kSequence, "authorityKeyIdentifier");
    if (const auto identifier = parts.takeIf(0x80)) certificate.authorityKeyIdentifier = copy(identifier->value);
}

void readSubjectAltName(Cursor value, Certificate& certificate) {
    certificate.subjectAltName = copy(value.take(der::kSequence, "subjectAltName").whole);
}

void readKeyUsage(Cursor value, Certificate& certificate) {
    const auto bits = value.take(der::kBitString, "keyUsage").value;
    if (value.trouble().any()) return;
    if (bits.empty() || bits.size() > 3) return value.trouble().note("keyUsage");
    std::uint16_t usage = 0;
    for (unsigned bit = 0; bit < 8 * (bits.size() - 1); ++bit)
        if ((bits[1 + bit / 8] & (0x80U >> (bit % 8))) != 0) usage = static_cast<std::uint16_t>(usage | (1U << bit));
    certificate.keyUsage = usage;
}

void readBasicConstraints(Cursor value, Certificate& certificate) {
    auto parts = value.enter(der::kSequence, "basicConstraints");
    if (const auto authority = parts.takeIf(der::kBoolean))
        certificate.authority = authority->value.size() == 1 && authority->value[0] != 0;
    if (const auto length = parts.takeIf(der::kInteger)) {
        const auto number = der::readSmall(length->value);
        if (!number) return parts.trouble().note("pathLenConstraint");
        certificate.pathLength = *number;
    }
}

std::optional<base::Timestamp> readMoment(const std::optional<base::tlv::Element>& element, Trouble& trouble) {
    if (!element) return std::nullopt;
    const auto moment = der::readTime({der::kGeneralizedTime, element->value, element->whole});
    if (moment) return *moment;
    trouble.note("privateKeyUsagePeriod");
    return std::nullopt;
}

void readPrivateKeyUsagePeriod(Cursor value, Certificate& certificate) {
    auto parts = value.enter(der::kSequence, "privateKeyUsagePeriod");
    certificate.privateKeyNotBefore = readMoment(parts.takeIf(0x80), parts.trouble());
    certificate.privateKeyNotAfter = readMoment(parts.takeIf(0x81), parts.trouble());
}

void readDocumentTypes(Cursor value, Certificate& certificate) {
    auto parts = value.enter(der::kSequence, "documentTypeList");
    parts.take(der::kInteger, "documentTypeList version");
    auto types = parts.enter(der::kSet, "documentTypeList");
    while (!types.atEnd()) certificate.documentTypes.push_back(base::textOf(types.takeAny("documentType").value));
}

void readExtendedKeyUsage(Cursor value, Certificate& certificate) {
    auto purposes = value.enter(der::kSequence, "extKeyUsage");
    while (!purposes.atEnd())
        certificate.extendedKeyUsage.push_back(oidOf(purposes.take(der::kOid, "extKeyUsage"), purposes.trouble()));
}

/// Points without a full name, names that are no addresses of the web, and what cannot be read are left aside: an
/// address only helps to find something that is judged by itself.
void readDistributionPoints(Cursor value, Certificate& certificate) {
    Trouble own;
    auto points = Cursor{value.takeAny("cRLDistributionPoints").value, own};
    while (!points.atEnd()) {
        auto point = points.enter(der::kSequence, "DistributionPoint");
        const auto name = point.takeIf(0xA0);
        if (!name) continue;
        const auto full = point.inside(*name).takeIf(0xA0);
        if (!full) continue;
        auto names = point.inside(*full);
        while (!names.atEnd()) {
            const auto each = names.takeAny("GeneralName");
            const auto url = base::textOf(each.value);
            if (each.tag == 0x86 && (url.starts_with("http://") || url.starts_with("https://")))
                certificate.crlUrls.push_back(url);
        }
    }
}

void readInfoAccess(Cursor value, Certificate& certificate) {
    Trouble own;
    auto ways = Cursor{value.takeAny("authorityInfoAccess").value, own};
    while (!ways.atEnd()) {
        auto way = ways.enter(der::kSequence, "AccessDescription");
        const auto method = oidOf(way.take(der::kOid, "accessMethod"), way.trouble());
        const auto place = way.takeAny("accessLocation");
        if (method == oids::kOcsp && place.tag == 0x86 && certificate.ocspUrl.empty())
            certificate.ocspUrl = base::textOf(place.value);
    }
}

void readNoCheck(Cursor, Certificate& certificate) { certificate.ocspNoCheck = true; }

using Reader = void (*)(Cursor, Certificate&);
const std::map<std::string, Reader, std::less<>> kReaders{
    {std::string{oids::kSubjectKeyIdentifier}, readSubjectKeyIdentifier},
    {std::string{oids::kAuthorityKeyIdentifier}, readAuthorityKeyIdentifier},
    {std::string{oids::kSubjectAltName}, readSubjectAltName},
    {std::string{oids::kKeyUsage}, readKeyUsage},
    {std::string{oids::kBasicConstraints}, readBasicConstraints},
    {std::string{oids::kPrivateKeyUsagePeriod}, readPrivateKeyUsagePeriod},
    {std::string{oids::kDocumentTypeList}, readDocumentTypes},
    {std::string{oids::kExtendedKeyUsage}, readExtendedKeyUsage},
    {std::string{oids::kCrlDistributionPoints}, readDistributionPoints},
    {std::string{oids::kAuthorityInfoAccess}, readInfoAccess},
    {std::string{oids::kOcspNoCheck}, readNoCheck},
};

/// Critical or not, these ask nothing of a path of two certificates.
bool harmless(const std::string& oid) { return oid == oids::kIssuerAltName || oid == oids::kCertificatePolicies; }

}  // namespace

void readExtensions(Cursor extensions, Certificate& certificate) {
    std::set<std::string> seen;
    auto& trouble = extensions.trouble();
    while (!extensions.atEnd()) {
        auto extension = extensions.enter(der::kSequence, "Extension");
        const auto oid = oidOf(extension.take(der::kOid, "Extension"), trouble);
        const auto critical = extension.takeIf(der::kBoolean);
        const auto value = extension.take(der::kOctetString, "Extension");
        extension.finish("Extension");
        if (trouble.any()) return;
        if (!seen.insert(oid).second || seen.size() > kMostExtensions) return trouble.note("Extension twice");
        if (const auto reader = kReaders.find(oid); reader != kReaders.end()) {
            reader->second(extension.inside(value), certificate);
        } else if (critical && critical->value.size() == 1 && critical->value[0] != 0 && !harmless(oid)) {
            certificate.unknownCriticalExtensions.push_back(oid);
        }
    }
}

}  // namespace signing
