// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The names under which the simulated chip keeps its secrets: those of PUT DATA.
namespace chip::secret_name {

inline constexpr std::uint32_t kRsaModulus = 0x0060, kRsaExponent = 0x0061, kMrz = 0x0062, kPace = 0x0065,
                               kActiveAuthentication = 0x0066;
/// The document number with its check digit, which the MRZ secret brings along: IDIC after BAC.
inline constexpr std::uint32_t kDocumentNumber = 0x620000;
/// The chip's current date, six unpacked digits (9303-11 7.1.4.3.3); PUT DATA 67 sets the first.
inline constexpr std::uint32_t kCurrentDate = 0x0067;
/// KEnc and KMac of BAC, where a product takes these and not the zone.
inline constexpr std::uint32_t kBacKeys = 0x620001;
/// How often a wrong transport key may still be shown, and how often a secure channel was begun.
inline constexpr std::uint32_t kTransportTries = 0x690000, kChannelCounter = 0x690001;
/// The PACE password with the reference of MSE:Set AT, in the form f(π).
constexpr std::uint32_t pacePassword(std::uint8_t reference) { return kPace << 8 | reference; }
/// The chip authentication key with this identifier; 0 where the chip has one key without an identifier.
constexpr std::uint32_t chipAuthentication(std::uint8_t keyId) {
    return 0x0063U | static_cast<std::uint32_t>(keyId) << 8;
}
/// The n-th country verifying certificate, n of 0 to 2; after a link 1 is the newest trust point, 2 the one before.
constexpr std::uint32_t verifyingCertificate(std::uint8_t number) {
    return 0x0064U | static_cast<std::uint32_t>(number) << 8;
}

}  // namespace chip::secret_name
