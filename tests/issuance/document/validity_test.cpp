// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/validity.hpp"

#include <gtest/gtest.h>

namespace issuance {
namespace {

base::Date day(const char* text) { return *base::parseDate(text); }

TEST(Validity, EndsTheDayBeforeTheAnniversaryOrOnIt) {
    DocumentKind kind;
    EXPECT_EQ(lastDayOf(kind, day("2024-04-16"), 10), day("2034-04-15"));
    EXPECT_EQ(lastDayOf(kind, day("2026-01-01"), 5), day("2030-12-31"));
    EXPECT_EQ(lastDayOf(kind, day("2024-02-29"), 5), day("2029-02-28"));
    kind.lastDay = LastDay::Anniversary;
    EXPECT_EQ(lastDayOf(kind, day("2024-04-16"), 10), day("2034-04-16"));
    EXPECT_EQ(lastDayOf(kind, day("2024-02-29"), 1), day("2025-03-01"));
}

TEST(Validity, CountsFullYearsOfAge) {
    EXPECT_EQ(ageOn(day("2026-11-23"), day("2008-11-23")), 18);
    EXPECT_EQ(ageOn(day("2026-11-22"), day("2008-11-23")), 17);
    EXPECT_EQ(ageOn(day("2026-02-28"), day("2008-02-29")), 17);
    EXPECT_EQ(ageOn(day("2026-03-01"), day("2008-02-29")), 18);
}

}  // namespace
}  // namespace issuance
