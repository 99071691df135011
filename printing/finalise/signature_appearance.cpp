// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/draw_page.hpp"
#include "printing/finalise/signature_field.hpp"

namespace printing {

namespace {

constexpr double kMargin = 1.5;     // millimetres
constexpr double kThickness = 0.1;  // of the frame
constexpr double kBar = 1.0;        // width of the bar at the left
constexpr double kSmallest = 4;     // points
constexpr double kLeading = 1.25;
constexpr Colour kInk{0.07, 0.16, 0.33}, kGrey{0.35, 0.35, 0.35}, kFrame{0.62, 0.66, 0.72};

/// One row: its text, its part of the height against the others, and how large it may be.
struct Row {
    std::string field, text;
    FontId font;
    double weight, largest;  // points
    Colour colour;
};

std::vector<Row> rowsOf(const SignatureAppearance& appearance) {
    std::vector<Row> rows;
    const auto add = [&](Row row) {
        if (!row.text.empty()) rows.push_back(std::move(row));
    };
    add({"caption", appearance.caption, FontId::TextItalic, 0.8, 6.5, kGrey});
    add({"name", appearance.name, FontId::TextBold, 1.3, 10, kInk});
    add({"role", appearance.role, FontId::Text, 1.0, 8, {}});
    for (std::size_t i = 0; i < appearance.lines.size(); ++i)
        add({"line " + std::to_string(i + 1), appearance.lines[i], FontId::Text, 0.85, 7, kGrey});
    return rows;
}

void addFrame(PageDesign& design) {
    const double left = kThickness / 2, top = kThickness / 2;
    const double right = design.width - left, bottom = design.height - top;
    design.rectangles.push_back({{0, 0, kBar, design.height}, kInk});
    for (auto line : {Line{left, top, right, top, kThickness}, Line{right, top, right, bottom, kThickness},
                      Line{right, bottom, left, bottom, kThickness}}) {
        line.colour = kFrame;
        design.lines.push_back(line);
    }
}

/// The rows share the height by their weights; where they do not need all of it, they stand in its middle.
void addRows(PageDesign& design, PageValues& values, const std::vector<Row>& rows, double left) {
    double weights = 0, needed = 0;
    for (const auto& row : rows) weights += row.weight;
    const double whole = design.height - 2 * kMargin, width = design.width - left - kMargin;
    std::vector<double> heights;
    for (const auto& row : rows) {
        heights.push_back(std::min(whole * row.weight / weights, row.largest * kLeading * kMillimetresAPoint));
        needed += heights.back();
    }
    double y = kMargin + (whole - needed) / 2;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double size = heights[i] / kMillimetresAPoint / kLeading;
        TextStyle style{rows[i].font, size, std::min(kSmallest, size)};
        style.colour = rows[i].colour;
        design.texts.push_back({rows[i].field, {left, y, width, heights[i]}, "", 0, style, true});
        values.texts[rows[i].field] = rows[i].text;
        y += heights[i];
    }
}

}  // namespace

base::Result<base::Bytes> drawSignatureAppearance(const SignatureAppearance& appearance) {
    PageDesign design;
    design.name = "signature";
    design.title = "Firma electrónica";
    design.language = "es";
    design.width = appearance.width;
    design.height = appearance.height;
    design.fonts = appearance.fonts;
    addFrame(design);
    PageValues values;
    double left = kBar + kMargin;
    if (!appearance.image.empty()) {
        const double side = appearance.height - 2 * kMargin;
        design.images.push_back({"image", {left, kMargin, side, side}, ImageField::Fit::Contain});
        values.images["image"] = appearance.image;
        left += side + kMargin;
    }
    if (const auto rows = rowsOf(appearance); !rows.empty()) addRows(design, values, rows, left);
    return drawPage(design, values);
}

}  // namespace printing
