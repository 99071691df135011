// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "printing/page/typeface.hpp"

namespace printing {

/// A rectangle in millimetres from the page's upper left corner.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    [[nodiscard]] bool contains(double px, double py) const {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }
    friend bool operator==(const Box&, const Box&) = default;
};

/// Red, green, blue from 0 to 1.
struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Align { Left, Centre, Right };

/// How a text is set: it starts at `size` points and shrinks to `minimum` until it fits its box in at most `lines`
/// lines, broken at spaces only.
struct TextStyle {
    FontId font = FontId::Text;
    double size = 8;
    double minimum = 8;
    int lines = 1;
    Align align = Align::Left;
    Colour colour = {};
};

/// A value that the caller gives, under its caption in Spanish and English (9303-3 3.3).
struct TextField {
    std::string name;
    Box box;
    std::string label;     // "Apellidos / Surname", empty for none
    double labelSize = 0;  // points
    TextStyle style;
    bool mayBeEmpty = false;

    /// The part of the box below the caption, where the value stands.
    [[nodiscard]] Box valueBox() const;
};

struct ImageField {
    enum class Fit { Contain, Crop };
    std::string name;
    Box box;
    Fit fit = Fit::Contain;
    /// How a text is set that stands in the picture's place; none where there must be a picture.
    std::optional<TextStyle> instead = {};
};

struct StaticText {
    Box box;
    TextStyle style;
    std::string text;
};

struct Line {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    double thickness = 0;
    Colour colour = {};
};

struct Rectangle {
    Box box;
    Colour fill = {};
};

/// The machine-readable zone: OCR-B size 1, one character every `pitch` millimetres (9303-3 4.4).
struct MrzField {
    double x = 0;  // left edge of the first character's cell
    double pitch = 2.54;
    std::size_t characters = 0;   // in each line
    std::vector<double> centres;  // reference centre line of each line, from the upper edge
};

/// One page or card side: what stands on it and where. Read from XML, immutable, may be used by many threads.
class PageDesign {
   public:
    /// Reads `<templates>/pages/….xml`; schema and fonts come from the folders beside it. Refuses what the schema
    /// refuses ("xml.…") and "printing.design-inconsistent" (arguments "field", "detail"; where = line).
    static base::Result<PageDesign> load(const std::filesystem::path& file);

    /// From now on the page says that it was made for training: its marks are fixed parts of it, for whoever draws it
    /// and whoever inspects it.
    void markForTraining();

    std::string name;
    std::string title;     // of the document, holds no personal data
    std::string language;  // "es"
    double width = 0;      // millimetres
    double height = 0;
    std::vector<Rectangle> rectangles;
    std::vector<Line> lines;
    std::vector<StaticText> staticTexts;
    std::vector<StaticText> trainingMarks;  // not on the page, unless markForTraining puts them there
    std::vector<TextField> texts;
    std::vector<ImageField> images;
    std::optional<MrzField> mrz;
    std::shared_ptr<const FontSet> fonts;
};

}  // namespace printing
