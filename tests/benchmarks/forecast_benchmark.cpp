// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <numeric>
#include <random>

#include "inventory/forecast/demand_forecast.hpp"

/// How wrong the forecast is on simulated demand: the numbers of docs/forecast.md. The same on every machine.
namespace {

using inventory::Weeks;

constexpr int kWeeks = 5 * 52;
constexpr std::size_t kHistory = 104;
constexpr int kRuns = 20;
constexpr double kServiceLevel = 0.98;

/// Sums of uniform numbers: the standard's normal distribution is not the same in every library.
double normal(std::mt19937& source) {
    double sum = -6;
    for (int at = 0; at < 12; ++at) sum += static_cast<double>(source()) / 4294967296.0;
    return sum;
}

double noisy(double mean, double share, std::mt19937& source) {
    return std::max(0.0, std::round(mean * (1 + share * normal(source))));
}

struct Demand {
    const char* name;
    std::function<double(int week, std::mt19937&)> of;
};

double yearly(int week) { return std::sin(2 * std::numbers::pi * week / 52.0); }

const Demand kDemands[] = {
    {"steady", [](int, std::mt19937& source) { return noisy(20'000, 0.08, source); }},
    {"seasonal +-30 %",
     [](int week, std::mt19937& source) { return noisy(20'000 * (1 + 0.3 * yearly(week)), 0.08, source); }},
    {"trend +20 % a year",
     [](int week, std::mt19937& source) { return noisy(15'000 * (1 + 0.2 * week / 52.0), 0.08, source); }},
    {"spikes (5 % double)",
     [](int, std::mt19937& source) { return noisy(source() % 20 == 0 ? 40'000 : 20'000, 0.08, source); }},
    {"small (about 9)", [](int, std::mt19937& source) { return noisy(9, 0.4, source); }},
};

struct Method {
    const char* name;
    std::function<double(const Weeks&)> level;
    double smoothing;  ///< for the deviation
};

double meanOfLast(const Weeks& weeks, std::size_t count) {
    const auto from = weeks.end() - static_cast<std::ptrdiff_t>(std::min(count, weeks.size()));
    return std::accumulate(from, weeks.end(), 0.0) / static_cast<double>(weeks.end() - from);
}

const Method kMethods[] = {
    {"mean of all", [](const Weeks& weeks) { return meanOfLast(weeks, weeks.size()); }, 0.02},
    {"mean of 13 weeks", [](const Weeks& weeks) { return meanOfLast(weeks, 13); }, 0.15},
    {"smoothing 0.1", [](const Weeks& weeks) { return inventory::expectedWeek(weeks, 0.1); }, 0.1},
    {"smoothing 0.2", [](const Weeks& weeks) { return inventory::expectedWeek(weeks, 0.2); }, 0.2},
    {"smoothing 0.3", [](const Weeks& weeks) { return inventory::expectedWeek(weeks, 0.3); }, 0.3},
};

/// What came of forecasting one kind of demand over one lead time.
struct Outcome {
    double off = 0;     ///< sum of absolute errors
    double demand = 0;  ///< sum of demands
    int plain = 0;      ///< how often level + z sigma sqrt(lead) was enough
    int chosen = 0;     ///< how often the reorder point was enough
    int count = 0;
};

void judge(const Method& method, const Weeks& all, std::size_t lead, Outcome& outcome) {
    const double z = inventory::normalQuantile(kServiceLevel);
    const double span = static_cast<double>(lead);
    for (std::size_t now = kHistory; now + lead <= all.size(); ++now) {
        const auto at = all.begin() + static_cast<std::ptrdiff_t>(now);
        const Weeks past{at - static_cast<std::ptrdiff_t>(kHistory), at};
        const double demand = std::accumulate(at, at + static_cast<std::ptrdiff_t>(lead), 0.0);
        const double expected = method.level(past) * span;
        outcome.off += std::abs(demand - expected);
        outcome.demand += demand;
        outcome.plain +=
            demand <= expected + z * inventory::weeklyDeviation(past, method.smoothing) * std::sqrt(span) ? 1 : 0;
        outcome.chosen += demand <= expected + z * inventory::deviationOver(past, span, method.smoothing) ? 1 : 0;
        ++outcome.count;
    }
}

}  // namespace

int main() {
    std::printf("%-20s %-18s %5s %8s %16s %16s\n", "demand", "method", "lead", "error", "enough, plain",
                "enough, ours");
    for (const auto& demand : kDemands)
        for (const std::size_t lead : {8U, 21U})
            for (const auto& method : kMethods) {
                Outcome outcome;
                for (int run = 0; run < kRuns; ++run) {
                    std::mt19937 source{static_cast<std::uint32_t>(run + 1)};
                    Weeks weeks;
                    for (int week = 0; week < kWeeks; ++week) weeks.push_back(demand.of(week, source));
                    judge(method, weeks, lead, outcome);
                }
                std::printf("%-20s %-18s %5zu %7.1f%% %15.1f%% %15.1f%%\n", demand.name, method.name, lead,
                            100 * outcome.off / outcome.demand, 100.0 * outcome.plain / outcome.count,
                            100.0 * outcome.chosen / outcome.count);
            }
    return 0;
}
