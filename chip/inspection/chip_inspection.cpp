// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/chip_inspection.hpp"

#include <algorithm>
#include <array>

namespace chip {

using namespace base::literals;

std::string_view nameOf(Check check) {
    constexpr std::array<std::string_view, 12> kNames{"access",
                                                      "card-access",
                                                      "card-security",
                                                      "common-file",
                                                      "security-object-signature",
                                                      "security-object-path",
                                                      "document-type",
                                                      "data-group-hash",
                                                      "active-authentication",
                                                      "chip-authentication",
                                                      "chip-authentication-mapping",
                                                      "terminal-authentication"};
    return kNames.at(static_cast<std::size_t>(check));
}

std::string_view nameOf(CheckResult result) {
    constexpr std::array<std::string_view, 3> kNames{"passed", "failed", "not-performed"};
    return kNames.at(static_cast<std::size_t>(result));
}

void ChipInspection::judge(Check check, const base::Outcome& outcome, std::string object) {
    const auto result = outcome ? CheckResult::Passed : CheckResult::Failed;
    auto reasons = outcome ? std::vector<base::Fault>{} : outcome.refusal().faults();
    checks.push_back({check, std::move(object), result, std::move(reasons)});
}

void ChipInspection::leaveOut(Check check, std::string where) {
    checks.push_back(
        {check, {}, CheckResult::NotPerformed, {{"inspection.nothing-to-check"_code, {}, std::move(where)}}});
}

bool ChipInspection::passed() const {
    const bool none =
        std::ranges::none_of(checks, [](const CheckVerdict& verdict) { return verdict.result == CheckResult::Failed; });
    return none && has(Check::Access, CheckResult::Passed) && has(Check::CommonFile, CheckResult::Passed) &&
           has(Check::SecurityObjectSignature, CheckResult::Passed) &&
           has(Check::SecurityObjectPath, CheckResult::Passed) &&
           has(Check::DataGroupHash, CheckResult::Passed, "EF.DG1");
}

const CheckVerdict* ChipInspection::find(Check check, std::string_view object) const {
    const auto found = std::ranges::find_if(checks, [&](const CheckVerdict& verdict) {
        return verdict.check == check && (object.empty() || verdict.object == object);
    });
    return found == checks.end() ? nullptr : &*found;
}

bool ChipInspection::has(Check check, CheckResult result, std::string_view object) const {
    const auto* const verdict = find(check, object);
    return verdict != nullptr && verdict->result == result;
}

}  // namespace chip
