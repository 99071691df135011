// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/chip_judgement.hpp"

#include "chip/lint/lint.hpp"

namespace issuance {

using namespace base::literals;
namespace lint = chip::lint;

contract::LintFinding tell(const base::Finding& finding) {
    const auto& fault = finding.fault;
    return {fault.code.name(), contract::TextMap(fault.arguments.begin(), fault.arguments.end()), fault.where,
            finding.grade == base::Grade::Deviation ? "deviation" : "advice", finding.source};
}

base::Result<contract::ChipWasLinted> judgeChip(const contract::ChipLint& request) {
    lint::FileSet files;
    contract::ChipWasLinted answer;
    for (const auto& file : request.files) {
        const auto known = lint::fileCalled(file.name);
        (known ? answer.judged : answer.unused).push_back(file.name);
        if (known) files[*known] = file.content;
    }
    if (files.empty()) return base::Fault{"lint.no-files"_code, {}, {}};
    for (const auto& finding : lint::judgeFiles(files)) {
        answer.findings.push_back(tell(finding));
        ++(finding.grade == lint::Grade::Deviation ? answer.deviations : answer.advice);
    }
    return answer;
}

}  // namespace issuance
