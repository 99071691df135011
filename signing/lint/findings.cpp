// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/findings.hpp"

#include "base/failure.hpp"

namespace signing::lint {
using namespace base::literals;
namespace {

constexpr std::size_t kMostFindings = 100;

const Rule& ruleOf(const base::FailureCode& code) {
    const auto* found = base::ruleFor(rules(), code);
    if (found == nullptr)
        throw base::Failure{"signing.self-check-failed"_code, base::NextStep::Stop, "rule", code.name()};
    return *found;
}

}  // namespace

void Findings::note(const base::FailureCode& code, std::string where, Arguments arguments) {
    if (m_findings.size() > kMostFindings) return;
    const auto& rule = ruleOf(m_findings.size() == kMostFindings ? "pki.too-many"_code : code);
    Finding finding{{rule.code, {}, {}}, rule.grade, std::string{rule.source}};
    if (rule.code == code) finding.fault = {code, std::move(arguments), std::move(where)};
    base::addOnce(m_findings, std::move(finding));
}

}  // namespace signing::lint
