// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/inspection/chip_inspection.hpp"

namespace chip {

/// Decodes the holder's data groups among the files read, and gathers what is odd in them. A file that cannot be read
/// stays away, with its reason among the defects.
void readDetails(ChipInspection& found);

/// Whether every offer of EF.CardAccess, which nobody signs, stands in EF.DG14 as well (9303-11 4.4.5), and whether
/// there is an EF.CardAccess where EF.DG14 offers PACE: without it an inspection would be led down to BAC.
void judgeCardAccess(ChipInspection& found);

}  // namespace chip
