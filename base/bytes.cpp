// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>

namespace base {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

using Values = std::array<std::int8_t, 256>;

/// What each letter of an alphabet stands for; -1 where it is none of them.
constexpr Values valuesOf(std::string_view alphabet) {
    Values values{};
    for (auto& value : values) value = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return values;
}

constexpr Values hexValues() {
    auto values = valuesOf(kHexDigits);
    for (int i = 10; i < 16; ++i) values[static_cast<unsigned char>('A' + i - 10)] = static_cast<std::int8_t>(i);
    return values;
}

}  // namespace

Bytes bytesOf(std::string_view text) { return {text.begin(), text.end()}; }

std::string textOf(BytesView octets) { return {octets.begin(), octets.end()}; }

std::string toHex(BytesView octets) {
    std::string digits;
    digits.reserve(octets.size() * 2);
    for (const auto octet : octets) {
        digits += kHexDigits[octet >> 4U];
        digits += kHexDigits[octet & 0x0FU];
    }
    return digits;
}

Result<Bytes> fromHex(std::string_view digits) {
    static constexpr auto kValues = hexValues();
    Bytes octets(digits.size() / 2);
    std::size_t length = 0;
    int high = -1;
    for (const char c : digits) {
        const auto value = static_cast<int>(kValues[static_cast<unsigned char>(c)]);
        if (value < 0) {
            if (isSpace(c)) continue;
            return Fault{"base.not-hex"_code};
        }
        if (high < 0) {
            high = value;
            continue;
        }
        octets[length++] = static_cast<std::uint8_t>(high * 16 + value);
        high = -1;
    }
    if (high >= 0) return Fault{"base.not-hex"_code};
    octets.resize(length);
    return octets;
}

std::string toBase64(BytesView octets) {
    std::string text;
    text.reserve((octets.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < octets.size(); i += 3) {
        const std::size_t left = std::min<std::size_t>(3, octets.size() - i);
        std::uint32_t group = static_cast<std::uint32_t>(octets[i]) << 16U;
        if (left > 1) group |= static_cast<std::uint32_t>(octets[i + 1]) << 8U;
        if (left > 2) group |= octets[i + 2];
        text += kBase64Alphabet[group >> 18U];
        text += kBase64Alphabet[(group >> 12U) & 63U];
        text += left > 1 ? kBase64Alphabet[(group >> 6U) & 63U] : '=';
        text += left > 2 ? kBase64Alphabet[group & 63U] : '=';
    }
    return text;
}

Result<Bytes> fromBase64(std::string_view text) {
    static constexpr auto kValues = valuesOf(kBase64Alphabet);
    Bytes octets;
    octets.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    std::size_t count = 0;
    std::size_t padding = 0;
    for (const char c : text) {
        if (isSpace(c)) continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        const auto value = static_cast<int>(kValues[static_cast<unsigned char>(c)]);
        if (value < 0 || padding > 0) return Fault{"base.not-base64"_code};
        group = (group << 6U) | static_cast<std::uint32_t>(value);
        ++count;
        if (count % 4 == 0) {
            octets.push_back(static_cast<std::uint8_t>(group >> 16U));
            octets.push_back(static_cast<std::uint8_t>(group >> 8U));
            octets.push_back(static_cast<std::uint8_t>(group));
            group = 0;
        }
    }
    const std::size_t rest = count % 4;
    if (rest == 1 || (rest + padding) % 4 != 0 || padding > 2) return Fault{"base.not-base64"_code};
    if (rest >= 2) octets.push_back(static_cast<std::uint8_t>(rest == 2 ? group >> 4U : group >> 10U));
    if (rest == 3) octets.push_back(static_cast<std::uint8_t>(group >> 2U));
    return octets;
}

Bytes concat(std::initializer_list<BytesView> parts) {
    Bytes whole;
    std::size_t size = 0;
    for (const auto& part : parts) size += part.size();
    whole.reserve(size);
    for (const auto& part : parts) append(whole, part);
    return whole;
}

void append(Bytes& target, BytesView part) { target.insert(target.end(), part.begin(), part.end()); }

bool equalInConstantTime(BytesView left, BytesView right) {
    return left.size() == right.size() && (left.empty() || CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0);
}

Bytes bigEndian(std::uint64_t number, std::size_t width) {
    Bytes octets(width);
    for (std::size_t i = 0; i < width; ++i) octets[width - 1 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return octets;
}

}  // namespace base
