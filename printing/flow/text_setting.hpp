// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/flow/drawing.hpp"
#include "printing/flow/flow_document.hpp"
#include "printing/pdf/structure.hpp"

namespace printing {

/// What the last laying out counted, for texts that name it.
struct PageCounts {
    std::size_t pages = 1;
    std::size_t annexPages = 0;
    friend bool operator==(const PageCounts&, const PageCounts&) = default;
};

/// What laying out needs to know beside the blocks, and what it finds on its way.
struct Composition {
    const FontSet& fonts;
    double width = 0;   // of the body, millimetres
    double height = 0;  // of the body, millimetres
    PageCounts counts = {};
    const Hyphenation* hyphenation = nullptr;
    std::size_t pageNumber = 0;  // 0 in the body, where no page is known yet
    bool namesCounts = false;    // a text named one of the counts
    std::vector<base::Fault> faults = {};
    Structure structure = {};

    void complain(base::FailureCode code, const std::string& field, std::string detail = {});
    void complain(const base::Refusal& refusal);
    /// A text that may not be broken does not fit its line at its size.
    void complainOfLength(const std::string& field, double size);

   private:
    void add(base::Fault fault);
};

/// Checked characters, each with its font and its place on an endless line.
struct StyledText {
    std::u32string characters = {};
    std::vector<FontId> fonts = {};
    std::vector<double> offsets = {0};  // millimetres before each character; one more than there are characters
    std::vector<double> hyphens = {};   // how wide a hyphen would be behind each character

    [[nodiscard]] double width(std::size_t begin, std::size_t end) const { return offsets[end] - offsets[begin]; }
};

/// From one character to before another; spaces at its end are left out.
struct TextLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool last = false;     // of the paragraph, or before a line end that was asked for
    bool divided = false;  // ends within a word: a hyphen follows
};

/// Where lines stand and how they fill their width, in millimetres; `size` in points.
struct LinePlace {
    double x = 0;
    double width = 0;
    double size = 10;
    double leading = 1.4;
    FlowAlign align = FlowAlign::Left;
    double firstIndent = 0;
    int tag = 0;  // element of the document's structure

    [[nodiscard]] double lineHeight() const { return size * leading * kMillimetresAPoint; }
};

/// Checks and measures the pieces; faults go to the composition and leave the text empty.
StyledText styled(const Pieces& pieces, double size, Composition& composition);

/// Draws one line whose box begins `top` millimetres down.
void setLine(const StyledText& text, const TextLine& line, const LinePlace& place, double top, Drawing& drawing);

/// Sets a whole text from `top` down; the millimetres it takes.
double setText(const Pieces& pieces, const LinePlace& place, double top, Composition& composition, Drawing& drawing);

}  // namespace printing
