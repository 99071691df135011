// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace signing {

/// Whether a text is UTF-8 without characters that hide or reorder what a reader sees: controls, zero width, direction.
bool isVisibleText(std::string_view text);

/// The text, or so many octets of it at most with "…" at its end, cut between words where that leaves half of it. The
/// text is UTF-8.
std::string shortened(std::string_view text, std::size_t most);
inline constexpr std::string_view kShortened = "\u2026";

}  // namespace signing
