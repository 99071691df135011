// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

/// The arithmetic of the forecast: docs/forecast.md.
namespace inventory {

/// Demand week by week, the oldest first.
using Weeks = std::vector<double>;

/// The share of the latest week in the smoothed level, as docs/forecast.md chooses it.
inline constexpr double kSmoothing = 0.2;

/// The weekly demand to be expected: simple exponential smoothing that begins at the mean of the first weeks. 0 without
/// weeks.
double expectedWeek(const Weeks& weeks, double smoothing = kSmoothing);

/// By how much the demand of one week is off what was expected of it (root mean square). At least the root of the
/// level, as of arrivals that know nothing of each other.
double weeklyDeviation(const Weeks& weeks, double smoothing = kSmoothing);

/// The same of the sum of so many weeks: as if the weeks knew nothing of each other, or as it was in the past where
/// that is more and the past is long enough to tell.
double deviationOver(const Weeks& weeks, double span, double smoothing = kSmoothing);

/// How many deviations above the mean a normal variable stays below with this probability, 0 < p < 1.
double normalQuantile(double probability);

/// The stock below which an order placed now arrives in time with the probability given.
double reorderPoint(const Weeks& weeks, double leadWeeks, double serviceLevel, double smoothing = kSmoothing);

}  // namespace inventory
