// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_production.hpp"

#include <gtest/gtest.h>

#include <map>

#include "base/failure.hpp"
#include "issuance/report/line_figures.hpp"
#include "tests/issuance/line/order_books_test.hpp"

namespace issuance {
namespace {

using namespace std::chrono_literals;

constexpr base::Timestamp kMorning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 14h};

/// What happened to one order, told one after the other.
struct Told {
    const char* step;
    const char* outcome;
    std::chrono::seconds began, ended;  // after kMorning
    const char* workstation = "linea-1";
    const char* cause = "";
    int attempt = 1;
};

class LineProductionTest : public support::OrderBooksTest {
   protected:
    static std::string after(std::chrono::seconds seconds) { return base::formatTimestamp(kMorning + seconds); }
    void order(const std::string& id, const std::vector<Told>& history) {
        m_connection->execute(
            "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
            "content, portrait, signature, received_at) VALUES (?1, 's', ?1, 'f', 'passport-ordinary', ?1, 'd', '{}', "
            "?2, ?2, ?3)",
            {id, base::Bytes{1}, after(0s)});
        std::int64_t sequence = 0;
        for (const auto& told : history)
            m_connection->execute(
                "INSERT INTO stage_event (order_id, sequence, attempt, stage, outcome, cause, began_at, ended_at, "
                "person, workstation, blank) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'oscar', ?9, '')",
                {id, ++sequence, std::int64_t{told.attempt}, std::string{told.step}, std::string{told.outcome},
                 std::string{told.cause}, after(told.began), after(told.ended), std::string{told.workstation}});
    }
    [[nodiscard]] LineProduction reported(const std::string& workstation = {}) {
        return reportLine(*m_connection, {kMorning, kMorning + 24h, workstation});
    }
    static StepProduction stepOf(const std::vector<StepProduction>& steps, Step step,
                                 const std::string& workstation = {}) {
        for (const auto& each : steps)
            if (each.step == step && each.workstation == workstation) return each;
        ADD_FAILURE() << "no such step";
        return {};
    }
};
TROQUEL_ON_BOTH_ENGINES(LineProductionTest);

TEST_P(LineProductionTest, OfNothingIsNothing) {
    const auto report = reported();
    EXPECT_TRUE(report.steps.empty());
    EXPECT_EQ(report.released, 0);
    EXPECT_EQ(report.firstPassYield(), 1);
}

TEST_P(LineProductionTest, CountsPassesRefusalsAndTheFirstBlanks) {
    order("good", {{"print", "finish", 10s, 30s},
                   {"encode", "finish", 34s, 46s, "linea-2"},
                   {"release", "finish", 50s, 60s, "linea-2"}});
    order("second", {{"print", "refuse", 40s, 50s, "linea-1", "printing.job-aborted"},
                     {"print", "finish", 51s, 71s, "linea-1", "", 2},
                     {"encode", "finish", 80s, 92s, "linea-2", "", 2},
                     {"release", "finish", 3700s, 3701s, "linea-2", "", 2}});
    const auto report = reported();
    const auto print = stepOf(report.steps, Step::Print);
    EXPECT_EQ(print.done, 2);
    EXPECT_EQ(print.refused, 1);
    EXPECT_DOUBLE_EQ(print.yield(), 2.0 / 3);
    EXPECT_EQ(report.released, 2);
    EXPECT_EQ(report.releasedAtFirst, 1);
    EXPECT_DOUBLE_EQ(report.firstPassYield(), 0.5);
    ASSERT_EQ(report.refusals.size(), 1U);
    EXPECT_EQ(report.refusals[0].cause, "printing.job-aborted");
    EXPECT_EQ(report.refusals[0].workstation, "linea-1");
    ASSERT_EQ(report.hours.size(), 2U);
    EXPECT_EQ(report.hours[0].begin, kMorning);
    EXPECT_EQ(report.hours[1].begin, kMorning + 1h);
}

TEST_P(LineProductionTest, TellsMediansAndWhatNineteenOfTwentyKeep) {
    for (int at = 1; at <= 20; ++at)
        order("o" + std::to_string(at),
              {{"print", "finish", std::chrono::seconds{100 + at}, std::chrono::seconds{100 + 2 * at}}});
    const auto print = stepOf(reported().steps, Step::Print);
    EXPECT_DOUBLE_EQ(print.work.median, 10);
    EXPECT_DOUBLE_EQ(print.work.p95, 19);
    EXPECT_DOUBLE_EQ(print.waiting.median, 110) << "since the order was received";
}

TEST_P(LineProductionTest, WaitingIsFromTheEndOfWhatWasBefore) {
    order("one", {{"print", "finish", 10s, 30s}, {"encode", "finish", 37s, 50s}});
    EXPECT_DOUBLE_EQ(stepOf(reported().steps, Step::Encode).waiting.median, 7);
}

TEST_P(LineProductionTest, TellsWorkstationsApart) {
    order("one", {{"print", "finish", 0s, 20s, "linea-1"}});
    order("two", {{"print", "finish", 0s, 30s, "linea-2"}});
    const auto report = reported();
    EXPECT_EQ(stepOf(report.steps, Step::Print).done, 2);
    EXPECT_EQ(stepOf(report.byWorkstation, Step::Print, "linea-2").done, 1);
    const auto own = reported("linea-2");
    EXPECT_EQ(stepOf(own.steps, Step::Print).done, 1);
    EXPECT_DOUBLE_EQ(stepOf(own.steps, Step::Print).work.median, 30);
}

TEST_P(LineProductionTest, WhatAPersonSettledIsADoubtAndHasNoDuration) {
    order("found", {{"print", "lapse", 0s, 900s}, {"print", "done", 0s, 1000s}});
    order("spoiled", {{"print", "doubt", 0s, 20s}, {"print", "spoiled", 0s, 1000s, "linea-1", "rota"}});
    const auto print = stepOf(reported().steps, Step::Print);
    EXPECT_EQ(print.done, 1);
    EXPECT_EQ(print.refused, 1);
    EXPECT_EQ(print.doubts, 2);
    EXPECT_EQ(print.work.median, 0);
}

TEST_P(LineProductionTest, LeavesOutWhatEndedBeforeOrAfter) {
    order("one",
          {{"clear", "finish", -20s, -10s}, {"prepare", "finish", -5s, 5s}, {"print", "finish", 86390s, 86400s}});
    const auto report = reported();
    ASSERT_EQ(report.steps.size(), 1U);
    EXPECT_EQ(report.steps[0].step, Step::Prepare);
}

// A person's words may name somebody: no metric has them.
TEST_P(LineProductionTest, IsToldAsFiguresThatNameACauseByItsCodeOnly) {
    order("one", {{"print", "refuse", 0s, 10s, "linea-1", "printing.job-aborted"},
                  {"print", "spoiled", 20s, 30s, "linea-1", "Doña Ana la rompió", 2}});
    const base::SystemClock clock;
    const auto told = lineFigures(*m_connection, StationBook{clock, 120s}, base::dayOf(kMorning));
    std::map<std::string, double> causes;
    for (const auto& figure : told)
        if (figure.name == "troquel_line_refusals_today") causes[figure.labels.at(1).second] = figure.value;
    EXPECT_EQ(causes, (std::map<std::string, double>{{"person", 1}, {"printing.job-aborted", 1}}));
}

}  // namespace
}  // namespace issuance
