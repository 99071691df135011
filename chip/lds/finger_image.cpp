// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/finger_image.hpp"

#include "base/picture_header.hpp"
#include "chip/lds/record_cursor.hpp"

namespace chip::lds {
namespace {

// Markers of the wavelet scalar quantisation format (FBI IAFIS-IC-0110 appendix A).
constexpr std::size_t kStartOfImage = 0xFFA0, kStartOfFrame = 0xFFA2, kStartOfBlock = 0xFFA3;
constexpr int kMostSegments = 64;
constexpr std::uint32_t kLargestSide = 0xFFFF;

std::optional<FingerImageHeader> readWsq(base::BytesView image) {
    RecordCursor cursor{image};
    if (cursor.number(2) != kStartOfImage) return std::nullopt;
    for (int count = 0; count < kMostSegments && cursor.left() >= 4; ++count) {
        const auto marker = cursor.number(2), length = cursor.number(2);
        if (marker == kStartOfBlock || length < 2) return std::nullopt;
        RecordCursor segment{cursor.take(length - 2)};
        if (marker != kStartOfFrame) continue;
        if (segment.left() < 6) return std::nullopt;
        segment.take(2);  // shades of black and white
        const auto height = segment.number(2), width = segment.number(2);
        return FingerImageHeader{FingerImageFormat::Wsq, static_cast<std::uint16_t>(width),
                                 static_cast<std::uint16_t>(height)};
    }
    return std::nullopt;
}

FingerImageFormat formatOf(base::PictureFormat format) {
    switch (format) {
        case base::PictureFormat::Jpeg: return FingerImageFormat::Jpeg;
        case base::PictureFormat::Png: return FingerImageFormat::Png;
        case base::PictureFormat::Jp2:
        case base::PictureFormat::Jpeg2000Codestream: break;
    }
    return FingerImageFormat::Jpeg2000;
}

}  // namespace

std::optional<FingerImageHeader> readFingerImage(base::BytesView image) {
    if (auto wsq = readWsq(image)) return wsq;
    if (!base::pictureFormatOf(image)) return std::nullopt;
    const auto header = base::readPictureHeader(image);
    if (!header || header->width > kLargestSide || header->height > kLargestSide) return std::nullopt;
    return FingerImageHeader{formatOf(header->format), static_cast<std::uint16_t>(header->width),
                             static_cast<std::uint16_t>(header->height)};
}

}  // namespace chip::lds
