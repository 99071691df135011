// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

/// Goals are ratios of a product to its limit, both measured in the same run.
namespace benchmarks {

/// Something to be measured: one round of work.
using Work = std::function<void()>;

inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// How often a second so many rounds are done when a work does all of them at once.
inline double rateOf(int rounds, const Work& allRounds) {
    const auto begin = std::chrono::steady_clock::now();
    allRounds();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    return rounds / took.count();
}

/// Rounds per second of several works, measured in turns so that a busy machine slows all of them alike; each gets
/// the median of its turns.
inline std::vector<double> measure(const std::vector<Work>& works, int rounds, int turns = 15) {
    std::vector<std::vector<double>> rates(works.size());
    for (const auto& work : works) work();
    for (int turn = 0; turn < turns; ++turn)
        for (std::size_t i = 0; i < works.size(); ++i)
            rates[i].push_back(rateOf(rounds, [&] {
                for (int round = 0; round < rounds; ++round) works[i]();
            }));
    std::vector<double> medians;
    for (const auto& each : rates) medians.push_back(median(each));
    return medians;
}

/// One line of the report; true when the goal is reached.
inline bool report(const char* what, double limit, double product, double goal) {
    const double ratio = product / limit;
    std::printf("%-44s limit %10.0f/s  product %10.0f/s  ratio %.3f  goal %.2f  %s\n", what, limit, product, ratio,
                goal, ratio >= goal ? "reached" : "MISSED");
    return ratio >= goal;
}

}  // namespace benchmarks
