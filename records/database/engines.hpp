// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "records/database/database.hpp"

/// The two engines behind `Database::open`; no one else names them.
namespace records {

/// One file in WAL mode, synced at each commit, foreign keys enforced.
std::unique_ptr<Database> openSqlite(const std::string& file, Access access);
/// A server, by libpq URI.
std::unique_ptr<Database> openPostgresql(const std::string& uri, Access access);

}  // namespace records
