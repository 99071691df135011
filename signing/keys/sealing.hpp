// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/secret_bytes.hpp"

namespace signing {

/// AES-256-GCM with a fresh random nonce: nonce (12 octets), ciphertext, tag (16 octets). The associated octets are
/// not inside but must be the same when opened.
base::Bytes seal(const base::SecretBytes& key, base::BytesView plain, base::BytesView associated);
/// Nothing where key, content or associated octets are not those of the sealing.
std::optional<base::SecretBytes> unseal(const base::SecretBytes& key, base::BytesView sealed,
                                        base::BytesView associated);

}  // namespace signing
