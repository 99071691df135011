// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/picture_header.hpp"

#include <algorithm>
#include <array>

namespace base {

using namespace literals;

namespace {

constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::array<std::uint8_t, 12> kJp2{0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', 0x87, '\n'};
constexpr std::array<std::uint8_t, 4> kCodestream{0xFF, 0x4F, 0xFF, 0x51};
constexpr std::uint8_t kStartOfScan = 0xDA, kFill = 0xFF;

bool startsWith(BytesView file, BytesView mark) {
    return file.size() >= mark.size() && std::equal(mark.begin(), mark.end(), file.begin());
}

/// Reads big-endian numbers; whatever lies beyond the end makes `ok` false and counts as 0.
struct Numbers {
    BytesView octets;
    bool ok = true;

    std::uint64_t at(std::size_t offset, std::size_t width) {
        ok = ok && offset <= octets.size() && octets.size() - offset >= width;
        std::uint64_t value = 0;
        for (std::size_t i = 0; ok && i < width; ++i) value = value << 8U | octets[offset + i];
        return value;
    }
    std::uint32_t four(std::size_t offset) { return static_cast<std::uint32_t>(at(offset, 4)); }
    std::uint32_t two(std::size_t offset) { return static_cast<std::uint32_t>(at(offset, 2)); }
};

using Header = std::optional<PictureHeader>;

bool isFrameHeader(const JpegSegment& segment) {
    const auto marker = segment.marker;
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// The first frame header (ITU-T T.81 B.2.2): precision, height, width, number of components.
Header jpegHeader(BytesView file) {
    const auto parts = splitJpeg(file);
    if (!parts) return std::nullopt;
    const auto frame = std::find_if(parts->segments.begin(), parts->segments.end(), isFrameHeader);
    if (frame == parts->segments.end() || frame->body.size() < 6) return std::nullopt;
    Numbers numbers{frame->body};
    return PictureHeader{PictureFormat::Jpeg, numbers.two(3), numbers.two(1), frame->body[5]};
}

/// The content of the first box of a type in a row of boxes (ITU-T T.800 I.4).
std::optional<BytesView> findBox(BytesView boxes, std::string_view type) {
    for (std::size_t at = 0; at < boxes.size();) {
        Numbers numbers{boxes.subspan(at)};
        const std::uint64_t stated = numbers.four(0);
        const std::size_t head = stated == 1 ? 16 : 8;
        const std::uint64_t length = stated == 1 ? numbers.at(8, 8) : stated == 0 ? boxes.size() - at : stated;
        if (!numbers.ok || length < head || length > boxes.size() - at) return std::nullopt;
        if (textOf(boxes.subspan(at + 4, 4)) == type) return boxes.subspan(at + head, length - head);
        at += length;
    }
    return std::nullopt;
}

/// The image header box in the JP2 header (ITU-T T.800 I.5.3), if a codestream follows.
Header jp2Header(BytesView file) {
    const auto boxes = findBox(file, "jp2h");
    const auto image = boxes ? findBox(*boxes, "ihdr") : std::nullopt;
    if (!image || image->size() < 14 || !findBox(file, "jp2c")) return std::nullopt;
    Numbers numbers{*image};
    return PictureHeader{PictureFormat::Jp2, numbers.four(4), numbers.four(0), numbers.two(8)};
}

/// The SIZ segment that follows SOC (ITU-T T.800 A.5.1): reference grid minus image offset.
Header codestreamHeader(BytesView file) {
    Numbers numbers{file};
    const auto right = numbers.four(8), bottom = numbers.four(12), left = numbers.four(16), top = numbers.four(20),
               components = numbers.two(40);
    if (!numbers.ok || right < left || bottom < top) return std::nullopt;
    return PictureHeader{PictureFormat::Jpeg2000Codestream, right - left, bottom - top, components};
}

/// The IHDR chunk, always the first (ISO/IEC 15948 11.2.2).
Header pngHeader(BytesView file) {
    Numbers numbers{file};
    const auto length = numbers.four(8), width = numbers.four(16), height = numbers.four(20);
    const auto colourType = numbers.at(25, 1);
    if (!numbers.ok || length != 13 || textOf(file.subspan(12, 4)) != "IHDR") return std::nullopt;
    const bool colour = (colourType & 2U) != 0, alpha = (colourType & 4U) != 0;
    return PictureHeader{PictureFormat::Png, width, height, (colour ? 3U : 1U) + (alpha ? 1U : 0U)};
}

Header headerOf(PictureFormat format, BytesView file) {
    switch (format) {
        case PictureFormat::Jpeg: return jpegHeader(file);
        case PictureFormat::Jp2: return jp2Header(file);
        case PictureFormat::Jpeg2000Codestream: return codestreamHeader(file);
        case PictureFormat::Png: return pngHeader(file);
    }
    return std::nullopt;
}

}  // namespace

std::string_view nameOf(PictureFormat format) {
    constexpr std::array<std::string_view, 4> kNames{"jpeg", "jp2", "j2k", "png"};
    return kNames.at(static_cast<std::size_t>(format));
}

std::optional<PictureFormat> pictureFormatOf(BytesView file) {
    if (startsWith(file, kJpeg)) return PictureFormat::Jpeg;
    if (startsWith(file, kJp2)) return PictureFormat::Jp2;
    if (startsWith(file, kCodestream)) return PictureFormat::Jpeg2000Codestream;
    if (startsWith(file, kPng)) return PictureFormat::Png;
    return std::nullopt;
}

Result<PictureHeader> readPictureHeader(BytesView file) {
    const auto format = pictureFormatOf(file);
    if (!format) return Fault{"picture.unknown-format"_code};
    const auto header = headerOf(*format, file);
    if (!header || header->width == 0 || header->height == 0 || header->components == 0)
        return Fault{"picture.damaged"_code};
    return *header;
}

std::optional<JpegParts> splitJpeg(BytesView file) {
    if (!startsWith(file, kJpeg)) return std::nullopt;
    JpegParts parts;
    std::size_t at = 2;
    while (at + 4 <= file.size() && file[at] == kFill) {
        const std::uint8_t marker = file[at + 1];
        if (marker == kFill) {
            ++at;
            continue;
        }
        if (marker == kStartOfScan) {
            parts.scans = file.subspan(at);
            return parts;
        }
        Numbers numbers{file};
        const std::size_t length = numbers.two(at + 2);
        if (length < 2 || length > file.size() - at - 2) return std::nullopt;
        parts.segments.push_back({marker, file.subspan(at, length + 2), file.subspan(at + 4, length - 2)});
        at += length + 2;
    }
    return std::nullopt;
}

}  // namespace base
