// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/details.hpp"

namespace chip::lds {

/// EF.DG11: additional personal details (9303-10 4.7.11), in UTF-8; an empty field is absent. '<' separates the parts
/// of a field, "<<" primary from secondary identifier.
struct Dg11 {
    std::string fullName = {};
    std::vector<std::string> otherNames = {};
    std::string personalNumber = {};
    std::string birthDate = {};  ///< yyyymmdd
    std::string placeOfBirth = {};
    std::string address = {};
    std::string telephone = {};
    std::string profession = {};
    std::string title = {};
    std::string summary = {};
    base::Bytes proofOfCitizenship = {};  ///< an image, ISO/IEC 10918 or 15444
    std::string otherTravelDocuments = {};
    std::string custody = {};
    friend bool operator==(const Dg11&, const Dg11&) = default;
};

/// Refuses "lds.bad-date", and "lds.text-too-long" for texts of more than 99 octets (custody: 999).
base::Result<base::Bytes> encodeDg11(const Dg11& dg11);
/// Names what DetailsReader names.
base::Result<Decoded<Dg11>> decodeDg11(base::BytesView content);

}  // namespace chip::lds
