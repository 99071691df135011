// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/context_pool.hpp"

#include <openssl/rsa.h>

#include <array>

namespace signing {
using base::openssl::check;
using base::openssl::PKeyContext;
namespace {

const EVP_MD* implementationOf(base::DigestAlgorithm digest) {
    static const std::array<const EVP_MD*, 5> kImplementations{
        EVP_MD_fetch(nullptr, "SHA1", nullptr), EVP_MD_fetch(nullptr, "SHA224", nullptr),
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_fetch(nullptr, "SHA384", nullptr),
        EVP_MD_fetch(nullptr, "SHA512", nullptr)};
    return check(kImplementations.at(static_cast<std::size_t>(digest)), "digest");
}

struct Hash {
    std::array<unsigned char, EVP_MAX_MD_SIZE> octets{};
    unsigned int size = 0;
};

Hash hashOf(base::DigestAlgorithm digest, base::BytesView message) {
    Hash hash;
    check(EVP_Digest(message.data(), message.size(), hash.octets.data(), &hash.size, implementationOf(digest), nullptr),
          "digest");
    return hash;
}

void setPadding(EVP_PKEY_CTX* context, const SignatureAlgorithm& algorithm) {
    if (algorithm.scheme == SignatureScheme::Ecdsa) return;
    const bool pss = algorithm.scheme == SignatureScheme::RsaPss;
    check(EVP_PKEY_CTX_set_rsa_padding(context, pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING), "RSA padding");
    if (!pss) return;
    check(EVP_PKEY_CTX_set_rsa_pss_saltlen(context, static_cast<int>(algorithm.saltLength)), "PSS salt");
    check(EVP_PKEY_CTX_set_rsa_mgf1_md(context, implementationOf(algorithm.maskDigest)), "PSS mask");
}

}  // namespace

PKeyContext ContextPool::setUp(const SignatureAlgorithm& algorithm) const {
    PKeyContext context{check(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr), "key context")};
    check(m_use == Use::Sign ? EVP_PKEY_sign_init(context.get()) : EVP_PKEY_verify_init(context.get()), "key context");
    check(EVP_PKEY_CTX_set_signature_md(context.get(), implementationOf(algorithm.digest)), "signature digest");
    setPadding(context.get(), algorithm);
    return context;
}

PKeyContext ContextPool::borrow(const SignatureAlgorithm& algorithm) {
    {
        const std::lock_guard lock{m_guard};
        auto& idle = m_idle[algorithm];
        if (!idle.empty()) {
            auto context = std::move(idle.back());
            idle.pop_back();
            return context;
        }
    }
    return setUp(algorithm);
}

void ContextPool::giveBack(const SignatureAlgorithm& algorithm, PKeyContext context) {
    const std::lock_guard lock{m_guard};
    m_idle[algorithm].push_back(std::move(context));
}

base::Bytes ContextPool::sign(const SignatureAlgorithm& algorithm, base::BytesView message) {
    const auto hash = hashOf(algorithm.digest, message);
    auto context = borrow(algorithm);
    base::Bytes signature(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())));
    std::size_t size = signature.size();
    check(EVP_PKEY_sign(context.get(), signature.data(), &size, hash.octets.data(), hash.size), "signature");
    signature.resize(size);
    giveBack(algorithm, std::move(context));
    return signature;
}

bool ContextPool::verify(const SignatureAlgorithm& algorithm, base::BytesView message, base::BytesView signature) {
    const auto hash = hashOf(algorithm.digest, message);
    auto context = borrow(algorithm);
    const int result =
        EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.octets.data(), hash.size);
    if (result != 1) base::openssl::forgetErrors();
    giveBack(algorithm, std::move(context));
    return result == 1;
}

}  // namespace signing
