// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/keys/algorithm.hpp"
#include "signing/keys/public_key.hpp"

/// ECDSA signatures as seals hold them: r and s one after the other, each as wide as the order of the curve
/// (9303-13 2.4, appendix B).
namespace signing {

/// What a seal's signature on a curve is like.
struct RawSignatureForm {
    std::size_t width = 0;  ///< octets of r, and of s
    base::DigestAlgorithm digest = base::DigestAlgorithm::Sha256;
};
/// The hash follows from the order's bits. Refuses "signing.seal-key-unsuitable" for RSA and for orders beyond 512
/// bits, which 9303-13 gives no hash.
base::Result<RawSignatureForm> rawSignatureForm(const PublicKey& key);

/// From DER's SEQUENCE of r and s. Refuses "signing.malformed" where they do not fit the width.
base::Result<base::Bytes> rawSignature(base::BytesView der, std::size_t width);
/// To DER, from two numbers of equal width.
base::Bytes derSignature(base::BytesView raw);

}  // namespace signing
