// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace issuance {

/// Whether who asks may be shown those who are confidential.
enum class NeedToKnow { No, Yes };

}  // namespace issuance
