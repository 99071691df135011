// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/openssl.hpp"
#include "signing/keys/algorithm.hpp"

/// Internal to signing/keys: shows OpenSSL types.
namespace signing {

/// One key with the contexts that were set up for it. Setting up a context costs a good part of a P-256 signature, so
/// contexts are lent to one thread at a time and kept.
class ContextPool {
   public:
    enum class Use { Sign, Verify };
    ContextPool(base::openssl::PKey key, Use use) : m_key(std::move(key)), m_use(use) {}

    /// The signature over a message; throws Failure when OpenSSL does.
    base::Bytes sign(const SignatureAlgorithm& algorithm, base::BytesView message);
    /// Whether the signature is right; a malformed one is wrong.
    bool verify(const SignatureAlgorithm& algorithm, base::BytesView message, base::BytesView signature);
    [[nodiscard]] EVP_PKEY* key() const { return m_key.get(); }

   private:
    base::openssl::PKeyContext borrow(const SignatureAlgorithm& algorithm);
    void giveBack(const SignatureAlgorithm& algorithm, base::openssl::PKeyContext context);
    [[nodiscard]] base::openssl::PKeyContext setUp(const SignatureAlgorithm& algorithm) const;

    base::openssl::PKey m_key;
    Use m_use;
    std::mutex m_guard;
    std::map<SignatureAlgorithm, std::vector<base::openssl::PKeyContext>> m_idle;
};

}  // namespace signing
