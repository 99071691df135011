// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/bare_signing.hpp"

#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace benchmarks {
namespace {

using base::openssl::check;
using signing::KeyAlgorithm;

constexpr unsigned kRsaBits = 3072;

EVP_PKEY* generate(KeyAlgorithm algorithm) {
    switch (algorithm) {
        case KeyAlgorithm::EcdsaP256: return EVP_EC_gen("prime256v1");
        case KeyAlgorithm::EcdsaP384: return EVP_EC_gen("secp384r1");
        case KeyAlgorithm::EcdsaBrainpoolP256r1: return EVP_EC_gen("brainpoolP256r1");
        case KeyAlgorithm::EcdsaBrainpoolP384r1: return EVP_EC_gen("brainpoolP384r1");
        default: return EVP_RSA_gen(kRsaBits);
    }
}

void setUp(EVP_PKEY_CTX* context, const signing::SignatureAlgorithm& algorithm) {
    if (algorithm.scheme == signing::SignatureScheme::Ecdsa) return;
    const EVP_MD* digest = EVP_get_digestbyname(base::nameOf(algorithm.digest).data());
    const bool pss = algorithm.scheme == signing::SignatureScheme::RsaPss;
    check(EVP_PKEY_CTX_set_rsa_padding(context, pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING), "padding");
    check(EVP_PKEY_CTX_set_signature_md(context, digest), "digest");
    if (!pss) return;
    check(EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest), "mask");
    check(EVP_PKEY_CTX_set_rsa_pss_saltlen(context, static_cast<int>(algorithm.saltLength)), "salt");
}

}  // namespace

BareKey::BareKey(KeyAlgorithm algorithm)
    : m_key(check(generate(algorithm), "key")),
      m_signer(check(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr), "context")),
      m_verifier(check(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr), "context")) {
    const auto digest = signing::recommendedDigest(algorithm);
    const auto how = signing::signatureAlgorithmOf(algorithm, digest);
    m_digest = base::digest(digest, base::bytesOf("benchmark"));
    m_signature.resize(1024);
    check(EVP_PKEY_sign_init(m_signer.get()), "sign");
    check(EVP_PKEY_verify_init(m_verifier.get()), "verify");
    setUp(m_signer.get(), how);
    setUp(m_verifier.get(), how);
    sign();
}

void BareKey::sign() {
    m_size = m_signature.size();
    check(EVP_PKEY_sign(m_signer.get(), m_signature.data(), &m_size, m_digest.data(), m_digest.size()), "sign");
}

void BareKey::verify() {
    check(EVP_PKEY_verify(m_verifier.get(), m_signature.data(), m_size, m_digest.data(), m_digest.size()), "verify");
}

}  // namespace benchmarks
