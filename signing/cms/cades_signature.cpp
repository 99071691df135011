// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/cades_signature.hpp"

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
        const auto token = signer.timestamps->stamp(signature);
        if (!token) return token.refusal();
        unsignedAttributes = retagged(1, der::setOf({attribute(kSignatureTimestamp, token->der)}));
    }
    const auto name = der::sequence({certificate.issuer, base::tlv::encode(der::kInteger, certificate.serialNumber)});
    return signedData(
        signer, digest,
        der::sequence({der::integer(1), name, encodeDigestAlgorithm(digest), retagged(0, attributes),
                       encodeSignatureAlgorithm(algorithm), der::octetString(signature), unsignedAttributes}));
}

}  // namespace signing
