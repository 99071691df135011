// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/inspect_chip.hpp"
#include "tests/fuzz/hostile_card.hpp"

/// A whole inspection of a chip that lies.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::HostileCard card{{data, size}};
    const chip::InspectionKeys keys{chip::MrzKey::of("T22000129", "640812", "301031"), std::nullopt};
    (void)chip::inspectChip(card, keys, {{}, {}});
    return 0;
}
