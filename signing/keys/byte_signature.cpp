// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/byte_signature.hpp"

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

base::Bytes signedOctets(std::string_view purpose, base::BytesView message) {
    base::Bytes octets = base::bytesOf(purpose);
    octets.push_back(0);
    base::append(octets, message);
    return octets;
}

}  // namespace

base::Bytes signBytes(const KeyStore& keys, const KeyId& key, std::string_view purpose, base::BytesView message) {
    const auto algorithm = keys.describe(key).algorithm;
    const auto digest = recommendedDigest(algorithm);
    return der::sequence({encodeSignatureAlgorithm(signatureAlgorithmOf(algorithm, digest)),
                          der::octetString(keys.sign(key, digest, signedOctets(purpose, message)))});
}

base::Outcome verifyBytes(base::BytesView subjectPublicKeyInfo, std::string_view purpose, base::BytesView message,
                          base::BytesView signature) {
    Trouble trouble;
    Cursor whole{signature, trouble};
    auto parts = whole.enter(der::kSequence, "signature");
    whole.finish("signature");
    const auto identifier = parts.take(der::kSequence, "AlgorithmIdentifier");
    const auto value = parts.take(der::kOctetString, "signature").value;
    parts.finish("signature");
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    const auto algorithm = readSignatureAlgorithm(identifier);
    if (!algorithm) return algorithm.refusal();
    const auto key = PublicKey::read(subjectPublicKeyInfo);
    if (!key) return key.refusal();
    if (algorithm->digest == base::DigestAlgorithm::Sha1 ||
        !key->verifies(*algorithm, signedOctets(purpose, message), value))
        return base::Fault{"signing.signature-wrong"_code, {}, {}};
    return {};
}

}  // namespace signing
