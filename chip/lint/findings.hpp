// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "chip/lds/files.hpp"

/// Naming what deviates from Doc 9303-10 and 9303-11 in the files of a chip, our own and everybody's.
namespace chip::lint {

using base::Finding;
using base::Grade;
using Rule = base::LintRule;

/// All that can be found (docs/formats/chip-findings.md). Where a rule's source is empty it is the section of the file
/// that it was found in.
const std::vector<Rule>& rules();
/// "Doc 9303-10, 4.7.11", where a file is laid down.
std::string sourceOf(lds::File file);

/// What was found in a set of files, each thing once, and not without end; the place of each is the file.
class Findings {
   public:
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    /// Something that a rule names; the argument "file" is added where there is none. What no rule names is noted as
    /// "lint.unreadable".
    void note(base::FailureCode code, lds::File file, Arguments arguments = {});
    /// What a decoder named or refused.
    void take(const std::vector<base::Fault>& faults, lds::File file);
    [[nodiscard]] const std::vector<Finding>& all() const { return m_findings; }

   private:
    std::vector<Finding> m_findings;
};

}  // namespace chip::lint
