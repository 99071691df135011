// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/secret_bytes.hpp"

namespace chip {

/// The three fields of the machine readable zone that open a chip, without their check digits. The document number may
/// lack its fillers; longer numbers of TD1 and TD2 are given whole (9303-11 4.3.2, 9303-5 note j).
struct MrzKey {
    base::SecretBytes documentNumber;
    base::SecretBytes dateOfBirth;   ///< YYMMDD, < for unknown
    base::SecretBytes dateOfExpiry;  ///< YYMMDD

    static MrzKey of(std::string_view documentNumber, std::string_view dateOfBirth, std::string_view dateOfExpiry);
    [[nodiscard]] MrzKey clone() const;
};

/// The check digit character of 9303-3 4.9 (weights 7, 3, 1).
char mrzCheckDigit(std::string_view field);

/// The "MRZ information": each field followed by its check digit.
base::SecretBytes mrzInformation(const MrzKey& key);

/// The document number, filled to nine characters, with its check digit: IDIC of terminal authentication after BAC.
base::Bytes documentNumberWithDigit(const MrzKey& key);

/// SHA-1 of the MRZ information: its first 16 octets are BAC's key seed, the whole is PACE's password K.
base::SecretBytes mrzSeed(const MrzKey& key);

}  // namespace chip
