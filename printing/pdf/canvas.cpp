// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf/canvas.hpp"

#include <hpdf.h>
#include <hpdf_pages.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/failure.hpp"
#include "printing/page/text.hpp"
#include "printing/pdf/font_placeholders.hpp"

namespace printing {

using namespace base::literals;

namespace {

struct FreeDocument {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Document = std::unique_ptr<HPDF_Doc_Rec, FreeDocument>;

Document newDocument() {
    Document document{HPDF_New(nullptr, nullptr)};
    if (!document) throw std::bad_alloc{};
    HPDF_UseUTFEncodings(document.get());
    HPDF_SetCompressionMode(document.get(), HPDF_COMP_ALL);
    return document;
}

[[noreturn]] void throwNotDrawn(const std::string& what) {
    throw base::Failure{"printing.pdf-not-drawn"_code, base::NextStep::CallSupervisor, "libharu", what};
}

void checkState(HPDF_Doc document, const char* what) {
    if (const HPDF_STATUS error = HPDF_GetError(document); error != HPDF_OK)
        throwNotDrawn(fmt::format("{}: error 0x{:04X}", what, error));
}

base::Bytes fileOf(HPDF_Doc document) {
    HPDF_SaveToStream(document);
    checkState(document, "file");
    base::Bytes file(HPDF_GetStreamSize(document));
    auto size = static_cast<HPDF_UINT32>(file.size());
    HPDF_ReadFromStream(document, file.data(), &size);
    if (size != file.size()) throwNotDrawn("file cut short");
    return file;
}

HPDF_REAL points(double millimetres) { return static_cast<HPDF_REAL>(millimetres / kMillimetresAPoint); }

}  // namespace

struct Canvas::State {
    Document document;
    HPDF_Page page = nullptr;
    const FontSet& fonts;
    std::map<std::string_view, HPDF_Font> loaded = {};  // by placeholder
    double width = 0;
    double height = 0;
    const Structure* structure = nullptr;
    std::vector<std::vector<int>> marked = {};

    /// libharu has no call for marked content (ISO 32000-1 14.6): it is written between the operators that it writes.
    void write(const std::string& operators) {
        auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
        HPDF_Stream_WriteStr(attributes->stream, operators.c_str());
    }

    void begin(int tag) {
        if (structure == nullptr) return;
        if (tag == 0) return write("/Artifact BMC\n");
        const auto number = marked.back().size();
        marked.back().push_back(tag);
        write(fmt::format("/{} <</MCID {}>> BDC\n", structure->nodes[static_cast<std::size_t>(tag)].type, number));
    }

    void end() {
        if (structure != nullptr) write("EMC\n");
    }

    void check(const char* what) const { checkState(document.get(), what); }

    /// What stands for the font of a run until the file is finalised.
    HPDF_Font fontFor(const TextRun& run) {
        const auto extent = extentFor(run.text);
        const auto placeholder =
            std::find_if(kFontPlaceholders.begin(), kFontPlaceholders.end(),
                         [&](const auto& each) { return each.font == run.font && each.extent == extent; });
        auto& font = loaded[placeholder->name];
        if (font == nullptr) font = HPDF_GetFont(document.get(), placeholder->name.data(), nullptr);
        check("font");
        return font;
    }

    /// The characters as the faces have them, by two octets each.
    void show(const std::u32string& text) {
        std::string operators = "<";
        for (const char32_t character : text) operators += fmt::format("{:04X}", static_cast<unsigned>(character));
        write(operators + "> Tj\n");
    }

    void showAt(HPDF_REAL x, HPDF_REAL y, const std::u32string& text) {
        HPDF_Page_SetTextMatrix(page, 1, 0, 0, 1, x, y);
        show(text);
    }

    [[nodiscard]] HPDF_REAL up(double fromTop) const { return points(height - fromTop); }
};

Canvas::Canvas(double width, double height, const FontSet& fonts, const Structure* structure)
    : m_state(new State{newDocument(), nullptr, fonts, {}, width, height, structure}) {
    addPage();
}

void Canvas::addPage() {
    m_state->page = HPDF_AddPage(m_state->document.get());
    HPDF_Page_SetWidth(m_state->page, points(m_state->width));
    HPDF_Page_SetHeight(m_state->page, points(m_state->height));
    m_state->marked.emplace_back();
    m_state->check("page");
}

Canvas::~Canvas() = default;

void Canvas::draw(const Rectangle& rectangle) {
    const Box& box = rectangle.box;
    const auto [red, green, blue] = rectangle.fill;
    m_state->begin(0);
    HPDF_Page_SetRGBFill(m_state->page, static_cast<HPDF_REAL>(red), static_cast<HPDF_REAL>(green),
                         static_cast<HPDF_REAL>(blue));
    HPDF_Page_Rectangle(m_state->page, points(box.x), m_state->up(box.y + box.height), points(box.width),
                        points(box.height));
    HPDF_Page_Fill(m_state->page);
    m_state->end();
    m_state->check("rectangle");
}

void Canvas::draw(const Line& line) {
    const auto [red, green, blue] = line.colour;
    m_state->begin(0);
    HPDF_Page_SetRGBStroke(m_state->page, static_cast<HPDF_REAL>(red), static_cast<HPDF_REAL>(green),
                           static_cast<HPDF_REAL>(blue));
    HPDF_Page_SetLineWidth(m_state->page, points(line.thickness));
    HPDF_Page_MoveTo(m_state->page, points(line.x1), m_state->up(line.y1));
    HPDF_Page_LineTo(m_state->page, points(line.x2), m_state->up(line.y2));
    HPDF_Page_Stroke(m_state->page);
    m_state->end();
    m_state->check("line");
}

void Canvas::draw(const TextRun& run) {
    const auto [red, green, blue] = run.colour;
    HPDF_Font font = m_state->fontFor(run);
    // The PDF states widths in thousandths of an em, rounded: the rest of the pitch goes between the characters.
    const double width =
        run.pitch > 0 ? std::floor(m_state->fonts.of(run.font).advance(run.text[0]) * 1000) / 1000 * run.points : 0;
    const HPDF_REAL space = run.pitch > 0 ? static_cast<HPDF_REAL>(run.pitch / kMillimetresAPoint - width) : 0;
    HPDF_Page_BeginText(m_state->page);
    HPDF_Page_SetRGBFill(m_state->page, static_cast<HPDF_REAL>(red), static_cast<HPDF_REAL>(green),
                         static_cast<HPDF_REAL>(blue));
    HPDF_Page_SetFontAndSize(m_state->page, font, static_cast<HPDF_REAL>(run.points));
    HPDF_Page_SetCharSpace(m_state->page, space);
    m_state->showAt(points(run.x), m_state->up(run.baseline), run.text);
    HPDF_Page_EndText(m_state->page);
    m_state->check("text");
}

void Canvas::draw(std::span<const TextRun> runs) {
    if (runs.empty()) return;
    const TextRun* before = nullptr;
    HPDF_Font fontBefore = nullptr;
    HPDF_Page_BeginText(m_state->page);
    HPDF_Page_SetCharSpace(m_state->page, 0);
    for (const auto& run : runs) {
        if (before == nullptr || before->tag != run.tag) {
            if (before != nullptr) m_state->end();
            m_state->begin(run.tag);
        }
        if (before == nullptr || before->colour != run.colour)
            HPDF_Page_SetRGBFill(m_state->page, static_cast<HPDF_REAL>(run.colour.red),
                                 static_cast<HPDF_REAL>(run.colour.green), static_cast<HPDF_REAL>(run.colour.blue));
        HPDF_Font font = m_state->fontFor(run);
        if (before == nullptr || fontBefore != font || before->points != run.points)
            HPDF_Page_SetFontAndSize(m_state->page, font, static_cast<HPDF_REAL>(run.points));
        m_state->showAt(points(run.x), m_state->up(run.baseline), run.text);
        before = &run;
        fontBefore = font;
    }
    m_state->end();
    HPDF_Page_EndText(m_state->page);
    m_state->check("text");
}

void Canvas::drawAcross(const TextRun& run) {
    const double length = std::hypot(m_state->width, m_state->height);
    const double across = m_state->width / length, up = m_state->height / length;
    const double half = m_state->fonts.of(run.font).width(run.text, run.points) / 2;
    const double below = run.points * kMillimetresAPoint * m_state->fonts.of(run.font).capHeight() / 2;
    const double x = m_state->width / 2 - half * across + below * up;
    const double y = m_state->height / 2 - half * up - below * across;
    m_state->begin(0);
    HPDF_Page_BeginText(m_state->page);
    HPDF_Page_SetRGBFill(m_state->page, static_cast<HPDF_REAL>(run.colour.red),
                         static_cast<HPDF_REAL>(run.colour.green), static_cast<HPDF_REAL>(run.colour.blue));
    HPDF_Page_SetFontAndSize(m_state->page, m_state->fontFor(run), static_cast<HPDF_REAL>(run.points));
    HPDF_Page_SetTextMatrix(m_state->page, static_cast<HPDF_REAL>(across), static_cast<HPDF_REAL>(up),
                            static_cast<HPDF_REAL>(-up), static_cast<HPDF_REAL>(across), points(x), points(y));
    m_state->show(run.text);
    HPDF_Page_EndText(m_state->page);
    m_state->end();
    m_state->check("text");
}

void Canvas::drawAsOne(std::span<const Box> boxes, int tag) {
    if (boxes.empty()) return;
    m_state->begin(tag);
    HPDF_Page_SetRGBFill(m_state->page, 0, 0, 0);
    for (const auto& box : boxes)
        HPDF_Page_Rectangle(m_state->page, points(box.x), m_state->up(box.y + box.height), points(box.width),
                            points(box.height));
    HPDF_Page_Fill(m_state->page);
    m_state->end();
    m_state->check("shape");
}

void Canvas::draw(const PlacedImage& placed) {
    const Image& image = placed.image;
    if (image.pixels.size() != std::size_t{image.width} * image.height * image.channels) throwNotDrawn("image size");
    HPDF_Image drawn = HPDF_LoadRawImageFromMem(m_state->document.get(), image.pixels.data(), image.width, image.height,
                                                image.channels == 1 ? HPDF_CS_DEVICE_GRAY : HPDF_CS_DEVICE_RGB, 8);
    m_state->check("image");
    m_state->begin(placed.tag);
    HPDF_Page_DrawImage(m_state->page, drawn, points(placed.box.x), m_state->up(placed.box.y + placed.box.height),
                        points(placed.box.width), points(placed.box.height));
    m_state->end();
    m_state->check("image");
}

const std::vector<std::vector<int>>& Canvas::marked() const { return m_state->marked; }

base::Bytes Canvas::finish() { return fileOf(m_state->document.get()); }

base::Bytes drawSpecimen(const Typeface& face, const std::u32string& characters) {
    const Document document = newDocument();
    HPDF_Page page = HPDF_AddPage(document.get());
    const char* name = HPDF_LoadTTFontFromFile(document.get(), face.file().c_str(), HPDF_TRUE);
    if (name == nullptr) throwNotDrawn("font " + face.file().string());
    HPDF_Page_BeginText(page);
    HPDF_Page_SetFontAndSize(page, HPDF_GetFont(document.get(), name, "UTF-8"), 1);
    HPDF_Page_TextOut(page, 0, 0, utf8Of(characters).c_str());
    HPDF_Page_EndText(page);
    return fileOf(document.get());
}

}  // namespace printing
