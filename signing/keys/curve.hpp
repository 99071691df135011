// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/tlv.hpp"

namespace signing {

/// A published elliptic curve over a prime field, with its domain parameters as big-endian octets.
struct Curve {
    std::string name;  ///< as OpenSSL calls the group: "prime256v1", "brainpoolP256r1", …
    std::string oid;
    base::Bytes prime, a, b;  ///< in the field's full width
    base::Bytes generator;    ///< uncompressed point
    base::Bytes order;
    std::uint64_t cofactor = 1;
};

/// P-224 to P-521 and brainpoolP224r1 to P512r1: what travel documents are signed with.
const std::vector<Curve>& knownCurves();
/// Throws "signing.algorithm-unknown" for names that are not in the list: they are constants of the program.
const Curve& curveNamed(std::string_view name);

/// ECParameters spelled out, cofactor included (9303-12 4.1.6.3, TR-03111 5.1.1).
base::Bytes encodeExplicitParameters(const Curve& curve);

/// How the parameters of a key were written.
enum class CurveForm { Explicit, Named };
struct CurveUse {
    const Curve* curve = nullptr;
    CurveForm form = CurveForm::Named;
};
/// Finds the known curve behind an OID, or behind explicit parameters by comparing p, a, b, G, n and h. Refuses
/// "signing.curve-unknown" for all else: parameters of someone's own making are never computed with.
base::Result<CurveUse> readCurve(const base::tlv::Element& parameters);

}  // namespace signing
