// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/validity.hpp"

namespace issuance {
namespace {

/// The same day some years on; 29 February becomes 1 March where the year has none.
base::Date anniversary(base::Date day, int years) {
    const base::Date later = day + std::chrono::years{years};
    return later.ok() ? later : base::Date{later.year(), std::chrono::March, std::chrono::day{1}};
}

}  // namespace

int ageOn(base::Date day, base::Date birth) {
    const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    return day < anniversary(birth, years) ? years - 1 : years;
}

base::Date lastDayOf(const DocumentKind& kind, base::Date issued, int years) {
    const base::Date end = anniversary(issued, years);
    if (kind.lastDay == LastDay::Anniversary) return end;
    return base::Date{std::chrono::sys_days{end} - std::chrono::days{1}};
}

}  // namespace issuance
