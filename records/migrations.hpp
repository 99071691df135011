// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/database/migration.hpp"

namespace records {

/// The tables of this room.
const MigrationSet& migrations();

}  // namespace records
