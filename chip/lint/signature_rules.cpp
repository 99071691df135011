// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "chip/lint/file_rules.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using lds::File;

/// What the signature says of itself; who trusts the signer is another question.
void takeReasons(const std::vector<base::Fault>& reasons, File file, Findings& findings) {
    for (const auto& reason : reasons) {
        const auto& code = reason.code;
        if (code == "signing.signature-wrong"_code || code == "signing.content-altered"_code)
            findings.note("lint.signature"_code, file);
        else if (code == "signing.signer-certificate-missing"_code)
            findings.note("lint.signer-certificate"_code, file);
        else if (code == "signing.malformed"_code || code == "signing.algorithm-unknown"_code)
            findings.note("lint.unreadable"_code, file);
    }
}

}  // namespace

std::optional<signing::SecurityObjectVerdict> judgeSecurityObject(base::BytesView file, Findings& findings) {
    auto verdict = signing::verifySecurityObject(file, {{}, {}});
    takeReasons(verdict.reasons, File::Sod, findings);
    for (const auto defect : verdict.defects)
        findings.note(base::FailureCode{"lint.sod-" + std::string{signing::nameOf(defect)}}, File::Sod);
    if (verdict.hashes.empty()) return std::nullopt;
    return verdict;
}

std::optional<lds::SecurityInfos> judgeCardSecurity(base::BytesView file, Findings& findings) {
    auto verdict = verifyCardSecurity(file, {{}, {}});
    takeReasons(verdict.reasons, File::CardSecurity, findings);
    findings.take(verdict.defects, File::CardSecurity);
    return std::move(verdict.infos);
}

}  // namespace chip::lint
