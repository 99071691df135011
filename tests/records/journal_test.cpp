// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/journal.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "base/digest.hpp"
#include "records/journal/verification.hpp"
#include "tests/support/engine_test.hpp"

namespace records {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Bytes kKey = base::bytesOf("a key for tests");

base::Bytes sign(base::BytesView content) { return base::hmacSha256(kKey, content); }

bool verify(const std::string& keyId, base::BytesView content, base::BytesView signature) {
    const base::Bytes right = sign(content);
    return keyId == "journal-key" && std::ranges::equal(right, signature);
}

class JournalTest : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
        m_owner = ownerDatabase().connect();
        for (int at = 1; at <= 10; ++at) append(*m_connection, at);
        m_strand = m_connection->queryOne("SELECT strand FROM journal_strand WHERE sequence = 10")->integer(0);
        if (GetParam() == Engine::Sqlite)
            m_owner->executeScript(
                "DROP TRIGGER journal_entry_refuses_UPDATE; DROP TRIGGER journal_entry_refuses_DELETE;"
                "DROP TRIGGER journal_checkpoint_refuses_UPDATE; DROP TRIGGER journal_checkpoint_refuses_DELETE");
    }
    void TearDown() override {
        m_connection.reset();
        m_owner.reset();
        EngineTest::TearDown();
    }

    void append(Connection& connection, int at) {
        m_clock.advance(std::chrono::seconds{1});
        JournalEntry entry;
        entry.author = {OperatorId{"ana"}, WorkstationId{"desk-1"}, {}};
        if (at % 2 == 0) entry.author.approver = OperatorId{"luis"};
        entry.act = "stock.receive";
        entry.objectKind = "blank";
        entry.objectId = "A" + std::to_string(at);
        entry.reason = "recepción «" + std::to_string(at) + "»";
        entry.facts = {{"count", std::to_string(at)}, {"cause", "a \"quoted\"\nword"}};
        Transaction transaction{connection};
        appendToJournal(transaction, m_clock, entry);
        transaction.commit();
    }
    void checkpoint() {
        Transaction transaction{*m_connection};
        writeCheckpoint(transaction, m_clock, sign, "journal-key");
        transaction.commit();
    }
    std::int64_t tamper(const std::string& sql, Values values = {}) { return m_owner->execute(sql, values); }
    /// "altered 4", "reordered 3 from 5", "removed 8-9", of the one strand in use; "strand 0 checkpoint 2" of others.
    std::vector<std::string> findings() {
        std::vector<std::string> said;
        for (const JournalFinding& finding : verifyJournal(*m_connection, verify).findings) {
            std::string text{nameOf(finding.tampering)};
            text += " " + std::to_string(finding.sequence);
            if (finding.last != finding.sequence) text += "-" + std::to_string(finding.last);
            if (finding.belongsAt != 0) text += " from " + std::to_string(finding.belongsAt);
            if (finding.strand != m_strand) text = "strand " + std::to_string(finding.strand) + " " + text;
            said.push_back(text);
        }
        return said;
    }
    StoredEntry entryAt(std::int64_t sequence) {
        return storedEntry(*m_owner->queryOne(
            "SELECT " + std::string{kEntryColumns} + " FROM journal_entry WHERE strand = ?1 AND sequence = ?2",
            {m_strand, sequence}));
    }
    /// Someone who knows how hashes are made writes them anew for rows `first` to `last`.
    void rehash(std::int64_t first, std::int64_t last) {
        for (std::int64_t at = first; at <= last; ++at) {
            const base::Bytes previous = at == 1 ? firstHash() : entryAt(at - 1).hash;
            tamper("UPDATE journal_entry SET previous = ?1, hash = ?2 WHERE strand = ?3 AND sequence = ?4",
                   {previous, chainHash(previous, m_strand, at, digestOf(entryAt(at))), m_strand, at});
        }
    }
    void copyRow(std::int64_t from, std::int64_t to) {
        tamper(
            "INSERT INTO journal_entry SELECT strand, ?1, time, person, workstation, approver, act, object_kind, "
            "object_id, 'forged', facts, previous, hash FROM journal_entry WHERE strand = ?2 AND sequence = ?3",
            {to, m_strand, from});
    }
    void shift(std::int64_t from, std::int64_t by) {
        tamper("UPDATE journal_entry SET sequence = sequence + 1000 WHERE strand = ?1 AND sequence >= ?2",
               {m_strand, from});
        tamper("UPDATE journal_entry SET sequence = sequence - 1000 + ?1 WHERE strand = ?2 AND sequence >= 1000",
               {by, m_strand});
    }
    void setHead(std::int64_t sequence) {
        tamper("UPDATE journal_strand SET sequence = ?1, hash = ?2 WHERE strand = ?3",
               {sequence, entryAt(sequence).hash, m_strand});
    }

    base::ManualClock m_clock{*base::parseTimestamp("2026-11-23T08:00:00.000000Z")};
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_owner;
    std::int64_t m_strand = 0;
};
TROQUEL_ON_BOTH_ENGINES(JournalTest);

TEST_P(JournalTest, IsSoundAsItGrows) {
    checkpoint();
    append(*m_connection, 11);
    checkpoint();
    const JournalReport report = verifyJournal(*m_connection, verify);
    EXPECT_TRUE(report.sound());
    EXPECT_EQ(report.entries, 11);
    EXPECT_EQ(report.checkpoints, 2);
}

TEST_P(JournalTest, ForgetsWhatIsRolledBack) {
    {
        Transaction transaction{*m_connection};
        appendToJournal(transaction, m_clock, {});
        appendToJournal(transaction, m_clock, {});
    }
    EXPECT_THAT(findings(), IsEmpty());
    EXPECT_EQ(verifyJournal(*m_connection, verify).entries, 10);
}

TEST_P(JournalTest, NamesARowAlteredInAnyColumn) {
    const std::string where = " WHERE strand = " + std::to_string(m_strand) + " AND sequence = 4";
    for (const char* column :
         {"time", "person", "workstation", "approver", "act", "object_kind", "object_id", "reason", "facts"}) {
        const std::string name{column};
        const Value before = Value{m_owner->queryOne("SELECT " + name + " FROM journal_entry" + where)->text(0)};
        tamper("UPDATE journal_entry SET " + name + " = 'x'" + where);
        EXPECT_THAT(findings(), ElementsAre("altered 4")) << column;
        tamper("UPDATE journal_entry SET " + name + " = ?1" + where, {before});
        EXPECT_THAT(findings(), IsEmpty()) << column;
    }
    tamper("UPDATE journal_entry SET approver = NULL" + where);
    EXPECT_THAT(findings(), ElementsAre("altered 4"));
}

TEST_P(JournalTest, NamesARowWhoseHashWasWrittenAnewWithIt) {
    tamper("UPDATE journal_entry SET reason = 'x' WHERE strand = ?1 AND sequence = 4", {m_strand});
    rehash(4, 4);
    EXPECT_THAT(findings(), ElementsAre("altered 4"));
}

TEST_P(JournalTest, NamesTheLastRowRewrittenWithItsHash) {
    tamper("UPDATE journal_entry SET reason = 'x' WHERE strand = ?1 AND sequence = 10", {m_strand});
    rehash(10, 10);
    EXPECT_THAT(findings(), ElementsAre("altered 10"));
}

TEST_P(JournalTest, NamesRemovedRows) {
    tamper("DELETE FROM journal_entry WHERE strand = ?1 AND sequence IN (1, 5, 6, 10)", {m_strand});
    EXPECT_THAT(findings(), ElementsAre("removed 1", "removed 5", "removed 6", "removed 10"));
}

TEST_P(JournalTest, NamesARemovedTailThatTheHeadConcealsByTheCheckpoint) {
    checkpoint();
    tamper("DELETE FROM journal_entry WHERE strand = ?1 AND sequence > 8", {m_strand});
    setHead(8);
    EXPECT_THAT(findings(), ElementsAre("removed 9", "removed 10"));
}

TEST_P(JournalTest, NamesTheRemovedRowAlsoWhereTheGapWasClosed) {
    tamper("DELETE FROM journal_entry WHERE strand = ?1 AND sequence = 7", {m_strand});
    shift(8, -1);
    EXPECT_THAT(findings(),
                ElementsAre("removed 7", "reordered 7 from 8", "reordered 8 from 9", "reordered 9 from 10"));
}

TEST_P(JournalTest, NamesRowsThatChangedPlaces) {
    tamper("UPDATE journal_entry SET sequence = 1000 WHERE strand = ?1 AND sequence = 3", {m_strand});
    tamper("UPDATE journal_entry SET sequence = 3 WHERE strand = ?1 AND sequence = 8", {m_strand});
    tamper("UPDATE journal_entry SET sequence = 8 WHERE strand = ?1 AND sequence = 1000", {m_strand});
    EXPECT_THAT(findings(), ElementsAre("reordered 3 from 8", "reordered 8 from 3"));
}

TEST_P(JournalTest, NamesARowPutAtTheEnd) {
    copyRow(10, 11);
    rehash(11, 11);
    EXPECT_THAT(findings(), ElementsAre("inserted 11"));
}

TEST_P(JournalTest, NamesARowPutInBetween) {
    shift(6, 1);
    copyRow(5, 6);
    rehash(6, 6);
    EXPECT_THAT(findings(), ElementsAre("inserted 6", "reordered 7 from 6", "reordered 8 from 7", "reordered 9 from 8",
                                        "reordered 10 from 9", "reordered 11 from 10"));
}

TEST_P(JournalTest, NamesAForgedRowWithALaterHashLeftAsItWas) {
    shift(6, 1);
    copyRow(5, 6);
    const auto said = findings();
    EXPECT_THAT(said, testing::Contains("altered 6"));
    EXPECT_THAT(said, testing::Contains("reordered 7 from 6"));
}

TEST_P(JournalTest, NamesRowsOfAStrandThatDoesNotExist) {
    tamper("UPDATE journal_entry SET strand = 99 WHERE strand = ?1 AND sequence = 2", {m_strand});
    EXPECT_THAT(findings(), ElementsAre("removed 2", "strand 99 inserted 2"));
}

TEST_P(JournalTest, NamesAStretchRewrittenUpToTheHeadByTheCheckpoint) {
    checkpoint();
    append(*m_connection, 11);
    tamper("UPDATE journal_entry SET reason = 'x' WHERE strand = ?1 AND sequence = 9", {m_strand});
    rehash(9, 11);
    setHead(11);
    EXPECT_THAT(findings(), ElementsAre("rewritten 1-10"));
}

TEST_P(JournalTest, NamesAMissingHead) {
    tamper("DELETE FROM journal_strand WHERE strand = ?1", {m_strand});
    EXPECT_THAT(findings(), ElementsAre("head 0"));
}

TEST_P(JournalTest, NamesForgedAndRemovedCheckpoints) {
    for (int at = 0; at < 4; ++at) checkpoint();
    tamper("UPDATE journal_checkpoint SET signature = content WHERE number = 2");
    EXPECT_THAT(findings(), ElementsAre("strand 0 checkpoint 2"));
    tamper("DELETE FROM journal_checkpoint WHERE number = 2");
    EXPECT_THAT(findings(), ElementsAre("strand 0 checkpoint 2"));
    tamper("UPDATE journal_checkpoint SET content = signature WHERE number = 4");
    EXPECT_THAT(findings(), ElementsAre("strand 0 checkpoint 2", "strand 0 checkpoint 4"));
}

TEST_P(JournalTest, IsExportedInOrderOneObjectALine) {
    std::ostringstream out;
    exportJournal(*m_connection, out);
    std::istringstream lines{out.str()};
    int at = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto entry = nlohmann::json::parse(line);
        ++at;
        EXPECT_EQ(entry["objectId"], "A" + std::to_string(at));
        EXPECT_EQ(entry["facts"]["count"], std::to_string(at));
        EXPECT_EQ(entry["facts"]["cause"], "a \"quoted\"\nword");
        EXPECT_EQ(entry["approver"].is_null(), at % 2 == 1);
        EXPECT_EQ(entry["hash"].get<std::string>().size(), 64u);
    }
    EXPECT_EQ(at, 10);
}

TEST_P(JournalTest, TakesEntriesOfSeveralWritersAtOnce) {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.emplace_back([this] {
            const auto connection = database().connect();
            for (int at = 0; at < 50; ++at) {
                Transaction transaction{*connection};
                appendToJournal(transaction, m_clock, {{}, "test.write", "object", std::to_string(at), "", {}});
                appendToJournal(transaction, m_clock, {{}, "test.write-again", "object", std::to_string(at), "", {}});
                transaction.commit();
            }
        });
    for (std::thread& writer : writers) writer.join();
    const JournalReport report = verifyJournal(*m_connection, verify);
    EXPECT_EQ(report.entries, 10 + 4 * 50 * 2);
    EXPECT_TRUE(report.sound());
}

TEST_P(JournalTest, OnPostgresqlLetsOpenTransactionsStandSideBySideUpToTheStrands) {
    if (GetParam() != Engine::Postgresql) GTEST_SKIP() << "SQLite has one writer";
    std::vector<std::unique_ptr<Connection>> connections;
    std::vector<std::unique_ptr<Transaction>> open;
    for (std::int64_t at = 0; at < kStrands; ++at) {
        connections.push_back(database().connect());
        open.push_back(std::make_unique<Transaction>(*connections.back()));
        appendToJournal(*open.back(), m_clock, {});
    }
    std::thread waiting{[this] { append(*m_connection, 99); }};
    for (auto& transaction : open) transaction->commit();
    waiting.join();
    EXPECT_THAT(findings(), IsEmpty());
    EXPECT_EQ(verifyJournal(*m_connection, verify).entries, 10 + kStrands + 1);
    EXPECT_EQ(m_connection->queryOne("SELECT count(*) FROM journal_strand WHERE sequence = 0")->integer(0), 0);
}

}  // namespace
}  // namespace records
