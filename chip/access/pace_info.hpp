// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "chip/access/cipher_suite.hpp"

namespace chip {

/// A PACE variant that a chip announces in EF.CardAccess (9303-11 9.2.1): ECDH with generic mapping.
struct PaceInfo {
    CipherSuite suite = CipherSuite::Aes128;
    unsigned parameterId = 12;  ///< standardised domain parameters, 9303-11 table 7
    /// Several curves are announced for this protocol, so MSE:Set AT names the one meant (tag 84).
    bool ambiguous = false;

    friend bool operator==(const PaceInfo&, const PaceInfo&) = default;
};

/// The protocol's object identifier: "0.4.0.127.0.7.2.2.4.2.2" for AES-128.
std::string protocolOf(const PaceInfo& info);
/// The same as value octets, as MSE:Set AT and the authentication tokens carry it.
base::Bytes protocolOctetsOf(const PaceInfo& info);

/// The variants of EF.CardAccess that this system speaks, in the chip's order. Refuses "lds.malformed", and
/// "access.unsupported-protocol" when none is left.
base::Result<std::vector<PaceInfo>> readCardAccess(base::BytesView file);

}  // namespace chip
