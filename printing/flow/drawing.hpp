// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "printing/page/page_layout.hpp"

namespace printing {

/// Where an electronic signature of a signer can be seen.
struct SignaturePlace {
    std::string key;  // of the signer
    Box box;          // millimetres
};

/// The dark parts of a barcode.
struct PlacedSymbol {
    std::vector<Box> dark;
    int tag = 0;  // element of the document's structure
};

/// Shapes and texts at their places, in millimetres from an upper left corner.
struct Drawing {
    std::vector<Rectangle> rectangles = {};
    std::vector<Line> lines = {};
    std::vector<TextRun> runs = {};
    std::vector<PlacedImage> images = {};
    std::vector<PlacedSymbol> symbols = {};
    std::vector<SignaturePlace> places = {};

    /// Takes over another drawing, moved to the right and down.
    void add(Drawing drawing, double right, double down);
    /// The same as an artifact, for what is set again on other pages.
    [[nodiscard]] Drawing untagged() const;
};

/// A part of a page that is never broken: pages are filled with strips from above.
struct Strip {
    enum class Begins { Nothing, Page, Annex };
    double before = 0;  // millimetres of white above it, except at the top of a page
    double height = 0;
    bool keepWithNext = false;
    Begins begins = Begins::Nothing;
    bool atFoot = false;                        // stands at the page's foot, wherever what is above it ends
    Drawing drawing = {};                       // from the strip's own upper left corner
    std::shared_ptr<const Strip> heading = {};  // set again above it where it begins a page
};

}  // namespace printing
