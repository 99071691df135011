// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// Texts that people wrote, brought into one form.
namespace issuance {

/// Unicode NFC, white space trimmed and folded to single spaces. Refuses "text.not-utf8" and "text.forbidden-character"
/// (controls, directions, private use, unassigned).
base::Result<std::string> tidyText(std::string_view text);

/// Upper case as the visual zone shows it (9303-3 3.4); independent of any locale.
std::string upperCase(std::string_view text);

/// Characters as a reader counts them (code points of the NFC text).
std::size_t lengthOf(std::string_view text);

}  // namespace issuance
