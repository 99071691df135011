// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/page_comparison.hpp"

#include <algorithm>
#include <cmath>

namespace issuance {
namespace {

using namespace base::literals;

constexpr double kResolution = 80;  // dots an inch: the least mark of a text covers one of them
constexpr int kSeen = 40;           // of 255: a difference that an eye sees
constexpr double kRim = 0.4;        // millimetres around a place that its own edge smears over

bool sameSize(const printing::Box& left, const printing::Box& right) {
    return std::abs(left.width - right.width) < 0.01 && std::abs(left.height - right.height) < 0.01;
}

/// Whether a dot lies in one of the places of a page.
bool allowed(const std::vector<LaterPlace>& places, int page, double x, double y) {
    return std::ranges::any_of(places, [&](const LaterPlace& place) {
        const auto& box = place.box;
        return place.page == page && x >= box.x - kRim && x <= box.x + box.width + kRim && y >= box.y - kRim &&
               y <= box.y + box.height + kRim;
    });
}

bool differs(const printing::Image& before, const printing::Image& after, int page,
             const std::vector<LaterPlace>& places) {
    if (before.width != after.width || before.height != after.height) return true;
    for (std::size_t i = 0; i < before.pixels.size(); i += before.channels) {
        int darker = 0, lighter = 0;
        for (std::size_t channel = 0; channel < before.channels; ++channel) {
            const int change = int{after.pixels[i + channel]} - int{before.pixels[i + channel]};
            lighter = std::max(lighter, change);
            darker = std::max(darker, -change);
        }
        if (std::max(darker, lighter) < kSeen) continue;
        const auto dot = i / before.channels;
        const double x = (static_cast<double>(dot % before.width) + 0.5) * 25.4 / kResolution;
        const double y = (static_cast<double>(dot / before.width) + 0.5) * 25.4 / kResolution;
        // What stood in the place must still be there; what was added is the signature's own.
        if (lighter < kSeen && allowed(places, page, x, y)) continue;
        return true;
    }
    return false;
}

base::Fault onPage(base::FailureCode code, int page) {
    return {std::move(code), {{"page", std::to_string(page + 1)}}, {}};
}

std::vector<base::Fault> compared(const printing::PdfFile& before, const printing::PdfFile& after, int page,
                                  const std::vector<LaterPlace>& places) {
    const auto had = before.pageBox(page), has = after.pageBox(page);
    if (!had) return had.refusal().faults();
    if (!has) return has.refusal().faults();
    if (!sameSize(*had, *has)) return {onPage("verification.page-differs"_code, page)};
    if (std::max(had->width, had->height) > kLargestPage) return {onPage("verification.page-too-large"_code, page)};
    const auto one = before.rasterise(page, kResolution), other = after.rasterise(page, kResolution);
    if (!one) return one.refusal().faults();
    if (!other) return other.refusal().faults();
    if (differs(*one, *other, page, places)) return {onPage("verification.page-differs"_code, page)};
    return {};
}

}  // namespace

std::vector<base::Fault> visibleChanges(base::BytesView revision, base::BytesView file,
                                        const std::vector<LaterPlace>& places) {
    const auto before = printing::PdfFile::open(revision), after = printing::PdfFile::open(file);
    if (!before) return before.refusal().faults();
    if (!after) return after.refusal().faults();
    if (before->pageCount() != after->pageCount()) return {{"verification.pages-differ"_code, {}, {}}};
    if (before->pageCount() > kMostPages)
        return {{"verification.too-many-pages"_code, {{"limit", std::to_string(kMostPages)}}, {}}};
    std::vector<base::Fault> faults;
    for (int page = 0; page < before->pageCount(); ++page)
        for (auto& fault : compared(*before, *after, page, places)) faults.push_back(std::move(fault));
    return faults;
}

}  // namespace issuance
