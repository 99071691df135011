// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "printing/image/image.hpp"

/// One decoder a format, each the only user of its library.
namespace printing {

base::Result<Image> decodeJpeg(base::BytesView file, const ImageLimits& limits);
base::Result<Image> decodeJpeg2000(base::BytesView file, const ImageLimits& limits);
base::Result<Image> decodePng(base::BytesView file, const ImageLimits& limits);

/// "printing.image-damaged" with what the library says.
base::Fault damagedImage(std::string_view detail);
/// "printing.image-too-large" unless both sides and their product stay within the limits and above zero.
base::Outcome checkImageSize(std::uint64_t width, std::uint64_t height, const ImageLimits& limits);

}  // namespace printing
