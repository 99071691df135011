// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/work_calendar.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 7> kWeek{"sunday",   "monday", "tuesday", "wednesday",
                                                "thursday", "friday", "saturday"};

/// "06-30", as the schema has it.
std::chrono::month_day monthDayFrom(const std::string& text) {
    return std::chrono::month{static_cast<unsigned>(std::stoul(text.substr(0, 2)))} /
           std::chrono::day{static_cast<unsigned>(std::stoul(text.substr(3)))};
}

/// The schema lets blanks stand around words.
std::string bare(const std::string& text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

unsigned weekdayFrom(const std::string& text) {
    return static_cast<unsigned>(std::find(kWeek.begin(), kWeek.end(), bare(text)) - kWeek.begin());
}

Holiday holidayFrom(const base::xml::Element& element) {
    Holiday holiday{element.attributeOr("name", ""), element.attributeOr("law", ""), {}, {}, {}, false};
    if (const auto day = element.attribute("day")) holiday.day = monthDayFrom(bare(*day));
    if (const auto easter = element.attribute("easter")) holiday.fromEaster = days{std::stoi(*easter)};
    if (const auto date = element.attribute("date"))
        holiday.date = base::expected(base::parseDate(bare(*date)), "calendar");
    holiday.moves = bare(element.attributeOr("moves", "")) == "yes";
    return holiday;
}

int placesOf(const base::xml::Element& holiday) {
    int places = 0;
    for (const char* name : {"day", "easter", "date"}) places += holiday.attribute(name) ? 1 : 0;
    return places;
}

/// Where a holiday that moves is kept: decreto 42-2010, article 2.
sys_days movedFrom(sys_days day) {
    const unsigned weekday = std::chrono::weekday{day}.c_encoding();
    if (weekday == 1) return day;
    if (weekday == 2 || weekday == 3) return day - days{weekday - 1};
    return day + days{(8 - weekday) % 7};
}

/// The day on which the holiday is kept in a year; nothing where it is not in that year.
std::optional<sys_days> keptIn(const Holiday& holiday, std::chrono::year year) {
    sys_days day;
    if (holiday.day)
        day = sys_days{year / *holiday.day};
    else if (holiday.fromEaster)
        day = sys_days{easterOf(year)} + *holiday.fromEaster;
    else if (holiday.date->year() == year)
        day = sys_days{*holiday.date};
    else
        return std::nullopt;
    return holiday.moves ? movedFrom(day) : day;
}

}  // namespace

base::Result<WorkCalendar> WorkCalendar::load(const std::filesystem::path& file, const base::xml::Schema& schema) {
    const auto document = base::xml::Document::parseFile(file);
    if (!document) return document.refusal();
    auto faults = schema.faultsOf(*document);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto root = document->root();
    WorkCalendar calendar;
    calendar.m_law = root.attributeOr("law", "");
    for (const auto& rest : root.children("rest")) calendar.m_rest.insert(weekdayFrom(rest.text()));
    for (const auto& element : root.children("holiday")) {
        if (placesOf(element) == 1)
            calendar.m_holidays.push_back(holidayFrom(element));
        else
            faults.push_back({"calendar.holiday-unclear"_code,
                              {{"name", element.attributeOr("name", "")}},
                              base::xml::lineText(element.line())});
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return calendar;
}

std::string WorkCalendar::holidayOn(base::Date day) const {
    // What moves may leave its year: the years beside are asked too.
    for (const auto& holiday : m_holidays)
        for (const int beside : {-1, 0, 1})
            if (keptIn(holiday, day.year() + std::chrono::years{beside}) == sys_days{day}) return holiday.name;
    return {};
}

bool WorkCalendar::isWorkingDay(base::Date day) const {
    return !m_rest.contains(std::chrono::weekday{sys_days{day}}.c_encoding()) && holidayOn(day).empty();
}

base::Date easterOf(std::chrono::year year) {
    // The anonymous Gregorian algorithm (Nature 13, 1876, page 487; Meeus, Astronomical Algorithms, chapter 8).
    const int y = static_cast<int>(year);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return year / std::chrono::month{static_cast<unsigned>(sum / 31)} /
           std::chrono::day{static_cast<unsigned>(sum % 31 + 1)};
}

base::Date workingDaysAfter(const WorkCalendar& calendar, base::Date day, int count) {
    sys_days date{day};
    while (count > 0) {
        date += days{1};
        if (calendar.isWorkingDay(date)) --count;
    }
    return date;
}

}  // namespace issuance
