// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/cipher_suite.hpp"
#include "chip/access/key_group.hpp"

namespace chip {

/// Octets of the nonce t (the key) and of s (the smallest multiple of the block that holds the key), for the
/// integrated mapping (9303-11 4.4.3.3).
std::size_t additionalNonceSizeOf(CipherSuite suite);
std::size_t nonceSizeOf(CipherSuite suite);

/// R(s, t): pseudo-random octets, 64 bits longer than the field (9303-11 figure 2). Sizes as above.
base::SecretBytes pseudoRandom(CipherSuite suite, std::size_t fieldBits, base::BytesView nonce,
                               base::BytesView additionalNonce);

/// s·G + H, H being the secret that the mapping keys agree on (9303-11 4.4.3.3.1).
base::Result<base::SecretBytes> mapGenerically(const KeyGroup& group, base::BytesView nonce, base::BytesView agreed);
/// f(Rp(s, t)) (9303-11 4.4.3.3.2). Refuses "access.malformed-answer" for nonces of other sizes.
base::Result<base::SecretBytes> mapIntegrated(const KeyGroup& group, CipherSuite suite, base::BytesView nonce,
                                              base::BytesView additionalNonce);

}  // namespace chip
