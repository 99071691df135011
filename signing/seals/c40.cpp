// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/c40.hpp"

#include <algorithm>

namespace signing {
using namespace base::literals;
namespace {

// 9303-13 table 2: 0 to 2 are shifts, which texts of seals never use but for the 0 that fills the last triple.
constexpr unsigned kSpace = 3, kDigits = 4, kLetters = 14, kLast = 39, kFiller = 0;
constexpr std::uint8_t kOneCharacter = 0xFE;
constexpr unsigned kHighest = 64'000;

/// 0 for what C40 has not.
unsigned valueOf(char character) {
    if (character == ' ' || character == '<') return kSpace;
    if (character >= '0' && character <= '9') return kDigits + static_cast<unsigned>(character - '0');
    if (character >= 'A' && character <= 'Z') return kLetters + static_cast<unsigned>(character - 'A');
    return 0;
}

char characterOf(unsigned value) {
    if (value == kSpace) return ' ';
    return static_cast<char>(value < kLetters ? '0' + (value - kDigits) : 'A' + (value - kLetters));
}

bool isCharacter(unsigned value) { return value >= kSpace && value <= kLast; }

base::Fault malformed() { return {"signing.seal-malformed"_code, {{"what", "C40"}}, {}}; }

void appendTriple(base::Bytes& octets, unsigned first, unsigned second, unsigned third) {
    base::append(octets, base::bigEndian(1600 * first + 40 * second + third + 1, 2));
}

/// The one character behind FE, in DataMatrix's ASCII encoding: character + 1.
bool readSingle(std::uint8_t octet, std::string& text) {
    const char character = static_cast<char>(octet - 1);
    if (octet < 1 || octet > 0x80 || character == '<' || valueOf(character) == 0) return false;
    text.push_back(character);
    return true;
}

/// Only the last triple may end in a filler.
bool readTriple(unsigned number, bool last, std::string& text) {
    if (number < 1 || number > kHighest) return false;
    const unsigned first = (number - 1) / 1600, second = (number - 1) / 40 % 40, third = (number - 1) % 40;
    if (!isCharacter(first) || !isCharacter(second)) return false;
    text.push_back(characterOf(first));
    text.push_back(characterOf(second));
    if (third == kFiller) return last;
    if (!isCharacter(third)) return false;
    text.push_back(characterOf(third));
    return true;
}

}  // namespace

bool fitsC40(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char character) { return character != '<' && valueOf(character) != 0; });
}

base::Result<base::Bytes> encodeC40(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), [](char character) { return valueOf(character) == 0; }))
        return base::Fault{"signing.seal-value-refused"_code, {{"field", "C40"}}, {}};
    base::Bytes octets;
    octets.reserve(sizeInC40(text.size()));
    std::size_t at = 0;
    for (; at + 3 <= text.size(); at += 3)
        appendTriple(octets, valueOf(text[at]), valueOf(text[at + 1]), valueOf(text[at + 2]));
    if (text.size() - at == 2) appendTriple(octets, valueOf(text[at]), valueOf(text[at + 1]), kFiller);
    if (text.size() - at == 1) {
        const char character = text[at] == '<' ? ' ' : text[at];
        octets.insert(octets.end(), {kOneCharacter, static_cast<std::uint8_t>(character + 1)});
    }
    return octets;
}

base::Result<std::string> decodeC40(base::BytesView octets) {
    if (octets.size() % 2 != 0) return malformed();
    std::string text;
    text.reserve(octets.size() / 2 * 3);
    for (std::size_t at = 0; at < octets.size(); at += 2) {
        const bool last = at + 2 == octets.size();
        const unsigned number = 256U * octets[at] + octets[at + 1];
        const bool read =
            octets[at] == kOneCharacter ? last && readSingle(octets[at + 1], text) : readTriple(number, last, text);
        if (!read) return malformed();
    }
    return text;
}

}  // namespace signing
