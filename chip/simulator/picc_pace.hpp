// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/key_group.hpp"
#include "chip/access/pace_info.hpp"
#include "chip/access/secure_messaging.hpp"

namespace chip {

/// The chip's side of PACE (9303-11 4.4.1), one object a run. Every function refuses what the terminal may not send;
/// the chip answers 6300.
class PiccPace {
   public:
    /// `chipKey` is the chip's private key for chip authentication mapping, empty for the other mappings.
    PiccPace(const PaceInfo& info, KeyGroupPtr group, base::SecretBytes password, base::SecretBytes chipKey,
             RandomSource& random);

    /// z = E(Kπ, s).
    base::Bytes encryptedNonce();
    /// The chip's mapping key for the terminal's, or nothing for the terminal's nonce; keeps the mapped generator.
    base::Result<base::Bytes> map(base::BytesView mappingData);
    /// The chip's ephemeral key for the terminal's; keeps the shared secret.
    base::Result<base::Bytes> agree(base::BytesView terminalKey);
    /// T_IC for T_IFD, when that one is right.
    base::Result<base::Bytes> authenticate(base::BytesView terminalToken);
    /// A_IC = E(KSEnc, CA_IC), empty where the mapping is another. After `authenticate`.
    [[nodiscard]] base::Bytes encryptedChipData() const;
    /// After all others.
    SessionKeys takeKeys();
    /// Comp(PK_DH,IC) and Comp(PK_DH,IFD), for terminal authentication.
    [[nodiscard]] base::Bytes chipIdentifier() const { return m_group->compress(m_ownKey); }
    [[nodiscard]] base::Bytes compressedTerminalKey() const { return m_group->compress(m_terminalKey); }
    [[nodiscard]] const PaceInfo& info() const { return m_info; }

   private:
    base::Result<base::Bytes> mapByKeys(base::BytesView terminalKey);
    [[nodiscard]] base::Bytes tokenOver(base::BytesView publicKey) const;

    PaceInfo m_info;
    KeyGroupPtr m_group;
    base::SecretBytes m_password, m_chipKey;
    RandomSource& m_random;
    base::SecretBytes m_nonce, m_mappingSecret, m_generator;
    base::Bytes m_ownKey, m_terminalKey;
    SessionKeys m_keys;
};

}  // namespace chip
