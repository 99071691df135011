// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/database/migration.hpp"

namespace issuance {

/// The tables of this room.
const records::MigrationSet& migrations();

}  // namespace issuance
