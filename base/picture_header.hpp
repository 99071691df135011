// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"

namespace base {

/// How a picture is stored; JPEG 2000 in its file format JP2 or as a bare codestream.
enum class PictureFormat { Jpeg, Jp2, Jpeg2000Codestream, Png };

/// "jpeg", "jp2", "j2k", "png".
std::string_view nameOf(PictureFormat format);

/// Told by the first octets alone; none for any other file.
std::optional<PictureFormat> pictureFormatOf(BytesView file);

/// What a picture says of itself before anything is decoded: pixels, and components of each (alpha counts as one).
struct PictureHeader {
    PictureFormat format = PictureFormat::Jpeg;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t components = 0;
};

/// Reads the headers up to where compressed data begins, which is not decoded; time and memory are bounded by the
/// file's length. Refuses "picture.unknown-format" and "picture.damaged" (cut short, malformed, or of no size).
Result<PictureHeader> readPictureHeader(BytesView file);

/// A marker segment of a JPEG (ITU-T T.81 B.1.1.4): with its marker and length, and without.
struct JpegSegment {
    std::uint8_t marker = 0;
    BytesView whole;
    BytesView body;
};

/// The segments between the start of image and the first scan, and all octets from that scan on.
struct JpegParts {
    std::vector<JpegSegment> segments;
    BytesView scans;
};

/// Views into the file; none where a segment is malformed or no scan begins.
std::optional<JpegParts> splitJpeg(BytesView file);

}  // namespace base
