// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.hpp"

namespace issuance {

/// The lane of an order.
enum class Priority { Normal, Urgent };

/// "normal", "urgent".
std::string_view nameOf(Priority priority);
std::optional<Priority> priorityNamed(std::string_view name);

/// What an order's place in the queue follows from.
struct Turn {
    Priority priority = Priority::Normal;
    std::optional<base::Date> due = std::nullopt;
    base::Date arrived;        ///< the day it was taken
    std::int64_t arrival = 0;  ///< its number in the order in which the house took orders
};

/// The days for which an ordinary order may be overtaken by what arrives later.
inline constexpr std::chrono::days kLongestOvertaken{20};
/// So many days before it is due, an ordinary order ranks with the urgent ones that arrive then.
inline constexpr std::chrono::days kAheadOfDue{2};

/// The day of an order's turn, and never before it arrived: an urgent order's is the day it arrived. Nothing that
/// arrives after that day comes before the order, so that none starves (docs/decisions/0204).
base::Date turnOf(const Turn& turn);

/// The order's place among all others: smaller is sooner. By turn, urgent before ordinary of the same turn, then by due
/// date, those without one last, then by arrival.
std::int64_t rankOf(const Turn& turn);

/// The number of arrival that is in a rank.
std::int64_t arrivalIn(std::int64_t rank);

}  // namespace issuance
