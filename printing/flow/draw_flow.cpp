// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/draw_flow.hpp"

#include <algorithm>
#include <cmath>

#include "printing/flow/block_setting.hpp"
#include "printing/flow/page_filling.hpp"
#include "printing/page/checked_text.hpp"
#include "printing/pdf/canvas.hpp"
#include "printing/pdf/finalise_pdf.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kMostPages = 5000;
constexpr int kMostLayouts = 5;  // until the counts that the text names are those of the text
constexpr double kBandGap = 4;   // millimetres between bands and body
constexpr double kBandLeading = 1.4;
constexpr double kLeastBody = 40;          // millimetres
constexpr double kLargestWatermark = 110;  // points

struct Sheet {
    double width;
    double height;
};

Sheet sheetOf(PageSize size) {
    switch (size) {
        case PageSize::A4: return {210, 297};
        case PageSize::Oficio: return {215.9, 330.2};
        default: return {215.9, 279.4};
    }
}

double heightOf(const std::vector<Band>& bands) {
    double height = bands.empty() ? 0 : kBandGap;
    for (const auto& band : bands) height += band.size * kBandLeading * kMillimetresAPoint;
    return height;
}

/// The body: what margins and bands leave of the sheet.
Box bodyOf(const FlowDocument& document) {
    const Sheet sheet = sheetOf(document.size);
    const Margins& margins = document.margins;
    const double above = margins.top + heightOf(document.header);
    return {margins.left, above, sheet.width - margins.left - margins.right,
            sheet.height - above - margins.bottom - heightOf(document.footer)};
}

void setBand(const Band& band, double top, Composition& composition, Drawing& drawing) {
    const auto put = [&](const Pieces& pieces, FlowAlign align) {
        const StyledText text = styled(pieces, band.size, composition);
        const LinePlace place{0, composition.width, band.size, kBandLeading, align, 0};
        setLine(text, {0, text.characters.size(), true}, place, top, drawing);
        return text.offsets.back();
    };
    const double left = put(band.left, FlowAlign::Left);
    const double centre = put(band.centre, FlowAlign::Centre);
    const double right = put(band.right, FlowAlign::Right);
    const double beside = (composition.width - centre) / 2;
    const bool sidesMeet = left + right > composition.width;
    const bool centreIsMet = centre > 0 && (left > beside || right > beside);
    if (sidesMeet || centreIsMet || beside < 0) composition.complainOfLength("band", band.size);
}

void setBands(const std::vector<Band>& bands, double top, Composition& composition, Drawing& drawing) {
    for (const auto& band : bands) {
        setBand(band, top, composition, drawing);
        top += band.size * kBandLeading * kMillimetresAPoint;
    }
}

/// The body's pages and what they say, once the counts that the text names are those it has.
struct Settled {
    FilledPages filled;
    Structure structure;
};

base::Result<Settled> settledPages(const FlowDocument& document, const Box& body) {
    PageCounts counts;
    for (int attempt = 0; attempt < kMostLayouts; ++attempt) {
        Composition composition{*document.fonts, body.width, body.height, counts, document.hyphenation.get()};
        Strips strips;
        for (const auto& block : document.blocks)
            std::visit([&](const auto& content) { set(content, composition, strips); }, block);
        if (document.seal)
            setSeal(*document.seal, body.x, sheetOf(document.size).height - body.y - body.height, composition, strips);
        for (const auto& strip : strips)
            if (strip.height + (strip.heading ? strip.heading->height : 0) > body.height)
                composition.complain("printing.block-too-tall"_code, "text");
        if (!composition.faults.empty()) return base::Refusal{std::move(composition.faults)};
        FilledPages filled = fillPages(std::move(strips), body.height);
        if (filled.pages.size() > kMostPages) {
            return base::Fault{"printing.document-too-long"_code, {{"limit", std::to_string(kMostPages)}}, {}};
        }
        const PageCounts found{filled.pages.size(), filled.annexPages()};
        if (!composition.namesCounts || found == counts)
            return Settled{std::move(filled), std::move(composition.structure)};
        counts = found;
    }
    return base::Fault{"printing.page-count-unsettled"_code};
}

void drawOn(Canvas& canvas, const Drawing& drawing) {
    for (const auto& rectangle : drawing.rectangles) canvas.draw(rectangle);
    for (const auto& line : drawing.lines) canvas.draw(line);
    for (const auto& image : drawing.images) canvas.draw(image);
    for (const auto& symbol : drawing.symbols) canvas.drawAsOne(symbol.dark, symbol.tag);
    canvas.draw(drawing.runs);
}

/// As large as the sheet's diagonal allows; a seal's corner of the sheet stays clear.
base::Result<std::optional<TextRun>> watermarkOf(const FlowDocument& document) {
    if (document.watermark.empty()) return std::optional<TextRun>{};
    const Sheet sheet = sheetOf(document.size);
    const Typeface& face = document.fonts->of(FontId::TextBold);
    auto text = checkedText(document.watermark, face, "watermark");
    if (!text) return text.refusal();
    const double most = (document.seal ? 0.55 : 0.7) * std::hypot(sheet.width, sheet.height);
    const double size = std::min(kLargestWatermark, most / std::max(face.width(*text, 1), 0.01));
    return std::optional<TextRun>{{{}, FontId::TextBold, size, 0, 0, 0, std::move(*text), document.watermarkColour}};
}

}  // namespace

base::Result<LaidOutFlow> layOut(const FlowDocument& document) {
    const Box body = bodyOf(document);
    if (!document.fonts || body.width < kLeastBody || body.height < kLeastBody)
        return base::Fault{"printing.document-inconsistent"_code,
                           {{"field", "document"}, {"detail", "no fonts or no room between the margins"}},
                           "document"};
    auto settled = settledPages(document, body);
    if (!settled) return settled.refusal();
    FilledPages& filled = settled->filled;
    const PageCounts counts{filled.pages.size(), filled.annexPages()};
    Composition composition{*document.fonts, body.width, body.height, counts, document.hyphenation.get()};
    LaidOutFlow laidOut{{}, std::move(settled->structure), {}};
    for (std::size_t at = 0; at < filled.pages.size(); ++at) {
        composition.pageNumber = at + 1;
        Drawing bands;
        setBands(document.header, document.margins.top, composition, bands);
        setBands(document.footer, body.y + body.height + kBandGap, composition, bands);
        Drawing page;
        page.add(std::move(filled.pages[at]), body.x, body.y);
        page.add(std::move(bands), body.x, 0);
        for (const auto& place : page.places)
            laidOut.signatures.push_back({place.key, static_cast<int>(at), place.box});
        laidOut.pages.push_back(std::move(page));
    }
    if (!composition.faults.empty()) return base::Refusal{std::move(composition.faults)};
    return laidOut;
}

base::Result<DrawnFlow> drawPlaced(const FlowDocument& document) {
    auto laidOut = layOut(document);
    if (!laidOut) return laidOut.refusal();
    const auto watermark = watermarkOf(document);
    if (!watermark) return watermark.refusal();
    const Sheet sheet = sheetOf(document.size);
    Canvas canvas{sheet.width, sheet.height, *document.fonts, &laidOut->structure};
    for (std::size_t at = 0; at < laidOut->pages.size(); ++at) {
        if (at > 0) canvas.addPage();
        if (*watermark) canvas.drawAcross(**watermark);
        drawOn(canvas, laidOut->pages[at]);
        laidOut->pages[at] = {};
    }
    DrawnFlow drawn{{}, laidOut->pages.size(), std::move(laidOut->signatures)};
    const base::Bytes file = canvas.finish();
    drawn.pdf =
        finalisePdf(file, *document.fonts, {document.title, document.language, document.author, document.created},
                    TaggedContents{std::move(laidOut->structure), canvas.marked()});
    return drawn;
}

base::Result<base::Bytes> draw(const FlowDocument& document) {
    auto drawn = drawPlaced(document);
    if (!drawn) return drawn.refusal();
    return std::move(drawn->pdf);
}

}  // namespace printing
