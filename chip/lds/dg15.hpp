// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// EF.DG15: the public key of active authentication (9303-10 4.7.15).
struct Dg15 {
    base::Bytes subjectPublicKeyInfo = {};  ///< DER (RFC 5280 4.1)
    std::string algorithm = {};             ///< its algorithm identifier, dotted
};

base::Bytes encodeDg15(base::BytesView subjectPublicKeyInfo);
base::Result<Decoded<Dg15>> decodeDg15(base::BytesView content);

}  // namespace chip::lds
