// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/mrz_key.hpp"
#include "chip/access/terminal_authentication.hpp"
#include "chip/apdu/card.hpp"
#include "chip/inspection/chip_inspection.hpp"
#include "signing/certificates/path.hpp"

namespace chip {

/// What an inspection system needs for one chip.
struct InspectionKeys {
    std::optional<MrzKey> mrz = {};
    std::optional<base::SecretBytes> cardAccessNumber = {};
    const TerminalCredentials* terminal = nullptr;  ///< for fingerprints and irises; must outlive the inspection
};

/// Reads a chip as an inspection system does (9303-11 appendix J): EF.CardAccess, PACE or BAC, EF.CardSecurity after
/// chip authentication mapping, the application, EF.COM, EF.SOD and all data groups that EF.SOD names; then active,
/// chip and terminal authentication, and EF.DG3 and EF.DG4 last, as some chips end the session where they are refused.
/// Passive authentication goes against the anchors at the moment. A chip that offers PACE and fails in it is not tried
/// with BAC. Begins and ends with a reset. Throws what Card throws.
ChipInspection inspectChip(Card& card, const InspectionKeys& keys, const signing::PathQuestion& trust);

}  // namespace chip
