// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/text.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include "base/failure.hpp"

namespace printing {

using namespace base::literals;

namespace {

std::u32string charactersOf(const icu::UnicodeString& text) {
    std::u32string characters;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        characters.push_back(static_cast<char32_t>(text.char32At(at)));
    return characters;
}

bool isUtf8(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

}  // namespace

base::Result<std::u32string> composed(std::string_view utf8) {
    if (!isUtf8(utf8)) return base::Fault{"printing.text-not-utf8"_code};
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece{utf8.data(), static_cast<int32_t>(utf8.size())});
    icu::UnicodeString normal;
    if (U_SUCCESS(status)) normal = normalizer->normalize(text, status);
    if (U_FAILURE(status))
        throw base::Failure{"printing.text-not-normalised"_code, base::NextStep::CallSupervisor, "ICU",
                            u_errorName(status)};
    return charactersOf(normal);
}

std::string utf8Of(std::u32string_view text) {
    icu::UnicodeString units;
    for (const char32_t character : text) units.append(static_cast<UChar32>(character));
    std::string utf8;
    units.toUTF8String(utf8);
    return utf8;
}

bool isCombiningMark(char32_t character) { return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_M_MASK) != 0; }

bool isInvisible(char32_t character) { return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_C_MASK) != 0; }

std::string characterName(char32_t character) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character)); }

std::string beginningOf(const std::string& utf8, std::size_t octets) {
    if (utf8.size() <= octets) return utf8;
    while (octets > 0 && (static_cast<unsigned char>(utf8[octets]) & 0xC0U) == 0x80U) --octets;
    return utf8.substr(0, octets);
}

std::string closedCapitals(std::string_view utf8) {
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece{utf8.data(), static_cast<int32_t>(utf8.size())});
    text.toUpper(icu::Locale::getRoot());
    text.findAndReplace(" ", "");
    std::string closed;
    text.toUTF8String(closed);
    return closed;
}

std::string withSingleSpaces(std::string_view utf8) {
    std::string result;
    bool gap = false;
    for (const char c : utf8) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            gap = !result.empty();
            continue;
        }
        if (gap) result += ' ';
        gap = false;
        result += c;
    }
    return result;
}

}  // namespace printing
