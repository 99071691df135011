// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/clock.hpp"
#include "records/database/database.hpp"

namespace records {

/// What the clock of the database's machine says; nothing where the database is a file, whose machine is the program's
/// own.
std::optional<base::Timestamp> serverTime(Connection& connection);

}  // namespace records
