// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/bytes.hpp"

namespace chip::lds {

/// The two compressions a chip may hold (19794-5 table 9; 9303-10 4.7.2.1).
enum class ImageFormat : std::uint8_t { Jpeg = 0, Jpeg2000 = 1 };

/// A compressed image fit for a chip, with the size its own header states, in pixels.
struct Image {
    ImageFormat format = ImageFormat::Jpeg;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    base::Bytes octets = {};
    bool colour = true;
};

/// What an image's own header says; the compressed data is not decoded. Refuses "lds.image-not-accepted" for anything
/// that is neither JPEG nor JPEG 2000 in its JP2 file format, or is cut short before its size is known.
base::Result<Image> readImage(base::BytesView octets);

/// The image as it goes onto a chip: JPEG 2000 as it is; JPEG as plain JFIF (FF D8 FF E0) without EXIF, colour
/// profiles, thumbnails and comments, its compressed data untouched. Refuses "lds.image-not-accepted", also for JPEG in
/// colours that JFIF does not know (CMYK, untransformed RGB).
base::Result<Image> imageForChip(base::BytesView octets);

}  // namespace chip::lds
