// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/fault.hpp"

#include <algorithm>
#include <utility>

namespace contract {
namespace {

using base::NextStep;

constexpr std::array<std::pair<NextStep, std::string_view>, 4> kSteps{{{NextStep::Retry, "retry"},
                                                                       {NextStep::NewBlank, "new-blank"},
                                                                       {NextStep::CallSupervisor, "call-supervisor"},
                                                                       {NextStep::Stop, "stop"}}};

}  // namespace

std::string_view nameOf(NextStep step) {
    return std::ranges::find(kSteps, step, &std::pair<NextStep, std::string_view>::first)->second;
}

std::optional<NextStep> nextStepNamed(std::string_view name) {
    const auto* found = std::ranges::find(kSteps, name, &std::pair<NextStep, std::string_view>::second);
    return found == kSteps.end() ? std::nullopt : std::optional{found->first};
}

FailureLine FailureLine::of(const base::Failure& failure) {
    return {failure.code().name(), std::string{nameOf(failure.next())}, failure.where()};
}

base::Failure FailureLine::asFailure() const {
    return {base::FailureCode{code}, nextStepNamed(next).value_or(NextStep::Stop), where};
}

}  // namespace contract
