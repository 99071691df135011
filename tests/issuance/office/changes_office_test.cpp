// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <future>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/failure.hpp"
#include "contract/acts.hpp"
#include "issuance/office/topics.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"

/// Waiting for a change, in one process and in several over the same books.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

/// Longer than anything here takes: whoever is not told in this time is not told at all.
constexpr auto kLong = 25s;

class ChangesTest : public testing::TestWithParam<records::Engine> {
   protected:
    static ChangesSeen seenAt(contract::Office& office, const std::string& token, const ChangeWait& wait) {
        return base::expected(office.ask({token}, wait), "changes");
    }
    ChangesSeen seen(const std::string& person, const ChangeWait& wait) {
        return seenAt(m_house.office(), m_house.token(person), wait);
    }
    std::string position() { return seen("auditor", {}).position; }
    std::future<ChangesSeen> waiting(const std::string& person, std::vector<std::string> topics) {
        ChangeWait wait{position(), std::move(topics), 30'000};
        return std::async(std::launch::async, [this, person, wait] { return seen(person, wait); });
    }
    /// Somebody receives blanks at an office of another process, as the books see it.
    void receiveElsewhere() {
        base::expected(m_other->ask({m_house.token("custodian"), m_house.token("custodian2")},
                                    StockReceive{m_house.material("manifest.xml")}),
                       "receipt");
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
    std::unique_ptr<contract::Office> m_other = openLocalOffice(m_house.home());
};
TROQUEL_ON_BOTH_ENGINES(ChangesTest);

TEST(Topics, AreListedForEveryActThatChangesSomething) {
    forEachDeclaration([](const Declaration& act) {
        const bool changes = act.effect == Effect::Changes || act.effect == Effect::Conducts;
        EXPECT_TRUE(!changes || topicsOf(act.name) != ~TopicSet{}) << act.name;
    });
    EXPECT_TRUE(topicsOf("stock.receive").test(topicNamed("stock").value()));
    EXPECT_EQ(topicsOf("stock.receive").count(), 1U);
    EXPECT_EQ(topicsOf("nobody.listed-this"), ~TopicSet{});
    for (const char* look : {"register.search", "diligence.show", "session.open"})
        EXPECT_TRUE(topicsOf(look).none()) << look;
    EXPECT_FALSE(topicNamed("nothing"));
}

TEST_P(ChangesTest, WhatTheLineWritesIntoTheJournalHasTopicsToo) {
    m_house.stockAndOrders();
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, 40}));
    const auto exported = m_house.ask("auditor", JournalExport{});
    std::istringstream lines{base::textOf(exported->files.front().content)};
    std::size_t entries = 0;
    for (std::string line; std::getline(lines, line); ++entries) {
        const auto act = Json::parse(line).at("act").get<std::string>();
        EXPECT_NE(topicsOf(act), ~TopicSet{}) << act;
    }
    EXPECT_GT(entries, 100U);
}

TEST_P(ChangesTest, WhoeverWaitsHearsOfAChangeThatAnotherProcessMade) {
    auto auditor = waiting("auditor", {"stock", "line"});
    auto custodian = waiting("custodian", {});
    auto clerk = waiting("clerk", {"line"});
    receiveElsewhere();
    ASSERT_EQ(auditor.wait_for(kLong), std::future_status::ready);
    EXPECT_THAT(auditor.get().changed, ElementsAre("stock"));
    ASSERT_EQ(custodian.wait_for(kLong), std::future_status::ready);
    EXPECT_THAT(custodian.get().changed, testing::Contains("stock"));
    EXPECT_EQ(clerk.wait_for(0s), std::future_status::timeout) << "nothing of the line has changed";
    const auto files = base::expected(m_house.ask("operator", TrainingMaterial{}), "material").files;
    ASSERT_TRUE(m_house.ask("operator", OrderImport{files[1].content, files[2].content, std::nullopt}));
    ASSERT_EQ(clerk.wait_for(kLong), std::future_status::ready);
    EXPECT_THAT(clerk.get().changed, ElementsAre("line"));
}

TEST_P(ChangesTest, NothingIsToldWhereNothingChanged) {
    const auto before = position();
    const auto after = seen("auditor", {before, {}, 100});
    EXPECT_THAT(after.changed, IsEmpty());
    EXPECT_EQ(after.position, before);
}

TEST_P(ChangesTest, NobodyIsToldOfWhatTheyMayNotLookAt) {
    EXPECT_TRUE(
        m_house.ask("clerk", ChangeWait{std::nullopt, {"stock"}, 0}).refusal().has("people.not-permitted"_code));
    EXPECT_TRUE(
        m_house.ask("clerk", ChangeWait{std::nullopt, {"secrets"}, 0}).refusal().has("change.unknown-topic"_code));
    const auto before = position();
    receiveElsewhere();
    EXPECT_THAT(seen("clerk", {before, {}, 0}).changed, IsEmpty());
    EXPECT_THAT(seen("custodian", {before, {"stock", "cases"}, 0}).changed, ElementsAre("stock"));
}

TEST_P(ChangesTest, APositionServesAtAnyOfficeOverTheSameBooks) {
    const auto before = position();
    receiveElsewhere();
    const auto third = openLocalOffice(m_house.home());
    const auto told = seenAt(*third, m_house.token("auditor"), {before, {}, 0});
    EXPECT_THAT(told.changed, testing::Contains("stock"));
    EXPECT_THAT(told.changed, testing::Not(testing::Contains("line")));
    // Those who know more than the office have seen nothing less.
    const auto further = seen("auditor", {told.position, {}, 0});
    EXPECT_THAT(further.changed, IsEmpty());
    EXPECT_EQ(further.position, told.position);
}

TEST_P(ChangesTest, WhoeverComesWithAPositionThatIsNoneLooksAtEverything) {
    const auto told = seen("clerk", {"999999999.1", {}, 0});
    EXPECT_EQ(told.position, position());
    EXPECT_THAT(told.changed, ElementsAre("line", "documents", "certificates", "registers"));
    for (const std::string text :
         {"", ".", "1.", "-1", "1.x", "99999999999999999999", "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0"})
        EXPECT_TRUE(m_house.ask("clerk", ChangeWait{text, {}, 0}).refusal().has("change.bad-position"_code)) << text;
}

TEST_P(ChangesTest, WhoeverWatchesIsWokenBeforeAnOfficeCloses) {
    auto watcher = waiting("auditor", {"line"});
    for (int call = 0; call < 500 && watcher.wait_for(20ms) != std::future_status::ready; ++call)
        m_house.officeInside().wakeWatchers();
    ASSERT_EQ(watcher.wait_for(0s), std::future_status::ready);
    EXPECT_THAT(watcher.get().changed, IsEmpty());
}

TEST_P(ChangesTest, OneChangeIsHeardByAllWhoWait) {
    const ChangeWait wait{position(), {"stock"}, 30'000};
    std::vector<std::future<ChangesSeen>> watchers;
    for (int at = 0; at < 24; ++at)
        watchers.push_back(std::async(std::launch::async, [&] { return seen("auditor", wait); }));
    receiveElsewhere();
    for (auto& watcher : watchers) {
        ASSERT_EQ(watcher.wait_for(kLong), std::future_status::ready);
        EXPECT_THAT(watcher.get().changed, ElementsAre("stock"));
    }
}

TEST_P(ChangesTest, WhoeverWaitsIsToldWhenTheBooksAreOutOfReachAndMayAskAgain) {
    if (GetParam() == records::Engine::Sqlite) return;  // SQLite's books are a file of this machine
    auto watcher = waiting("auditor", {"stock"});
    while (watcher.wait_for(100ms) == std::future_status::timeout)
        m_database.ownerDatabase().connect()->query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
            "current_database()");
    EXPECT_THROW((void)watcher.get(), base::Failure);
    for (int attempt = 0; attempt < 50; ++attempt) try {
            EXPECT_FALSE(position().empty());
            return;
        } catch (const base::Failure& failure) {
            EXPECT_EQ(failure.next(), base::NextStep::Retry) << failure.what();
        }
    FAIL() << "the books stayed out of reach";
}

}  // namespace
}  // namespace issuance
