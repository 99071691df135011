// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Instruction bytes (ISO/IEC 7816-4 table 4, 7816-9) that travel documents and their personalisation use.
namespace chip::ins {

inline constexpr std::uint8_t kManageSecurityEnvironment = 0x22;
inline constexpr std::uint8_t kPerformSecurityOperation = 0x2A;
inline constexpr std::uint8_t kExternalAuthenticate = 0x82;
inline constexpr std::uint8_t kGetChallenge = 0x84;
inline constexpr std::uint8_t kGeneralAuthenticate = 0x86;
inline constexpr std::uint8_t kInternalAuthenticate = 0x88;
inline constexpr std::uint8_t kSelect = 0xA4;
inline constexpr std::uint8_t kReadBinary = 0xB0;
inline constexpr std::uint8_t kReadBinaryOdd = 0xB1;
inline constexpr std::uint8_t kUpdateBinary = 0xD6;
inline constexpr std::uint8_t kUpdateBinaryOdd = 0xD7;
inline constexpr std::uint8_t kPutData = 0xDA;
inline constexpr std::uint8_t kCreateFile = 0xE0;

}  // namespace chip::ins
