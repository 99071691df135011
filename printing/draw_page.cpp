// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/draw_page.hpp"

#include "printing/pdf/canvas.hpp"
#include "printing/pdf/finalise_pdf.hpp"

namespace printing {

base::Result<base::Bytes> drawPage(const PageDesign& design, const PageValues& values) {
    const auto layout = layOut(design, values);
    if (!layout) return layout.refusal();
    Canvas canvas{design.width, design.height, *design.fonts};
    for (const auto& rectangle : design.rectangles) canvas.draw(rectangle);
    for (const auto& line : design.lines) canvas.draw(line);
    for (const auto& image : layout->images) canvas.draw(image);
    for (const auto& run : layout->runs) canvas.draw(run);
    return finalisePdf(canvas.finish(), *design.fonts, {design.title, design.language});
}

}  // namespace printing
