// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/job_options.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace printing {

using namespace base::literals;

namespace {

constexpr int kHigh = 5;  // print-quality

template <class T, class V>
bool holds(const std::vector<T>& values, const V& value) {
    return std::ranges::find(values, value) != values.end();
}

/// What is asked for of the printer's media.
struct Medium {
    MediaDimensions size;
    std::string name;
};

/// A self-describing name (PWG 5101.1): "custom_125x88mm_125x88mm".
std::string nameOf(const MediaDimensions& size) {
    const auto measures = fmt::format("{:g}x{:g}mm", size.width / 100.0, size.height / 100.0);
    return "custom_" + measures + "_" + measures;
}

/// The page as the printer states the medium; what lies in it goes before what it would take.
std::optional<Medium> mediumFor(const PrinterCapabilities& printer, const MediaDimensions& page) {
    for (const auto* media : {&printer.ready, &printer.supported})
        for (const auto& medium : *media)
            if (auto size = medium.sizeFor(page))
                return Medium{*size, medium.isFixed() && !medium.name.empty() ? medium.name : nameOf(*size)};
    return std::nullopt;
}

}  // namespace

base::Result<JobOptions> optionsFor(const PrinterCapabilities& printer, const MediaDimensions& page) {
    if (!printer.takesPdf()) return base::Fault{"printing.printer-takes-no-pdf"_code, {}, {}};
    JobOptions options;
    if (printer.fitOf(page) == MediaFit::Lacking)
        return base::Fault{"printing.printer-lacks-media"_code, {{"size", page.text()}}, {}};
    if (const auto medium = mediumFor(printer, page)) {
        if (printer.takesMediaSize)
            options.media = medium->size;
        else
            options.mediaName = medium->name;
    }
    if (!printer.sides.empty() && !holds(printer.sides, "one-sided"))
        return base::Fault{"printing.printer-only-two-sided"_code, {}, {}};
    options.oneSided = !printer.sides.empty();
    options.unscaled = holds(printer.scalings, "none");
    options.inColour = holds(printer.colours, "color");
    options.highQuality = holds(printer.qualities, kHigh);
    if (!printer.resolutions.empty()) options.resolution = std::ranges::max(printer.resolutions);
    return options;
}

}  // namespace printing
