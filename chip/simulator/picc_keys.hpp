// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.hpp"
#include "chip/access/random_source.hpp"
#include "chip/apdu/apdu.hpp"
#include "chip/simulator/chip_memory.hpp"

namespace chip {

/// PUT DATA of the ICAO applet dialect: secrets, keys, certificates, and the two words that end personalisation.
Response putData(ChipMemory& memory, const Command& command);
/// A secret under its name there, in the form that PUT DATA has. A status word.
std::uint16_t keepNamed(ChipMemory& memory, std::uint32_t name, base::BytesView data);

/// INTERNAL AUTHENTICATE with the chip's active authentication key, elliptic curve or RSA; the digest is for RSA.
Response internalAuthenticate(const ChipMemory& memory, const Command& command, base::DigestAlgorithm digest,
                              RandomSource& random);

}  // namespace chip
