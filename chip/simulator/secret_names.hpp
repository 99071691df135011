// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// The names under which the simulated chip keeps its secrets: those of PUT DATA.
namespace chip::secret_name {

inline constexpr std::uint32_t kRsaModulus = 0x0060, kRsaExponent = 0x0061, kMrz = 0x0062, kChipAuthentication = 0x0063,
                               kPace = 0x0065, kActiveAuthentication = 0x0066;
/// The PACE password with the reference of MSE:Set AT, in the form f(π).
constexpr std::uint32_t pacePassword(std::uint8_t reference) { return kPace << 8 | reference; }
/// The n-th country verifying certificate.
constexpr std::uint32_t verifyingCertificate(std::uint8_t number) { return 0x6400U | number; }

}  // namespace chip::secret_name
