// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "issuance/registers/register_row.hpp"

namespace issuance {

/// A name as it is compared: tokens without accents, in upper case, transliterated to A to Z where 9303-3 section 6 has
/// the letters; particles (DE, LA, Y, …) left out. Scripts without a table stay as they are.
std::vector<std::string> foldedTokens(std::string_view name);

/// How a folded token sounds in Spanish: B and V, S, C and Z, G and J, LL and Y alike, H mute, double letters once.
std::string soundOf(std::string_view token);

/// A document's number as it is compared: letters and digits only, in upper case.
std::string foldedDocument(std::string_view number);

/// A number under which a person is found (docs/formats/registers.md, "Keys"): whoever shares one is looked at. Part of
/// a name and a whole name of as many sounds are the same key.
struct SearchKey {
    enum class Kind { Document, Name, Born, PartOfName };
    Kind kind = Kind::Name;
    std::int64_t number = 0;
};

/// The keys of a person, those that tell most first: of the document; of all sounds of the name; of the day of birth
/// with each sound; of all sounds but one where there are three or more. Fourteen at most.
std::vector<SearchKey> keysOf(const PersonFound& person);

}  // namespace issuance
