// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/judgements.hpp"

namespace issuance {

/// What the chip lint says of the files of one chip.
base::Result<contract::ChipWasLinted> judgeChip(const contract::ChipLint& request);

}  // namespace issuance
