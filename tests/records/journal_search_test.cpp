// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journal/journal_search.hpp"

#include <gmock/gmock.h>

#include "records/journal/journal.hpp"
#include "tests/support/engine_test.hpp"

namespace records {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Twelve entries a second apart, by Ana and Luis in turn; each third is about the blank A1.
class JournalSearch : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
        for (int at = 0; at < 12; ++at) {
            m_clock.advance(std::chrono::seconds{1});
            m_moments.push_back(m_clock.now());
            JournalEntry entry;
            entry.author = {OperatorId{at % 2 == 0 ? "ana" : "luis"}, WorkstationId{"desk-1"}, {}};
            entry.act = at % 4 == 0 ? "stock.issue" : "stock.receive";
            entry.objectKind = at % 6 == 0 ? "order" : "blank";
            entry.objectId = at % 3 == 0 ? "A1" : "B" + std::to_string(at);
            entry.reason = std::to_string(at);
            Transaction transaction{*m_connection};
            appendToJournal(transaction, m_clock, entry);
            transaction.commit();
        }
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::vector<std::string> found(JournalQuestion question) {
        if (question.limit == 0) question.limit = 100;
        std::vector<std::string> reasons;
        for (const auto& entry : searchJournal(*m_connection, question)) {
            reasons.push_back(entry.reason);
            m_last = JournalPlace::of(entry);
        }
        return reasons;
    }

    base::ManualClock m_clock{base::Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
    std::unique_ptr<Connection> m_connection;
    std::vector<base::Timestamp> m_moments;
    JournalPlace m_last;
};
TROQUEL_ON_BOTH_ENGINES(JournalSearch);

TEST_P(JournalSearch, GivesTheNewestFirstAndGoesOnAfterAKey) {
    JournalQuestion question;
    question.limit = 5;
    EXPECT_THAT(found(question), ElementsAre("11", "10", "9", "8", "7"));
    question.after = JournalPlace::parse(m_last.text());
    EXPECT_THAT(found(question), ElementsAre("6", "5", "4", "3", "2"));
    question.after = m_last;
    EXPECT_THAT(found(question), ElementsAre("1", "0"));
}

TEST_P(JournalSearch, NarrowsByPersonActObjectAndMoment) {
    EXPECT_THAT(found({.person = "luis", .act = "stock.receive", .before = m_moments[6]}), ElementsAre("5", "3", "1"));
    EXPECT_THAT(found({.act = "stock.issue"}), ElementsAre("8", "4", "0"));
    EXPECT_THAT(found({.objectId = "A1"}), ElementsAre("9", "6", "3", "0")) << "of two kinds of objects, by time";
    EXPECT_THAT(found({.objectId = "A1", .limit = 2}), ElementsAre("9", "6"));
    EXPECT_THAT(found({.from = m_moments[9]}), ElementsAre("11", "10", "9"));
    EXPECT_THAT(found({.person = "nobody"}), IsEmpty());
}

/// On SQLite only: the plan of few rows on PostgreSQL says nothing.
class JournalSearchPlan : public JournalSearch {};
INSTANTIATE_TEST_SUITE_P(Engines, JournalSearchPlan, testing::Values(Engine::Sqlite));

TEST_P(JournalSearchPlan, IsServedByIndexes) {
    const auto planOf = [&](const std::string& where) {
        std::string plan;
        for (const auto& row : m_connection->query("EXPLAIN QUERY PLAN SELECT reason FROM journal_entry WHERE " +
                                                   where + " ORDER BY time DESC, strand DESC, sequence DESC LIMIT 5"))
            plan += row.text(3) + "\n";
        return plan;
    };
    EXPECT_THAT(planOf("person = 'ana'"), testing::HasSubstr("journal_entry_by_person"));
    EXPECT_THAT(planOf("act = 'stock.issue'"), testing::HasSubstr("journal_entry_by_act"));
    EXPECT_THAT(planOf("time < '2026'"), testing::HasSubstr("journal_entry_by_time"));
    EXPECT_THAT(planOf("act = 'stock.issue' AND (time, strand, sequence) < ('2026', 1, 1)"),
                testing::Not(testing::HasSubstr("TEMP B-TREE")));
}

TEST(JournalPlace, IsReadAsItIsWritten) {
    const auto place = JournalPlace::parse("2026-11-23T12:06:05.000000Z/3/42");
    ASSERT_TRUE(place);
    EXPECT_EQ(place->strand, 3);
    EXPECT_EQ(place->sequence, 42);
    for (const char* wrong : {"", "2026", "2026/1", "2026/x/1", "2026/1/1x", "2026/1/"})
        EXPECT_FALSE(JournalPlace::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace records
