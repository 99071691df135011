// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

/// Naming what deviates from Doc 9303-12 in certificates, revocation lists and master lists, our own and everybody's.
namespace signing::lint {

/// Whether a MUST was broken or a SHOULD not followed.
enum class Grade { Deviation, Advice };

/// One thing that can be found, and where the standard says so (docs/formats/pki-findings.md).
struct Rule {
    base::FailureCode code;
    Grade grade = Grade::Deviation;
    std::string_view source;  ///< "Doc 9303-12, 7.1.1, table 5"
};
const std::vector<Rule>& rules();

/// One thing that was found; the fault's place is a field's path within its object ("extensions.keyUsage").
struct Finding {
    base::Fault fault;
    Grade grade = Grade::Deviation;
    std::string source;
};

/// What was found in one object, each thing once, and not without end.
class Findings {
   public:
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    void note(const base::FailureCode& code, std::string where = {}, Arguments arguments = {});
    [[nodiscard]] const std::vector<Finding>& all() const { return m_findings; }

   private:
    std::vector<Finding> m_findings;
};

}  // namespace signing::lint
