// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/typeface.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kLargestFont = std::size_t{4} * 1024 * 1024;

/// A table of a TrueType file; reading beyond its end throws.
class Table {
   public:
    Table(base::BytesView octets, std::string file) : m_octets(octets), m_file(std::move(file)) {}
    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        if (at + 2 > m_octets.size()) broken("cut short");
        return static_cast<std::uint16_t>(m_octets[at] << 8 | m_octets[at + 1]);
    }
    [[nodiscard]] std::int16_t s16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const { return std::uint32_t{u16(at)} << 16 | u16(at + 2); }
    [[nodiscard]] Table from(std::size_t at) const {
        if (at > m_octets.size()) broken("cut short");
        return {m_octets.subspan(at), m_file};
    }
    /// The table of that name in a font's directory.
    [[nodiscard]] Table named(std::string_view tag) const {
        for (std::size_t entry = 0; entry < u16(4); ++entry) {
            const std::size_t at = 12 + entry * 16;
            if (at + 16 > m_octets.size()) break;
            if (base::textOf(m_octets.subspan(at, 4)) == tag) return from(u32(at + 8));
        }
        broken("lacks table " + std::string{tag});
    }
    [[noreturn]] void broken(const std::string& what) const {
        throw base::Failure{"printing.font-broken"_code, base::NextStep::Stop, m_file, what};
    }

   private:
    base::BytesView m_octets;
    std::string m_file;
};

/// The Windows Unicode subtable of format 4 (basic multilingual plane), the one libharu reads too.
Table unicodeMap(const Table& cmap) {
    for (std::size_t entry = 0; entry < cmap.u16(2); ++entry) {
        const std::size_t at = 4 + entry * 8;
        const Table map = cmap.from(cmap.u32(at + 4));
        if (cmap.u16(at) == 3 && cmap.u16(at + 2) == 1 && map.u16(0) == 4) return map;
    }
    cmap.broken("lacks a Unicode character map");
}

std::map<char32_t, std::uint16_t> glyphsOf(const Table& map) {
    std::map<char32_t, std::uint16_t> glyphs;
    const std::size_t doubled = map.u16(6);
    for (std::size_t segment = 0; segment < doubled; segment += 2) {
        const std::size_t ends = 14 + segment;
        const std::size_t starts = 16 + doubled + segment;
        const std::size_t deltas = starts + doubled;
        const std::size_t offsets = deltas + doubled;
        for (std::uint32_t code = map.u16(starts); code <= map.u16(ends) && code != 0xFFFF; ++code) {
            const std::size_t offset = map.u16(offsets);
            std::uint32_t glyph = code;
            if (offset != 0) glyph = map.u16(offsets + offset + (code - map.u16(starts)) * 2);
            if (offset == 0 || glyph != 0) glyph = (glyph + map.u16(deltas)) & 0xFFFF;
            if (glyph != 0) glyphs[code] = static_cast<std::uint16_t>(glyph);
        }
    }
    return glyphs;
}

}  // namespace

Typeface Typeface::read(const std::filesystem::path& file) {
    const base::Bytes content = base::expected(base::readFile(file, kLargestFont), file.string());
    const Table font{content, file.string()};
    const double unitsAnEm = font.named("head").u16(18);
    const std::size_t metrics = font.named("hhea").u16(34);
    const Table widths = font.named("hmtx");
    const Table os2 = font.named("OS/2");
    if (unitsAnEm == 0 || metrics == 0 || os2.u16(0) < 2) font.broken("has no measures");
    Typeface face;
    face.m_file = file;
    face.m_capHeight = os2.s16(88) / unitsAnEm;
    for (const auto& [character, glyph] : glyphsOf(unicodeMap(font.named("cmap"))))
        face.m_advances[character] = widths.u16(std::min<std::size_t>(glyph, metrics - 1) * 4) / unitsAnEm;
    return face;
}

std::u32string Typeface::characters() const {
    std::u32string all;
    for (const auto& [character, advance] : m_advances) all += character;
    return all;
}

double Typeface::advance(char32_t character) const {
    const auto found = m_advances.find(character);
    return found == m_advances.end() ? 0 : found->second;
}

double Typeface::width(std::u32string_view text, double points) const {
    double ems = 0;
    for (const char32_t character : text) ems += advance(character);
    return ems * points * kMillimetresAPoint;
}

FontSet FontSet::load(const std::filesystem::path& folder) {
    FontSet set;
    set.m_fonts.emplace(FontId::Text, Typeface::read(folder / "noto-sans-regular.ttf"));
    set.m_fonts.emplace(FontId::TextBold, Typeface::read(folder / "noto-sans-bold.ttf"));
    set.m_fonts.emplace(FontId::TextItalic, Typeface::read(folder / "noto-sans-italic.ttf"));
    set.m_fonts.emplace(FontId::TextBoldItalic, Typeface::read(folder / "noto-sans-bold-italic.ttf"));
    set.m_fonts.emplace(FontId::OcrB, Typeface::read(folder / "ocr-b.ttf"));
    return set;
}

}  // namespace printing
