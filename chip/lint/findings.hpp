// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chip/lds/files.hpp"

/// Naming what deviates from Doc 9303-10 and 9303-11 in the files of a chip, our own and everybody's.
namespace chip::lint {

/// Whether a MUST was broken or a SHOULD not followed.
enum class Grade { Deviation, Advice };

/// One thing that can be found, and where the standard says so (docs/formats/chip-findings.md). Where `source` is empty
/// it is the section of the file that it was found in.
struct Rule {
    base::FailureCode code;
    Grade grade = Grade::Deviation;
    std::string_view source = {};  ///< "Doc 9303-10, 4.6.2.2, table 37"
};
const std::vector<Rule>& rules();
/// "Doc 9303-10, 4.7.11", where a file is laid down.
std::string sourceOf(lds::File file);

/// One thing that was found; the fault's place is the file.
struct Finding {
    base::Fault fault;
    Grade grade = Grade::Deviation;
    std::string source;
};

/// What was found in a set of files, each thing once, and not without end.
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
