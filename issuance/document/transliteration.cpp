// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/transliteration.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "issuance/document/names.hpp"
#include "issuance/document/transliteration_table.hpp"

namespace issuance {

using namespace base::literals;
namespace {

constexpr char32_t kEnye = 0x00D1;
constexpr char32_t kUDiaeresis = 0x00DC;

/// 9303-3 4.6: what parts two components of a name (space, hyphens and dashes, comma).
bool isSeparator(char32_t c) { return c == U' ' || c == U'-' || c == U',' || (c >= 0x2010 && c <= 0x2015); }

/// 9303-3 4.6: what is left out and parts nothing (apostrophes in all their shapes, full stop).
bool isOmitted(char32_t c) {
    static constexpr std::u32string_view kOmitted = U"'`.\u00B4\u02B9\u02BB\u02BC\u02BD\u02C8\u2018\u2019\u201B\u2032";
    return kOmitted.find(c) != std::u32string_view::npos;
}

const char* tableEntry(char32_t c) {
    const auto row =
        std::lower_bound(kTransliterationTable.begin(), kTransliterationTable.end(), c,
                         [](const TransliterationRow& left, char32_t right) { return left.letter < right; });
    return row != kTransliterationTable.end() && row->letter == c ? row->written : nullptr;
}

/// The letters A to Z for one upper-case letter; empty where there are none.
std::string lettersFor(char32_t c, const TransliterationRules& rules) {
    if (c >= U'A' && c <= U'Z') return std::string(1, static_cast<char>(c));
    if (c == kEnye) return rules.enye;
    if (c == kUDiaeresis) return rules.uDiaeresis;
    const char* written = tableEntry(c);
    return written != nullptr ? written : "";
}

base::Fault noTransliteration(char32_t c) {
    std::string character;
    icu::UnicodeString{static_cast<UChar32>(c)}.toUTF8String(character);
    std::array<char, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, name.data(), static_cast<int32_t>(name.size()), &status);
    return base::Fault{"mrz.no-transliteration"_code,
                       {{"character", character},
                        {"codepoint", fmt::format("U+{:04X}", static_cast<std::uint32_t>(c))},
                        {"name", name.data()}}};
}

}  // namespace

base::Result<std::vector<std::string>> transliterateName(std::string_view name, const TransliterationRules& rules) {
    const icu::UnicodeString upper = icu::UnicodeString::fromUTF8(upperCase(name));
    std::vector<std::string> components(1);
    std::set<char32_t> unknown;
    for (int32_t at = 0; at < upper.length(); at = upper.moveIndex32(at, 1)) {
        const auto c = static_cast<char32_t>(upper.char32At(at));
        if (isSeparator(c)) {
            if (!components.back().empty()) components.emplace_back();
        } else if (!isOmitted(c)) {
            const std::string letters = lettersFor(c, rules);
            if (letters.empty()) unknown.insert(c);
            components.back() += letters;
        }
    }
    if (components.back().empty()) components.pop_back();
    if (unknown.empty()) return components;
    std::vector<base::Fault> faults;
    for (const char32_t c : unknown) faults.push_back(noTransliteration(c));
    return base::Refusal{std::move(faults)};
}

}  // namespace issuance
