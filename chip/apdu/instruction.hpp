// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Instruction bytes (ISO/IEC 7816-4 table 4, 7816-9, GlobalPlatform 2.3.1 11) that travel documents and their
/// personalisation use.
namespace chip::ins {

inline constexpr std::uint8_t kVerify = 0x20;
inline constexpr std::uint8_t kManageSecurityEnvironment = 0x22;
inline constexpr std::uint8_t kPerformSecurityOperation = 0x2A;
inline constexpr std::uint8_t kActivateFile = 0x44;
inline constexpr std::uint8_t kInitializeUpdate = 0x50;
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
inline constexpr std::uint8_t kGetData = 0xCA;  ///< with class FF the reader's own: the card's identifier
inline constexpr std::uint8_t kCreateFile = 0xE0;
inline constexpr std::uint8_t kStoreData = 0xE2;
inline constexpr std::uint8_t kDeleteFile = 0xE4;
inline constexpr std::uint8_t kInstall = 0xE6;
inline constexpr std::uint8_t kTerminateFile = 0xE8;
inline constexpr std::uint8_t kSetStatus = 0xF0;

}  // namespace chip::ins
