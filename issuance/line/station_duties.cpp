// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/station_duties.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace issuance {
namespace {

constexpr std::array<std::pair<Duty, std::string_view>, 3> kDuties{
    {{Duty::Inspect, "inspect"}, {Duty::Encode, "encode"}, {Duty::Print, "print"}}};
constexpr std::array<std::pair<Step, Duty>, 5> kStepDuties{{{Step::Inspect, Duty::Inspect},
                                                            {Step::Encode, Duty::Encode},
                                                            {Step::Print, Duty::Print},
                                                            {Step::Prepare, Duty::Print},
                                                            {Step::Clear, Duty::Print}}};

}  // namespace

std::string_view nameOf(Duty duty) {
    const auto* found = std::ranges::find(kDuties, duty, &std::pair<Duty, std::string_view>::first);
    return found->second;
}

std::optional<Duty> dutyNamed(std::string_view name) {
    const auto* found = std::ranges::find(kDuties, name, &std::pair<Duty, std::string_view>::second);
    return found == kDuties.end() ? std::nullopt : std::optional{found->first};
}

const std::vector<Duty>& allDuties() {
    static const std::vector<Duty> all{Duty::Inspect, Duty::Encode, Duty::Print};
    return all;
}

std::vector<Step> stepsOf(const std::vector<Duty>& duties) {
    std::vector<Step> steps;
    for (const auto& [step, duty] : kStepDuties)
        if (std::ranges::find(duties, duty) != duties.end()) steps.push_back(step);
    return steps;
}

}  // namespace issuance
