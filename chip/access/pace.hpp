// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/mrz_key.hpp"
#include "chip/access/pace_info.hpp"
#include "chip/access/random_source.hpp"
#include "chip/access/session.hpp"

namespace chip {

/// Which password opens the chip: the reference in MSE:Set AT (9303-11 4.4.4.1).
enum class PaceSecret : std::uint8_t { Mrz = 0x01, Can = 0x02 };

/// A password in the form that PACE derives its key from: f(π) of 9303-11 4.4.3.2 table 3.
struct PacePassword {
    PaceSecret secret = PaceSecret::Mrz;
    base::SecretBytes value;

    /// SHA-1 of the MRZ information.
    static PacePassword mrz(const MrzKey& key);
    /// The digits themselves.
    static PacePassword can(std::string_view digits);
};

/// The authentication token over the other side's ephemeral public key (9303-11 4.4.3.4), 8 octets.
base::Bytes paceToken(const PaceInfo& info, base::BytesView authenticationKey, base::BytesView publicKey);

/// The vector for the encrypted chip authentication data: E(KSEnc, -1) (9303-11 4.4.3.5.4).
base::Bytes chipDataVector(const SessionKeys& keys);

/// PACE (9303-11 4.4) with generic, integrated or chip authentication mapping, the inspection system's side. A chip
/// that refuses MSE:Set AT without naming the parameters is asked once more with them. Refuses
/// "access.wrong-password", "access.password-unknown" (the chip has none of this kind),
/// "access.chip-not-authentic", "access.bad-point", "access.unexpected-status",
/// "access.malformed-answer", "access.unsupported-protocol".
base::Result<Session> performPace(Card& card, const PaceInfo& info, const PacePassword& password,
                                  RandomSource& random = systemRandom());

/// Whether the chip that mapped the nonce holds the private key of EF.CardSecurity's public key (9303-11 4.4.3.5.2):
/// CA · PK = PKMap. Only a key from a file whose signature holds proves anything. Refuses
/// "access.chip-not-authentic", "access.bad-point".
base::Outcome checkChipMapping(const ChipMappingProof& proof, const AgreementKey& chipKey);

}  // namespace chip
