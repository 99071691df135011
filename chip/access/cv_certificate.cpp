// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/cv_certificate.hpp"

#include <algorithm>

#include "base/der.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace tlv = base::tlv;

constexpr tlv::Tag kCertificate = 0x7F21, kBody = 0x7F4E, kSignature = 0x5F37, kProfile = 0x5F29, kAuthority = 0x42,
                   kPublicKey = 0x7F49, kHolder = 0x5F20, kAuthorization = 0x7F4C, kEffective = 0x5F25,
                   kExpiration = 0x5F24, kExtensions = 0x65, kObjectId = 0x06, kDiscretionary = 0x53;
constexpr std::size_t kLargestCertificate = 4096, kLargestReference = 16, kLargestAuthorization = 16, kDate = 6,
                      kEfCvca = 36;
constexpr std::uint8_t kRights = 0x3F;

base::Fault malformed(std::string_view what) { return {"cv.malformed"_code, {}, std::string{what}}; }

/// ISO/IEC 8859-1 without its unassigned characters (9303-12 7.2.3.1.4).
base::Result<std::string> readReference(base::BytesView octets) {
    if (octets.empty() || octets.size() > kLargestReference) return malformed("reference");
    const bool assigned = std::ranges::all_of(
        octets, [](std::uint8_t character) { return character >= 0x20 && (character < 0x7F || character > 0x9F); });
    if (!assigned) return malformed("reference");
    return base::textOf(octets);
}

base::Result<CvAuthorization> readAuthorization(base::BytesView value) {
    const auto parts = tlv::readAll(value);
    if (!parts || parts->size() != 2 || (*parts)[0].tag != kObjectId || (*parts)[1].tag != kDiscretionary)
        return malformed("authorisation");
    const auto type = base::der::readOid((*parts)[0].value);
    const auto octets = (*parts)[1].value;
    if (!type || octets.empty() || octets.size() > kLargestAuthorization) return malformed("authorisation");
    return CvAuthorization{*type, base::Bytes(octets.begin(), octets.end())};
}

/// The fields of a body, in their one order; extensions may follow and are not looked at.
base::Outcome readFields(base::BytesView body, CvCertificate& certificate) {
    const auto parts = tlv::readAll(body);
    constexpr std::array kOrder{kProfile, kAuthority, kPublicKey, kHolder, kAuthorization, kEffective, kExpiration};
    if (!parts || parts->size() < kOrder.size() || parts->size() > kOrder.size() + 1) return malformed("body");
    for (std::size_t at = 0; at < kOrder.size(); ++at)
        if ((*parts)[at].tag != kOrder.at(at)) return malformed("body");
    if (parts->size() > kOrder.size() && parts->back().tag != kExtensions) return malformed("extensions");
    if ((*parts)[0].value.size() != 1 || (*parts)[0].value[0] != 0) return malformed("profile");
    const auto authority = readReference((*parts)[1].value), holder = readReference((*parts)[3].value);
    const auto authorization = readAuthorization((*parts)[4].value);
    const auto effective = readCvDate((*parts)[5].value), expiration = readCvDate((*parts)[6].value);
    if (!authority || !holder) return malformed("reference");
    if (!authorization) return authorization.refusal();
    if (!effective || !expiration) return malformed("date");
    certificate.authority = *authority;
    certificate.holder = *holder;
    certificate.publicKey.assign((*parts)[2].value.begin(), (*parts)[2].value.end());
    certificate.authorization = *authorization;
    certificate.effective = *effective;
    certificate.expiration = *expiration;
    return {};
}

/// Links are signed by an authority for its successor, verifiers by an authority, terminals by a verifier.
bool maySign(CvRole issuer, CvRole holder) {
    switch (holder) {
        case CvRole::Authority:
        case CvRole::DomesticVerifier:
        case CvRole::ForeignVerifier: return issuer == CvRole::Authority;
        case CvRole::Terminal: return issuer == CvRole::DomesticVerifier || issuer == CvRole::ForeignVerifier;
    }
    return false;
}

}  // namespace

std::uint8_t CvAuthorization::rights() const {
    return terminalType == kInspectionSystem ? static_cast<std::uint8_t>(octets.back() & kRights) : std::uint8_t{0};
}

base::Result<CvDate> readCvDate(base::BytesView octets) {
    if (octets.size() != kDate || std::ranges::any_of(octets, [](std::uint8_t digit) { return digit > 9; }))
        return malformed("date");
    const auto two = [&](std::size_t at) { return octets[at] * 10 + octets[at + 1]; };
    const std::chrono::year_month_day date{std::chrono::year{2000 + two(0)},
                                           std::chrono::month{static_cast<unsigned>(two(2))},
                                           std::chrono::day{static_cast<unsigned>(two(4))}};
    if (!date.ok()) return malformed("date");
    return CvDate{date};
}

base::Bytes encodeCvDate(CvDate date) {
    const std::chrono::year_month_day parts{date};
    base::Bytes octets;
    for (const unsigned number : {static_cast<unsigned>(static_cast<int>(parts.year()) % 100),
                                  static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day())}) {
        octets.push_back(static_cast<std::uint8_t>(number / 10));
        octets.push_back(static_cast<std::uint8_t>(number % 10));
    }
    return octets;
}

base::Result<CvCertificate> readCvCertificateParts(base::BytesView bodyAndSignature) {
    if (bodyAndSignature.size() > kLargestCertificate) return malformed("size");
    const auto parts = tlv::readAll(bodyAndSignature);
    if (!parts || parts->size() != 2 || (*parts)[0].tag != kBody || (*parts)[1].tag != kSignature)
        return malformed("certificate");
    CvCertificate certificate;
    certificate.whole = tlv::encode(kCertificate, bodyAndSignature);
    certificate.body.assign((*parts)[0].whole.begin(), (*parts)[0].whole.end());
    certificate.signature.assign((*parts)[1].value.begin(), (*parts)[1].value.end());
    if (const auto read = readFields((*parts)[0].value, certificate); !read) return read.refusal();
    return certificate;
}

base::Result<CvCertificate> readCvCertificate(base::BytesView octets) {
    if (octets.size() > kLargestCertificate) return malformed("size");
    const auto object = tlv::readFirst(octets);
    if (!object || object->tag != kCertificate || object->whole.size() != octets.size())
        return malformed("certificate");
    return readCvCertificateParts(object->value);
}

base::Result<std::vector<std::string>> readAuthorityReferences(base::BytesView efCvca) {
    std::vector<std::string> references;
    while (!efCvca.empty() && efCvca[0] != 0) {
        const auto object = tlv::readFirst(efCvca);
        if (!object || object->tag != kAuthority || references.size() == 2) return malformed("EF.CVCA");
        const auto reference = readReference(object->value);
        if (!reference) return reference.refusal();
        references.push_back(*reference);
        efCvca = efCvca.subspan(object->whole.size());
    }
    if (references.empty()) return malformed("EF.CVCA");
    return references;
}

base::Bytes encodeAuthorityReferences(const std::vector<std::string>& references) {
    base::Bytes file;
    for (const auto& reference : references) base::append(file, tlv::encode(kAuthority, base::bytesOf(reference)));
    file.resize(kEfCvca, 0);
    return file;
}

base::Result<CvTrustPoint> trustPointOf(const CvCertificate& root) {
    auto key = CvPublicKey::read(root.publicKey);
    if (!key) return key.refusal();
    if (!root.selfSigned() || root.role() != CvRole::Authority) return base::Fault{"cv.role-not-allowed"_code};
    if (!key->verifies(root.body, root.signature)) return base::Fault{"cv.signature-wrong"_code};
    return CvTrustPoint{root.holder,    std::move(key).value(), CvRole::Authority, root.authorization.rights(),
                        root.effective, root.expiration};
}

base::Result<CvTrustPoint> verifyCvCertificate(const CvCertificate& certificate, const CvTrustPoint& issuer,
                                               CvDate today) {
    if (certificate.authority != issuer.holder) return base::Fault{"cv.issuer-differs"_code};
    if (!maySign(issuer.role, certificate.role())) return base::Fault{"cv.role-not-allowed"_code};
    auto key = CvPublicKey::read(certificate.publicKey, &issuer.key);
    if (!key) return key.refusal();
    if (!issuer.key.verifies(certificate.body, certificate.signature)) return base::Fault{"cv.signature-wrong"_code};
    const bool expired = certificate.expiration < today || issuer.expiration < today;
    if (certificate.role() != CvRole::Authority && expired) return base::Fault{"cv.expired"_code};
    // A link makes a trust point of its own, whose rights are not bound to those of the one before.
    const auto own = certificate.authorization.rights();
    const auto rights = certificate.role() == CvRole::Authority ? own : static_cast<std::uint8_t>(own & issuer.rights);
    return CvTrustPoint{certificate.holder,    std::move(key).value(), certificate.role(), rights,
                        certificate.effective, certificate.expiration};
}

bool tellsTheTime(const CvTrustPoint& certificate, const CvTrustPoint& issuer) {
    return certificate.role != CvRole::Terminal || issuer.role == CvRole::DomesticVerifier;
}

}  // namespace chip
