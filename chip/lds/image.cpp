// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/image.hpp"

#include <algorithm>
#include <array>

#include "base/picture_header.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;
using base::PictureFormat;

constexpr std::array<std::uint8_t, 18> kJfif{0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};
constexpr std::uint8_t kApp0 = 0xE0, kApp14 = 0xEE, kApp15 = 0xEF, kComment = 0xFE;
constexpr std::uint32_t kLargestSide = 0xFFFF;

base::Fault notAccepted(std::string_view why) {
    return {"lds.image-not-accepted"_code, {{"why", std::string{why}}}, {}};
}

/// Whether the components mean YCbCr or grey, which is all that JFIF knows.
bool coloursOfJfif(const base::JpegParts& parts, std::uint32_t components) {
    if (components != 1 && components != 3) return false;
    return std::ranges::none_of(parts.segments, [&](const base::JpegSegment& segment) {
        const bool adobe = segment.marker == kApp14 && segment.body.size() >= 12;
        return adobe && components == 3 && segment.body[11] == 0;
    });
}

bool isJfif(const base::JpegSegment& segment) {
    return segment.marker == kApp0 && segment.body.size() >= 14 && base::textOf(segment.body.first(4)) == "JFIF" &&
           segment.body[12] == 0 && segment.body[13] == 0;
}

Bytes asJfif(const base::JpegParts& parts) {
    const auto own = std::ranges::find_if(parts.segments, isJfif);
    Bytes jfif{0xFF, 0xD8};
    base::append(jfif, own == parts.segments.end() ? BytesView{kJfif} : own->whole);
    for (const auto& segment : parts.segments) {
        const bool application = segment.marker >= kApp0 && segment.marker <= kApp15;
        if (!application && segment.marker != kComment) base::append(jfif, segment.whole);
    }
    base::append(jfif, parts.scans);
    return jfif;
}

}  // namespace

base::Result<Image> readImage(BytesView octets) {
    const auto format = base::pictureFormatOf(octets);
    if (!format) return notAccepted("format");
    const auto header = base::readPictureHeader(octets);
    if (!header) return notAccepted(base::nameOf(*format));
    const bool jpeg = header->format == PictureFormat::Jpeg;
    if (!jpeg && header->format != PictureFormat::Jp2) return notAccepted(base::nameOf(*format));
    if (header->width > kLargestSide || header->height > kLargestSide) return notAccepted("size");
    return Image{jpeg ? ImageFormat::Jpeg : ImageFormat::Jpeg2000, static_cast<std::uint16_t>(header->width),
                 static_cast<std::uint16_t>(header->height), Bytes{octets.begin(), octets.end()},
                 header->components >= 3};
}

base::Result<Image> imageForChip(BytesView octets) {
    auto image = readImage(octets);
    if (!image || image->format == ImageFormat::Jpeg2000) return image;
    const auto parts = base::splitJpeg(octets);
    if (!coloursOfJfif(*parts, base::readPictureHeader(octets)->components)) return notAccepted("colour");
    image->octets = asJfif(*parts);
    return image;
}

}  // namespace chip::lds
