// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/certificate_rules.hpp"

namespace signing::lint {

/// A revocation list against tables 9 and 10, and against its issuer's certificate where that is given. What it is
/// called goes to `name`.
void judgeRevocationList(const Element& list, const CertificateView* issuer, std::string& name, Findings& findings);

}  // namespace signing::lint
