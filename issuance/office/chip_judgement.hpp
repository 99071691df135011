// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/finding.hpp"
#include "contract/judgements.hpp"

namespace issuance {

/// A finding as the contract tells it.
contract::LintFinding tell(const base::Finding& finding);

/// What the chip lint says of the files of one chip.
base::Result<contract::ChipWasLinted> judgeChip(const contract::ChipLint& request);

}  // namespace issuance
