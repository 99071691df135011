// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/xml.hpp"

namespace issuance {

/// A day that comes back each year, or one day alone.
struct Holiday {
    std::string name;
    std::string law;                              ///< empty where the calendar's law says it
    std::optional<std::chrono::month_day> day;    ///< of each year
    std::optional<std::chrono::days> fromEaster;  ///< days after Easter Sunday, of each year
    std::optional<base::Date> date;               ///< once
    bool moves = false;  ///< from Tuesday and Wednesday to the Monday before, from Thursday to Sunday to the next
};

/// On which days a house works, as data (docs/formats/calendar-and-fees.md).
class WorkCalendar {
   public:
    /// Refuses what `templates/schemas/calendar.xsd` refuses, and "calendar.holiday-unclear" where a holiday says not
    /// exactly one of day, easter and date.
    static base::Result<WorkCalendar> load(const std::filesystem::path& file, const base::xml::Schema& schema);

    [[nodiscard]] bool isWorkingDay(base::Date day) const;
    /// The name of the holiday that this day is; empty where it is none.
    [[nodiscard]] std::string holidayOn(base::Date day) const;
    [[nodiscard]] const std::string& law() const { return m_law; }

   private:
    std::string m_law;
    std::set<unsigned> m_rest;  ///< days of the week without work, Sunday 0
    std::vector<Holiday> m_holidays;
};

/// Easter Sunday of the Gregorian calendar.
base::Date easterOf(std::chrono::year year);

/// The day on which so many working days have passed, the first one the day after; the day itself for none.
base::Date workingDaysAfter(const WorkCalendar& calendar, base::Date day, int count);

}  // namespace issuance
