// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/terminal_authentication.hpp"
#include "chip/inspection/chip_inspection.hpp"
#include "signing/certificates/path.hpp"

namespace chip {

/// Active authentication with the key of EF.DG15 (9303-11 6.1).
void judgeActiveAuthentication(SecuredCard& card, ChipInspection& found);

/// PACE with chip authentication mapping: reads EF.CardSecurity in the master file, verifies it, holds EF.CardAccess
/// against it, and checks the chip's proof with its key (9303-11 4.4.3.5.2). Only for a session that has such a proof.
void judgeChipMapping(SecuredCard& card, const signing::PathQuestion& trust, ChipInspection& found);

/// Chip authentication with the keys of EF.DG14 (9303-11 6.2). False where the session is over.
bool judgeChipAuthentication(SecuredCard& card, ChipInspection& found);

/// Terminal authentication, where there are credentials (9303-11 7.1), with the references of EF.CVCA.
void judgeTerminalAuthentication(SecuredCard& card, const TerminalCredentials* credentials, ChipInspection& found);

}  // namespace chip
