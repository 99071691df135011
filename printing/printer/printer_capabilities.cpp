// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/printer_capabilities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "printing/pdf/pdf_file.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr int kTolerance = 50;  // hundredths of a millimetre: what names of media are rounded by

int hundredths(double millimetres) { return static_cast<int>(std::lround(millimetres * 100)); }

std::optional<int> within(int length, int least, int most) {
    if (length < least - kTolerance || length > most + kTolerance) return std::nullopt;
    return std::clamp(length, least, most);
}

bool holdsSize(const std::vector<MediaSize>& media, const MediaDimensions& page) {
    return std::ranges::any_of(media, [&](const auto& medium) { return medium.sizeFor(page).has_value(); });
}

}  // namespace

std::string MediaDimensions::text() const { return fmt::format("{:g} × {:g} mm", width / 100.0, height / 100.0); }

MediaDimensions dimensionsOf(double width, double height) { return {hundredths(width), hundredths(height)}; }

base::Result<MediaDimensions> dimensionsOf(base::BytesView pdf) {
    const auto file = PdfFile::open(pdf);
    if (!file) return file.refusal();
    std::optional<MediaDimensions> common;
    for (int page = 0; page < file->pageCount(); ++page) {
        const auto box = file->pageBox(page);
        if (!box) return box.refusal();
        const auto size = dimensionsOf(box->width, box->height);
        if (!common) common = size;
        if (std::abs(size.width - common->width) > kTolerance || std::abs(size.height - common->height) > kTolerance)
            return base::Fault{
                "printing.pages-of-several-sizes"_code, {{"first", common->text()}, {"other", size.text()}}, {}};
    }
    if (!common) return base::Fault{"printing.pdf-not-readable"_code, {{"detail", "no page"}}, {}};
    return *common;
}

std::optional<MediaDimensions> MediaSize::sizeFor(const MediaDimensions& page) const {
    for (const auto& [width, height] : {std::pair{page.width, page.height}, std::pair{page.height, page.width}}) {
        const auto across = within(width, least.width, most.width);
        const auto along = within(height, least.height, most.height);
        if (across && along) return MediaDimensions{*across, *along};
    }
    return std::nullopt;
}

bool PrinterCapabilities::takesPdf() const { return std::ranges::find(formats, "application/pdf") != formats.end(); }

MediaFit PrinterCapabilities::fitOf(const MediaDimensions& page) const {
    if (holdsSize(ready, page)) return MediaFit::Ready;
    if (holdsSize(supported, page)) return MediaFit::Supported;
    return ready.empty() && supported.empty() ? MediaFit::NotStated : MediaFit::Lacking;
}

}  // namespace printing
