// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/cv_certificate.hpp"
#include "chip/access/session.hpp"

namespace chip {

/// What an inspection system proves its rights with: certificates (its own, its verifier's, links), in any order, and
/// the private key of its own (PKCS#8 or the key's own form, DER).
struct TerminalCredentials {
    std::vector<CvCertificate> certificates;
    base::SecretBytes privateKey;
};

/// The certificates to be shown to a chip that knows these authorities, in their order, ending with a terminal's.
/// Refuses "ta.no-chain".
base::Result<std::vector<CvCertificate>> chainFrom(const std::vector<CvCertificate>& certificates,
                                                   const std::vector<std::string>& authorities);

/// The signature by the terminal's private key over IDIC || rIC || Comp(PKDH,IFD), as the public key (the value of a
/// 7F49) names the scheme; ECDSA in plain format. Refuses "ta.unsuitable-key".
base::Result<base::Bytes> signForChip(base::BytesView privateKey, base::BytesView publicKey, base::BytesView message);

/// Terminal authentication version 1 (9303-11 7.1), the inspection system's side, after chip authentication or PACE
/// with chip authentication mapping. The authorities are those of EF.CVCA, or what the chip told in PACE. Refuses
/// "ta.no-chain", "ta.unsuitable-key", "ta.no-chip-authentication", "ta.refused" (exchange, status).
base::Outcome authenticateTerminal(SecuredCard& card, const TerminalCredentials& credentials,
                                   const std::vector<std::string>& authorities);

}  // namespace chip
