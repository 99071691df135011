// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.hpp"
#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// Standardised domain parameters (9303-11 table 6) that this house writes; others are read as numbers.
inline constexpr int kParametersP256 = 12, kParametersBrainpoolP256r1 = 13;
inline constexpr std::string_view kPaceEcdhGmAes128 = "0.4.0.127.0.7.2.2.4.2.2";
inline constexpr std::string_view kActiveAuthentication = "2.23.136.1.1.5";
inline constexpr std::string_view kPublicKeyEcdh = "0.4.0.127.0.7.2.2.1.2";
inline constexpr std::string_view kTerminalAuthentication = "0.4.0.127.0.7.2.2.2";
inline constexpr std::string_view kDirectoryInfo = "2.23.136.1.1.13";
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

/// ChipAuthenticationInfo (9303-11 9.2.5).
struct ChipAuthenticationProtocol {
    std::string protocol;  ///< "0.4.0.127.0.7.2.2.3.2.2"
    std::optional<std::uint64_t> keyId = {};
    friend bool operator==(const ChipAuthenticationProtocol&, const ChipAuthenticationProtocol&) = default;
};

/// ChipAuthenticationPublicKeyInfo (9303-11 9.2.6).
struct ChipAuthenticationKey {
    std::string protocol{kPublicKeyEcdh};
    base::Bytes subjectPublicKeyInfo = {};  ///< DER
    std::optional<std::uint64_t> keyId = {};
    friend bool operator==(const ChipAuthenticationKey&, const ChipAuthenticationKey&) = default;
};

/// A SET OF SecurityInfo (9303-11 9.2), as EF.CardAccess, EF.DG14 and the signed content of EF.CardSecurity are.
struct SecurityInfos {
    std::vector<SecurityInfo> all = {};
    std::vector<PaceOffer> pace = {};
    std::vector<ChipAuthenticationProtocol> chipAuthentication = {};
    std::vector<ChipAuthenticationKey> chipKeys = {};
    bool terminalAuthentication = false;
    base::Bytes directory = {};  ///< EF.DIR, from EFDIRInfo (9303-11 9.2.10)
    /// Signature algorithm of ActiveAuthenticationInfo (9303-11 9.2.4).
    std::optional<std::string> activeAuthenticationAlgorithm = {};
};

base::Bytes encodeCardAccess(const std::vector<PaceOffer>& offers);
/// PACE offers as in EF.CardAccess and, with an algorithm, ActiveAuthenticationInfo.
base::Bytes encodeDg14(const std::vector<PaceOffer>& offers, std::optional<std::string_view> activeAuthentication);

/// All that a chip can offer, as an issuer states it.
struct SecurityOffers {
    std::vector<PaceOffer> pace = {};
    std::vector<ChipAuthenticationProtocol> chipAuthentication = {};
    std::vector<ChipAuthenticationKey> chipKeys = {};
    std::optional<std::string> activeAuthenticationAlgorithm = {};  ///< for ECDSA keys
    bool terminalAuthentication = false;
    base::Bytes directory = {};  ///< EF.DIR, for EF.CardSecurity of a chip with several applications
};

/// The SET OF SecurityInfo in DER, as EF.CardSecurity signs it. Refuses "lds.chip-authentication": a protocol that
/// names no cipher or whose key is not there, a key that no protocol and no chip authentication mapping uses, a mapping
/// without its key, several keys without their identifiers; and "lds.pace-parameters" for an offer without parameters.
base::Result<base::Bytes> encodeSecurityInfos(const SecurityOffers& offers);
/// EF.DG14, refused likewise; a mapping's key may stand in EF.CardSecurity alone.
base::Result<base::Bytes> encodeDg14(const SecurityOffers& offers);

/// Each names "lds.set-order", "lds.pace-parameters" (PACEInfo without parameterId), "lds.chip-authentication"
/// (public key without ChipAuthenticationInfo, or an incomplete algorithm identifier).
base::Result<Decoded<SecurityInfos>> decodeCardAccess(base::BytesView content);
base::Result<Decoded<SecurityInfos>> decodeDg14(base::BytesView content);
/// The SET that EF.CardSecurity signs; a key without ChipAuthenticationInfo may serve PACE there.
base::Result<Decoded<SecurityInfos>> decodeCardSecurityInfos(base::BytesView signedContent);

}  // namespace chip::lds
