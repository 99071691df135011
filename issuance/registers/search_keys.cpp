// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/search_keys.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "issuance/document/transliteration.hpp"

namespace issuance {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t kMostSounds = 6;

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool isLetterOrDigit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool isOmitted(char c) { return c == '\'' || c == '.' || c == '`'; }

Tokens asciiTokens(std::string_view name) {
    Tokens tokens(1);
    for (const char each : name) {
        const char c = upper(each);
        if (isLetterOrDigit(c))
            tokens.back() += c;
        else if (!isOmitted(c) && !tokens.back().empty())
            tokens.emplace_back();
    }
    if (tokens.back().empty()) tokens.pop_back();
    return tokens;
}

/// Unicode NFKD without marks, in upper case.
icu::UnicodeString withoutMarks(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece{name.data(), static_cast<int32_t>(name.size())});
    const icu::UnicodeString parted = U_SUCCESS(status) ? nfkd->normalize(text, status) : text;
    icu::UnicodeString bare;
    for (int32_t at = 0; at < parted.length(); at = parted.moveIndex32(at, 1))
        if (const UChar32 c = parted.char32At(at); u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
    return bare.toUpper(icu::Locale::getRoot());
}

/// Runs of letters and digits of any script.
Tokens scriptTokens(const icu::UnicodeString& name) {
    Tokens tokens(1);
    for (int32_t at = 0; at < name.length(); at = name.moveIndex32(at, 1)) {
        const UChar32 c = name.char32At(at);
        if (u_isalnum(c) != 0)
            icu::UnicodeString{c}.toUTF8String(tokens.back());
        else if (!tokens.back().empty())
            tokens.emplace_back();
    }
    if (tokens.back().empty()) tokens.pop_back();
    return tokens;
}

Tokens allTokens(std::string_view name) {
    if (isAscii(name)) return asciiTokens(name);
    const icu::UnicodeString bare = withoutMarks(name);
    std::string text;
    bare.toUTF8String(text);
    if (isAscii(text)) return asciiTokens(text);
    const auto written = transliterateName(text, {});
    return written ? *written : scriptTokens(bare);
}

bool isParticle(const std::string& token) {
    static constexpr std::array<std::string_view, 18> kParticles{"DE", "LA",  "LAS", "LOS", "DEL", "Y",
                                                                 "E",  "DA",  "DO",  "DOS", "DAS", "DI",
                                                                 "DU", "VAN", "VON", "DER", "DEN", "EL"};
    return std::find(kParticles.begin(), kParticles.end(), token) != kParticles.end();
}

bool isSoft(char c) { return c == 'E' || c == 'I' || c == 'Y'; }

/// Writes a token's sounds one by one.
class Sounds {
   public:
    explicit Sounds(std::string_view token) : m_token(token) {}
    std::string written() {
        while (m_at < m_token.size()) take();
        return std::move(m_sounds);
    }

   private:
    [[nodiscard]] char ahead(std::size_t by) const { return m_at + by < m_token.size() ? m_token[m_at + by] : '\0'; }
    void put(char sound, std::size_t letters = 1) {
        if (m_sounds.empty() || m_sounds.back() != sound) m_sounds += sound;
        m_at += letters;
    }
    void skip() { ++m_at; }
    void takeG() {
        if (ahead(1) == 'U' && isSoft(ahead(2))) return put('G', 2);
        put(isSoft(ahead(1)) ? 'J' : 'G');
    }
    void takeC() {
        if (ahead(1) == 'H') return put('X', 2);
        put(isSoft(ahead(1)) ? 'S' : 'K');
    }
    /// The E of AE, OE and UE, which stand for Ä, Ö and Ü.
    void takeE() {
        const char before = m_sounds.empty() ? '\0' : m_sounds.back();
        if (before == 'A' || before == 'O' || before == 'U') return skip();
        put('E');
    }
    void take() {
        switch (const char c = m_token[m_at]) {
            case 'H': return skip();
            case 'V': return put('B');
            case 'W': return put('U');
            case 'Z': return put('S');
            case 'X': return put(m_at == 0 ? 'J' : 'S');
            case 'Y': return put('I');
            case 'C': return takeC();
            case 'G': return takeG();
            case 'E': return takeE();
            case 'L': return ahead(1) == 'L' ? put('I', 2) : put('L');
            case 'Q': return put('K', ahead(1) == 'U' ? 2 : 1);
            case 'P': return ahead(1) == 'H' ? put('F', 2) : put('P');
            default: return put(c);
        }
    }
    std::string_view m_token;
    std::size_t m_at = 0;
    std::string m_sounds;
};

/// FNV-1a of 64 bits, without the highest.
std::int64_t numberOf(char kind, std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto add = [&hash](char c) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3U;
    };
    add(kind);
    for (const char c : text) add(c);
    return static_cast<std::int64_t>(hash & 0x7FFF'FFFF'FFFF'FFFFU);
}

Tokens soundsOf(const PersonFound& person) {
    Tokens sounds;
    for (const auto* name : {&person.surnames, &person.givenNames})
        for (const auto& token : foldedTokens(*name)) sounds.push_back(soundOf(token));
    std::sort(sounds.begin(), sounds.end());
    sounds.erase(std::unique(sounds.begin(), sounds.end()), sounds.end());
    if (sounds.size() > kMostSounds) sounds.resize(kMostSounds);
    return sounds;
}

/// All of them but one.
std::string joinedBut(const Tokens& sounds, std::size_t without) {
    std::string text;
    for (std::size_t at = 0; at < sounds.size(); ++at)
        if (at != without) text.append(sounds[at]).append(1, ' ');
    return text;
}

/// The day of birth, alike for a day and a month that changed places.
std::string bornText(base::Date born) {
    const auto [less, more] = std::minmax({static_cast<unsigned>(born.month()), static_cast<unsigned>(born.day())});
    return std::to_string(static_cast<int>(born.year())) + "-" + std::to_string(less) + "-" + std::to_string(more) +
           " ";
}

}  // namespace

std::vector<std::string> foldedTokens(std::string_view name) {
    const Tokens all = allTokens(name);
    Tokens tokens;
    std::copy_if(all.begin(), all.end(), std::back_inserter(tokens),
                 [](const auto& token) { return !isParticle(token); });
    return tokens.empty() ? all : tokens;
}

std::string soundOf(std::string_view token) {
    if (!isAscii(token)) return std::string{token};
    std::string sound = Sounds{token}.written();
    return sound.empty() ? std::string{token} : sound;
}

std::string foldedDocument(std::string_view number) {
    std::string folded;
    for (const char each : number)
        if (const char c = upper(each); isLetterOrDigit(c) || static_cast<unsigned char>(c) >= 0x80) folded += c;
    return folded;
}

std::vector<SearchKey> keysOf(const PersonFound& person) {
    std::vector<SearchKey> keys;
    if (const auto number = foldedDocument(person.document); !number.empty())
        keys.push_back({SearchKey::Kind::Document, numberOf('D', number)});
    const Tokens sounds = soundsOf(person);
    if (sounds.empty()) return keys;
    keys.push_back({SearchKey::Kind::Name, numberOf('N', joinedBut(sounds, sounds.size()))});
    if (person.born)
        for (const auto& sound : sounds)
            keys.push_back({SearchKey::Kind::Born, numberOf('B', bornText(*person.born) + sound)});
    for (std::size_t at = 0; sounds.size() >= 3 && at < sounds.size(); ++at)
        keys.push_back({SearchKey::Kind::PartOfName, numberOf('N', joinedBut(sounds, at))});
    return keys;
}

}  // namespace issuance
