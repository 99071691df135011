// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "base/clock.hpp"
#include "records/database/database.hpp"

namespace records {

/// One numbered step forward of a room's tables, as `NNNN_name.sql` holds it for each engine; empty where an engine has
/// nothing to do.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgresql;
};

/// All steps of a room, numbered from 1 without gaps, its tables in which rows are only ever added, and those that the
/// database itself derives from them. Written by `troquel_migrations` (cmake/TroquelMigrations.cmake).
struct MigrationSet {
    std::string_view room;
    std::span<const Migration> migrations;
    std::span<const std::string_view> appendOnly;
    std::span<const std::string_view> derived = {};
};

/// Brings the database to this program's state, set by set in the order given, each step in one transaction and
/// recorded with its SHA-256 in `schema_migration`. Several programs may do so at once. Throws "records.newer-database"
/// where the database has steps that this program does not know, "records.migration-changed" where a recorded step
/// reads otherwise here, "records.migration-missing" where a step before a recorded one was never taken. On SQLite,
/// triggers refuse changes of append-only tables.
void migrate(Database& database, std::span<const MigrationSet> sets, const base::Clock& clock);

/// Gives the program's role what it needs, run as the owner: it reads everywhere, adds everywhere but in
/// derived tables, and changes and deletes everywhere but in these and in append-only ones. PostgreSQL only; does
/// nothing on SQLite, which has no roles.
void grantToProgram(Connection& owner, std::span<const MigrationSet> sets, std::string_view role);

}  // namespace records
