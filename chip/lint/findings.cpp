// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lint/findings.hpp"

#include <algorithm>

namespace chip::lint {
namespace {

using namespace base::literals;

constexpr std::size_t kMostFindings = 200;

}  // namespace

void Findings::note(base::FailureCode code, lds::File file, Arguments arguments) {
    const auto* rule = base::ruleFor(rules(), code);
    if (rule == nullptr) return note("lint.unreadable"_code, file);
    if (m_findings.size() >= kMostFindings) return;
    const std::string name{lds::nameOf(file)};
    if (std::ranges::none_of(arguments, [](const auto& argument) { return argument.first == "file"; }))
        arguments.emplace_back("file", name);
    base::addOnce(m_findings, {{std::move(code), std::move(arguments), name},
                               rule->grade,
                               rule->source.empty() ? sourceOf(file) : std::string{rule->source}});
}

void Findings::take(const std::vector<base::Fault>& faults, lds::File file) {
    for (const auto& fault : faults) note(fault.code, file, fault.arguments);
}

}  // namespace chip::lint
