// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/digest.hpp"
#include "chip/access/random_source.hpp"
#include "chip/apdu/card.hpp"

namespace chip {

/// Active authentication (9303-11 6.1): the chip signs a challenge with the private key that belongs to EF.DG15.
/// `publicKey` is the SubjectPublicKeyInfo of EF.DG15 (the value of its tag 6F); `digest` is what EF.DG14's
/// ActiveAuthenticationInfo names for ECDSA. Without it the largest that is not longer than the key is taken.
/// Refuses "access.denied", "access.unexpected-status", "aa.unsupported-key", "aa.signature-wrong".
base::Outcome activeAuthenticate(Card& card, base::BytesView publicKey,
                                 std::optional<base::DigestAlgorithm> digest = {},
                                 RandomSource& random = systemRandom());

/// The digest for an ECDSA key when nothing names one: of SHA-224 to SHA-512 the largest that is not longer than the
/// key (9303-11 6.1.2.3).
base::DigestAlgorithm digestForKeySize(std::size_t bits);

/// The check of an ECDSA signature in plain format r || s (TR-03111 5.2.1) or of an RSA one (ISO/IEC 9796-2 scheme 1).
base::Outcome checkActiveAuthentication(base::BytesView publicKey, base::BytesView challenge, base::BytesView signature,
                                        std::optional<base::DigestAlgorithm> digest = {});

/// The recoverable part F = 6A || M1 || H(M1 || challenge) || trailer of ISO/IEC 9796-2 scheme 1.
base::Outcome checkRecoveredMessage(base::BytesView recovered, base::BytesView challenge);

}  // namespace chip
