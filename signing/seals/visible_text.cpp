// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/visible_text.hpp"

#include <algorithm>
#include <array>

namespace signing {
namespace {

constexpr char32_t kNone = 0xFFFFFFFF;

unsigned octetAt(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
bool isContinuation(unsigned octet) { return (octet & 0xC0U) == 0x80U; }

/// Octets of a character by its first; 0 for none.
std::size_t sizeOfCharacter(unsigned first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// The character at the place, which moves behind it; kNone where there is none.
char32_t nextCharacter(std::string_view text, std::size_t& at) {
    const unsigned first = octetAt(text, at);
    const std::size_t size = sizeOfCharacter(first);
    if (size == 0 || size > text.size() - at) return kNone;
    constexpr std::array<unsigned, 5> kMasks{0, 0x7F, 0x1F, 0x0F, 0x07};
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    char32_t character = first & kMasks[size];
    for (std::size_t each = 1; each < size; ++each) {
        if (!isContinuation(octetAt(text, at + each))) return kNone;
        character = character << 6U | (octetAt(text, at + each) & 0x3FU);
    }
    at += size;
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return character < kSmallest[size] || character > 0x10FFFF || surrogate ? kNone : character;
}

struct Range {
    char32_t first, last;
};
constexpr std::array<Range, 9> kUnseen{{{0, 0x1F},
                                        {0x7F, 0x9F},
                                        {0xAD, 0xAD},
                                        {0x061C, 0x061C},
                                        {0x200B, 0x200F},
                                        {0x2028, 0x202E},
                                        {0x2060, 0x206F},
                                        {0xFEFF, 0xFEFF},
                                        {0xE0000, 0x10FFFF}}};

bool isSeen(char32_t character) {
    return std::none_of(kUnseen.begin(), kUnseen.end(),
                        [&](const Range& range) { return character >= range.first && character <= range.last; });
}

}  // namespace

bool isVisibleText(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = nextCharacter(text, at);
        if (character == kNone || !isSeen(character)) return false;
    }
    return true;
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string{text};
    std::size_t end = most - kShortened.size();
    while (end > 0 && isContinuation(octetAt(text, end))) --end;
    const auto space = text.rfind(' ', end);
    if (space != std::string_view::npos && space >= most / 2) end = space;
    return std::string{text.substr(0, end)} + std::string{kShortened};
}

}  // namespace signing
