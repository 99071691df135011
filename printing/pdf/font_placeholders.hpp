// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "printing/page/typeface.hpp"

namespace printing {

/// How much of a face a document gets: what nearly every text is made of, or all of it.
enum class FontExtent { Usual, Whole };

/// libharu needs milliseconds to set up a TrueType font in each document. So a page is drawn with standard fonts in
/// place of ours, and the shipped faces, which libharu makes once a program, are put in afterwards.
struct FontPlaceholder {
    FontId font;
    FontExtent extent;
    std::string_view name;
};
inline constexpr std::array<FontPlaceholder, 10> kFontPlaceholders{
    {{FontId::Text, FontExtent::Usual, "Helvetica"},
     {FontId::TextBold, FontExtent::Usual, "Helvetica-Bold"},
     {FontId::TextItalic, FontExtent::Usual, "Helvetica-Oblique"},
     {FontId::TextBoldItalic, FontExtent::Usual, "Helvetica-BoldOblique"},
     {FontId::OcrB, FontExtent::Usual, "Courier"},
     {FontId::Text, FontExtent::Whole, "Times-Roman"},
     {FontId::TextBold, FontExtent::Whole, "Times-Bold"},
     {FontId::TextItalic, FontExtent::Whole, "Times-Italic"},
     {FontId::TextBoldItalic, FontExtent::Whole, "Times-BoldItalic"},
     {FontId::OcrB, FontExtent::Whole, "Courier-Bold"}}};

/// Latin of Spanish and its neighbours, the barred letters of Xinka, the saltillo of the Mayan languages, punctuation.
constexpr bool isUsual(char32_t character) {
    return character <= 0x17F || character == 0x268 || character == 0x289 || character == 0x2BC ||
           (character >= 0x2010 && character <= 0x2026) || character == 0x2116 || character == 0xA78B ||
           character == 0xA78C;
}

constexpr FontExtent extentFor(std::u32string_view text) {
    return std::all_of(text.begin(), text.end(), isUsual) ? FontExtent::Usual : FontExtent::Whole;
}

}  // namespace printing
