// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <array>
#include <thread>

#include "base/failure.hpp"
#include "records/database/migration.hpp"
#include "tests/support/engine_test.hpp"

namespace records {
namespace {

constexpr std::string_view kOne = "CREATE TABLE shelf (id BIGINT PRIMARY KEY); INSERT INTO shelf (id) VALUES (1)";
constexpr std::string_view kTwo = "CREATE TABLE ledger (id BIGINT PRIMARY KEY, note TEXT)";
constexpr std::array<std::string_view, 1> kLedger{"ledger"};
constexpr std::array<Migration, 2> kSteps{{{1, "shelf", kOne, kOne}, {2, "ledger", kTwo, kTwo}}};

MigrationSet library(std::span<const Migration> steps) { return {"library", steps, kLedger}; }

class MigrationTest : public support::EngineTest {
   protected:
    [[nodiscard]] std::vector<MigrationSet> sets() const override { return {}; }

    void take(std::span<const Migration> steps) {
        const std::array<MigrationSet, 2> all{migrations(), library(steps)};
        migrate(ownerDatabase(), all, base::SystemClock{});
        grantToProgram(*ownerDatabase().connect(), all, "troquel_program");
    }
    std::string refusalOf(std::span<const Migration> steps) {
        try {
            take(steps);
        } catch (const base::Failure& failure) {
            return failure.code().name() + " " + failure.where();
        }
        return "none";
    }
};
TROQUEL_ON_BOTH_ENGINES(MigrationTest);

TEST_P(MigrationTest, TakesEachStepOnce) {
    take(std::span{kSteps}.first(1));
    take(kSteps);
    take(kSteps);
    const auto connection = database().connect();
    EXPECT_EQ(connection->queryOne("SELECT count(*) FROM shelf")->integer(0), 1);
    const Rows rows = connection->query("SELECT number, name FROM schema_migration WHERE room = 'library' ORDER BY 1");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].text(1), "ledger");
}

TEST_P(MigrationTest, RefusesADatabaseThatIsNewerThanTheProgram) {
    take(kSteps);
    EXPECT_EQ(refusalOf(std::span{kSteps}.first(1)), "records.newer-database library 0002");
}

TEST_P(MigrationTest, RefusesAStepThatWasEditedAfterwards) {
    take(kSteps);
    auto edited = kSteps;
    edited[0].sqlite = edited[0].postgresql = "CREATE TABLE shelf (id BIGINT)";
    EXPECT_EQ(refusalOf(edited), "records.migration-changed library 0001");
}

TEST_P(MigrationTest, RefusesAPastWithAGap) {
    take(kSteps);
    ownerDatabase().connect()->execute("DELETE FROM schema_migration WHERE room = 'library' AND number = 1");
    EXPECT_EQ(refusalOf(kSteps), "records.migration-missing library 0001");
}

TEST_P(MigrationTest, LeavesNothingOfAStepThatFails) {
    const std::string_view broken = "CREATE TABLE half (id BIGINT); INSERT INTO nowhere (id) VALUES (1)";
    const std::array<Migration, 3> steps{{kSteps[0], kSteps[1], {3, "broken", broken, broken}}};
    EXPECT_THAT(refusalOf(steps), testing::StartsWith("records.failed"));
    take(kSteps);
    EXPECT_THROW(ownerDatabase().connect()->query("SELECT id FROM half"), base::Failure);
}

TEST_P(MigrationTest, LetsSeveralProgramsStartAtOnce) {
    std::vector<std::thread> programs;
    const std::array<MigrationSet, 2> all{migrations(), library(kSteps)};
    for (int at = 0; at < 4; ++at) programs.emplace_back([&] { migrate(ownerDatabase(), all, base::SystemClock{}); });
    for (std::thread& program : programs) program.join();
    EXPECT_EQ(ownerDatabase().connect()->queryOne("SELECT count(*) FROM shelf")->integer(0), 1);
}

TEST_P(MigrationTest, LetsTheProgramAddToALedgerButNotChangeIt) {
    take(kSteps);
    const auto connection = database().connect();
    EXPECT_EQ(connection->execute("INSERT INTO ledger (id, note) VALUES (1, 'kept')"), 1);
    EXPECT_EQ(connection->execute("UPDATE shelf SET id = 2"), 1);
    EXPECT_THROW(connection->execute("UPDATE ledger SET note = 'changed'"), base::Failure);
    EXPECT_THROW(connection->execute("DELETE FROM ledger"), base::Failure);
    EXPECT_EQ(connection->queryOne("SELECT note FROM ledger")->text(0), "kept");
}

TEST_P(MigrationTest, KeepsTheProgramsRoleFromTheJournalAndTheSteps) {
    if (GetParam() != Engine::Postgresql) GTEST_SKIP() << "SQLite has no roles";
    take(kSteps);
    const auto connection = database().connect();
    for (const char* sql : {"UPDATE journal_entry SET act = ''", "DELETE FROM journal_entry", "TRUNCATE journal_entry",
                            "DELETE FROM journal_checkpoint", "DELETE FROM schema_migration", "DROP TABLE ledger",
                            "CREATE TABLE other (id BIGINT)", "ALTER TABLE ledger ADD COLUMN x TEXT"})
        EXPECT_THROW(connection->execute(sql), base::Failure) << sql;
    EXPECT_EQ(connection->execute("UPDATE journal_strand SET sequence = sequence"), 16);
    const std::array<MigrationSet, 2> all{migrations(), library(kSteps)};
    EXPECT_NO_THROW(migrate(database(), all, base::SystemClock{}));
}

}  // namespace
}  // namespace records
