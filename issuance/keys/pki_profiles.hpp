// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/country_signers.hpp"

/// The certificates that this house issues for travel documents: names, periods and addresses (Doc 9303-12 table 1 and
/// appendix A, for documents of ten years).
namespace issuance {

/// How long keys sign when nobody says otherwise, and may at most, in months.
inline constexpr int kCscaUse = 60, kDocumentSignerUse = 3, kMasterListSignerUse = 12, kSealSignerUse = 12,
                     kMostSealSignerUse = 24;
/// How long the house's own operational root and the key of the journal's checkpoints sign, in months.
inline constexpr int kOperationalUse = 60;
/// The operational root is renewed when less than this is left: what it certifies must not end with it.
inline constexpr auto kRootNotice = std::chrono::days{180};
/// How long what was signed may stay in force.
inline constexpr int kLongestDocument = 120;

/// The same time of day so many months later; the last day of a shorter month.
base::Timestamp monthsAfter(base::Timestamp moment, int months);

/// A whole second an hour ago, because readers' clocks may be behind ours; not before the issuer's certificate.
base::Timestamp beginFor(base::Timestamp now);
base::Timestamp beginFor(base::Timestamp now, const signing::Certificate& issuer);

/// Where the country's revocation lists are found (Doc 9303-12 table 6).
std::vector<std::string> revocationListUrls();

signing::CscaProfile cscaProfile(signing::DistinguishedName name, signing::Contact contact, base::Timestamp begin);
/// Name and contact of a certificate that was issued, for the next one.
signing::DistinguishedName nameIn(const signing::Certificate& certificate);
signing::Contact contactIn(const signing::Certificate& certificate);

/// "Document Signer 0002", whose key signs in `use`.
signing::DocumentSignerProfile documentSignerProfile(const signing::Certificate& csca, const std::string& commonName,
                                                     const signing::Period& validity, const signing::Period& use);

}  // namespace issuance
