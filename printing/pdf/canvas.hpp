// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "printing/page/page_layout.hpp"
#include "printing/pdf/structure.hpp"

namespace printing {

/// A file being drawn, page by page; the only user of libharu. It is given checked characters, our own fonts and
/// decoded pixels only, because libharu checks none of them. One canvas belongs to one thread. Throws
/// "printing.pdf-not-drawn".
class Canvas {
   public:
    /// Begins with one empty page; sizes in millimetres. With a structure, whatever is drawn is marked as content of
    /// the element that its tag names, or as an artifact.
    Canvas(double width, double height, const FontSet& fonts, const Structure* structure = nullptr);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Begins another page of the same size; what is drawn from here on stands on it.
    void addPage();
    void draw(const Rectangle& rectangle);
    void draw(const Line& line);
    void draw(const TextRun& run);
    /// Many runs at the fonts' own widths, written more compactly than one by one.
    void draw(std::span<const TextRun> runs);
    /// A run across the page, from its lower left to its upper right, in the middle; the run's place is not looked at.
    void drawAcross(const TextRun& run);
    /// Black boxes as one shape, so that no seam shows where they touch.
    void drawAsOne(std::span<const Box> boxes, int tag = 0);
    void draw(const PlacedImage& image);
    /// What was marked on each page.
    [[nodiscard]] const std::vector<std::vector<int>>& marked() const;
    /// The file as libharu writes it, with placeholders for the fonts: for finalisePdf only.
    [[nodiscard]] base::Bytes finish();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A file whose only font is the face with the characters: for finaliseSpecimen only. Throws "printing.pdf-not-drawn".
base::Bytes drawSpecimen(const Typeface& face, const std::u32string& characters);

}  // namespace printing
