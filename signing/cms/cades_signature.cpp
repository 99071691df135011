// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/cades_signature.hpp"

#include <array>
#include <optional>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "signing/cms/oids.hpp"
#include "signing/cms/signing_certificate.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

base::Bytes attribute(const Oid& type, const base::Bytes& value) {
    return der::sequence({type.element(), der::setOf({value})});
}

/// SET OF Attribute as it is signed.
base::Bytes signedAttributes(const Certificate& certificate, base::DigestAlgorithm digest, base::BytesView content) {
    return der::setOf({attribute(kContentType, kIdData.element()),
                       attribute(kMessageDigest, der::octetString(base::digest(digest, content))),
                       attribute(kSigningCertificateV2, encodeSigningCertificate(certificate, digest))});
}

void checkSelf(const Certificate& certificate, const SignatureAlgorithm& algorithm, base::BytesView message,
               base::BytesView signature) {
    const auto key = PublicKey::read(certificate.publicKey);
    if (!key || !key->verifies(algorithm, message, signature))
        throw base::Failure{"signing.self-check-failed"_code, base::NextStep::Stop, certificate.subjectText(),
                            "the key is not the certificate's"};
}

base::Bytes certificates(const CadesSigner& signer) {
    std::vector<base::Bytes> all{signer.identity.certificate.der};
    for (const auto& issuer : signer.chain) all.push_back(issuer.der);
    return der::setOf(all);
}

/// A SET's content under [n] IMPLICIT.
base::Bytes retagged(unsigned number, base::Bytes set) {
    set[0] = static_cast<std::uint8_t>(0xA0U | number);
    return set;
}

/// The unsigned attributes of B-T.
base::Result<base::Bytes> timestampAttributes(base::BytesView signature, const TimestampClient& timestamps) {
    const auto token = timestamps.stamp(signature);
    if (!token) return token.refusal();
    return retagged(1, der::setOf({attribute(kSignatureTimestamp, token->der)}));
}

/// The last of a constructed object's parts, which lie inside each other from ContentInfo to the one SignerInfo.
constexpr std::array<base::tlv::Tag, 5> kWayToSigner{der::kSequence, 0xA0, der::kSequence, der::kSet, der::kSequence};

/// The object with its innermost last part, on the way to the signer, made longer by an element.
base::Bytes appended(base::BytesView object, std::span<const base::tlv::Tag> way, base::BytesView element) {
    const auto whole = base::expected(base::tlv::readFirst(object), "CMS");
    base::Bytes value{whole.value.begin(), whole.value.end()};
    if (way.size() > 1) {
        const auto last = base::expected(base::tlv::readAll(whole.value), "CMS").back();
        value.resize(value.size() - last.whole.size());
        const auto longer = appended(last.whole, way.subspan(1), element);
        value.insert(value.end(), longer.begin(), longer.end());
    } else {
        value.insert(value.end(), element.begin(), element.end());
    }
    return base::tlv::encode(whole.tag, value);
}

/// The parts of the one SignerInfo; nothing where the octets are not a signature of ours.
std::optional<std::vector<base::tlv::Element>> signerParts(base::BytesView cms) {
    base::BytesView at = cms;
    for (const auto tag : kWayToSigner) {
        const auto parts = base::tlv::readAll(at);
        if (!parts || parts->empty() || parts->back().tag != tag) return std::nullopt;
        at = parts->back().value;
    }
    auto parts = base::tlv::readAll(at);
    if (!parts) return std::nullopt;
    return std::move(*parts);
}

base::Bytes signedData(const CadesSigner& signer, base::DigestAlgorithm digest, const base::Bytes& signerInfo) {
    const auto data =
        der::sequence({der::integer(1), der::setOf({encodeDigestAlgorithm(digest)}), der::sequence({kIdData.element()}),
                       retagged(0, certificates(signer)), der::setOf({signerInfo})});
    return der::sequence({kIdSignedData.element(), der::explicitTag(0, data)});
}

}  // namespace

base::Result<base::Bytes> signCades(const CadesSigner& signer, base::BytesView content) {
    const auto& [keys, key, certificate] = signer.identity;
    const auto keyAlgorithm = keys.describe(key).algorithm;
    const auto digest = recommendedDigest(keyAlgorithm);
    const auto algorithm = signatureAlgorithmOf(keyAlgorithm, digest);
    const auto attributes = signedAttributes(certificate, digest, content);
    const auto signature = keys.sign(key, digest, attributes);
    checkSelf(certificate, algorithm, attributes, signature);
    base::Bytes unsignedAttributes;
    if (signer.timestamps != nullptr) {
        auto stamped = timestampAttributes(signature, *signer.timestamps);
        if (!stamped) return stamped.refusal();
        unsignedAttributes = std::move(*stamped);
    }
    const auto name = der::sequence({certificate.issuer, base::tlv::encode(der::kInteger, certificate.serialNumber)});
    return signedData(
        signer, digest,
        der::sequence({der::integer(1), name, encodeDigestAlgorithm(digest), retagged(0, attributes),
                       encodeSignatureAlgorithm(algorithm), der::octetString(signature), unsignedAttributes}));
}

base::Result<base::Bytes> addSignatureTimestamp(base::BytesView cms, const TimestampClient& timestamps) {
    constexpr std::size_t kPartsWithoutUnsigned = 6;
    const auto parts = signerParts(cms);
    if (!parts || parts->size() < kPartsWithoutUnsigned || (*parts)[kPartsWithoutUnsigned - 1].tag != der::kOctetString)
        return base::Fault{"signing.malformed"_code, {{"what", "SignerInfo"}}, {}};
    if (parts->size() > kPartsWithoutUnsigned) return base::Fault{"signing.timestamped-already"_code};
    const auto attributes = timestampAttributes(parts->back().value, timestamps);
    if (!attributes) return attributes.refusal();
    return appended(cms, kWayToSigner, *attributes);
}

}  // namespace signing
