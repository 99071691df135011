// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "issuance/document/mrz.hpp"

namespace issuance {

/// A run of positions of one line, counted from 0.
struct MrzSpan {
    std::size_t line = 0;
    std::size_t begin = 0;
    std::size_t length = 0;
};

/// Where a format keeps what; a span of length 0 is a field that the format lacks.
struct MrzLayout {
    std::size_t lines;
    std::size_t width;
    MrzSpan code, state, name;
    MrzSpan number, numberDigit;
    MrzSpan nationality;
    MrzSpan birth, birthDigit;
    MrzSpan sex;
    MrzSpan expiry, expiryDigit;
    MrzSpan optional, optionalDigit, optional2;
    MrzSpan compositeDigit;
    /// What the composite check digit covers, in order.
    std::array<MrzSpan, 4> composite;
    /// A document number over nine characters may flow into the optional data.
    bool longNumbers;
};

const MrzLayout& layoutOf(MrzFormat format);

/// The format that lines of these counts and this document code have; none where no format does.
std::optional<MrzFormat> formatOf(std::size_t lines, std::size_t width, char firstLetter);

/// The characters of a span.
std::string cut(const std::vector<std::string>& lines, const MrzSpan& span);
/// All characters that the composite check digit covers.
std::string compositeText(const std::vector<std::string>& lines, const MrzLayout& layout);

}  // namespace issuance
