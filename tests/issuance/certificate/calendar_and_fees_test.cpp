// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>

#include "base/failure.hpp"
#include "issuance/certificate/fee_schedule.hpp"
#include "issuance/certificate/work_calendar.hpp"
#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace base::literals;

const std::filesystem::path kTemplates = support::sourceDir() / "templates";

base::Date day(const std::string& text) { return base::expected(base::parseDate(text), text); }

base::Result<WorkCalendar> calendarFrom(const std::filesystem::path& file) {
    return WorkCalendar::load(file, base::xml::Schema::compile(kTemplates / "schemas" / "calendar.xsd"));
}
base::Result<FeeSchedules> feesFrom(const std::filesystem::path& folder) {
    return FeeSchedules::load(folder, base::xml::Schema::compile(kTemplates / "schemas" / "fees.xsd"));
}

class CalendarTest : public testing::Test {
   protected:
    std::string after(const std::string& from, int count) const {
        return base::formatDate(workingDaysAfter(m_calendar, day(from), count));
    }
    const WorkCalendar m_calendar =
        base::expected(calendarFrom(kTemplates / "calendars" / "guatemala.xml"), "calendar");
};

TEST(Easter, FallsWhereTheChurchKeepsIt) {
    for (const char* sunday : {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31",
                               "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2100-03-28"})
        EXPECT_EQ(base::formatDate(easterOf(day(sunday).year())), sunday);
}

TEST_F(CalendarTest, KnowsTheHolidaysOfGuatemala) {
    EXPECT_EQ(m_calendar.holidayOn(day("2026-04-02")), "Jueves Santo");
    EXPECT_EQ(m_calendar.holidayOn(day("2026-04-03")), "Viernes Santo");
    EXPECT_EQ(m_calendar.holidayOn(day("2026-12-25")), "Navidad");
    EXPECT_EQ(m_calendar.holidayOn(day("2026-12-24")), "");
    EXPECT_TRUE(m_calendar.isWorkingDay(day("2026-12-24"))) << "half a day is a day";
    EXPECT_FALSE(m_calendar.isWorkingDay(day("2026-11-28"))) << "a Saturday";
    EXPECT_FALSE(m_calendar.isWorkingDay(day("2026-10-20")));
}

/// As the press announced them.
TEST_F(CalendarTest, MovesTheThirtiethOfJuneToAMonday) {
    for (const char* kept : {"2021-06-28", "2022-07-04", "2023-07-03", "2024-07-01", "2025-06-30", "2026-06-29"})
        EXPECT_EQ(m_calendar.holidayOn(day(kept)), "Día del Ejército") << kept;
    EXPECT_TRUE(m_calendar.isWorkingDay(day("2023-06-30")));
    EXPECT_EQ(m_calendar.holidayOn(day("2023-10-20")), "Día de la Revolución") << "stays";
}

TEST_F(CalendarTest, CountsWorkingDays) {
    EXPECT_EQ(after("2026-11-26", 0), "2026-11-26");
    EXPECT_EQ(after("2026-11-26", 1), "2026-11-27");
    EXPECT_EQ(after("2026-11-27", 1), "2026-11-30");
    EXPECT_EQ(after("2026-04-01", 1), "2026-04-06") << "over Easter";
    EXPECT_EQ(after("2026-12-24", 5), "2027-01-04") << "Christmas and New Year";
    EXPECT_EQ(after("2026-12-24", 4), "2026-12-31");
}

TEST_F(CalendarTest, RefusesAHolidayThatSaysNotWhen) {
    const support::ScratchFolder folder;
    const auto file = folder.path() / "calendar.xml";
    std::ofstream{file}
        << "<calendar id='x' law='y'>\n<holiday name='a'/>\n<holiday name='b' day='01-01' easter='1'/>\n"
           "</calendar>";
    const auto refused = calendarFrom(file);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults().size(), 2u);
    EXPECT_EQ(refused.refusal().first().code, "calendar.holiday-unclear"_code);
    EXPECT_EQ(refused.refusal().first().where, "line 2");
    std::ofstream{file} << "<calendar id='x' law='y'><holiday name='a' day='02-30'/></calendar>";
    EXPECT_FALSE(calendarFrom(file));
}

TEST(FeeSchedules, ChargeWhatWasInForceOnTheDay) {
    const auto fees = base::expected(feesFrom(kTemplates / "fees"), "fees");
    EXPECT_EQ(fees.feeFor("passport-ordinary-5", day("2026-11-26"))->hundredths, 5000);
    EXPECT_EQ(fees.feeFor("passport-ordinary-10-abroad", day("2024-05-04"))->hundredths, 10000);
    EXPECT_EQ(fees.feeFor("passport-ordinary-10-abroad", day("2024-05-03")), std::nullopt);
    EXPECT_EQ(fees.feeFor("extension-sticker-18-months", day("2023-05-09"))->hundredths, 0) << "free, but named";
    EXPECT_EQ(fees.feeFor("passport-ordinary-5", day("2023-05-08")), std::nullopt);
    EXPECT_EQ(fees.feeFor("nothing", day("2026-11-26")), std::nullopt);
    EXPECT_EQ(fees.feeFor("border-card", day("2026-11-26"))->currency, "USD");
}

TEST(FeeSchedules, RefuseTwoOfOneDayAndTwoFeesOfOneType) {
    const support::ScratchFolder folder;
    const std::string begin = "<fees from='2026-01-01' currency='USD' law='x'><fee type='a'>1.00</fee>";
    std::ofstream{folder.path() / "a.xml"} << begin << "</fees>";
    std::ofstream{folder.path() / "b.xml"} << begin << "</fees>";
    EXPECT_TRUE(feesFrom(folder.path()).refusal().has("fees.same-day"_code));
    std::ofstream{folder.path() / "b.xml"} << begin << "<fee type='a'>2.00</fee></fees>";
    const auto refused = feesFrom(folder.path());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.refusal().first().where, testing::StartsWith("b.xml"));
}

}  // namespace
}  // namespace issuance
