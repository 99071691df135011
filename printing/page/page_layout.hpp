// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/image/image.hpp"
#include "printing/page/page_design.hpp"

namespace printing {

/// What one holder's page says. Images are files as the order brought them (JPEG, JPEG 2000, PNG); where the design
/// lets a text stand instead of one, it is among the texts.
struct PageValues {
    std::map<std::string, std::string> texts;  // by field name, UTF-8
    std::vector<std::string> mrzLines;
    std::map<std::string, base::Bytes> images;  // by field name
};

/// Those of a document's values that the design has fields for: a card has two sides and one set of values.
PageValues valuesFor(const PageDesign& design, const PageValues& all);

/// One line of characters at its place.
struct TextRun {
    std::string field = {};  // the field it belongs to; "text" and "mrz" for those
    FontId font = FontId::Text;
    double points = 0;
    double x = 0;         // millimetres from the left edge
    double baseline = 0;  // millimetres from the upper edge
    double pitch = 0;     // millimetres from character to character; 0 for the font's own widths
    std::u32string text = {};
    Colour colour = {};
    int tag = 0;  // element of the document's structure
};

struct PlacedImage {
    std::string name;
    Box box;
    Image image;
    int tag = 0;  // element of the document's structure
};

/// Everything of a page that depends on the values, placed and checked, ready to be drawn or compared with.
struct PageLayout {
    std::vector<TextRun> runs;
    std::vector<PlacedImage> images;
};

/// Places the design's texts and the values. Refuses with every fault at once; where = field name:
/// "printing.value-missing", "printing.value-unknown", "printing.text-not-utf8", "printing.text-not-composed",
/// "printing.character-missing" (argument "character" as U+XXXX), "printing.text-too-long" (argument "minimum"),
/// "printing.mrz-wrong-shape", and what decodeImage refuses.
base::Result<PageLayout> layOut(const PageDesign& design, const PageValues& values);

/// Size in points that makes OCR-B's own width the pitch: 9.96 for 2.54 mm (9303-3 4.4).
double ocrSize(const Typeface& ocrB, double pitch);

}  // namespace printing
