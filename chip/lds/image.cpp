// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/image.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace chip::lds {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;

constexpr std::array<std::uint8_t, 12> kJp2Signature{0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A};
constexpr std::array<std::uint8_t, 18> kJfif{0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};
constexpr std::uint8_t kApp0 = 0xE0, kApp14 = 0xEE, kApp15 = 0xEF, kComment = 0xFE, kStartOfScan = 0xDA;

base::Fault notAccepted(std::string_view why) {
    return {"lds.image-not-accepted"_code, {{"why", std::string{why}}}, {}};
}

bool startsWith(BytesView octets, BytesView start) {
    return octets.size() >= start.size() && std::ranges::equal(octets.first(start.size()), start);
}

std::size_t number(BytesView octets, std::size_t at, std::size_t width) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = (value << 8U) | octets[at + i];
    return value;
}

/// A marker segment before the first scan (ITU-T T.81 B.1.1.4).
struct Segment {
    std::uint8_t marker = 0;
    BytesView whole;
    BytesView body;
};

/// The segments up to and without the start of scan, and what follows them.
struct JpegParts {
    std::vector<Segment> segments;
    BytesView scans;
};

std::optional<JpegParts> takeApart(BytesView jpeg) {
    JpegParts parts;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size()) {
        if (jpeg[at] != 0xFF) return std::nullopt;
        const std::uint8_t marker = jpeg[at + 1];
        if (marker == 0xFF) {  // fill octet
            ++at;
            continue;
        }
        if (marker == kStartOfScan) {
            parts.scans = jpeg.subspan(at);
            return parts;
        }
        const std::size_t length = number(jpeg, at + 2, 2);
        if (length < 2 || at + 2 + length > jpeg.size()) return std::nullopt;
        parts.segments.push_back({marker, jpeg.subspan(at, length + 2), jpeg.subspan(at + 4, length - 2)});
        at += length + 2;
    }
    return std::nullopt;
}

bool isFrameHeader(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

const Segment* frameOf(const JpegParts& parts) {
    const auto found = std::ranges::find_if(parts.segments, [](const Segment& segment) {
        return isFrameHeader(segment.marker) && segment.body.size() >= 6;
    });
    return found == parts.segments.end() ? nullptr : &*found;
}

base::Result<Image> readJpeg(BytesView octets) {
    const auto parts = takeApart(octets);
    const Segment* const frame = parts ? frameOf(*parts) : nullptr;
    if (frame == nullptr) return notAccepted("JPEG");
    Image image{ImageFormat::Jpeg, static_cast<std::uint16_t>(number(frame->body, 3, 2)),
                static_cast<std::uint16_t>(number(frame->body, 1, 2)), Bytes{octets.begin(), octets.end()},
                frame->body[5] != 1};
    if (image.width == 0 || image.height == 0) return notAccepted("JPEG");
    return image;
}

/// The content of the first box of the type in a row of boxes (ISO/IEC 15444-1 I.4).
std::optional<BytesView> findBox(BytesView boxes, std::string_view type) {
    for (std::size_t at = 0; at + 8 <= boxes.size();) {
        const std::size_t stated = number(boxes, at, 4);
        const std::size_t length = stated == 0 ? boxes.size() - at : stated;
        if (length < 8 || length > boxes.size() - at) return std::nullopt;
        if (base::textOf(boxes.subspan(at + 4, 4)) == type) return boxes.subspan(at + 8, length - 8);
        at += length;
    }
    return std::nullopt;
}

base::Result<Image> readJp2(BytesView octets) {
    const auto header = findBox(octets, "jp2h");
    const auto size = header ? findBox(*header, "ihdr") : std::nullopt;
    if (!size || size->size() < 14 || !findBox(octets, "jp2c")) return notAccepted("JPEG 2000");
    const std::size_t height = number(*size, 0, 4);
    const std::size_t width = number(*size, 4, 4);
    if (width == 0 || height == 0 || width > 0xFFFF || height > 0xFFFF) return notAccepted("JPEG 2000");
    return Image{ImageFormat::Jpeg2000, static_cast<std::uint16_t>(width), static_cast<std::uint16_t>(height),
                 Bytes{octets.begin(), octets.end()}, number(*size, 8, 2) >= 3};
}

/// Whether the components mean YCbCr or grey, which is all that JFIF knows.
bool coloursOfJfif(const JpegParts& parts, const Segment& frame) {
    const std::uint8_t components = frame.body[5];
    if (components != 1 && components != 3) return false;
    return std::ranges::none_of(parts.segments, [&](const Segment& segment) {
        const bool adobe = segment.marker == kApp14 && segment.body.size() >= 12;
        return adobe && components == 3 && segment.body[11] == 0;
    });
}

bool isJfif(const Segment& segment) {
    return segment.marker == kApp0 && segment.body.size() >= 14 && base::textOf(segment.body.first(4)) == "JFIF" &&
           segment.body[12] == 0 && segment.body[13] == 0;
}

Bytes asJfif(const JpegParts& parts) {
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
    if (startsWith(octets, kJp2Signature)) return readJp2(octets);
    if (octets.size() > 4 && octets[0] == 0xFF && octets[1] == 0xD8) return readJpeg(octets);
    return notAccepted("format");
}

base::Result<Image> imageForChip(BytesView octets) {
    auto image = readImage(octets);
    if (!image || image->format == ImageFormat::Jpeg2000) return image;
    const auto parts = takeApart(octets);
    if (!coloursOfJfif(*parts, *frameOf(*parts))) return notAccepted("colour");
    image->octets = asJfif(*parts);
    return image;
}

}  // namespace chip::lds
