// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.hpp"
#include "base/openssl.hpp"
#include "signing/keys/algorithm.hpp"

namespace benchmarks {

/// OpenSSL alone: a key of an algorithm, one context set up beforehand, and signatures over one digest.
class BareKey {
   public:
    explicit BareKey(signing::KeyAlgorithm algorithm);
    void sign();
    void verify();

   private:
    base::openssl::PKey m_key;
    base::openssl::PKeyContext m_signer, m_verifier;
    base::Bytes m_digest, m_signature;
    std::size_t m_size = 0;
};

}  // namespace benchmarks
