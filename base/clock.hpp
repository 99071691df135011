// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace base {

/// A moment in UTC, to the microsecond.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;
/// A calendar day.
using Date = std::chrono::year_month_day;

/// Where the time comes from, so that tests can say what time it is.
class Clock {
   public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
   public:
    [[nodiscard]] Timestamp now() const override;
};

/// Stands still until it is moved.
class ManualClock final : public Clock {
   public:
    explicit ManualClock(Timestamp start) : m_now(start) {}
    [[nodiscard]] Timestamp now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now += by; }

   private:
    Timestamp m_now;
};

/// "2026-11-23T10:15:30.123456Z", the one stored form; sorts as text.
std::string formatTimestamp(Timestamp moment);
Result<Timestamp> parseTimestamp(std::string_view text);

/// "2026-11-23".
std::string formatDate(Date day);
/// Refuses days that the calendar does not have.
Result<Date> parseDate(std::string_view text);
/// The UTC day of a moment.
Date dayOf(Timestamp moment);

}  // namespace base
