// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/key_group.hpp"
#include "chip/access/session.hpp"
#include "chip/lds/security_infos.hpp"

namespace chip {

/// A public key of the chip (ChipAuthenticationPublicKeyInfo, 9303-11 9.2.6).
struct ChipKey {
    AgreementKey key;
    std::optional<std::uint64_t> keyId;
};

/// A way in which the chip offers to prove itself: a protocol with the key it goes with (9303-11 9.2.5, 9.2.6).
struct ChipAuthenticationOffer {
    std::string protocol;  ///< "0.4.0.127.0.7.2.2.3.2.2"
    CipherSuite suite = CipherSuite::Aes128;
    ChipKey chipKey;
};

/// The chip's keys among security infos; keys in groups that are not spoken are left out.
std::vector<ChipKey> chipKeysIn(const lds::SecurityInfos& infos);

/// The offers that this system speaks, the strongest cipher first. A key without ChipAuthenticationInfo is offered
/// with 3DES, which is what issuers that leave it out mean.
std::vector<ChipAuthenticationOffer> chipAuthenticationOffers(const lds::SecurityInfos& infos);

/// Chip authentication version 1 (9303-11 6.2), the inspection system's side: by MSE:Set KAT with 3DES, by MSE:Set AT
/// and GENERAL AUTHENTICATE with AES. Goes on under the new keys; that the chip has them too shows in its next answer.
/// Refuses "access.unexpected-status", "access.malformed-answer", "access.bad-point"; the session is as it was then.
base::Outcome authenticateChip(SecuredCard& card, const ChipAuthenticationOffer& offer,
                               RandomSource& random = systemRandom());

}  // namespace chip
