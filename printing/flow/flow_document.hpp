// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "printing/image/image.hpp"
#include "printing/page/page_design.hpp"
#include "printing/page/typeface.hpp"

/// A flowing document as a value: what it says, in which order and style, and nothing of where lines and pages end.
namespace printing {

class Hyphenation;

/// A number that only the laid out document knows.
enum class Computed {
    No,
    PageNumber,
    PageCount,
    PageCountInWords,
    PageCountForm,
    AnnexPageCount,
    AnnexPageCountInWords
};

/// A stretch of text in one font. White space counts as one space; a piece that is "\n" ends the line. `source` names
/// the value it came from, for refusals. PageNumber stands in bands only.
struct TextPiece {
    std::string text;  // UTF-8
    FontId font = FontId::Text;
    Computed computed = Computed::No;
    std::string source = {};
    std::string plural = {};  // of a PageCountForm, whose singular is the text
};
using Pieces = std::vector<TextPiece>;

enum class FlowAlign { Left, Justified, Centre, Right };

/// Size in points, distances in millimetres, leading in parts of the size.
struct ParagraphStyle {
    double size = 10;
    FlowAlign align = FlowAlign::Left;
    double before = 0;
    double after = 2;
    double leading = 1.4;
    double indent = 0;
    double firstIndent = 0;  // of the first line, beyond `indent`
    bool keepWithNext = false;
};

struct Paragraph {
    enum class Role { Text, Title, Heading };
    Pieces pieces;
    ParagraphStyle style = {};
    Role role = Role::Text;
};

/// Items under one another, each with its mark hanging before it.
struct NumberedList {
    enum class Marks { Decimal, Letters, Roman, Bullets };
    Marks marks = Marks::Decimal;
    std::vector<Pieces> items;
    ParagraphStyle style = {};
};

/// The institution above, a rule, then what the document is.
struct TitleBlock {
    std::vector<Pieces> institution;         // lines, the first one bold
    std::shared_ptr<const Image> logo = {};  // at the left, or none
    std::string logoText = {};               // read aloud in its place
    Pieces title;
    Pieces subtitle = {};
};

struct Column {
    enum class Width { Millimetres, Share };
    double width = 1;
    Width unit = Width::Share;
    FlowAlign align = FlowAlign::Left;
};

/// A header repeated on every page and rows that are never split unless one is taller than a page.
struct Table {
    enum class Rules { None, Rows, Grid };
    enum class Stripes { None, Zebra };
    enum class FirstColumn { Data, Headings };
    std::vector<Column> columns;
    std::vector<Pieces> header = {};  // one entry a column, or none at all
    std::vector<std::vector<Pieces>> rows;
    Pieces whenEmpty = {};  // what stands there when there are no rows
    Rules rules = Rules::Rows;
    Stripes stripes = Stripes::None;
    FirstColumn firstColumn = FirstColumn::Data;  // what its cells are to readers
    double size = 9;
    double after = 3;
};

/// Names and their values in two columns.
struct KeyValues {
    struct Entry {
        Pieces key;
        Pieces value;
    };
    std::vector<Entry> entries;
    double keyWidth = 45;
    double size = 10;
    double after = 3;
};

/// Many short texts set row by row in equal columns; each row begins with the ordinal of its first entry, and the
/// heading stands again on every page.
struct SerialColumns {
    Pieces heading;
    std::vector<std::string> entries;
    std::string source = {};  // of the list, for refusals
    int columns = 6;
    double size = 8;
};

/// Lines to sign on, set beside one another and kept on one page where that is possible. What is above the line of a
/// signer with a key is kept free for the appearance of an electronic signature; drawPlaced says where it is.
struct Signatures {
    struct Signer {
        Pieces name;
        Pieces role;
        std::string key = {};  // "certificador"
    };
    std::vector<Signer> signers;
    int columns = 2;
    double space = 16;  // millimetres above each line
    double size = 9;
};

struct Barcode {
    enum class Symbology { Code128, Qr, Pdf417, DataMatrix };
    /// Text is UTF-8 and says so to readers where the symbology can; octets come back as they are.
    enum class Content { Text, Octets };
    Symbology symbology = Symbology::Code128;
    std::string content;
    std::string source = {};
    double width = 30;   // millimetres with the quiet zone
    double height = 12;  // of the bars of Code 128; the other symbologies follow from the width
    FlowAlign align = FlowAlign::Left;
    Pieces caption = {};
    Content kind = Content::Text;
    double leastSymbol = 0;  // millimetres without the quiet zone: `width` grows until the symbol has them
    double leastModule = 0;  // the same of one module
};

/// A picture in the text; its height follows from the width.
struct Picture {
    std::shared_ptr<const Image> image;
    std::string text;   // read aloud in its place
    double width = 40;  // millimetres
    FlowAlign align = FlowAlign::Centre;
};

struct RuleLine {
    double after = 3;
};

struct Space {
    double height = 5;
};

/// What follows begins a page; an annex also counts its own pages from there to the end.
struct PageBreak {
    enum class Begins { Page, Annex };
    Begins begins = Begins::Page;
};

using FlowBlock = std::variant<Paragraph, NumberedList, TitleBlock, Table, KeyValues, SerialColumns, Signatures,
                               Barcode, Picture, RuleLine, Space, PageBreak>;

/// One line above or below every page's body.
struct Band {
    Pieces left = {};
    Pieces centre = {};
    Pieces right = {};
    double size = 7.5;
};

/// Guatemala's oficio is 8.5 by 13 inches.
enum class PageSize { Letter, A4, Oficio };

/// Millimetres; everything, bands too, stands within them.
struct Margins {
    double top = 20;
    double right = 20;
    double bottom = 18;
    double left = 25;
};

/// The visible digital seal: at the same place of the last page always, 25 mm from the left edge of the sheet and 30 mm
/// from the lower one, in a square of 31 mm. Its room is kept while there are no octets yet, so that pages can be
/// counted before the seal is made.
struct VisibleSeal {
    base::Bytes octets = {};  // of signing/seals
    std::string code = {};    // for people, below the symbol
    Pieces note = {};         // beside the symbol: how to verify
};

struct FlowDocument {
    std::string title;  // of the file, holds no personal data
    std::string author = {};
    std::string language = "es";
    std::optional<base::Timestamp> created = {};
    PageSize size = PageSize::Letter;
    Margins margins = {};
    std::vector<Band> header = {};
    std::vector<Band> footer = {};
    std::vector<FlowBlock> blocks;
    std::optional<VisibleSeal> seal = {};
    std::string watermark = {};  // light, across each page and below its text: "BORRADOR"
    Colour watermarkColour = {0.9, 0.9, 0.9};
    std::shared_ptr<const FontSet> fonts;
    std::shared_ptr<const Hyphenation> hyphenation = {};  // divides words of justified text, where there is one
};

}  // namespace printing
