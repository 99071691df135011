// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/cv_public_key.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "base/failure.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace der = base::der;
namespace tlv = base::tlv;
using signing::SignatureScheme;

constexpr tlv::Tag kObjectId = 0x06, kPrime = 0x81, kA = 0x82, kB = 0x83, kBasePoint = 0x84, kOrder = 0x85,
                   kPoint = 0x86, kCofactor = 0x87;
constexpr tlv::Tag kModulus = 0x81, kExponent = 0x82;
constexpr std::size_t kLongestExponent = 4;

struct Protocol {
    std::string_view oid;
    SignatureScheme scheme;
    base::DigestAlgorithm digest;
};
/// id-TA (9303-11 7.1.4). RSA with PKCS#1 v1.5 and SHA-1 are of TR-03110's older versions, which chips may still hold.
constexpr Protocol kProtocols[] = {
    {"0.4.0.127.0.7.2.2.2.1.1", SignatureScheme::RsaPkcs1, base::DigestAlgorithm::Sha1},
    {"0.4.0.127.0.7.2.2.2.1.2", SignatureScheme::RsaPkcs1, base::DigestAlgorithm::Sha256},
    {"0.4.0.127.0.7.2.2.2.1.3", SignatureScheme::RsaPss, base::DigestAlgorithm::Sha1},
    {"0.4.0.127.0.7.2.2.2.1.4", SignatureScheme::RsaPss, base::DigestAlgorithm::Sha256},
    {"0.4.0.127.0.7.2.2.2.1.5", SignatureScheme::RsaPkcs1, base::DigestAlgorithm::Sha512},
    {"0.4.0.127.0.7.2.2.2.1.6", SignatureScheme::RsaPss, base::DigestAlgorithm::Sha512},
    {"0.4.0.127.0.7.2.2.2.2.1", SignatureScheme::Ecdsa, base::DigestAlgorithm::Sha1},
    {"0.4.0.127.0.7.2.2.2.2.2", SignatureScheme::Ecdsa, base::DigestAlgorithm::Sha224},
    {"0.4.0.127.0.7.2.2.2.2.3", SignatureScheme::Ecdsa, base::DigestAlgorithm::Sha256},
    {"0.4.0.127.0.7.2.2.2.2.4", SignatureScheme::Ecdsa, base::DigestAlgorithm::Sha384},
    {"0.4.0.127.0.7.2.2.2.2.5", SignatureScheme::Ecdsa, base::DigestAlgorithm::Sha512},
};

base::Fault malformed() { return {"cv.malformed"_code, {}, "public key"}; }
base::Fault unsupported() { return {"cv.unsupported-key"_code}; }

using Parts = std::vector<tlv::Element>;

bool is(const Parts& parts, tlv::Tag tag, base::BytesView value) {
    const auto part = tlv::find(parts, tag);
    if (!part) return false;
    // Numbers have no leading zeros here, and the full width in the list of curves.
    const auto trimmed = [](base::BytesView octets) {
        while (!octets.empty() && octets[0] == 0) octets = octets.subspan(1);
        return octets;
    };
    return std::ranges::equal(trimmed(part->value), trimmed(value));
}

/// The known curve that the parameters spell out; null where they are another's.
const signing::Curve* curveOf(const Parts& parts) {
    for (const auto& curve : signing::knownCurves())
        if (is(parts, kPrime, curve.prime) && is(parts, kA, curve.a) && is(parts, kB, curve.b) &&
            is(parts, kBasePoint, curve.generator) && is(parts, kOrder, curve.order))
            return &curve;
    return nullptr;
}

base::Result<signing::PublicKey> readKey(base::BytesView subjectPublicKeyInfo) {
    auto key = signing::PublicKey::read(subjectPublicKeyInfo);
    if (!key) return unsupported();
    return std::move(key).value();
}

base::Result<signing::PublicKey> readRsa(const Parts& parts) {
    const auto modulus = tlv::find(parts, kModulus), exponent = tlv::find(parts, kExponent);
    if (!modulus || !exponent || modulus->value.empty() || exponent->value.empty()) return malformed();
    if (exponent->value.size() > kLongestExponent) return unsupported();
    const auto key = der::sequence({der::integer(modulus->value), der::integer(exponent->value)});
    return readKey(
        der::sequence({der::sequence({der::oid("1.2.840.113549.1.1.1"), der::null()}), der::bitString(key)}));
}

}  // namespace

base::Result<CvPublicKey> CvPublicKey::read(base::BytesView value, const CvPublicKey* issuer) {
    const auto parts = tlv::readAll(value);
    if (!parts || parts->empty() || parts->front().tag != kObjectId) return malformed();
    const auto oid = der::readOid(parts->front().value);
    if (!oid) return malformed();
    const auto algorithm = terminalAlgorithmOf(value);
    if (!algorithm) return unsupported();
    if (algorithm->scheme != SignatureScheme::Ecdsa) {
        auto key = readRsa(*parts);
        if (!key) return key.refusal();
        return CvPublicKey{value, *oid, *algorithm, nullptr, std::move(key).value()};
    }
    const auto point = tlv::find(*parts, kPoint);
    if (!point) return malformed();
    const bool spelledOut = tlv::find(*parts, kPrime).has_value();
    const auto* const inherited = issuer != nullptr ? issuer->m_curve : nullptr;
    const auto* const curve = spelledOut ? curveOf(*parts) : inherited;
    if (curve == nullptr) return unsupported();
    auto key = readKey(signing::encodeEcPublicKey(*curve, point->value, signing::CurveForm::Named));
    if (!key) return key.refusal();
    return CvPublicKey{value, *oid, *algorithm, curve, std::move(key).value()};
}

std::optional<signing::SignatureAlgorithm> terminalAlgorithmOf(base::BytesView publicKey) {
    const auto first = tlv::readFirst(publicKey);
    if (!first || first->tag != kObjectId) return {};
    const auto oid = der::readOid(first->value);
    const auto* const protocol = oid ? std::ranges::find(kProtocols, *oid, &Protocol::oid) : std::end(kProtocols);
    if (protocol == std::end(kProtocols)) return {};
    const bool salted = protocol->scheme == SignatureScheme::RsaPss;
    return signing::SignatureAlgorithm{protocol->scheme, protocol->digest, protocol->digest,
                                       salted ? base::sizeOf(protocol->digest) : 0};
}

base::Bytes CvPublicKey::spelledOut() const {
    const auto parts = base::expected(tlv::readAll(m_octets), "public key");
    if (m_curve == nullptr || tlv::find(parts, kPrime)) return m_octets;
    const auto number = [](tlv::Tag tag, base::BytesView octets) {
        while (octets.size() > 1 && octets[0] == 0) octets = octets.subspan(1);
        return tlv::encode(tag, octets);
    };
    return base::concat({parts.front().whole, number(kPrime, m_curve->prime), number(kA, m_curve->a),
                         number(kB, m_curve->b), tlv::encode(kBasePoint, m_curve->generator),
                         number(kOrder, m_curve->order), tlv::encode(kPoint, tlv::find(parts, kPoint)->value),
                         number(kCofactor, base::bigEndian(m_curve->cofactor, 1))});
}

bool CvPublicKey::verifies(base::BytesView message, base::BytesView signature) const {
    if (m_curve == nullptr) return m_key.verifies(m_algorithm, message, signature);
    const std::size_t half = m_curve->order.size();
    if (signature.size() != 2 * half) return false;
    const auto encoded = der::sequence({der::integer(signature.first(half)), der::integer(signature.last(half))});
    return m_key.verifies(m_algorithm, message, encoded);
}

}  // namespace chip
