// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/serial_pattern.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace inventory {
namespace {

/// 9303-3 4.9: weights 7, 3, 1 over the values 0-9 and A=10 … Z=35, modulo 10.
char checkDigitOf(std::string_view text) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        sum += (c >= 'A' ? c - 'A' + 10 : c - '0') * kWeights[at % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

}  // namespace

std::size_t SerialPattern::length() const {
    return prefix.size() + static_cast<std::size_t>(digits) + (checkDigit ? 1 : 0);
}

bool SerialPattern::isTooLong() const { return length() > (documentNumber ? kMostOfDocumentNumber : kMostCharacters); }

std::optional<std::int64_t> SerialPattern::numberOf(std::string_view serial) const {
    if (digits == 0 || serial.size() != length() || !serial.starts_with(prefix)) return std::nullopt;
    const auto figures = serial.substr(prefix.size(), static_cast<std::size_t>(digits));
    if (!std::all_of(figures.begin(), figures.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    if (checkDigit && serial.back() != checkDigitOf(serial.substr(0, serial.size() - 1))) return std::nullopt;
    std::int64_t number = 0;
    for (const char c : figures) number = number * 10 + (c - '0');
    return number;
}

std::string SerialPattern::serialOf(std::int64_t number) const {
    std::string serial = fmt::format("{}{:0{}}", prefix, number, digits);
    if (checkDigit) serial += checkDigitOf(serial);
    return serial;
}

}  // namespace inventory
