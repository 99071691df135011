// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_plan.hpp"

#include <gmock/gmock.h>

#include "tests/issuance/line/order_books_test.hpp"

namespace issuance {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr base::Timestamp kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 15h};
const std::vector<ForecastStation> kStations{{{Duty::Print}}, {{Duty::Encode}}, {{Duty::Inspect}}};

class LinePlanTest : public support::OrderBooksTest {
   protected:
    static base::Date inDays(int days) {
        return base::Date{std::chrono::sys_days{base::dayOf(kNow)} + std::chrono::days{days}};
    }
    void order(const std::string& id, const std::string& stage, const std::string& standing = "ready",
               const Turn& turn = {Priority::Normal, std::nullopt, base::dayOf(kNow), 1}) {
        m_connection->execute(
            "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
            "content, portrait, signature, received_at) VALUES (?1, 's', ?1, 'f', 'passport-ordinary', ?1, 'd', '{}', "
            "?2, ?2, ?3)",
            {id, base::Bytes{1}, base::formatTimestamp(kNow)});
        m_connection->execute(
            "INSERT INTO line_task (order_id, stage, standing, rank, chip, item, priority, due_on) VALUES (?1, ?2, ?3, "
            "?4, 1, 'booklet-ordinary', ?5, ?6)",
            {id, stage, standing, rankOf(turn), std::string{nameOf(turn.priority)},
             turn.due ? base::formatDate(*turn.due) : std::string{}});
    }
    void measured(const std::string& step, std::chrono::seconds work, const std::string& outcome = "finish",
                  std::chrono::seconds ago = 24h) {
        if (!m_past) order("past", "released", "ended");
        m_connection->execute(
            "INSERT INTO stage_event (order_id, sequence, attempt, stage, outcome, cause, began_at, ended_at, person, "
            "workstation, blank) VALUES ('past', ?1, 1, ?2, ?3, '', ?4, ?5, 'oscar', 'linea-1', '')",
            {++m_past, step, outcome, base::formatTimestamp(kNow - ago - work), base::formatTimestamp(kNow - ago)});
    }
    /// A whole line of 60 seconds an order at its slowest.
    void measureAll() {
        measured("clear", 0s);
        measured("prepare", 0s);
        measured("print", 60s);
        measured("encode", 30s);
        measured("inspect", 10s);
    }
    [[nodiscard]] LinePlanning planned(const std::vector<ForecastStation>& stations = kStations, int hours = 8) {
        return planLine(*m_connection, kNow, stations, hours);
    }

   private:
    std::int64_t m_past = 0;
};
TROQUEL_ON_BOTH_ENGINES(LinePlanTest);

TEST_P(LinePlanTest, WithoutProductionNothingIsForetold) {
    EXPECT_FALSE(planned().measured);
    EXPECT_THAT(planned().groups, IsEmpty());
    order("o1", "received");
    const auto plan = planned();
    EXPECT_FALSE(plan.measured);
    EXPECT_THAT(plan.unmeasured, ElementsAre(Step::Clear, Step::Prepare, Step::Print, Step::Encode, Step::Inspect));
    ASSERT_EQ(plan.groups.size(), 1U);
    EXPECT_EQ(plan.groups[0].orders, 1);
    EXPECT_EQ(plan.groups[0].unplanned, 1);
    EXPECT_FALSE(plan.groups[0].lastReady);
}

TEST_P(LinePlanTest, SaysByKindAndLaneWhatIsReadyWhenAndWhichDueDatesAreMissed) {
    measureAll();
    const auto today = base::dayOf(kNow);
    order("urgent", "received", "ready", {Priority::Urgent, std::nullopt, today, 9});
    order("o1", "received", "ready", {Priority::Normal, today, today, 1});
    order("o2", "received", "claimed", {Priority::Normal, inDays(-1), inDays(-4), 2});
    const auto plan = planned();
    ASSERT_TRUE(plan.measured);
    EXPECT_THAT(plan.unmeasured, IsEmpty());
    EXPECT_THAT(plan.unmanned, IsEmpty());
    ASSERT_EQ(plan.groups.size(), 2U);
    EXPECT_EQ(plan.groups[0].priority, Priority::Urgent);
    EXPECT_EQ(plan.groups[0].orders, 1);
    EXPECT_EQ(plan.groups[0].firstReady, kNow + 160s) << "after the order that was due yesterday";
    EXPECT_EQ(plan.groups[1].orders, 2);
    EXPECT_EQ(plan.groups[1].firstReady, kNow + 100s);
    EXPECT_EQ(plan.groups[1].lastReady, kNow + 220s);
    EXPECT_EQ(plan.groups[1].due, inDays(-1));
    EXPECT_EQ(plan.groups[1].missed, 1);
    ASSERT_EQ(plan.missed.size(), 1U);
    EXPECT_EQ(plan.missed[0].order.order, "o2");
    EXPECT_EQ(plan.missed[0].ready, kNow + 100s);
}

// 480 orders of a minute each fill a day of eight hours at the printer: the last is ready the day after.
TEST_P(LinePlanTest, WhatDoesNotFitIntoTheHoursOfADayIsReadyOnTheNext) {
    measureAll();
    const auto today = base::dayOf(kNow);
    for (int each = 0; each < 481; ++each)
        order("o" + std::to_string(each), "received", "ready", {Priority::Normal, today, today, each});
    const auto plan = planned();
    EXPECT_EQ(plan.groups.at(0).lastReady, kNow + 24h + 100s);
    EXPECT_EQ(plan.groups[0].missed, 2) << "the last printed one is still to be encoded when the day ends";
    EXPECT_EQ(planned(kStations, 24).groups.at(0).missed, 0)
        << "in Guatemala it is still today at five in the afternoon";
}

TEST_P(LinePlanTest, WhatIsRefusedTakesAStationsTimeAgain) {
    measureAll();
    measured("inspect", 10s, "refuse");
    order("o1", "encoded");
    const auto plan = planned();
    EXPECT_DOUBLE_EQ(plan.steps.back().yield, 0.5);
    EXPECT_EQ(plan.groups.at(0).lastReady, kNow + 20s);
}

TEST_P(LinePlanTest, OnlyTheLastWeekOfProductionIsMeasured) {
    measured("inspect", 500s, "finish", 24h * 30);
    measured("inspect", 10s);
    order("o1", "encoded");
    const auto plan = planned();
    EXPECT_EQ(plan.steps.back().measured, 1);
    EXPECT_EQ(plan.groups.at(0).lastReady, kNow + 10s);
}

TEST_P(LinePlanTest, SaysWhatNoStationDoesAndWhatWaitsForAPerson) {
    measureAll();
    order("o1", "printed", "ready", {Priority::Normal, inDays(-2), inDays(-9), 1});
    order("o2", "encoded");
    order("held", "cleared", "held");
    order("doubt", "prepared", "in_doubt");
    order("inspected", "inspected");
    const auto plan = planned({{{Duty::Print}}, {{Duty::Inspect}}});
    EXPECT_THAT(plan.unmanned, ElementsAre(Duty::Encode));
    EXPECT_EQ(plan.stopped, 2);
    EXPECT_EQ(plan.waitingForRelease, 1);
    EXPECT_EQ(plan.groups.at(0).orders, 2);
    EXPECT_EQ(plan.groups[0].unplanned, 1);
    EXPECT_EQ(plan.groups[0].firstReady, kNow + 10s);
    ASSERT_EQ(plan.missed.size(), 1U) << "late already, whenever it will be ready";
    EXPECT_FALSE(plan.missed[0].ready);
}

}  // namespace
}  // namespace issuance
