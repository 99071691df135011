// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <time.h>

#include <algorithm>
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

/// The value below which such a share of all lies.
inline double percentile(std::vector<double> values, double share) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// What is measured: the time that passes, or the processor's time of this thread, which leaves out what the machine
/// does for others. The second is for works that never wait and use no other thread.
enum class Time { Passed, OfThread };

inline double secondsNow(Time time) {
    timespec now{};
    ::clock_gettime(time == Time::Passed ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// How often a second so many rounds are done when a work does all of them at once.
inline double rateOf(int rounds, const Work& allRounds, Time time = Time::Passed) {
    const double begin = secondsNow(time);
    allRounds();
    return rounds / (secondsNow(time) - begin);
}

/// Rounds per second of several works, measured in turns so that a busy machine slows all of them alike; each gets
/// the median of its turns.
inline std::vector<double> measure(const std::vector<Work>& works, int rounds, int turns = 15,
                                   Time time = Time::Passed) {
    std::vector<std::vector<double>> rates(works.size());
    for (const auto& work : works) work();
    for (int turn = 0; turn < turns; ++turn)
        for (std::size_t i = 0; i < works.size(); ++i)
            rates[i].push_back(rateOf(
                rounds,
                [&] {
                    for (int round = 0; round < rounds; ++round) works[i]();
                },
                time));
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
