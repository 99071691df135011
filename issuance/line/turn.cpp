// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/turn.hpp"

#include <algorithm>

namespace issuance {
namespace {

// A rank is one number, which the index of the queue keeps in order: 17 bits for the turn, one for the lane, 17 for the
// due date, 28 for the arrival. Days are counted from 1970, until 2328.
constexpr int kArrivalBits = 28, kDayBits = 17, kLaneBit = kArrivalBits + kDayBits, kTurnBit = kLaneBit + 1;
constexpr std::int64_t kLastDay = (std::int64_t{1} << kDayBits) - 1;
constexpr std::int64_t kLastArrival = (std::int64_t{1} << kArrivalBits) - 1;

std::int64_t dayNumber(base::Date day) {
    return std::clamp<std::int64_t>(std::chrono::sys_days{day}.time_since_epoch().count(), 0, kLastDay);
}

}  // namespace

std::string_view nameOf(Priority priority) { return priority == Priority::Urgent ? "urgent" : "normal"; }

std::optional<Priority> priorityNamed(std::string_view name) {
    for (const auto priority : {Priority::Normal, Priority::Urgent})
        if (nameOf(priority) == name) return priority;
    return std::nullopt;
}

base::Date turnOf(const Turn& turn) {
    if (turn.priority == Priority::Urgent) return turn.arrived;
    const std::chrono::sys_days arrived{turn.arrived}, latest = arrived + kLongestOvertaken;
    if (!turn.due) return latest;
    return std::clamp(std::chrono::sys_days{*turn.due} - kAheadOfDue, arrived, latest);
}

std::int64_t rankOf(const Turn& turn) {
    const std::int64_t lane = turn.priority == Priority::Urgent ? 0 : 1;
    const std::int64_t due = turn.due ? dayNumber(*turn.due) : kLastDay;
    return (dayNumber(turnOf(turn)) << kTurnBit) | (lane << kLaneBit) | (due << kArrivalBits) |
           std::clamp<std::int64_t>(turn.arrival, 0, kLastArrival);
}

std::int64_t arrivalIn(std::int64_t rank) { return rank & kLastArrival; }

}  // namespace issuance
