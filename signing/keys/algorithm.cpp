// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/algorithm.hpp"

#include <array>
#include <string>

#include "base/failure.hpp"

namespace signing {
using namespace base::literals;
using base::DigestAlgorithm;
namespace {

struct KeyEntry {
    KeyAlgorithm algorithm;
    std::string_view name;
    DigestAlgorithm digest;
    SignatureScheme scheme;
};

constexpr std::array<KeyEntry, 9> kKeys{{
    {KeyAlgorithm::EcdsaP256, "ecdsa-p256", DigestAlgorithm::Sha256, SignatureScheme::Ecdsa},
    {KeyAlgorithm::EcdsaP384, "ecdsa-p384", DigestAlgorithm::Sha384, SignatureScheme::Ecdsa},
    {KeyAlgorithm::EcdsaBrainpoolP256r1, "ecdsa-brainpoolp256r1", DigestAlgorithm::Sha256, SignatureScheme::Ecdsa},
    {KeyAlgorithm::EcdsaBrainpoolP384r1, "ecdsa-brainpoolp384r1", DigestAlgorithm::Sha384, SignatureScheme::Ecdsa},
    {KeyAlgorithm::Rsa3072Pss, "rsa-3072-pss", DigestAlgorithm::Sha256, SignatureScheme::RsaPss},
    {KeyAlgorithm::Rsa4096Pss, "rsa-4096-pss", DigestAlgorithm::Sha256, SignatureScheme::RsaPss},
    {KeyAlgorithm::Rsa3072Pkcs1, "rsa-3072-pkcs1", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1},
    {KeyAlgorithm::Rsa4096Pkcs1, "rsa-4096-pkcs1", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1},
    {KeyAlgorithm::Aes256, "aes-256", DigestAlgorithm::Sha256, SignatureScheme::Ecdsa},
}};

const KeyEntry& entryOf(KeyAlgorithm algorithm) { return kKeys.at(static_cast<std::size_t>(algorithm)); }

}  // namespace

std::string_view nameOf(KeyAlgorithm algorithm) { return entryOf(algorithm).name; }

base::Result<KeyAlgorithm> keyAlgorithmNamed(std::string_view name) {
    for (const auto& entry : kKeys)
        if (entry.name == name) return entry.algorithm;
    return base::Fault{"signing.algorithm-unknown"_code, {{"name", std::string{name}}}, {}};
}

DigestAlgorithm recommendedDigest(KeyAlgorithm algorithm) { return entryOf(algorithm).digest; }

SignatureAlgorithm signatureAlgorithmOf(KeyAlgorithm key, DigestAlgorithm digest) {
    if (key == KeyAlgorithm::Aes256)
        throw base::Failure{"signing.algorithm-unknown"_code, base::NextStep::Stop, "signature", "aes-256"};
    const auto scheme = entryOf(key).scheme;
    if (scheme != SignatureScheme::RsaPss) return {scheme, digest, digest, 0};
    return {scheme, digest, digest, base::sizeOf(digest)};
}

}  // namespace signing
