// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Object identifiers of the extensions that certificates of this house carry (RFC 5280, 9303-12 table 6).
namespace signing::oids {

inline constexpr std::string_view kSubjectKeyIdentifier = "2.5.29.14", kKeyUsage = "2.5.29.15",
                                  kPrivateKeyUsagePeriod = "2.5.29.16", kSubjectAltName = "2.5.29.17",
                                  kIssuerAltName = "2.5.29.18", kBasicConstraints = "2.5.29.19",
                                  kCrlNumber = "2.5.29.20", kReasonCode = "2.5.29.21",
                                  kCrlDistributionPoints = "2.5.29.31", kCertificatePolicies = "2.5.29.32",
                                  kAuthorityKeyIdentifier = "2.5.29.35", kExtendedKeyUsage = "2.5.29.37",
                                  kNameChange = "2.23.136.1.1.6.1", kDocumentTypeList = "2.23.136.1.1.6.2",
                                  kAuthorityInfoAccess = "1.3.6.1.5.5.7.1.1", kOcsp = "1.3.6.1.5.5.7.48.1",
                                  kOcspNoCheck = "1.3.6.1.5.5.7.48.1.5";
inline constexpr std::string_view kServerAuthentication = "1.3.6.1.5.5.7.3.1",
                                  kClientAuthentication = "1.3.6.1.5.5.7.3.2", kEmailProtection = "1.3.6.1.5.5.7.3.4",
                                  kDocumentSigning = "1.3.6.1.5.5.7.3.36";

/// id-icao-cscaMasterListSigningKey and id-icao-vdsSigner (9303-12 7.1.1.3, 7.1.3).
inline constexpr std::string_view kMasterListSigning = "2.23.136.1.1.3", kSealSigning = "2.23.136.1.1.11.1";

}  // namespace signing::oids
