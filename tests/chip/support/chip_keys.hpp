// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"

/// Key pairs for chip authentication and the security infos that tell of them, made by hand.
namespace chip::testing {

struct ChipKeyPair {
    base::Bytes putData;               ///< the objects of PUT DATA 63
    base::Bytes subjectPublicKeyInfo;  ///< for ChipAuthenticationPublicKeyInfo
    bool curve = true;
};
/// On a curve by OpenSSL's name, its parameters spelled out.
ChipKeyPair newCurveKey(std::string_view curve);
/// In a group of 9303-11 table 12, which is named by its number.
ChipKeyPair newStandardisedKey(unsigned parameterId);

/// ChipAuthenticationInfo of version 1; `suite` is the last arc, 1 for 3DES to 4 for AES-256.
base::Bytes chipAuthenticationInfo(const ChipKeyPair& key, int suite, std::optional<unsigned> keyId = {});
base::Bytes chipPublicKeyInfo(const ChipKeyPair& key, std::optional<unsigned> keyId = {});
/// EF.DG14 around infos.
base::Bytes dg14Of(std::vector<base::Bytes> infos);

}  // namespace chip::testing
