// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/mrz_key.hpp"
#include "chip/apdu/card.hpp"
#include "chip/inspection/chip_inspection.hpp"
#include "signing/certificates/path.hpp"

namespace chip {

/// What opens a chip. With a card access number PACE uses it; BAC always uses the machine readable zone.
struct InspectionKeys {
    MrzKey mrz;
    std::optional<base::SecretBytes> cardAccessNumber = {};
};

/// Reads a chip as an inspection system does: EF.CardAccess, PACE or BAC, the application, EF.COM, EF.SOD and all data
/// groups that EF.SOD names; then passive and active authentication against the anchors at the moment. A chip that
/// offers PACE and fails in it is not tried with BAC. Begins and ends with a reset. Throws what Card throws.
ChipInspection inspectChip(Card& card, const InspectionKeys& keys, const signing::PathQuestion& trust);

}  // namespace chip
