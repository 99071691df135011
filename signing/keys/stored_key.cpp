// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/stored_key.hpp"

#include <openssl/core_names.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace {

using base::openssl::check;
using base::openssl::PKey;

const char* groupOf(KeyAlgorithm algorithm) {
    switch (algorithm) {
        case KeyAlgorithm::EcdsaP256: return "prime256v1";
        case KeyAlgorithm::EcdsaP384: return "secp384r1";
        case KeyAlgorithm::EcdsaBrainpoolP256r1: return "brainpoolP256r1";
        case KeyAlgorithm::EcdsaBrainpoolP384r1: return "brainpoolP384r1";
        default: return nullptr;
    }
}

std::size_t modulusBits(KeyAlgorithm algorithm) {
    return algorithm == KeyAlgorithm::Rsa4096Pss || algorithm == KeyAlgorithm::Rsa4096Pkcs1 ? 4096 : 3072;
}

PKey generateKey(KeyAlgorithm algorithm) {
    if (const char* group = groupOf(algorithm)) return PKey{check(EVP_EC_gen(group), "key generation")};
    return PKey{check(EVP_RSA_gen(modulusBits(algorithm)), "key generation")};
}

base::Bytes encodedPublicKey(EVP_PKEY* key) {
    const int size = i2d_PUBKEY(key, nullptr);
    if (size <= 0) base::openssl::throwFailure("public key");
    base::Bytes encoded(static_cast<std::size_t>(size));
    unsigned char* at = encoded.data();
    i2d_PUBKEY(key, &at);
    return encoded;
}

void describePublicKey(StoredKey& stored) {
    EVP_PKEY* key = stored.signer->key();
    const char* group = groupOf(stored.description.algorithm);
    if (group == nullptr) {
        stored.publicNamed = stored.publicExplicit = encodedPublicKey(key);
        return;
    }
    const Curve& curve = curveNamed(group);
    base::Bytes point(curve.generator.size());
    std::size_t size = 0;
    check(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size),
          "public key");
    stored.publicExplicit = encodeEcPublicKey(curve, point, CurveForm::Explicit);
    stored.publicNamed = encodeEcPublicKey(curve, point, CurveForm::Named);
}

bool fits(EVP_PKEY* key, KeyAlgorithm algorithm) {
    const char* group = groupOf(algorithm);
    if (group == nullptr)
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA &&
               static_cast<std::size_t>(EVP_PKEY_get_bits(key)) == modulusBits(algorithm);
    char name[64] = {};
    std::size_t size = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && EVP_PKEY_get_group_name(key, name, sizeof name, &size) == 1 &&
           std::string_view{name} == group;
}

base::SecretBytes encodedPrivateKey(EVP_PKEY* key) {
    const int size = i2d_PrivateKey(key, nullptr);
    if (size <= 0) base::openssl::throwFailure("private key");
    base::SecretBytes encoded{static_cast<std::size_t>(size)};
    unsigned char* at = encoded.revealForWriting().data();
    i2d_PrivateKey(key, &at);
    return encoded;
}

StoredKey wrappingKey(KeyDescription description, const base::SecretBytes& secret) {
    StoredKey stored;
    stored.description = std::move(description);
    stored.wrapping = secret.clone();
    return stored;
}

StoredKey signingKey(KeyDescription description, PKey key) {
    StoredKey stored;
    stored.description = std::move(description);
    stored.signer = std::make_unique<ContextPool>(std::move(key), ContextPool::Use::Sign);
    describePublicKey(stored);
    return stored;
}

[[noreturn]] void throwCorrupt(const KeyDescription& description) {
    base::openssl::forgetErrors();
    throw base::Failure{"signing.key-store-corrupt"_code, base::NextStep::CallSupervisor, description.id.text(),
                        "the private octets do not fit the algorithm"};
}

}  // namespace

StoredKey makeStoredKey(KeyDescription description, base::SecretBytes& secret) {
    if (description.algorithm == KeyAlgorithm::Aes256) {
        secret = base::SecretBytes{base::randomBytes(32)};
        return wrappingKey(std::move(description), secret);
    }
    PKey key = generateKey(description.algorithm);
    secret = encodedPrivateKey(key.get());
    return signingKey(std::move(description), std::move(key));
}

StoredKey loadStoredKey(KeyDescription description, const base::SecretBytes& secret) {
    if (description.algorithm == KeyAlgorithm::Aes256) {
        if (secret.size() != 32) throwCorrupt(description);
        return wrappingKey(std::move(description), secret);
    }
    const unsigned char* at = secret.reveal().data();
    PKey key{d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(secret.size()))};
    if (!key || !fits(key.get(), description.algorithm)) throwCorrupt(description);
    return signingKey(std::move(description), std::move(key));
}

}  // namespace signing
