// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.hpp"
#include "base/secret_bytes.hpp"
#include "chip/access/random_source.hpp"

namespace chip {

/// Whether the octets are a private key on a curve with explicit parameters: 81 p, 82 a, 83 b, 84 G (uncompressed),
/// 85 r (order), 86 s (private key), and where given 87 k (cofactor).
bool isEcKey(base::BytesView objects);

/// ECDSA over the message in plain format r || s, each as long as the order; the digest follows the order's length.
base::Bytes signEcdsa(base::BytesView objects, base::BytesView message);

/// An RSA key as PUT DATA 60 and 61 keep it.
struct RsaPrivateKey {
    base::BytesView modulus, exponent;
};
/// RSA after ISO/IEC 9796-2 scheme 1, message recovered but for `challenge`, the digest named by the trailer (9303-11
/// 6.1.2.2). As long as the modulus.
base::Bytes signRsa(const RsaPrivateKey& key, base::BytesView challenge, base::DigestAlgorithm digest,
                    RandomSource& random);

}  // namespace chip
