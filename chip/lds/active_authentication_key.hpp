// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.hpp"

namespace chip::lds {

/// The curves this house makes chip keys on.
enum class KeyCurve { P256, BrainpoolP256r1 };

/// A prime curve's parameters as octets of the field's width, the cofactor as one octet (BSI TR-03111 4).
struct DomainParameters {
    base::Bytes prime;
    base::Bytes a;
    base::Bytes b;
    base::Bytes basePoint;  ///< uncompressed, 04 || x || y
    base::Bytes order;
    base::Bytes cofactor;
};
DomainParameters domainParameters(KeyCurve curve);

/// The key pair with which a chip proves to be no copy (9303-11 6.1). The private half goes into the chip and nowhere
/// else.
struct ActiveAuthenticationKey {
    KeyCurve curve = KeyCurve::P256;
    base::Bytes subjectPublicKeyInfo = {};  ///< explicit parameters, point uncompressed (9303-11 6.1.2, 9303-12 4.4)
    base::SecretBytes privateScalar = {};   ///< big-endian, of the order's width
};
ActiveAuthenticationKey generateActiveAuthenticationKey(KeyCurve curve);

}  // namespace chip::lds
