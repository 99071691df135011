// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/turn.hpp"

#include <gtest/gtest.h>

#include <random>

namespace issuance {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// The n-th day of the tests.
base::Date day(int number) { return base::Date{sys_days{std::chrono::year{2026} / 11 / 2} + days{number}}; }

Turn normal(int arrived, std::int64_t arrival) { return {Priority::Normal, std::nullopt, day(arrived), arrival}; }
Turn urgent(int arrived, std::int64_t arrival) { return {Priority::Urgent, std::nullopt, day(arrived), arrival}; }
Turn due(Turn turn, int dueDay) {
    turn.due = day(dueDay);
    return turn;
}

bool before(const Turn& one, const Turn& other) { return rankOf(one) < rankOf(other); }

TEST(Turn, AnUrgentOrderOvertakesOrdinaryOnesThatArrivedBefore) {
    EXPECT_TRUE(before(urgent(5, 900), normal(0, 1)));
    EXPECT_TRUE(before(urgent(5, 900), due(normal(0, 1), 9)));
}

TEST(Turn, WithinALaneTheFirstDueIsFirstAndThenTheFirstThatArrived) {
    EXPECT_TRUE(before(due(normal(0, 9), 8), due(normal(0, 1), 9)));
    EXPECT_TRUE(before(due(normal(0, 1), 9), due(normal(0, 2), 9)));
    EXPECT_TRUE(before(due(normal(0, 9), 9), normal(0, 1)));
    EXPECT_TRUE(before(normal(0, 1), normal(0, 2)));
    EXPECT_TRUE(before(normal(0, 2), normal(1, 3)));
    EXPECT_TRUE(before(due(urgent(3, 2), 4), urgent(3, 1)));
    EXPECT_TRUE(before(urgent(3, 1), urgent(3, 2)));
    EXPECT_TRUE(before(urgent(3, 2), urgent(4, 1)));
}

TEST(Turn, AnOrdinaryOrderRanksWithTheUrgentOnesFromShortlyBeforeItIsDue) {
    const auto waiting = due(normal(0, 1), 9);
    EXPECT_TRUE(before(urgent(7, 500), waiting)) << "on the same day the urgent lane is first";
    EXPECT_TRUE(before(waiting, urgent(8, 500)));
    EXPECT_EQ(turnOf(waiting), day(7));
}

TEST(Turn, NobodysTurnIsBeforeTheyArrivedOrLaterThanTheLongestWait) {
    EXPECT_EQ(turnOf(due(normal(6, 1), 2)), day(6)) << "late already when it came";
    EXPECT_EQ(turnOf(due(normal(6, 1), 300)), day(26));
    EXPECT_EQ(turnOf(normal(6, 1)), day(26));
    EXPECT_EQ(turnOf(due(urgent(6, 1), 2)), day(6));
    EXPECT_EQ(turnOf(due(urgent(6, 1), 300)), day(6));
}

// Why nobody starves: only what arrived until the day of an order's turn can come before it.
TEST(Turn, NothingThatArrivesAfterAnOrdersTurnComesBeforeIt) {
    std::mt19937 chance{7};
    const auto drawn = [&](int most) { return std::uniform_int_distribution{0, most}(chance); };
    const auto anyTurn = [&] {
        auto turn = drawn(1) == 0 ? urgent(drawn(60), drawn(1000)) : normal(drawn(60), drawn(1000));
        return drawn(1) == 0 ? turn : due(turn, drawn(100) - 20);
    };
    int overtaking = 0;
    for (int pair = 0; pair < 20'000; ++pair) {
        const auto one = anyTurn(), other = anyTurn();
        if (!before(other, one)) continue;
        ASSERT_LE(sys_days{other.arrived}, sys_days{turnOf(one)});
        ASSERT_LE(sys_days{turnOf(one)} - sys_days{one.arrived}, kLongestOvertaken);
        overtaking += sys_days{other.arrived} > sys_days{one.arrived} ? 1 : 0;
    }
    EXPECT_GT(overtaking, 100) << "nothing was overtaken at all";
}

TEST(Turn, ARankKeepsTheNumberOfArrivalAndIsNeverNegative) {
    const auto most = (std::int64_t{1} << 28) - 1;
    for (const auto arrival : {std::int64_t{0}, std::int64_t{12}, most})
        EXPECT_EQ(arrivalIn(rankOf(normal(0, arrival))), arrival);
    const base::Date last{std::chrono::year{2328} / 1 / 1};
    EXPECT_GT(rankOf({Priority::Normal, last, last, most}), rankOf(normal(0, 1)));
    EXPECT_EQ(priorityNamed("urgent"), Priority::Urgent);
    EXPECT_EQ(priorityNamed("normal"), Priority::Normal);
    EXPECT_FALSE(priorityNamed("express"));
}

}  // namespace
}  // namespace issuance
