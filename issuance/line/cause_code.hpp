// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cctype>
#include <string_view>

namespace issuance {

/// Whether a cause in an order's history is written as codes are, and is no word of a person's.
inline bool isCauseCode(std::string_view cause) {
    constexpr std::size_t kLongest = 64;
    return !cause.empty() && cause.size() <= kLongest && std::ranges::all_of(cause, [](unsigned char letter) {
        return std::islower(letter) != 0 || std::isdigit(letter) != 0 || letter == '.' || letter == '-';
    });
}

}  // namespace issuance
