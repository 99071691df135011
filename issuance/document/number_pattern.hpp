// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.hpp"
#include "issuance/document/identifiers.hpp"

namespace issuance {

/// Writes a document number by a pattern: letters A to Z and digits stand for themselves, "{year}" for the last two
/// digits of the year, "{number:W}" for the running number in W digits. Refuses "number.bad-pattern", and
/// "number.exhausted" where the running number has more digits than W.
base::Result<DocumentNumber> writeNumber(std::string_view pattern, int year, std::uint64_t running);

}  // namespace issuance
