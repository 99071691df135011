// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/signature_waiver.hpp"

#include <algorithm>

namespace issuance {

using namespace base::literals;

std::string_view nameOf(SignatureWaiver reason) { return reason == SignatureWaiver::Minor ? "minor" : "unable"; }

std::optional<SignatureWaiver> signatureWaiverNamed(std::string_view name) {
    for (const auto reason : {SignatureWaiver::Minor, SignatureWaiver::Unable})
        if (nameOf(reason) == name) return reason;
    return std::nullopt;
}

const SignatureWaiverRule* DocumentKind::waiverOf(SignatureWaiver reason) const {
    const auto found = std::find_if(signatureWaivers.begin(), signatureWaivers.end(),
                                    [&](const auto& rule) { return rule.reason == reason; });
    return found == signatureWaivers.end() ? nullptr : &*found;
}

std::optional<base::Fault> faultOf(SignatureWaiver reason, const DocumentKind& kind, int age) {
    const SignatureWaiverRule* rule = kind.waiverOf(reason);
    if (rule == nullptr)
        return base::Fault{"signature.waiver-not-allowed"_code, {{"reason", std::string{nameOf(reason)}}}};
    if (rule->belowAge > 0 && age >= rule->belowAge)
        return base::Fault{"signature.not-a-minor"_code, {{"age", std::to_string(rule->belowAge)}}};
    return std::nullopt;
}

}  // namespace issuance
