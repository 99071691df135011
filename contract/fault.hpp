// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/failure.hpp"
#include "contract/json.hpp"

namespace contract {

/// A fault as a value of an answer.
struct FaultLine {
    std::string code;
    TextMap arguments;
    std::string where;
    static constexpr std::array kFields{field<&FaultLine::code>("code"), field<&FaultLine::arguments>("arguments"),
                                        field<&FaultLine::where>("where")};

    static FaultLine of(const base::Fault& fault) {
        return {fault.code.name(), TextMap(fault.arguments.begin(), fault.arguments.end()), fault.where};
    }
    [[nodiscard]] base::Fault asFault() const {
        return {base::FailureCode{code}, {arguments.begin(), arguments.end()}, where};
    }
};

/// What broke, as it crosses a wire: its detail stays where it broke.
struct FailureLine {
    std::string code;
    std::string next;  ///< "retry", "new-blank", "call-supervisor", "stop"
    std::string where;
    static constexpr std::array kFields{field<&FailureLine::code>("code"), field<&FailureLine::next>("next"),
                                        field<&FailureLine::where>("where")};

    static FailureLine of(const base::Failure& failure);
    /// A next step that nobody knows is "stop".
    [[nodiscard]] base::Failure asFailure() const;
};

/// "retry", "new-blank", "call-supervisor", "stop".
std::string_view nameOf(base::NextStep step);
std::optional<base::NextStep> nextStepNamed(std::string_view name);

}  // namespace contract
