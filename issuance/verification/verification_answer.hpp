// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/judgements.hpp"
#include "issuance/verification/verification.hpp"

namespace issuance {

/// A verification as the contract says it.
contract::FileVerified told(const Verification& verification);

}  // namespace issuance
