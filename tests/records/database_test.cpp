// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <thread>

#include "base/clock.hpp"
#include "base/failure.hpp"
#include "records/database/server_time.hpp"
#include "tests/support/engine_test.hpp"

namespace records {
namespace {

template <class Act>
std::string failureOf(Act act) {
    try {
        act();
    } catch (const base::Failure& failure) {
        return failure.code().name();
    }
    return "none";
}

class DatabaseTest : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = ownerDatabase().connect();
        m_connection->executeScript(
            "CREATE TABLE parent (id BIGINT PRIMARY KEY);"
            "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT UNIQUE, content BYTEA, parent BIGINT REFERENCES "
            "parent (id), CHECK (id < 1000000))");
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::int64_t add(std::int64_t id, Value name = {}, Value content = {}, Value parent = {}) {
        return m_connection->execute("INSERT INTO thing (id, name, content, parent) VALUES (?1, ?2, ?3, ?4)",
                                     {id, std::move(name), std::move(content), std::move(parent)});
    }
    std::int64_t count() { return m_connection->queryOne("SELECT count(*) FROM thing")->integer(0); }

    std::unique_ptr<Connection> m_connection;
};
TROQUEL_ON_BOTH_ENGINES(DatabaseTest);

TEST_P(DatabaseTest, KeepsEveryTypeOfValue) {
    const base::Bytes octets{0, 1, '\\', '\n', 0xFF};
    EXPECT_EQ(add(-5, std::string{"Ñandú 'x' \\ ?1"}, octets), 1);
    EXPECT_EQ(add(6, std::string{}, base::Bytes{}), 1);
    const Rows rows = m_connection->query("SELECT id, name, content, parent, '?1' FROM thing ORDER BY id");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].integer(0), -5);
    EXPECT_EQ(rows[0].text(1), "Ñandú 'x' \\ ?1");
    EXPECT_EQ(rows[0].bytes(2), octets);
    EXPECT_TRUE(rows[0].isNull(3));
    EXPECT_EQ(rows[0].text(4), "?1");
    EXPECT_EQ(rows[1].text(1), "");
    EXPECT_EQ(rows[1].bytes(2), base::Bytes{});
    EXPECT_EQ(rows[1].textOrEmpty(3), "");
    EXPECT_EQ(failureOf([&] { static_cast<void>(rows[0].text(0)); }), "records.wrong-type");
}

TEST_P(DatabaseTest, SaysThatTheDiskIsFull) {
    add(1);
    if (GetParam() == Engine::Sqlite) {
        const auto pages = m_connection->queryOne("PRAGMA page_count")->integer(0);
        m_connection->query("PRAGMA max_page_count = " + std::to_string(pages));
    } else {
        m_connection->executeScript(
            "CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No space left on "
            "device' USING ERRCODE = 'disk_full'; END $$;"
            "CREATE TRIGGER no_room BEFORE INSERT ON thing FOR EACH ROW EXECUTE FUNCTION no_room()");
    }
    EXPECT_EQ(failureOf([&] { add(2, {}, base::Bytes(1'000'000, 7)); }), "records.disk-full");
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseTest, TellsTheTimeOfTheDatabasesMachineWhereItHasOne) {
    const auto before = base::SystemClock{}.now();
    const auto there = serverTime(*m_connection);
    const auto after = base::SystemClock{}.now();
    if (GetParam() == Engine::Sqlite) {
        EXPECT_FALSE(there);
        return;
    }
    ASSERT_TRUE(there);
    // The same machine here; microseconds are cut off.
    EXPECT_GE(*there, before - std::chrono::milliseconds{1});
    EXPECT_LE(*there, after);
}

TEST_P(DatabaseTest, SaysHowManyRowsChangedAndSumsAsWholeNumber) {
    for (int id = 1; id <= 4; ++id) add(id);
    EXPECT_EQ(m_connection->execute("UPDATE thing SET name = NULL WHERE id > ?1", {std::int64_t{1}}), 3);
    EXPECT_EQ(m_connection->queryOne("SELECT sum(id) FROM thing")->integer(0), 10);
    EXPECT_FALSE(m_connection->queryOne("SELECT id FROM thing WHERE id = 9"));
}

TEST_P(DatabaseTest, NamesWhatAConstraintRefuses) {
    add(1, std::string{"one"});
    EXPECT_EQ(failureOf([&] { add(1); }), "records.unique");
    EXPECT_EQ(failureOf([&] { add(2, std::string{"one"}); }), "records.unique");
    EXPECT_EQ(failureOf([&] { add(3, {}, {}, std::int64_t{77}); }), "records.constraint");
    EXPECT_EQ(failureOf([&] { add(1'000'000); }), "records.constraint");
    EXPECT_EQ(failureOf([&] { m_connection->query("SELECT nonsense FROM thing"); }), "records.failed");
    EXPECT_EQ(failureOf([&] { m_connection->query("SELECT id FROM thing WHERE id = ?1"); }), "records.failed");
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseTest, RollsBackWhatIsNotCommitted) {
    {
        Transaction transaction{*m_connection};
        add(1);
    }
    EXPECT_EQ(count(), 0);
    Transaction transaction{*m_connection};
    add(2);
    transaction.commit();
    EXPECT_EQ(ownerDatabase().connect()->queryOne("SELECT count(*) FROM thing")->integer(0), 1);
}

TEST_P(DatabaseTest, GoesOnAfterAFailedTransaction) {
    add(1);
    EXPECT_EQ(failureOf([&] {
                  Transaction transaction{*m_connection};
                  add(2);
                  add(1);
                  transaction.commit();
              }),
              "records.unique");
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(add(2), 1);
}

TEST_P(DatabaseTest, InsertsManyRowsAllOrNone) {
    const std::vector<std::string> columns{"id", "name", "content"};
    std::int64_t id = 0;
    m_connection->insertMany("thing", columns, [&](Values& values) {
        values = {++id, id % 2 == 0 ? Value{} : Value{"tab\t" + std::to_string(id)}, base::Bytes{'\\', 0}};
        return id <= 3000;
    });
    EXPECT_EQ(count(), 3000);
    EXPECT_EQ(m_connection->queryOne("SELECT name FROM thing WHERE id = 3")->text(0), "tab\t3");
    EXPECT_EQ(m_connection->queryOne("SELECT content FROM thing WHERE id = 4")->bytes(0), (base::Bytes{'\\', 0}));
    id = 2990;
    const auto overlapping = [&](Values& values) {
        values = {4000 - ++id, Value{}, Value{}};
        return id < 2999;
    };
    EXPECT_EQ(failureOf([&] {
                  add(1005);
                  m_connection->insertMany("thing", columns, overlapping);
              }),
              "records.unique");
    EXPECT_EQ(count(), 3000);
}

TEST_P(DatabaseTest, GivesRowsOneByOneWhileOtherStatementsRun) {
    std::int64_t id = 0;
    m_connection->insertMany("parent", {"id"}, [&id](Values& values) {
        values = {++id};
        return id <= 2500;
    });
    std::int64_t sum = 0;
    m_connection->forEach("SELECT id FROM parent WHERE id > ?1 ORDER BY id", {std::int64_t{500}}, [&](const Row& row) {
        sum +=
            m_connection->queryOne("SELECT id FROM parent WHERE id > ?1 ORDER BY id", {row.integer(0) - 1})->integer(0);
    });
    EXPECT_EQ(sum, (501 + 2500) * 2000 / 2);
}

TEST_P(DatabaseTest, ReadsAllRowsAsTheyWereWritten) {
    const std::vector<std::string> texts{"",    "\\N", "tab\tline\nreturn\rslash\\", "\\", "\b\f\v", "Ñandú \u05d0",
                                         "\\t", "'?1'"};
    for (std::size_t at = 0; at < texts.size(); ++at) add(static_cast<std::int64_t>(at), texts[at]);
    add(100, {}, base::Bytes{0, 1, '\\', '\n', 0xFF});
    const std::string question = "SELECT id, name, content, '?1' FROM thing ORDER BY id";
    const Rows expected = m_connection->query(question);
    std::size_t at = 0;
    m_connection->readAll(question, [&](const Row& row) {
        EXPECT_EQ(Row{row}.values(), Row{expected.at(at)}.values()) << at;
        ++at;
    });
    EXPECT_EQ(at, texts.size() + 1);
}

TEST_P(DatabaseTest, AnswersOnAfterAReadingThatWasBrokenOff) {
    for (std::int64_t id = 0; id < 3000; ++id) add(id);
    const auto breakOff = [&] {
        m_connection->readAll("SELECT id FROM thing", [](const Row&) {
            throw base::Failure{base::FailureCode{"records.busy"}, base::NextStep::Retry, "here"};
        });
    };
    EXPECT_EQ(failureOf(breakOff), "records.busy");
    EXPECT_EQ(failureOf([&] { m_connection->readAll("SELECT 1 FROM nowhere", [](const Row&) {}); }), "records.failed");
    EXPECT_EQ(count(), 3000);
}

TEST_P(DatabaseTest, LetsTwoConnectionsWriteInTurn) {
    const auto write = [this](std::int64_t first) {
        const auto connection = ownerDatabase().connect();
        for (std::int64_t id = first; id < first + 50; ++id) {
            Transaction transaction{*connection};
            connection->execute("INSERT INTO thing (id) VALUES (?1)", {id});
            transaction.commit();
        }
    };
    std::thread other{write, 1000};
    write(2000);
    other.join();
    EXPECT_EQ(count(), 100);
}

TEST(PostgresqlConnection, SaysThatItIsLostAndConnectsAgainForTheNextTransaction) {
    support::MigratedDatabase migrated{Engine::Postgresql, {migrations()}};
    const auto connection = migrated.database().connect();
    const auto end = [&] {
        const std::int64_t pid = connection->queryOne("SELECT pg_backend_pid()")->integer(0);
        migrated.database().connect()->query("SELECT pg_terminate_backend(?1::int, 5000)", {pid});
    };
    EXPECT_EQ(failureOf([&] {
                  Transaction transaction{*connection};
                  end();
                  connection->query("SELECT 1");
              }),
              "records.lost");
    EXPECT_EQ(connection->queryOne("SELECT 7")->integer(0), 7);
}

TEST(Database, RefusesAnAddressOfNoEngine) {
    EXPECT_EQ(failureOf([] { Database::open("mysql://x"); }), "records.bad-address");
    EXPECT_EQ(failureOf([] { Database::open("sqlite:/nowhere/at/all.db")->connect(); }), "records.lost");
    EXPECT_EQ(failureOf([] { Database::open("postgresql://x@/y?host=/nowhere")->connect(); }), "records.lost");
}

}  // namespace
}  // namespace records
