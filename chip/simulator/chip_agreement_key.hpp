// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/key_group.hpp"
#include "chip/simulator/chip_memory.hpp"

namespace chip {

/// A key pair for chip authentication as PUT DATA 63 keeps it: 81 p, 82 a, 83 b, 84 G, 85 r, 86 s, 87 k on a known
/// curve; 81 p, 82 q, 83 g, 86 s in a prime field; or 80 number, 86 s in a group of 9303-11 table 12.
struct ChipAgreementKey {
    KeyGroupPtr group;
    base::SecretBytes secret;
};

/// Nothing where the objects are no such key.
std::optional<ChipAgreementKey> readChipAgreementKey(base::BytesView objects);

/// The chip's key by its identifier, or its only one where none is named; nothing where there is none or several.
std::optional<ChipAgreementKey> chipAgreementKey(const ChipMemory& memory, std::optional<std::uint8_t> keyId);

}  // namespace chip
