// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/forecast/demand_forecast.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace inventory {
namespace {

TEST(DemandForecast, ExpectsWhatNeverChanges) {
    const Weeks weeks(30, 500.0);
    EXPECT_DOUBLE_EQ(expectedWeek(weeks), 500.0);
    EXPECT_DOUBLE_EQ(weeklyDeviation(weeks), std::sqrt(500.0));
    EXPECT_NEAR(reorderPoint(weeks, 4, 0.5), 2000.0, 0.001);
    EXPECT_GT(reorderPoint(weeks, 4, 0.98), reorderPoint(weeks, 4, 0.9));
}

TEST(DemandForecast, FollowsAChangeByItsShare) {
    Weeks weeks(8, 100.0);
    weeks.push_back(200.0);
    EXPECT_DOUBLE_EQ(expectedWeek(weeks, 0.2), 120.0);
    weeks.push_back(200.0);
    EXPECT_DOUBLE_EQ(expectedWeek(weeks, 0.2), 136.0);
    // Off by 100 and by 80.
    EXPECT_DOUBLE_EQ(weeklyDeviation(weeks, 0.2), std::sqrt((100.0 * 100 + 80.0 * 80) / 2));
}

TEST(DemandForecast, KnowsNothingWithoutWeeksAndLittleWithFew) {
    EXPECT_EQ(expectedWeek({}), 0.0);
    EXPECT_EQ(weeklyDeviation({}), 0.0);
    EXPECT_EQ(reorderPoint({}, 10, 0.98), 0.0);
    EXPECT_DOUBLE_EQ(expectedWeek({9.0, 11.0}), 10.0);
    EXPECT_DOUBLE_EQ(weeklyDeviation({9.0, 11.0}), std::sqrt(10.0));
}

TEST(DemandForecast, BelievesThePastWhereWeeksHangTogether) {
    Weeks waves;
    for (int week = 0; week < 104; ++week) waves.push_back(1000 + 300 * std::sin(week / 8.0));
    EXPECT_GT(deviationOver(waves, 20), 2 * weeklyDeviation(waves) * std::sqrt(20.0));
    const Weeks few{waves.begin(), waves.begin() + 20};
    EXPECT_DOUBLE_EQ(deviationOver(few, 20), weeklyDeviation(few) * std::sqrt(20.0));
}

TEST(DemandForecast, KnowsTheNormalDistribution) {
    // Abramowitz and Stegun, table 26.5.
    EXPECT_NEAR(normalQuantile(0.5), 0.0, 1e-9);
    EXPECT_NEAR(normalQuantile(0.975), 1.959964, 1e-6);
    EXPECT_NEAR(normalQuantile(0.98), 2.053749, 1e-6);
    EXPECT_NEAR(normalQuantile(0.999), 3.090232, 1e-6);
    EXPECT_NEAR(normalQuantile(0.02), -2.053749, 1e-6);
}

}  // namespace
}  // namespace inventory
