// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_forecast.hpp"

#include <gmock/gmock.h>

namespace issuance {
namespace {

using namespace std::chrono_literals;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::Optional;

const StepSeconds kSeconds{
    {Step::Clear, 1}, {Step::Prepare, 2}, {Step::Print, 20}, {Step::Encode, 10}, {Step::Inspect, 5}};

ForecastOrder book(Stage stage = Stage::Received) {
    return {"o", "passport", Priority::Normal, std::nullopt, stage, Route::PageFirst, "booklet"};
}
ForecastOrder card(Stage stage = Stage::Received) {
    return {"o", "card", Priority::Normal, std::nullopt, stage, Route::PageOnly, "card"};
}

TEST(Forecast, OneStationDoesEverythingOfAnOrderBeforeItBeginsTheNext) {
    EXPECT_THAT(forecast({book(), book()}, {{allDuties()}}, kSeconds),
                ElementsAre(Optional(DoubleEq(38)), Optional(DoubleEq(76))));
}

TEST(Forecast, WithoutAChipNobodyEncodes) {
    EXPECT_THAT(forecast({card()}, {{{Duty::Print}}, {{Duty::Inspect}}}, kSeconds),
                ElementsAre(Optional(DoubleEq(28))));
}

// The printer is the slowest: an order every 23 seconds once the first is through.
TEST(Forecast, StationsThatDoAPartWorkAtTheSameTime) {
    const std::vector<ForecastStation> line{{{Duty::Print}}, {{Duty::Encode}}, {{Duty::Inspect}}};
    EXPECT_THAT(forecast({book(), book(), book()}, line, kSeconds),
                ElementsAre(Optional(DoubleEq(38)), Optional(DoubleEq(61)), Optional(DoubleEq(84))));
    auto twoPrinters = line;
    twoPrinters.push_back({{Duty::Print}});
    EXPECT_THAT(forecast({book(), book(), book()}, twoPrinters, kSeconds),
                ElementsAre(Optional(DoubleEq(38)), Optional(DoubleEq(48)), Optional(DoubleEq(61))));
}

TEST(Forecast, TakesTheFurthestFirstAndThenTheFirstInTheQueue) {
    EXPECT_THAT(forecast({book(), book(Stage::Printed)}, {{allDuties()}}, kSeconds),
                ElementsAre(Optional(DoubleEq(53)), Optional(DoubleEq(15))));
    EXPECT_THAT(forecast({book(Stage::Encoded), book(Stage::Encoded)}, {{{Duty::Inspect}}}, kSeconds),
                ElementsAre(Optional(DoubleEq(5)), Optional(DoubleEq(10))));
}

TEST(Forecast, WhatNoStationDoesIsNeverReady) {
    EXPECT_THAT(forecast({book(), book(Stage::Encoded)}, {{{Duty::Print}}, {{Duty::Inspect}}}, kSeconds),
                ElementsAre(std::nullopt, Optional(DoubleEq(5))));
    EXPECT_THAT(forecast({card(), book()}, {{allDuties(), {"booklet"}}}, kSeconds),
                ElementsAre(std::nullopt, Optional(DoubleEq(38))));
    EXPECT_THAT(forecast({book()}, {}, kSeconds), ElementsAre(std::nullopt));
    EXPECT_TRUE(forecast({}, {{allDuties()}}, kSeconds).empty());
}

TEST(Forecast, AFullStationOfManyOrdersTakesTheirSum) {
    const std::vector<ForecastOrder> orders(5000, book(Stage::Encoded));
    const auto ready = forecast(orders, {{{Duty::Inspect}}, {{Duty::Inspect}}}, kSeconds);
    EXPECT_THAT(ready.back(), Optional(DoubleEq(2500 * 5)));
}

TEST(Forecast, WorkGoesOnWithinTheHoursOfADay) {
    const base::Timestamp now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 14h};
    EXPECT_EQ(momentOfWork(now, 0, 8), now);
    EXPECT_EQ(momentOfWork(now, 3600, 8), now + 1h);
    EXPECT_EQ(momentOfWork(now, 8 * 3600, 8), now + 8h);
    EXPECT_EQ(momentOfWork(now, 8 * 3600 + 60, 8), now + 24h + 60s);
    EXPECT_EQ(momentOfWork(now, 20 * 3600, 8), now + 48h + 4h);
    EXPECT_EQ(momentOfWork(now, 30 * 3600, 24), now + 30h);
}

}  // namespace
}  // namespace issuance
