// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "printing/page/page_layout.hpp"

namespace printing {

/// A box and how a text is set in it.
struct TextPlace {
    Box box;
    TextStyle style;
};

/// Sets a text at the largest size between the style's size and its minimum (in steps of a quarter point) at which it
/// fits the box in the lines it may take. None if it does not fit at the minimum either.
std::optional<std::vector<TextRun>> fitText(std::u32string_view text, const TextPlace& place, const FontSet& fonts);

}  // namespace printing
