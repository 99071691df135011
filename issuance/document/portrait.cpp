// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/portrait.hpp"

#include <algorithm>
#include <string>

#include "chip/lds/image.hpp"
#include "printing/image/image.hpp"

namespace issuance {

using namespace base::literals;

namespace {

constexpr std::size_t kMostSignatureOctets = std::size_t{512} * 1024;
constexpr std::uint32_t kMostSignaturePixels = 4'000'000;

/// Adds the field to each fault, so that the face can say which picture is meant.
base::Refusal about(const char* field, std::vector<base::Fault> faults) {
    for (auto& fault : faults) fault.arguments.emplace_back("field", field);
    return base::Refusal{std::move(faults)};
}

base::Fault tooLarge(std::size_t limit, const char* unit) {
    return {"picture.too-large"_code, {{"limit", std::to_string(limit) + " " + unit}}};
}

/// Whether all of a picture has the same brightness: a lens cap or an empty sheet.
bool isOfOneColour(const printing::Image& image) {
    constexpr int kSpread = 16;
    if (image.pixels.empty()) return true;
    int least = image.pixels.front(), most = least;
    // A picture of anything shows it in its first rows.
    return std::ranges::all_of(image.pixels, [&](int brightness) {
        least = std::min(least, brightness);
        most = std::max(most, brightness);
        return most - least < kSpread;
    });
}

std::vector<base::Fault> sizeFaults(const base::PictureHeader& header, const PortraitRule& rule) {
    std::vector<base::Fault> faults;
    const std::string size = std::to_string(header.width) + " × " + std::to_string(header.height);
    if (header.format != base::PictureFormat::Jpeg && header.format != base::PictureFormat::Jp2)
        faults.push_back({"portrait.wrong-format"_code});
    if (header.width < rule.leastWidth || header.height < rule.leastHeight)
        faults.push_back(
            {"portrait.too-small"_code,
             {{"size", size}, {"limit", std::to_string(rule.leastWidth) + " × " + std::to_string(rule.leastHeight)}}});
    const double aspect = static_cast<double>(header.width) / header.height;
    if (aspect < rule.leastAspect || aspect > rule.mostAspect)
        faults.push_back({"portrait.wrong-proportions"_code, {{"size", size}}});
    if (std::uint64_t{header.width} * header.height > rule.mostPixels)
        faults.push_back(tooLarge(rule.mostPixels, "px"));
    return faults;
}

/// Decodes the whole picture: what is cut short or corrupt shows only then.
base::Result<printing::Image> decodeFully(base::BytesView file, const base::PictureHeader& header,
                                          std::size_t mostPixels) {
    printing::ImageLimits limits;
    limits.octets = file.size();
    limits.pixels = mostPixels;
    auto image = printing::decodeImage(file, limits);
    if (!image || image->width != header.width || image->height != header.height)
        return base::Fault{"picture.damaged"_code};
    return image;
}

}  // namespace

base::Result<base::PictureHeader> checkPortrait(base::BytesView file, const PortraitRule& rule) {
    constexpr const char* kField = "portrait";
    if (file.size() > rule.mostOctets) return about(kField, {tooLarge(rule.mostOctets, "B")});
    const auto header = base::readPictureHeader(file);
    if (!header) return about(kField, header.refusal().faults());
    auto faults = sizeFaults(*header, rule);
    if (!faults.empty()) return about(kField, std::move(faults));
    const auto image = decodeFully(file, *header, rule.mostPixels);
    if (!image) return about(kField, image.refusal().faults());
    if (isOfOneColour(*image)) return about(kField, {{"portrait.empty"_code}});
    if (!chip::lds::imageForChip(file)) return about(kField, {{"portrait.wrong-format"_code}});
    return *header;
}

base::Result<base::PictureHeader> checkSignatureImage(base::BytesView file) {
    constexpr const char* kField = "signature";
    if (file.size() > kMostSignatureOctets) return about(kField, {tooLarge(kMostSignatureOctets, "B")});
    const auto header = base::readPictureHeader(file);
    if (!header) return about(kField, header.refusal().faults());
    if (std::uint64_t{header->width} * header->height > kMostSignaturePixels)
        return about(kField, {tooLarge(kMostSignaturePixels, "px")});
    const auto image = decodeFully(file, *header, kMostSignaturePixels);
    if (!image) return about(kField, image.refusal().faults());
    if (isOfOneColour(*image)) return about(kField, {{"signature.empty"_code}});
    return *header;
}

}  // namespace issuance
