// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lint/lint.hpp"

#include <algorithm>

#include "chip/lint/file_rules.hpp"

namespace chip::lint {

std::optional<lds::File> fileCalled(std::string_view name) {
    std::string wanted{name};
    if (wanted == "EF.ATR-INFO" || wanted == "EF.ATR_INFO") wanted = "EF.ATR/INFO";
    return lds::fileNamed(wanted);
}

std::vector<Finding> judgeFiles(const FileSet& files) {
    Findings findings;
    const auto contents = judgeEach(files, findings);
    judgeSet(files, contents, findings);
    judgeSecurityInfos(files, contents, findings);
    return findings.all();
}

}  // namespace chip::lint
