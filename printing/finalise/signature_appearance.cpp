// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/draw_page.hpp"
#include "printing/finalise/signature_field.hpp"

namespace printing {

namespace {

constexpr double kMargin = 1.5;     // millimetres
constexpr double kThickness = 0.2;  // of the frame
constexpr double kSmallest = 4;     // points
constexpr double kLargest = 9;
constexpr double kLeading = 1.2;

void addFrame(PageDesign& design) {
    const double left = kThickness / 2, top = kThickness / 2;
    const double right = design.width - left, bottom = design.height - top;
    for (const auto& line : {Line{left, top, right, top, kThickness}, Line{right, top, right, bottom, kThickness},
                             Line{right, bottom, left, bottom, kThickness}, Line{left, bottom, left, top, kThickness}})
        design.lines.push_back(line);
}

/// The lines share the height equally; the first is bold.
void addLines(PageDesign& design, PageValues& values, const SignatureAppearance& appearance, double left) {
    if (appearance.lines.empty()) return;
    const double width = design.width - left - kMargin;
    const double height = (design.height - 2 * kMargin) / static_cast<double>(appearance.lines.size());
    const double size = std::min(kLargest, height / kMillimetresAPoint / kLeading);
    for (std::size_t i = 0; i < appearance.lines.size(); ++i) {
        const auto name = "line " + std::to_string(i + 1);
        const TextStyle style{i == 0 ? FontId::TextBold : FontId::Text, size, std::min(kSmallest, size)};
        const Box box{left, kMargin + static_cast<double>(i) * height, width, height};
        design.texts.push_back({name, box, "", 0, style, true});
        values.texts[name] = appearance.lines[i];
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
    double left = kMargin;
    if (!appearance.image.empty()) {
        const double side = appearance.height - 2 * kMargin;
        design.images.push_back({"image", {kMargin, kMargin, side, side}, ImageField::Fit::Contain});
        values.images["image"] = appearance.image;
        left += side + kMargin;
    }
    addLines(design, values, appearance, left);
    return drawPage(design, values);
}

}  // namespace printing
