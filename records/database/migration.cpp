// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/database/migration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.hpp"
#include "base/failure.hpp"

namespace records {
namespace {

using namespace base::literals;

constexpr std::string_view kTable = R"(CREATE TABLE IF NOT EXISTS schema_migration (
    room TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL,
    PRIMARY KEY (room, number)))";

/// What a database says has been done to it: checksum by room and number.
using Taken = std::map<std::pair<std::string, std::int64_t>, std::string>;

[[noreturn]] void refuse(base::FailureCode code, std::string_view room, std::int64_t number) {
    throw base::Failure{std::move(code), base::NextStep::Stop, fmt::format("{} {:04}", room, number)};
}

std::string_view textFor(Engine engine, const Migration& migration) {
    return engine == Engine::Sqlite ? migration.sqlite : migration.postgresql;
}

std::string checksum(std::string_view text) { return base::toHex(base::sha256(base::bytesOf(text))); }

bool hasTable(Connection& connection) {
    constexpr std::string_view kSqlite = "SELECT name FROM sqlite_master WHERE name = 'schema_migration'";
    constexpr std::string_view kPostgresql =
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = "
        "'schema_migration'";
    return connection.queryOne(connection.engine() == Engine::Sqlite ? kSqlite : kPostgresql).has_value();
}

Taken taken(Connection& connection) {
    Taken steps;
    if (!hasTable(connection)) return steps;
    for (const Row& row : connection.query("SELECT room, number, sha256 FROM schema_migration"))
        steps.emplace(std::pair{row.text(0), row.integer(1)}, row.text(2));
    return steps;
}

struct Step {
    std::string_view room;
    const Migration* migration;
};

/// The steps of one room that are still to be taken; refuses a past that is not this program's.
void addPending(const MigrationSet& set, Engine engine, const Taken& steps, std::vector<Step>& pending) {
    std::vector<Step> open;
    for (const Migration& migration : set.migrations) {
        const auto found = steps.find({std::string{set.room}, migration.number});
        if (found == steps.end()) {
            open.push_back({set.room, &migration});
            continue;
        }
        if (!open.empty()) refuse("records.migration-missing"_code, set.room, open.front().migration->number);
        if (found->second != checksum(textFor(engine, migration)))
            refuse("records.migration-changed"_code, set.room, migration.number);
    }
    pending.insert(pending.end(), open.begin(), open.end());
}

std::vector<Step> pendingSteps(std::span<const MigrationSet> sets, Engine engine, const Taken& steps) {
    std::set<std::pair<std::string, std::int64_t>> known;
    for (const MigrationSet& set : sets)
        for (const Migration& migration : set.migrations) known.emplace(std::string{set.room}, migration.number);
    for (const auto& [step, sum] : steps)
        if (!known.contains(step)) refuse("records.newer-database"_code, step.first, step.second);
    std::vector<Step> pending;
    for (const MigrationSet& set : sets) addPending(set, engine, steps, pending);
    return pending;
}

void refuseChanges(Connection& connection, std::string_view table) {
    for (const std::string_view act : {"UPDATE", "DELETE"})
        connection.executeScript(
            fmt::format("CREATE TRIGGER IF NOT EXISTS {0}_refuses_{1} BEFORE {1} ON {0} BEGIN "
                        "SELECT RAISE(ABORT, '{0} only grows'); END",
                        table, act));
}

bool exists(Connection& connection, std::string_view table) {
    return connection.queryOne("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1", {std::string{table}})
        .has_value();
}

void protectAppendOnly(Connection& connection, std::span<const MigrationSet> sets) {
    if (connection.engine() != Engine::Sqlite) return;
    for (const MigrationSet& set : sets)
        for (const std::string_view table : set.appendOnly)
            if (exists(connection, table)) refuseChanges(connection, table);
}

/// Takes the first step that is still open; false where there is none. Programs that do so at once wait for each other:
/// SQLite has one writer, PostgreSQL an advisory lock for the purpose.
bool takeOneStep(Connection& connection, std::span<const MigrationSet> sets, const base::Clock& clock) {
    constexpr std::int64_t kLock = 0x54524F5155454C;  // "TROQUEL"
    Transaction transaction{connection};
    if (connection.engine() == Engine::Postgresql) connection.query("SELECT pg_advisory_xact_lock(?1)::text", {kLock});
    connection.executeScript(kTable);
    const auto pending = pendingSteps(sets, connection.engine(), taken(connection));
    if (pending.empty()) {
        transaction.commit();
        return false;
    }
    const auto& [room, migration] = pending.front();
    const std::string_view text = textFor(connection.engine(), *migration);
    if (!text.empty()) connection.executeScript(text);
    connection.execute(
        "INSERT INTO schema_migration (room, number, name, sha256, applied_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        {std::string{room}, std::int64_t{migration->number}, std::string{migration->name}, checksum(text),
         base::formatTimestamp(clock.now())});
    protectAppendOnly(connection, sets);
    transaction.commit();
    return true;
}

std::string quoted(std::string_view name) {
    std::string text = "\"";
    for (const char letter : name) text += letter == '"' ? std::string{"\"\""} : std::string{letter};
    return text + "\"";
}

}  // namespace

void migrate(Database& database, std::span<const MigrationSet> sets, const base::Clock& clock) {
    const auto connection = database.connect();
    // A database that lacks nothing is only read, so that the program's role may come this way too.
    if (hasTable(*connection) && pendingSteps(sets, connection->engine(), taken(*connection)).empty()) return;
    while (takeOneStep(*connection, sets, clock)) continue;
}

void grantToProgram(Connection& owner, std::span<const MigrationSet> sets, std::string_view role) {
    if (owner.engine() != Engine::Postgresql) return;
    std::set<std::string> kept{"schema_migration"};
    std::set<std::string> readOnly{"schema_migration"};
    for (const MigrationSet& set : sets) {
        for (const std::string_view table : set.appendOnly) kept.emplace(table);
        for (const std::string_view table : set.derived) readOnly.emplace(table);
    }
    kept.insert(readOnly.begin(), readOnly.end());
    const std::string name = quoted(role);
    Transaction transaction{owner};
    owner.executeScript(
        fmt::format("GRANT USAGE ON SCHEMA public TO {0}; REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {0};"
                    "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {0}; GRANT USAGE ON ALL SEQUENCES IN "
                    "SCHEMA public TO {0}",
                    name));
    for (const std::string& table : readOnly)
        owner.executeScript(fmt::format("REVOKE INSERT ON {} FROM {}", quoted(table), name));
    for (const Row& row : owner.query("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"))
        if (!kept.contains(row.text(0)))
            owner.executeScript(fmt::format("GRANT UPDATE, DELETE ON {} TO {}", quoted(row.text(0)), name));
    transaction.commit();
}

}  // namespace records
