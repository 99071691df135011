// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.hpp"
#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// Standardised domain parameters (9303-11 table 6) that this house writes; others are read as numbers.
inline constexpr int kParametersP256 = 12, kParametersBrainpoolP256r1 = 13;
inline constexpr std::string_view kPaceEcdhGmAes128 = "0.4.0.127.0.7.2.2.4.2.2";
inline constexpr std::string_view kActiveAuthentication = "2.23.136.1.1.5";
inline constexpr std::string_view kEcdsaPlainSha256 = "0.4.0.127.0.7.1.1.4.1.3";

/// The hash of an ecdsa-plain algorithm identifier (TR-03111 5.2.1.1); nothing for any other.
std::optional<base::DigestAlgorithm> digestOfEcdsaPlain(std::string_view algorithm);

/// PACEInfo (9303-11 9.2.1).
struct PaceOffer {
    std::string protocol{kPaceEcdhGmAes128};
    std::uint64_t version = 2;
    std::optional<std::uint64_t> parameterId = kParametersBrainpoolP256r1;
    friend bool operator==(const PaceOffer&, const PaceOffer&) = default;
};

/// Any SecurityInfo: its protocol and its exact octets.
struct SecurityInfo {
    std::string protocol;
    base::Bytes octets;
};

/// A SET OF SecurityInfo (9303-11 9.2), as EF.CardAccess and EF.DG14 hold it.
struct SecurityInfos {
    std::vector<SecurityInfo> all = {};
    std::vector<PaceOffer> pace = {};
    /// Signature algorithm of ActiveAuthenticationInfo (9303-11 9.2.4).
    std::optional<std::string> activeAuthenticationAlgorithm = {};
};

base::Bytes encodeCardAccess(const std::vector<PaceOffer>& offers);
/// PACE offers as in EF.CardAccess and, with an algorithm, ActiveAuthenticationInfo.
base::Bytes encodeDg14(const std::vector<PaceOffer>& offers, std::optional<std::string_view> activeAuthentication);

/// Both name "lds.set-order", "lds.pace-parameters" (PACEInfo without parameterId), "lds.chip-authentication"
/// (public key without ChipAuthenticationInfo, or an incomplete algorithm identifier).
base::Result<Decoded<SecurityInfos>> decodeCardAccess(base::BytesView content);
base::Result<Decoded<SecurityInfos>> decodeDg14(base::BytesView content);

}  // namespace chip::lds
