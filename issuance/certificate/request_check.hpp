// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "contract/acts_of_certificates.hpp"
#include "issuance/certificate/certificate_type.hpp"

namespace issuance {

/// Octets that the copy of what was brought may have.
inline constexpr std::size_t kLargestScan = std::size_t{8} * 1024 * 1024;

/// Everything that is wrong with a request as it was typed, by its own content and the day alone (codes: see
/// RequestBook::take).
std::vector<base::Fault> faultsOf(const contract::CertificateRequest& request, const CertificateType& type,
                                  base::Date today);

}  // namespace issuance
