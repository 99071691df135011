// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "issuance/document/identifiers.hpp"

namespace issuance {

/// 13 digits, spaces left out. Refuses "cui.malformed".
base::Result<Cui> readCui(std::string_view text);

/// The check digit for the eight digits of a serial; none where the sum gives 10, which is never assigned.
std::optional<char> cuiCheckDigit(std::string_view serial);

/// What is odd about a CUI: "cui.check-digit", "cui.unknown-place" (arguments "department", "municipality"). Warnings,
/// which an authorised person may override: RENAP publishes no formula, and municipalities come into being.
std::vector<base::Fault> odditiesOf(const Cui& cui);

/// How many municipalities a department (1 to 22) has; 0 for other numbers.
int municipalitiesOf(int department);

/// "2345 67890 0101", as people read it.
std::string groupedForReading(const Cui& cui);

}  // namespace issuance
