// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "printing/flow/text_setting.hpp"

namespace printing {

/// Lines no wider than the place, broken where UAX 14 allows so that they are evenly filled; a word wider than a line
/// is broken between characters. Justified text divides words too, where there are patterns for it and lines fill
/// better.
std::vector<TextLine> breakLines(const StyledText& text, const LinePlace& place, const Hyphenation* hyphenation);

}  // namespace printing
