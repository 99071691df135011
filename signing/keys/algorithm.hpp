// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string_view>

#include "base/digest.hpp"
#include "base/tlv.hpp"

namespace signing {

/// What a key of a key store is and how it signs: a key has one scheme for its whole life.
enum class KeyAlgorithm {
    EcdsaP256,
    EcdsaP384,
    EcdsaBrainpoolP256r1,
    EcdsaBrainpoolP384r1,
    Rsa3072Pss,
    Rsa4096Pss,
    Rsa3072Pkcs1,
    Rsa4096Pkcs1,
    Aes256,  ///< wraps secrets, signs nothing
};

/// "ecdsa-p256", "rsa-3072-pss", … as configuration and key files write it.
std::string_view nameOf(KeyAlgorithm algorithm);
/// Refuses "signing.algorithm-unknown".
base::Result<KeyAlgorithm> keyAlgorithmNamed(std::string_view name);
/// The hash that matches the key's strength: SHA-256 or SHA-384.
base::DigestAlgorithm recommendedDigest(KeyAlgorithm algorithm);

enum class SignatureScheme { Ecdsa, RsaPss, RsaPkcs1 };

/// How one signature was made (RFC 5480, RFC 4055).
struct SignatureAlgorithm {
    SignatureScheme scheme = SignatureScheme::Ecdsa;
    base::DigestAlgorithm digest = base::DigestAlgorithm::Sha256;
    base::DigestAlgorithm maskDigest = base::DigestAlgorithm::Sha256;  ///< PSS only
    std::size_t saltLength = 0;                                        ///< PSS only, octets
    friend auto operator<=>(const SignatureAlgorithm&, const SignatureAlgorithm&) = default;
};

/// The scheme of a key with a hash; throws "signing.algorithm-unknown" for keys that do not sign.
SignatureAlgorithm signatureAlgorithmOf(KeyAlgorithm key, base::DigestAlgorithm digest);

/// AlgorithmIdentifier: ECDSA without parameters, RSA with NULL, PSS with its parameters (9303-10 4.6.2.3 note 2).
base::Bytes encodeSignatureAlgorithm(const SignatureAlgorithm& algorithm);
/// AlgorithmIdentifier of a hash with absent parameters.
base::Bytes encodeDigestAlgorithm(base::DigestAlgorithm digest);

/// Reads an AlgorithmIdentifier. Plain rsaEncryption names no hash: it takes `digestIfUnnamed`, and is refused without.
base::Result<SignatureAlgorithm> readSignatureAlgorithm(
    const base::tlv::Element& identifier, std::optional<base::DigestAlgorithm> digestIfUnnamed = std::nullopt);

/// Whether an AlgorithmIdentifier is plain rsaEncryption.
bool namesNoHash(const base::tlv::Element& identifier);

struct NamedDigest {
    base::DigestAlgorithm algorithm = base::DigestAlgorithm::Sha256;
    bool hasParameters = false;  ///< NULL stands where 9303 wants nothing
};
base::Result<NamedDigest> readDigestAlgorithm(const base::tlv::Element& identifier);

}  // namespace signing
