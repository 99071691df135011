// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/country_signers.hpp"

/// What may be asked of the makers of certificates; each refuses "signing.profile-refused" with all fields at once.
/// Internal to signing/certificates.
namespace signing {

base::Outcome checkProfile(const CscaProfile& profile);
/// The issuer's certificate must outlive what it issues, and countries must agree (9303-12 table 5).
base::Outcome checkProfile(const DocumentSignerProfile& profile, const Certificate& issuer);
/// Whether this is a country signer that may issue.
base::Outcome checkIssuer(const Certificate& issuer);
base::Outcome checkProfile(const ListSignerProfile& profile, const Certificate& issuer);
base::Outcome checkProfile(const SealSignerProfile& profile, const Certificate& issuer);
base::Outcome checkProfile(const OperationalProfile& profile);
base::Outcome checkProfile(const OperationalProfile& profile, const Certificate& issuer);
base::Outcome checkProfile(const RevocationProfile& profile);
/// 1 to 16 of them.
base::Outcome checkHosts(const std::vector<std::string>& hosts);

}  // namespace signing
