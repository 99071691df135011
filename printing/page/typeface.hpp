// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"

namespace printing {

/// The fonts that are shipped in templates/fonts; no other is ever loaded.
enum class FontId { Text, TextBold, TextItalic, TextBoldItalic, OcrB };

constexpr double kMillimetresAPoint = 25.4 / 72.0;

/// What is known of a TrueType font without drawing: which characters it has, and how wide they are.
class Typeface {
   public:
    /// Throws "printing.font-broken".
    static Typeface read(const std::filesystem::path& file);

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// All that it has a glyph for.
    [[nodiscard]] std::u32string characters() const;
    [[nodiscard]] bool covers(char32_t character) const { return m_advances.count(character) > 0; }
    /// How far a character advances, in em; 0 for one without a glyph.
    [[nodiscard]] double advance(char32_t character) const;
    /// Millimetres that a text takes at a size in points; characters without a glyph count nothing.
    [[nodiscard]] double width(std::u32string_view text, double points) const;
    /// Height of capitals, in em.
    [[nodiscard]] double capHeight() const { return m_capHeight; }

   private:
    std::filesystem::path m_file;
    std::map<char32_t, double> m_advances;  // in em
    double m_capHeight = 0;
};

/// All fonts of a folder, read once and shared by the designs that use them.
class FontSet {
   public:
    static FontSet load(const std::filesystem::path& folder);
    [[nodiscard]] const Typeface& of(FontId id) const { return m_fonts.at(id); }

   private:
    std::map<FontId, Typeface> m_fonts;
};

}  // namespace printing
