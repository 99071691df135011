// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace issuance {

/// 9303-3 4.9: modulus 10 with weights 7, 3, 1; A to Z count 10 to 35, the filler 0. Text holds MRZ characters only.
constexpr char checkDigit(std::string_view text) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
        sum += value * kWeights[at % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

}  // namespace issuance
