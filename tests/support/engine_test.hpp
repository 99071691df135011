// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "records/database/database.hpp"
#include "records/database/migration.hpp"
#include "records/migrations.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// An empty database of one engine with the tables of the given rooms, gone with the object. On PostgreSQL it lives in
/// the program's PostgresCluster and is used by the program's role.
class MigratedDatabase {
   public:
    MigratedDatabase(records::Engine engine, std::vector<records::MigrationSet> sets);
    ~MigratedDatabase();
    MigratedDatabase(const MigratedDatabase&) = delete;
    MigratedDatabase& operator=(const MigratedDatabase&) = delete;

    /// As the program sees it.
    [[nodiscard]] records::Database& database() { return *m_database; }
    /// As its owner sees it, who may change anything. The same as above on SQLite.
    [[nodiscard]] records::Database& ownerDatabase() { return *m_owner; }
    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] const std::string& ownerAddress() const { return m_ownerAddress; }

   private:
    ScratchFolder m_folder;
    std::string m_name;  ///< on PostgreSQL
    std::string m_address;
    std::string m_ownerAddress;
    std::unique_ptr<records::Database> m_database;
    std::unique_ptr<records::Database> m_owner;
};

/// Tests that run on both engines, each on an empty migrated database:
///
///     class StockTest : public support::EngineTest {
///         std::vector<records::MigrationSet> sets() const override { return {records::migrations(), …}; }
///     };
///     TROQUEL_ON_BOTH_ENGINES(StockTest);
///     TEST_P(StockTest, HasNoBlanksAtFirst) { auto connection = database().connect(); … }
///
/// Register the program with troquel_engine_test(name SOURCES … LINKS …).
class EngineTest : public testing::TestWithParam<records::Engine> {
   protected:
    void SetUp() override { m_migrated = std::make_unique<MigratedDatabase>(GetParam(), sets()); }
    void TearDown() override { m_migrated.reset(); }

    /// The rooms whose tables the test needs, in their fixed order: records, inventory, issuance.
    [[nodiscard]] virtual std::vector<records::MigrationSet> sets() const { return {records::migrations()}; }

    [[nodiscard]] records::Database& database() { return m_migrated->database(); }
    [[nodiscard]] records::Database& ownerDatabase() { return m_migrated->ownerDatabase(); }
    [[nodiscard]] MigratedDatabase& migrated() { return *m_migrated; }

   private:
    std::unique_ptr<MigratedDatabase> m_migrated;
};

inline std::string engineName(const testing::TestParamInfo<records::Engine>& info) {
    return info.param == records::Engine::Sqlite ? "Sqlite" : "Postgresql";
}

}  // namespace support

#define TROQUEL_ON_BOTH_ENGINES(Suite)                                                                              \
    INSTANTIATE_TEST_SUITE_P(Engines, Suite, testing::Values(records::Engine::Sqlite, records::Engine::Postgresql), \
                             support::engineName)
