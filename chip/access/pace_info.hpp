// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "chip/access/cipher_suite.hpp"
#include "chip/access/key_group.hpp"

namespace chip {

/// How PACE turns the nonce into a generator (9303-11 4.4.3.3).
enum class Mapping { Generic, Integrated, ChipAuthentication };

/// A PACE variant that a chip announces in EF.CardAccess (9303-11 9.2.1).
struct PaceInfo {
    CipherSuite suite = CipherSuite::Aes128;
    unsigned parameterId = 12;  ///< standardised domain parameters, 9303-11 table 12; they decide between DH and ECDH
    Mapping mapping = Mapping::Generic;
    /// Several sets of parameters are announced for this protocol, so MSE:Set AT names the one meant (tag 84).
    bool ambiguous = false;

    [[nodiscard]] KeyAgreement agreement() const;
    friend bool operator==(const PaceInfo&, const PaceInfo&) = default;
};

/// The protocol's object identifier: "0.4.0.127.0.7.2.2.4.2.2" for ECDH, generic mapping, AES-128.
std::string protocolOf(const PaceInfo& info);
/// The same as value octets, as MSE:Set AT and the authentication tokens carry it.
base::Bytes protocolOctetsOf(const PaceInfo& info);

/// The variants of EF.CardAccess that this system speaks, in the chip's order. Explicit parameters are never used: a
/// chip could choose them so that they tell the password (9303-11 9.2.2). Refuses "lds.malformed", and
/// "access.unsupported-protocol" when none is left.
base::Result<std::vector<PaceInfo>> readCardAccess(base::BytesView file);

/// The order in which an inspection system tries them: chip authentication mapping first, as it saves an exchange
/// (9303-11 J.1), 3DES last, else the chip's order.
std::vector<PaceInfo> inOrderOfPreference(std::vector<PaceInfo> infos);

}  // namespace chip
