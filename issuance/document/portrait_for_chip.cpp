// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/portrait_for_chip.hpp"

#include "chip/lds/image.hpp"
#include "printing/image/image.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using chip::lds::ImageFormat;

constexpr int kLeastQuality = 40, kMostQuality = 95;
/// Below a ratio the picture is as good as it gets; beyond one a face is no longer what it was.
constexpr double kLeastRatio = 4.0, kMostRatio = 90.0;
/// A size is near enough to its target from this share of it on; each attempt costs a whole compression.
constexpr double kNearEnough = 0.96;
constexpr int kMostAttempts = 6;

base::Fault doesNotFit(std::size_t octets) {
    return {"portrait.does-not-fit"_code, {{"limit", std::to_string(octets)}}, {}};
}

bool fits(const chip::lds::Image& image, const chip::PortraitForm& form) {
    return image.format == form.format && image.width <= form.width && image.height <= form.height &&
           image.octets.size() <= form.octets;
}

/// The best quality whose picture is no larger than the target.
base::Result<base::Bytes> jpegWithin(const printing::Image& image, std::size_t octets) {
    auto best = printing::encodeJpeg(image, kLeastQuality);
    if (best.size() > octets) return doesNotFit(octets);
    int good = kLeastQuality, bad = kMostQuality + 1;
    while (bad - good > 1) {
        const int quality = (good + bad) / 2;
        auto attempt = printing::encodeJpeg(image, quality);
        if (attempt.size() <= octets) {
            good = quality;
            best = std::move(attempt);
        } else {
            bad = quality;
        }
    }
    return best;
}

/// The least compression ratio whose picture is no larger than the target, by the size that each ratio gave.
base::Result<base::Bytes> jpeg2000Within(const printing::Image& image, std::size_t octets) {
    const auto raw = static_cast<double>(image.pixels.size()), target = static_cast<double>(octets);
    double ratio = std::max(raw / target, kLeastRatio);
    base::Bytes best;
    for (int attempt = 0; attempt < kMostAttempts && ratio <= kMostRatio; ++attempt) {
        auto octetsNow = printing::encodeJpeg2000(image, ratio);
        const auto size = static_cast<double>(octetsNow.size());
        if (size <= target && octetsNow.size() > best.size()) best = std::move(octetsNow);
        if (size <= target && (size >= kNearEnough * target || ratio == kLeastRatio)) break;
        constexpr double kAimed = 0.99;  // a little below, so that the next one fits
        ratio = std::max(ratio * size / (kAimed * target), kLeastRatio);
    }
    if (best.empty()) return doesNotFit(octets);
    return best;
}

printing::Image sized(printing::Image image, const chip::PortraitForm& form) {
    const double proportion = static_cast<double>(form.width) / form.height;
    image = printing::cropToProportion(image, proportion);
    if (image.width <= form.width) return image;
    return printing::scaledDown(image, form.width, form.height);
}

}  // namespace

base::Result<base::Bytes> portraitForChip(base::BytesView file, const chip::PortraitForm& form) {
    if (auto own = chip::lds::imageForChip(file); own && fits(*own, form)) return std::move(own->octets);
    auto image = printing::decodeImage(file);
    if (!image) return image.refusal();
    const auto portrait = sized(*std::move(image), form);
    return form.format == ImageFormat::Jpeg ? jpegWithin(portrait, form.octets) : jpeg2000Within(portrait, form.octets);
}

}  // namespace issuance
