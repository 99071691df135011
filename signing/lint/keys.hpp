// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/kinds.hpp"
#include "signing/lint/parts.hpp"

namespace signing::lint {

/// An AlgorithmIdentifier of a signature against 9303-12 4.1.6.
void judgeSignatureAlgorithm(const Element& identifier, const std::string& where, Findings& findings);
/// A SubjectPublicKeyInfo against 9303-12 4.1.6 to 4.1.8.
void judgePublicKey(const Element& info, Kind kind, Findings& findings);

/// One signature as it stands in a certificate or list. Views into what was read.
struct SignatureView {
    base::BytesView signedPart;
    const Element* algorithm = nullptr;  ///< AlgorithmIdentifier
    base::BytesView signature;
};
/// The encoding of an ECDSA signature (RFC 3279 2.2.3).
void judgeSignatureValue(const SignatureView& signature, const std::string& where, Findings& findings);
/// Whether the signature is the key's; nothing where key or algorithm are none that can be computed with.
std::optional<bool> verifies(const SignatureView& signature, base::BytesView subjectPublicKeyInfo);

}  // namespace signing::lint
