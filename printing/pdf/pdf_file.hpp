// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "printing/image/image.hpp"
#include "printing/page/page_design.hpp"

namespace printing {

/// One character of a page's text layer: its cell from the start of its advance to the next.
struct Glyph {
    std::string character;  // UTF-8
    Box box;
};

/// One word of a page's text layer, in millimetres from the upper left corner.
struct TextBox {
    std::string text;  // UTF-8
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    std::vector<Glyph> glyphs = {};
};

/// A PDF opened for reading: pages are counted from 0. One thread at a time.
class PdfFile {
   public:
    /// Refuses "printing.pdf-not-readable".
    static base::Result<PdfFile> open(base::BytesView file);
    PdfFile(PdfFile&&) noexcept;
    PdfFile& operator=(PdfFile&&) noexcept;
    ~PdfFile();

    [[nodiscard]] int pageCount() const;
    /// The whole page, from 0,0.
    [[nodiscard]] base::Result<Box> pageBox(int page) const;
    /// The page, or a part of it, in colour as it would be printed.
    [[nodiscard]] base::Result<Image> rasterise(int page, double dpi, const std::optional<Box>& part = {}) const;
    [[nodiscard]] base::Result<std::vector<TextBox>> text(int page) const;

   private:
    struct State;
    explicit PdfFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The same for one question only.
base::Result<Image> rasterise(base::BytesView pdf, int page, double dpi);
base::Result<std::vector<TextBox>> extractText(base::BytesView pdf, int page);

}  // namespace printing
