// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "records/database/database.hpp"

namespace issuance {

/// The id of the workstation's open shift; none where blanks were not issued to it since the last was closed.
std::optional<std::string> openShiftAt(records::Connection& connection, const std::string& workstation);

}  // namespace issuance
