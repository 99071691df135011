// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.hpp"

#include <fmt/format.h>

#include <charconv>

namespace base {
namespace {

/// Reads `width` digits at `at`; -1 where they are not digits.
int digitsAt(std::string_view text, std::size_t at, std::size_t width) {
    int value = 0;
    if (at + width > text.size()) return -1;
    const char* end = text.data() + at + width;
    const auto parsed = std::from_chars(text.data() + at, end, value);
    return parsed.ec == std::errc{} && parsed.ptr == end && text[at] != '-' ? value : -1;
}

}  // namespace

Timestamp SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string formatTimestamp(Timestamp moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time{moment - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", formatDate(Date{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

Result<Timestamp> parseTimestamp(std::string_view text) {
    const Fault fault{"base.not-a-timestamp"_code, {{"value", std::string{text}}}, {}};
    if (text.size() != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
        text[26] != 'Z')
        return fault;
    const auto day = parseDate(text.substr(0, 10));
    const int hours = digitsAt(text, 11, 2);
    const int minutes = digitsAt(text, 14, 2);
    const int seconds = digitsAt(text, 17, 2);
    const int micros = digitsAt(text, 20, 6);
    if (!day || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || micros < 0)
        return fault;
    return Timestamp{std::chrono::sys_days{*day}} + std::chrono::hours{hours} + std::chrono::minutes{minutes} +
           std::chrono::seconds{seconds} + std::chrono::microseconds{micros};
}

std::string formatDate(Date day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Result<Date> parseDate(std::string_view text) {
    const Fault fault{"base.not-a-date"_code, {{"value", std::string{text}}}, {}};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return fault;
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    if (year < 0 || month < 0 || day < 0) return fault;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return fault;
    return date;
}

Date dayOf(Timestamp moment) { return Date{std::chrono::floor<std::chrono::days>(moment)}; }

}  // namespace base
