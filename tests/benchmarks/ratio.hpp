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

/// Rounds per second of several works, measured in turns so that a busy machine slows all of them alike; each gets
/// the median of its turns.
inline std::vector<double> measure(const std::vector<Work>& works, int rounds, int turns = 15) {
    std::vector<std::vector<double>> rates(works.size());
    for (const auto& work : works) work();
    for (int turn = 0; turn < turns; ++turn) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            const auto begin = std::chrono::steady_clock::now();
            for (int round = 0; round < rounds; ++round) works[i]();
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
            rates[i].push_back(rounds / took.count());
        }
    }
    std::vector<double> medians;
    for (auto& each : rates) {
        std::nth_element(each.begin(), each.begin() + turns / 2, each.end());
        medians.push_back(each[static_cast<std::size_t>(turns / 2)]);
    }
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
