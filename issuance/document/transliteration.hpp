// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace issuance {

/// What 9303-3 section 6 leaves to the issuer.
struct TransliterationRules {
    /// Ñ as "N" or "NXX".
    std::string enye = "N";
    /// Ü as "UE", "UXX" or "U".
    std::string uDiaeresis = "UE";
    friend bool operator==(const TransliterationRules&, const TransliterationRules&) = default;
};

/// A name as the MRZ writes it: its components in A to Z (9303-3 4.6 and 6). Apostrophes and full stops vanish,
/// hyphens, commas and spaces part two components. Refuses "mrz.no-transliteration", once a character, with the
/// character, its code point and its Unicode name.
base::Result<std::vector<std::string>> transliterateName(std::string_view name, const TransliterationRules& rules);

}  // namespace issuance
