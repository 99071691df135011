// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace printing {

/// Where Spanish words may be divided, by the patterns of templates/hyphenation. May be used by many threads.
class Hyphenation {
   public:
    /// Throws "printing.hyphenation-broken": the patterns are part of the installation.
    static Hyphenation load(const std::filesystem::path& file);
    Hyphenation(Hyphenation&&) noexcept;
    Hyphenation& operator=(Hyphenation&&) noexcept;
    ~Hyphenation();

    /// How many characters stand before each place, in order; at least two before the first and three behind the last.
    /// Only words of small letters are divided: never names, abbreviations or numbers.
    [[nodiscard]] std::vector<std::size_t> placesIn(std::u32string_view word) const;

   private:
    struct Patterns;
    explicit Hyphenation(std::unique_ptr<Patterns> patterns);
    std::unique_ptr<Patterns> m_patterns;
};

/// What is drawn where a word is divided; readers that join the parts know it (ISO 32000-1 14.8.2.2.3).
inline constexpr char32_t kDividingHyphen = 0x00AD;

}  // namespace printing
