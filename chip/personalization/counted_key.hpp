// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/cipher_suite.hpp"

namespace chip {

struct CipherKey {
    CipherSuite cipher;
    base::BytesView key;
};

/// Key derivation in counter mode with AES-CMAC (SP 800-108 5.1), the counter one octet that starts at 1 between
/// `before` and `after`.
base::SecretBytes countedKey(const CipherKey& from, base::BytesView before, base::BytesView after, std::size_t size);

}  // namespace chip
