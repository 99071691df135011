// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "contract/acts_of_line.hpp"

namespace issuance {

/// Runs a line that is conducted elsewhere in parts of a few steps, as Station::run says.
base::Result<contract::LineRan> runInParts(contract::Office& office, const contract::Credentials& credentials,
                                           contract::LineRun request, const std::function<bool()>& goOn);

}  // namespace issuance
