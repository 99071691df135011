// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/curve.hpp"
#include "chip/access/pace_info.hpp"
#include "chip/access/secure_messaging.hpp"

namespace chip {

/// The chip's side of PACE with generic mapping (9303-11 4.4.1), one object a run. Every function refuses what the
/// terminal may not send; the chip answers 6300.
class PiccPace {
   public:
    PiccPace(const PaceInfo& info, Curve curve, base::SecretBytes password, RandomSource& random);

    /// z = E(Kπ, s).
    base::Bytes encryptedNonce();
    /// The chip's mapping key for the terminal's; keeps the mapped generator.
    base::Result<base::Bytes> map(base::BytesView terminalKey);
    /// The chip's ephemeral key for the terminal's; keeps the shared secret.
    base::Result<base::Bytes> agree(base::BytesView terminalKey);
    /// T_IC for T_IFD, when that one is right.
    base::Result<base::Bytes> authenticate(base::BytesView terminalToken);
    /// After `authenticate`.
    SessionKeys takeKeys();

   private:
    [[nodiscard]] base::Bytes tokenOver(base::BytesView publicKey) const;

    PaceInfo m_info;
    Curve m_curve;
    base::SecretBytes m_password;
    RandomSource& m_random;
    base::SecretBytes m_nonce, m_generator;
    base::Bytes m_ownKey, m_terminalKey;
    SessionKeys m_keys;
};

}  // namespace chip
