// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "signing/seals/seal.hpp"

/// The two definitions of ICAO, to be read (9303-7 9.1, 9303-8 6.1).
namespace signing {

inline constexpr SealDefinition kVisaSealDefinition{93, 1}, kEmergencyDocumentSealDefinition{94, 3};

/// What the seal of a visa says. Lines of the MRZ have '<' where the seal has spaces.
struct VisaSeal {
    std::string firstLine;                ///< 44 characters (MRV-A) or 36 (MRV-B)
    std::string secondLine;               ///< its first 28 characters
    std::optional<std::uint8_t> entries;  ///< 0: as many as wanted
    base::Bytes stay;                     ///< days, months, years
    std::string passportNumber;
    base::Bytes visaType;    ///< empty where absent
    base::Bytes additional;  ///< empty where absent
};

/// What the seal of an emergency travel document says: an MRZ of two lines of 36 characters.
struct EmergencyDocumentSeal {
    std::string firstLine, secondLine;
};

/// Both refuse as readActSeal does. Check digits are not looked at.
base::Result<VisaSeal> readVisaSeal(const Seal& seal);
base::Result<EmergencyDocumentSeal> readEmergencyDocumentSeal(const Seal& seal);

/// The first two characters of the MRZ in a seal of these definitions; none for others and where it cannot be read.
std::optional<std::string> documentCodeOf(const Seal& seal);

}  // namespace signing
