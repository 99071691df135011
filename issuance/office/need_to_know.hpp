// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "issuance/office/answers.hpp"
#include "issuance/registers/register_row.hpp"

namespace issuance {

/// Whether who asks may be shown those who are confidential.
[[nodiscard]] NeedToKnow needToKnowOf(House& house, const Call& call);

/// Records that who asks is shown a confidential subject, before it is shown: in the act's transaction, or durably in
/// one of its own.
void noteConfidentialReading(House& house, Call& call, std::string_view act, const std::string& kind,
                             const std::string& id);

}  // namespace issuance
