// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// What the linters of this house share: a rule of a standard, and what was found against it.
namespace base {

/// Whether a MUST was broken or a SHOULD not followed.
enum class Grade { Deviation, Advice };

/// One thing that can be found, and where the standard says so.
struct LintRule {
    FailureCode code;
    Grade grade = Grade::Deviation;
    std::string_view source = {};  ///< "Doc 9303-12, 7.1.1, table 5"
};

/// One thing that was found.
struct Finding {
    Fault fault;  ///< its `where` is the place in what was judged
    Grade grade = Grade::Deviation;
    std::string source;
};

/// Null where no rule has the code.
const LintRule* ruleFor(const std::vector<LintRule>& rules, const FailureCode& code);
/// Adds it unless the same was found at the same place already.
void addOnce(std::vector<Finding>& findings, Finding finding);

}  // namespace base
