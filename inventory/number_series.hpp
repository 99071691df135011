// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// The next number of the year's series, "CASO-2026-000123". Without gaps: whoever asks for the same series waits until
/// this transaction ends, and a rolled back one gives its number back.
std::string nextNumber(records::Transaction& tx, std::string_view prefix, base::Timestamp time);

}  // namespace inventory
