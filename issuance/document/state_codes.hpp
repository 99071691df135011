// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace issuance {

/// The MRZ code of a state, organisation or status (9303-3 section 5): ISO 3166-1 alpha-3 and ICAO's additions; "DEU"
/// is written "D". Refuses "nationality.unknown".
base::Result<std::string> readStateCode(std::string_view text);

}  // namespace issuance
