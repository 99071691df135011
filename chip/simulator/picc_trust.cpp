// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_trust.hpp"

#include <algorithm>

#include "base/tlv.hpp"
#include "chip/simulator/secret_names.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;

constexpr tlv::Tag kBody = 0x7F4E, kPublicKey = 0x7F49;
constexpr std::uint8_t kTrustPoints = 2;
constexpr std::uint16_t kEfCvca = 0x011C;

/// A body alone is read as if it were signed: who personalises the chip vouches for it.
base::Result<CvCertificate> readTrusted(base::BytesView octets) {
    const auto object = tlv::readFirst(octets);
    if (object && object->tag == kBody)
        return readCvCertificateParts(base::concat({octets, tlv::encode(0x5F37, base::Bytes{0})}));
    return readCvCertificate(octets);
}

std::optional<CvTrustPoint> pointFrom(base::BytesView octets) {
    const auto certificate = readTrusted(octets);
    if (!certificate) return {};
    auto key = CvPublicKey::read(certificate->publicKey);
    if (!key) return {};
    return CvTrustPoint{certificate->holder,    std::move(key).value(),
                        certificate->role(),    certificate->authorization.rights(),
                        certificate->effective, certificate->expiration};
}

/// The body with all parameters in its public key, so that it can stand alone.
base::Bytes standingAlone(const CvCertificate& certificate, const CvTrustPoint& verified) {
    const auto body = tlv::readFirst(certificate.body);
    const auto parts = body ? tlv::readAll(body->value) : body.refusal();
    base::Bytes fields;
    if (parts)
        for (const auto& part : *parts)
            base::append(fields, part.tag == kPublicKey ? tlv::encode(kPublicKey, verified.key.spelledOut())
                                                        : base::Bytes{part.whole.begin(), part.whole.end()});
    return tlv::encode(kBody, fields);
}

}  // namespace

bool PiccTrust::isCertificate(base::BytesView octets) { return pointFrom(octets).has_value(); }

std::vector<CvTrustPoint> PiccTrust::points() const {
    std::vector<CvTrustPoint> found;
    for (std::uint8_t number = 0; number <= kTrustPoints; ++number) {
        const auto* const kept = m_memory.secret(secret_name::verifyingCertificate(number));
        auto point = kept == nullptr ? std::nullopt : pointFrom(kept->reveal());
        if (point) found.push_back(std::move(*point));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &CvTrustPoint::effective);
    return found;
}

CvDate PiccTrust::today() const {
    CvDate latest{};
    if (const auto* const kept = m_memory.secret(secret_name::kCurrentDate))
        if (const auto date = readCvDate(kept->reveal())) latest = *date;
    for (const auto& point : points()) latest = std::max(latest, point.effective);
    return latest;
}

void PiccTrust::take(const CvCertificate& certificate, const CvTrustPoint& verified, const CvTrustPoint& issuer) {
    if (verified.role == CvRole::Authority) addPoint(certificate, verified);
    if (tellsTheTime(verified, issuer) && verified.effective > today())
        (void)m_memory.keepSecret(secret_name::kCurrentDate, base::SecretBytes{encodeCvDate(verified.effective)});
}

void PiccTrust::addPoint(const CvCertificate& certificate, const CvTrustPoint& verified) {
    base::SecretBytes previous;
    CvDate latest{};
    for (std::uint8_t number = 0; number <= kTrustPoints; ++number) {
        const auto name = secret_name::verifyingCertificate(number);
        const auto* const kept = m_memory.secret(name);
        const auto point = kept == nullptr ? std::nullopt : pointFrom(kept->reveal());
        if (point && point->effective >= latest && point->holder != verified.holder) {
            latest = point->effective;
            previous = kept->clone();
        }
        m_memory.forgetSecret(name);
    }
    if (!previous.empty()) (void)m_memory.keepSecret(secret_name::verifyingCertificate(2), std::move(previous));
    const auto newest = secret_name::verifyingCertificate(1);
    (void)m_memory.keepSecret(newest, base::SecretBytes{standingAlone(certificate, verified)});
    auto* const file = m_memory.file({Directory::Application, kEfCvca});
    if (file == nullptr) return;
    std::vector<std::string> references;
    for (const auto& point : points()) references.push_back(point.holder);
    *file = encodeAuthorityReferences(references);
}

}  // namespace chip
