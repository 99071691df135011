// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>

#include "issuance/document/portrait.hpp"

namespace issuance {

using namespace base::literals;

namespace {

constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::array<std::uint8_t, 12> kJp2{0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', 0x87, '\n'};
constexpr std::array<std::uint8_t, 4> kCodestream{0xFF, 0x4F, 0xFF, 0x51};

bool startsWith(base::BytesView file, base::BytesView mark) {
    return file.size() >= mark.size() && std::equal(mark.begin(), mark.end(), file.begin());
}

/// Big-endian number at an offset; none where the file ends before.
std::optional<std::uint32_t> numberAt(base::BytesView file, std::size_t at, std::size_t octets) {
    if (at > file.size() || file.size() - at < octets) return std::nullopt;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < octets; ++i) number = number << 8 | file[at + i];
    return number;
}

using Size = std::optional<std::pair<std::uint32_t, std::uint32_t>>;

Size sizeAt(base::BytesView file, std::size_t widthAt, std::size_t heightAt, std::size_t octets) {
    const auto width = numberAt(file, widthAt, octets);
    const auto height = numberAt(file, heightAt, octets);
    if (!width || !height) return std::nullopt;
    return std::pair{*width, *height};
}

bool isFrameHeader(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the marker segments up to the frame header (ITU-T T.81 B.2.2).
Size jpegSize(base::BytesView file) {
    std::size_t at = 2;
    while (true) {
        const auto prefix = numberAt(file, at, 1);
        const auto marker = numberAt(file, at + 1, 1);
        if (!prefix || !marker || *prefix != 0xFF) return std::nullopt;
        if (*marker == 0xFF) {
            ++at;
            continue;
        }
        const auto length = numberAt(file, at + 2, 2);
        if (!length || *length < 2 || *marker == 0xDA) return std::nullopt;
        if (isFrameHeader(*marker)) return sizeAt(file, at + 7, at + 5, 2);
        at += 2 + *length;
    }
}

/// The SIZ segment that follows SOC (ITU-T T.800 A.5.1): reference grid minus image offset.
Size codestreamSize(base::BytesView file) {
    const auto grid = sizeAt(file, 8, 12, 4);
    const auto offset = sizeAt(file, 16, 20, 4);
    if (!grid || !offset || grid->first < offset->first || grid->second < offset->second) return std::nullopt;
    return std::pair{grid->first - offset->first, grid->second - offset->second};
}

/// Walks the boxes up to the image header inside the JP2 header (ITU-T T.800 I.5.3).
Size jp2Size(base::BytesView file) {
    constexpr std::uint32_t kHeaderBox = 0x6A703268;  // jp2h
    constexpr std::uint32_t kImageBox = 0x69686472;   // ihdr
    std::size_t at = 0;
    while (true) {
        const auto length = numberAt(file, at, 4);
        const auto type = numberAt(file, at + 4, 4);
        if (!length || !type) return std::nullopt;
        if (*type == kImageBox) return sizeAt(file, at + 12, at + 8, 4);
        if (*type != kHeaderBox && *length < 8) return std::nullopt;
        at += *type == kHeaderBox ? 8 : *length;
    }
}

Size pngSize(base::BytesView file) { return sizeAt(file, 16, 20, 4); }

base::Result<PictureHeader> headerOf(PictureFormat format, const Size& size) {
    if (!size || size->first == 0 || size->second == 0) return base::Fault{"picture.damaged"_code};
    return PictureHeader{format, size->first, size->second};
}

}  // namespace

std::string_view nameOf(PictureFormat format) {
    return format == PictureFormat::Jpeg ? "jpeg" : format == PictureFormat::Jpeg2000 ? "jpeg2000" : "png";
}

base::Result<PictureHeader> readPictureHeader(base::BytesView file) {
    if (startsWith(file, kJpeg)) return headerOf(PictureFormat::Jpeg, jpegSize(file));
    if (startsWith(file, kJp2)) return headerOf(PictureFormat::Jpeg2000, jp2Size(file));
    if (startsWith(file, kCodestream)) return headerOf(PictureFormat::Jpeg2000, codestreamSize(file));
    if (startsWith(file, kPng)) return headerOf(PictureFormat::Png, pngSize(file));
    return base::Fault{"picture.unknown-format"_code};
}

}  // namespace issuance
