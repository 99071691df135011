// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.hpp"
#include "signing/keys/context_pool.hpp"
#include "signing/keys/key_store.hpp"

/// Internal to signing/keys: shows OpenSSL types.
namespace signing {

/// One key in memory, ready for use.
struct StoredKey {
    KeyDescription description;
    std::unique_ptr<ContextPool> signer;  ///< none for wrapping keys
    base::SecretBytes wrapping;           ///< AES-256; empty for signing keys
    base::Bytes publicExplicit, publicNamed;
};

/// A fresh key; its private octets (PKCS#8 content of OpenSSL's own form, or the AES key) go to `secret`.
StoredKey makeStoredKey(KeyDescription description, base::SecretBytes& secret);
/// The key behind private octets; throws "signing.key-store-corrupt" when they are none of this algorithm.
StoredKey loadStoredKey(KeyDescription description, const base::SecretBytes& secret);

}  // namespace signing
