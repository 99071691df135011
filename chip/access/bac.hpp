// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/mrz_key.hpp"
#include "chip/access/random_source.hpp"
#include "chip/access/session.hpp"

namespace chip {

/// Document basic access keys (9303-11 4.3.2, 9.7.2): 3DES keys from the machine readable zone.
struct BacKeys {
    base::SecretBytes encryption;
    base::SecretBytes authentication;
};
BacKeys bacKeysFrom(base::BytesView mrzSeed);

/// KS and counter from both halves of the key seed and both challenges (9303-11 4.3.3, 9.8.6.3).
SessionKeys bacSessionKeys(base::BytesView keyOfTerminal, base::BytesView keyOfChip,
                           base::BytesView challengeOfTerminal, base::BytesView challengeOfChip);

/// Basic access control (9303-11 4.3), the inspection system's side: selects the application, then authenticates.
/// Refuses "access.wrong-password" (the chip did not accept the MRZ), "access.chip-not-authentic",
/// "access.unexpected-status", "access.malformed-answer".
base::Result<Session> performBac(Card& card, const MrzKey& key, RandomSource& random = systemRandom());

}  // namespace chip
