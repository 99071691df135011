// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "chip/personalization/chip_profile.hpp"

namespace chip {

/// The block whose encryption tells one key from another: zeros (GlobalPlatform Card Specification 2.3.1 B.6 for DES,
/// PKCS#11 2.40 CKA_CHECK_VALUE for any block cipher), or octets of 01 (B.6 for AES).
enum class CheckBlock { Zeros, Ones };

/// What a house that is to keep a transport key must know of it.
struct TransportKeyKind {
    std::string name;
    CipherSuite cipher = CipherSuite::Aes128;
    CheckBlock block = CheckBlock::Zeros;
    bool mayBeSet = false;  ///< three keys one after the other, for the three roles, instead of one for all

    /// Nothing for profiles whose chips open without a key.
    static std::optional<TransportKeyKind> of(const ChipProfile& profile);
    /// Whether a key of so many octets is one of this kind.
    [[nodiscard]] bool takes(std::size_t octets) const;
    friend bool operator==(const TransportKeyKind&, const TransportKeyKind&) = default;
};

/// Key check values, one for each key of a set: the first three octets of the block encrypted under the key, in
/// upper-case hexadecimal. The key's length is one that the kind takes.
std::vector<std::string> keyCheckValues(const TransportKeyKind& kind, base::BytesView key);

}  // namespace chip
