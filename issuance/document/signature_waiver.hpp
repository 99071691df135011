// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "issuance/document/document_kind.hpp"

namespace issuance {

/// "minor", "unable".
std::string_view nameOf(SignatureWaiver reason);
/// None for other names.
std::optional<SignatureWaiver> signatureWaiverNamed(std::string_view name);

/// Why a document of this kind may not stay unsigned for the reason given, for a holder of this age in full years:
/// "signature.waiver-not-allowed", "signature.not-a-minor" (argument "age").
std::optional<base::Fault> faultOf(SignatureWaiver reason, const DocumentKind& kind, int age);

}  // namespace issuance
