// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/finding.hpp"

#include <algorithm>

namespace base {

const LintRule* ruleFor(const std::vector<LintRule>& rules, const FailureCode& code) {
    const auto found = std::ranges::find(rules, code, &LintRule::code);
    return found == rules.end() ? nullptr : &*found;
}

void addOnce(std::vector<Finding>& findings, Finding finding) {
    const auto same = [&](const Finding& other) { return other.fault == finding.fault; };
    if (std::ranges::none_of(findings, same)) findings.push_back(std::move(finding));
}

}  // namespace base
