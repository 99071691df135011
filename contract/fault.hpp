// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

}  // namespace contract
