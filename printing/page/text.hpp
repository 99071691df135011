// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace printing {

/// The characters of a text in normalization form C. Refuses "printing.text-not-utf8".
base::Result<std::u32string> composed(std::string_view utf8);
std::string utf8Of(std::u32string_view text);
/// A mark that sits on another character: none may be left after composing, for nothing here places it.
bool isCombiningMark(char32_t character);
/// Controls, format characters and line ends, which have no shape.
bool isInvisible(char32_t character);
/// "U+00D1".
std::string characterName(char32_t character);
/// At most so many octets of a text, cut between characters.
std::string beginningOf(const std::string& utf8, std::size_t octets);
/// A text in capitals and without its spaces.
std::string closedCapitals(std::string_view utf8);
/// The words of a text with one space between them.
std::string withSingleSpaces(std::string_view utf8);

}  // namespace printing
