// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// Somebody to be told in an emergency. '<' separates the parts of a field, "<<" primary from secondary identifier.
struct PersonToNotify {
    std::string recorded = {};  ///< yyyymmdd
    std::string name = {};
    std::string telephone = {};
    std::string address = {};
    friend bool operator==(const PersonToNotify&, const PersonToNotify&) = default;
};

/// EF.DG16: persons to notify (9303-10 4.7.16), in UTF-8.
struct Dg16 {
    std::vector<PersonToNotify> persons = {};
    friend bool operator==(const Dg16&, const Dg16&) = default;
};

/// Refuses "lds.bad-date", and "lds.person" for a person without name, telephone or address, and for numbers of persons
/// other than 1 to 15.
base::Result<base::Bytes> encodeDg16(const Dg16& dg16);
/// Names "lds.instance-count", "lds.bad-date", "lds.person" (an element is missing or the templates are not numbered
/// from A1 on).
base::Result<Decoded<Dg16>> decodeDg16(base::BytesView content);

}  // namespace chip::lds
