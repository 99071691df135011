// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "chip/personalization/chip_content.hpp"

namespace chip {

/// A secret of a document that a chip is given.
enum class SecretKind { Mrz, PaceMrz, PaceCan, ActiveAuthentication, ChipAuthentication };

/// The form in which a product takes it.
enum class SecretForm {
    Fields,         ///< zone: 62 { 04 document number, 04 birth, 04 expiry }
    Information,    ///< zone: the MRZ information with its check digits
    Seed,           ///< zone: 16 octets, BAC's key seed
    KeyPair,        ///< zone: KEnc and KMac of BAC, 32 octets
    Password,       ///< zone for PACE: SHA-1 of the MRZ information
    Digits,         ///< card access number
    Objects,        ///< key: 81 p, 82 a, 83 b, 84 G, 85 r, 86 s, 87 k
    NumberedGroup,  ///< key: 80 number of 9303-11 table 12, 86 s
};

/// "mrz", as profiles and messages write it.
std::string_view nameOf(SecretKind kind);
/// Nothing for names that are none; the schema leaves only those that are.
std::optional<SecretKind> secretKindNamed(std::string_view name);
std::optional<SecretForm> secretFormNamed(std::string_view name);

/// Whether the secret has this form at all.
bool hasForm(SecretKind kind, SecretForm form);

/// The content's secret in the form; empty where the content has none.
base::SecretBytes composeSecret(const ChipContent& content, SecretKind kind, SecretForm form);

}  // namespace chip
