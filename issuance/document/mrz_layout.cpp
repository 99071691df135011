// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/mrz_layout.hpp"

namespace issuance {
namespace {

// 9303-5 4.2.2
constexpr MrzLayout kTd1 = {
    3,          30,          {0, 0, 2}, {0, 2, 3},   {2, 0, 30}, {0, 5, 9},
    {0, 14, 1}, {1, 15, 3},  {1, 0, 6}, {1, 6, 1},   {1, 7, 1},  {1, 8, 6},
    {1, 14, 1}, {0, 15, 15}, {},        {1, 18, 11}, {1, 29, 1}, {{{0, 5, 25}, {1, 0, 7}, {1, 8, 7}, {1, 18, 11}}},
    true};

// 9303-6 4.2.2
constexpr MrzLayout kTd2 = {
    2,          36,         {0, 0, 2},  {0, 2, 3},  {0, 5, 31}, {1, 0, 9},
    {1, 9, 1},  {1, 10, 3}, {1, 13, 6}, {1, 19, 1}, {1, 20, 1}, {1, 21, 6},
    {1, 27, 1}, {1, 28, 7}, {},         {},         {1, 35, 1}, {{{1, 0, 10}, {1, 13, 7}, {1, 21, 14}, {}}},
    true};

// 9303-4 4.2.2
constexpr MrzLayout kTd3 = {
    2,          44,          {0, 0, 2},  {0, 2, 3},  {0, 5, 39}, {1, 0, 9},
    {1, 9, 1},  {1, 10, 3},  {1, 13, 6}, {1, 19, 1}, {1, 20, 1}, {1, 21, 6},
    {1, 27, 1}, {1, 28, 14}, {1, 42, 1}, {},         {1, 43, 1}, {{{1, 0, 10}, {1, 13, 7}, {1, 21, 22}, {}}},
    false};

// 9303-7 4.2.2 and 5.2.2: visas carry neither a check digit of the optional data nor a composite one.
constexpr MrzLayout visaOf(MrzLayout layout) {
    layout.optional.length = layout.width - layout.optional.begin;
    layout.optionalDigit = {};
    layout.compositeDigit = {};
    layout.composite = {};
    layout.longNumbers = false;
    return layout;
}
constexpr MrzLayout kMrvA = visaOf(kTd3);
constexpr MrzLayout kMrvB = visaOf(kTd2);

}  // namespace

std::string_view nameOf(MrzFormat format) {
    switch (format) {
        case MrzFormat::Td1: return "TD1";
        case MrzFormat::Td2: return "TD2";
        case MrzFormat::Td3: return "TD3";
        case MrzFormat::MrvA: return "MRV-A";
        case MrzFormat::MrvB: break;
    }
    return "MRV-B";
}

const MrzLayout& layoutOf(MrzFormat format) {
    switch (format) {
        case MrzFormat::Td1: return kTd1;
        case MrzFormat::Td2: return kTd2;
        case MrzFormat::Td3: return kTd3;
        case MrzFormat::MrvA: return kMrvA;
        case MrzFormat::MrvB: break;
    }
    return kMrvB;
}

std::optional<MrzFormat> formatOf(std::size_t lines, std::size_t width, char firstLetter) {
    const bool visa = firstLetter == 'V';
    if (lines == 3 && width == kTd1.width) return MrzFormat::Td1;
    if (lines == 2 && width == kTd2.width) return visa ? MrzFormat::MrvB : MrzFormat::Td2;
    if (lines == 2 && width == kTd3.width) return visa ? MrzFormat::MrvA : MrzFormat::Td3;
    return std::nullopt;
}

std::string cut(const std::vector<std::string>& lines, const MrzSpan& span) {
    return span.length == 0 ? std::string{} : lines.at(span.line).substr(span.begin, span.length);
}

std::string compositeText(const std::vector<std::string>& lines, const MrzLayout& layout) {
    std::string text;
    for (const auto& span : layout.composite) text += cut(lines, span);
    return text;
}

}  // namespace issuance
