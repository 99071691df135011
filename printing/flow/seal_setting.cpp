// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "printing/flow/barcode_symbol.hpp"
#include "printing/flow/block_setting.hpp"

namespace printing {

using namespace base::literals;

namespace {

// Millimetres. A fixed place is what readers of scans look for first.
constexpr double kLeft = 25;
constexpr double kBottom = 30;
constexpr double kSide = 31;
constexpr double kAbove = kSealRoomTop - kBottom - kSide;
constexpr double kNoteGap = 6;
constexpr double kSize = 7.5;  // points
constexpr double kLeading = 1.38;
constexpr double kTolerance = 1e-6;

void setSymbol(base::BytesView octets, double left, Composition& composition, Drawing& drawing) {
    const auto symbol = symbolOf(sealBarcode(octets));
    if (!symbol) return composition.complain(symbol.refusal());
    if (symbol->width > kSide + kTolerance) {
        return composition.complain("printing.barcode-refused"_code, "seal",
                                    fmt::format("{:.1f} mm > {} mm", symbol->width, kSide));
    }
    std::vector<Box> dark = symbol->dark;
    const double quiet = (kSide - symbol->width) / 2;
    for (auto& box : dark) {
        box.x += left + quiet;
        box.y += kAbove + quiet;
    }
    const int tag = composition.structure.add("Figure", 0, "Sello digital visible");
    drawing.symbols.push_back({std::move(dark), tag});
}

/// What stands last stays with the seal: a seal alone on a sheet would vouch for any other.
void keepLastWithNext(Strips& strips) {
    for (auto strip = strips.rbegin(); strip != strips.rend(); ++strip) {
        strip->keepWithNext = true;
        if (strip->height > 0) return;
    }
}

}  // namespace

void setSeal(const VisibleSeal& seal, double left, double below, Composition& composition, Strips& strips) {
    if (below > kSealRoomBottom + kTolerance)
        return composition.complain("printing.document-inconsistent"_code, "footer", "stands in the room of the seal");
    keepLastWithNext(strips);
    Strip strip;
    strip.height = kSealRoomTop - below;
    strip.atFoot = true;
    const double x = kLeft - left;
    if (!seal.octets.empty()) setSymbol(seal.octets, x, composition, strip.drawing);
    const LinePlace code{x, kSide, kSize, kLeading, FlowAlign::Centre, 0, composition.structure.add("P")};
    setText({{seal.code, FontId::TextBold, Computed::No, "code"}}, code, kAbove + kSide, composition, strip.drawing);
    const double note = x + kSide + kNoteGap;
    const LinePlace beside{note, composition.width - note,      kSize, kLeading, FlowAlign::Left,
                           0,    composition.structure.add("P")};
    setText(seal.note, beside, kAbove + 1, composition, strip.drawing);
    strips.push_back(std::move(strip));
}

}  // namespace printing
