// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "printing/flow/barcode_symbol.hpp"
#include "printing/flow/block_setting.hpp"

namespace printing {

namespace {

constexpr double kLogoHeight = 20;  // millimetres
constexpr double kLogoWidth = 24;
constexpr double kInstitutionSize = 10;
constexpr double kTitleSize = 13;
constexpr double kSignatureGap = 8;  // between two signers
constexpr Colour kBlack{};

Pieces bold(Pieces pieces) {
    for (auto& piece : pieces) piece.font = FontId::TextBold;
    return pieces;
}

Strip institutionOf(const TitleBlock& title, Composition& composition) {
    Strip strip;
    const double side = title.logo ? kLogoWidth + 2 : 0;
    double down = 0;
    for (std::size_t at = 0; at < title.institution.size(); ++at) {
        const double size = at == 0 ? kInstitutionSize + 1 : kInstitutionSize - 1;
        const int tag = composition.structure.add("P");
        const LinePlace place{side, composition.width - 2 * side, size, 1.38, FlowAlign::Centre, 0, tag};
        down += setText(at == 0 ? bold(title.institution[at]) : title.institution[at], place, down, composition,
                        strip.drawing);
    }
    if (title.logo) {
        const Image& image = *title.logo;
        const double scale = std::min(kLogoWidth / image.width, kLogoHeight / image.height);
        const int tag = title.logoText.empty() ? 0 : composition.structure.add("Figure", 0, title.logoText);
        strip.drawing.images.push_back({"logo", {0, 0, image.width * scale, image.height * scale}, image, tag});
        down = std::max(down, image.height * scale);
    }
    down += 1.5;
    strip.drawing.lines.push_back({0, down, composition.width, down, 0.4, kBlack});
    strip.height = down + 4;
    strip.keepWithNext = true;
    return strip;
}

double alignedLeft(FlowAlign align, double width, double available) {
    if (align == FlowAlign::Centre) return (available - width) / 2;
    return align == FlowAlign::Right ? available - width : 0;
}

Strip signersOf(const Signatures& signatures, std::size_t first, std::size_t count, Composition& composition) {
    Strip strip;
    const auto columns = static_cast<double>(std::clamp<std::size_t>(
        static_cast<std::size_t>(std::max(1, signatures.columns)), 1, signatures.signers.size()));
    const double slot = (composition.width - kSignatureGap * (columns - 1)) / columns;
    const double line = std::min(slot, 80.0);
    // A row that is not full stands in the middle.
    const double used = static_cast<double>(count) * slot + static_cast<double>(count - 1) * kSignatureGap;
    double left = (composition.width - used) / 2 + (slot - line) / 2;
    for (std::size_t at = first; at < first + count; ++at) {
        const auto& signer = signatures.signers[at];
        double down = signatures.space;
        if (!signer.key.empty()) strip.drawing.places.push_back({signer.key, {left, 1, line, down - 2}});
        strip.drawing.lines.push_back({left, down, left + line, down, 0.25, kBlack});
        down += 0.8;
        const int tag = composition.structure.add("P");
        const LinePlace place{left, line, signatures.size, 1.38, FlowAlign::Centre, 0, tag};
        down += setText(bold(signer.name), place, down, composition, strip.drawing);
        down += setText(signer.role, place, down, composition, strip.drawing);
        strip.height = std::max(strip.height, down + 2);
        left += slot + kSignatureGap;
    }
    return strip;
}

}  // namespace

void set(const TitleBlock& title, Composition& composition, Strips& strips) {
    if (!title.institution.empty() || title.logo) strips.push_back(institutionOf(title, composition));
    ParagraphStyle style;
    style.align = FlowAlign::Centre;
    style.size = kTitleSize;
    style.after = title.subtitle.empty() ? 4 : 1;
    style.keepWithNext = true;
    set(Paragraph{bold(title.title), style, Paragraph::Role::Title}, composition, strips);
    style.size = kInstitutionSize;
    style.after = 4;
    set(Paragraph{title.subtitle, style}, composition, strips);
}

void set(const Signatures& signatures, Composition& composition, Strips& strips) {
    const auto columns = static_cast<std::size_t>(std::max(1, signatures.columns));
    for (std::size_t first = 0; first < signatures.signers.size(); first += columns) {
        const std::size_t count = std::min(columns, signatures.signers.size() - first);
        Strip row = signersOf(signatures, first, count, composition);
        row.keepWithNext = first + count < signatures.signers.size();
        strips.push_back(std::move(row));
    }
    set(Space{3}, composition, strips);
}

void set(const Picture& picture, Composition& composition, Strips& strips) {
    if (!picture.image || picture.image->width == 0) return;
    Strip strip;
    const Image& image = *picture.image;
    const double width = std::min(picture.width, composition.width);
    strip.height = width * image.height / image.width;
    const double left = alignedLeft(picture.align, width, composition.width);
    strip.drawing.images.push_back(
        {"picture", {left, 0, width, strip.height}, image, composition.structure.add("Figure", 0, picture.text)});
    strips.push_back(std::move(strip));
    set(Space{2}, composition, strips);
}

void set(const Barcode& barcode, Composition& composition, Strips& strips) {
    const auto symbol = symbolOf(barcode);
    if (!symbol) {
        composition.complain(symbol.refusal());
        return;
    }
    Strip strip;
    const double left = alignedLeft(barcode.align, symbol->width, composition.width);
    std::vector<Box> dark = symbol->dark;
    for (auto& box : dark) box.x += left;
    const bool readable = barcode.kind == Barcode::Content::Text;
    const std::string alt = "Código de barras" + (readable ? ": " + barcode.content : "");
    strip.drawing.symbols.push_back({std::move(dark), composition.structure.add("Figure", 0, alt)});
    strip.height = symbol->height + 0.5;
    const int tag = composition.structure.add("P");
    const LinePlace place{left, symbol->width, 7.5, 1.38, FlowAlign::Centre, 0, tag};
    strip.height += setText(barcode.caption, place, strip.height, composition, strip.drawing);
    strips.push_back(std::move(strip));
    set(Space{2}, composition, strips);
}

}  // namespace printing
