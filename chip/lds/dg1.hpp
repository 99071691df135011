// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// EF.DG1: the machine readable zone's lines (9303-10 4.7.1): 3 of 30 (TD1), 2 of 36 (TD2), 2 of 44 (TD3) characters.
struct Dg1 {
    std::vector<std::string> lines = {};
    friend bool operator==(const Dg1&, const Dg1&) = default;
};

/// Refuses "lds.not-a-machine-readable-zone": other shapes, or characters other than A-Z, 0-9 and '<'. Check digits are
/// whoever's made the lines.
base::Result<base::Bytes> encodeDg1(const Dg1& dg1);
base::Result<Decoded<Dg1>> decodeDg1(base::BytesView content);

}  // namespace chip::lds
