// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

using namespace std::chrono_literals;

TEST(Clock, WritesMomentsInUtcToTheMicrosecond) {
    const Timestamp moment = std::chrono::sys_days{2026y / 11 / 23} + 10h + 15min + 30s + 123456us;
    EXPECT_EQ(formatTimestamp(moment), "2026-11-23T10:15:30.123456Z");
    EXPECT_EQ(*parseTimestamp("2026-11-23T10:15:30.123456Z"), moment);
}

TEST(Clock, RefusesMomentsThatDoNotExist) {
    for (const char* text :
         {"2026-13-01T00:00:00.000000Z", "2026-02-30T00:00:00.000000Z", "2026-01-01T24:00:00.000000Z",
          "2026-01-01T00:60:00.000000Z", "2026-01-01T00:00:00Z", "", "2026-01-01 00:00:00.000000Z"})
        EXPECT_FALSE(parseTimestamp(text)) << text;
}

TEST(Clock, KnowsTheCalendar) {
    EXPECT_EQ(*parseDate("2028-02-29"), 2028y / 2 / 29);
    EXPECT_FALSE(parseDate("2027-02-29"));
    EXPECT_FALSE(parseDate("2027-2-09"));
    EXPECT_FALSE(parseDate("-027-02-09"));
    EXPECT_EQ(formatDate(1985y / 1 / 2), "1985-01-02");
}

TEST(Clock, AManualClockMovesOnlyWhenTold) {
    ManualClock clock{std::chrono::sys_days{2026y / 1 / 1}};
    clock.advance(90s);
    EXPECT_EQ(formatTimestamp(clock.now()), "2026-01-01T00:01:30.000000Z");
}

}  // namespace
}  // namespace base
