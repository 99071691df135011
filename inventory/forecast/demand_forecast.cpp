// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/forecast/demand_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inventory {
namespace {

constexpr std::size_t kFirstWeeks = 8;  ///< whose mean is the first level
constexpr std::size_t kLeastPast = 10;  ///< forecasts of a span that must be known before their errors are believed

double meanOf(const Weeks& weeks, std::size_t count) {
    return std::accumulate(weeks.begin(), weeks.begin() + static_cast<std::ptrdiff_t>(count), 0.0) /
           static_cast<double>(count);
}

std::size_t firstWeeks(const Weeks& weeks) { return std::min(kFirstWeeks, weeks.size()); }

/// levels[n]: what was expected after n weeks; from the first weeks on.
std::vector<double> levelsOf(const Weeks& weeks, double smoothing) {
    std::vector<double> levels(weeks.size() + 1, 0.0);
    if (weeks.empty()) return levels;
    const std::size_t first = firstWeeks(weeks);
    levels[first] = meanOf(weeks, first);
    for (std::size_t at = first; at < weeks.size(); ++at)
        levels[at + 1] = smoothing * weeks[at] + (1 - smoothing) * levels[at];
    return levels;
}

/// Root mean square of what `span` weeks together were off, over all such spans of the past; 0 where there are too few.
double observedDeviation(const Weeks& weeks, std::size_t span, double smoothing, std::size_t least) {
    const auto levels = levelsOf(weeks, smoothing);
    double squares = 0;
    std::size_t count = 0;
    for (std::size_t from = firstWeeks(weeks); from + span <= weeks.size() && from > 0; ++from, ++count) {
        const auto begin = weeks.begin() + static_cast<std::ptrdiff_t>(from);
        const double demand = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(span), 0.0);
        const double off = demand - levels[from] * static_cast<double>(span);
        squares += off * off;
    }
    return count < least ? 0.0 : std::sqrt(squares / static_cast<double>(count));
}

}  // namespace

double expectedWeek(const Weeks& weeks, double smoothing) { return levelsOf(weeks, smoothing).back(); }

double weeklyDeviation(const Weeks& weeks, double smoothing) {
    return std::max(observedDeviation(weeks, 1, smoothing, 1), std::sqrt(expectedWeek(weeks, smoothing)));
}

double deviationOver(const Weeks& weeks, double span, double smoothing) {
    const auto whole = static_cast<std::size_t>(std::max(1.0, std::ceil(span)));
    return std::max(weeklyDeviation(weeks, smoothing) * std::sqrt(span),
                    observedDeviation(weeks, whole, smoothing, kLeastPast));
}

double normalQuantile(double probability) {
    double low = -10;
    double high = 10;
    constexpr int kHalvings = 60;
    for (int step = 0; step < kHalvings; ++step) {
        const double middle = (low + high) / 2;
        (std::erfc(-middle / std::sqrt(2.0)) / 2 < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

double reorderPoint(const Weeks& weeks, double leadWeeks, double serviceLevel, double smoothing) {
    return expectedWeek(weeks, smoothing) * leadWeeks +
           normalQuantile(serviceLevel) * deviationOver(weeks, leadWeeks, smoothing);
}

}  // namespace inventory
