// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/details.hpp"

namespace chip::lds {

/// EF.DG12: additional document details (9303-10 4.7.12), in UTF-8; an empty field is absent.
struct Dg12 {
    std::string issuingAuthority = {};
    std::string issueDate = {};  ///< yyyymmdd
    std::vector<std::string> otherPersons = {};
    std::string endorsements = {};
    std::string taxOrExitRequirements = {};
    base::Bytes frontImage = {};
    base::Bytes rearImage = {};
    std::string personalizationTime = {};  ///< yyyymmddhhmmss
    std::string personalizationSystem = {};
    friend bool operator==(const Dg12&, const Dg12&) = default;
};

/// Refuses "lds.bad-date", and "lds.text-too-long" for texts of more than 99 octets.
base::Result<base::Bytes> encodeDg12(const Dg12& dg12);
/// Names what DetailsReader names.
base::Result<Decoded<Dg12>> decodeDg12(base::BytesView content);

}  // namespace chip::lds
