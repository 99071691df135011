// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.hpp"

/// Naming what deviates from Doc 9303-12 in certificates, revocation lists and master lists, our own and everybody's.
namespace signing::lint {

using base::Finding;
using base::Grade;
using Rule = base::LintRule;

/// All that can be found (docs/formats/pki-findings.md).
const std::vector<Rule>& rules();

/// What was found in one object, each thing once, and not without end; the place of each is a field's path within it
/// ("extensions.keyUsage").
class Findings {
   public:
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    void note(const base::FailureCode& code, std::string where = {}, Arguments arguments = {});
    [[nodiscard]] const std::vector<Finding>& all() const { return m_findings; }

   private:
    std::vector<Finding> m_findings;
};

}  // namespace signing::lint
