// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/judgements.hpp"
#include "issuance/verification/verification.hpp"

namespace issuance {

/// A verification as the contract says it.
contract::FileVerified told(const Verification& verification);

/// The same, judged in a process of its own and before the books are asked: what crashes or never ends is "unreadable".
contract::FileVerified verifiedApart(base::BytesView content, const VerificationTrust& trust, base::Timestamp moment);

}  // namespace issuance
