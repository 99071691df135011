// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "printing/page/typeface.hpp"

namespace printing {

/// The characters of a text in normalization form C, every one of which the font can show. Refuses with each faulty
/// character once (arguments "field", "character"; where = field): "printing.text-not-utf8",
/// "printing.text-not-composed", "printing.character-missing" (controls and format characters too).
base::Result<std::u32string> checkedText(std::string_view utf8, const Typeface& face, const std::string& field);

}  // namespace printing
