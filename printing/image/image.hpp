// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "base/bytes.hpp"

namespace printing {

/// A decoded picture: rows from top to bottom without padding, 8 bits a sample, grey (1 channel) or RGB (3 channels).
struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 0;
    base::Bytes pixels = {};
};

/// What a picture may cost at most, before and after decoding.
struct ImageLimits {
    std::size_t octets = std::size_t{8} * 1024 * 1024;
    std::uint32_t side = 8192;
    std::size_t pixels = std::size_t{16} * 1024 * 1024;
};

/// JPEG, JPEG 2000 (file or bare codestream) or PNG, told by its first octets. Transparency is laid on white. Refuses
/// "printing.image-unknown-format", "printing.image-too-large" (arguments "limit") and "printing.image-damaged"
/// (argument "detail") for what is cut short, corrupt or of a form that no portrait has (CMYK, subsampled JPEG 2000).
base::Result<Image> decodeImage(base::BytesView file, const ImageLimits& limits = {});

/// JFIF of a grey or RGB picture with sides of 1 to 65500 pixels, quality 1 to 100; 0 pixels an inch where nobody knows
/// them. Equal pictures give equal octets.
base::Bytes encodeJpeg(const Image& image, int quality, int pixelsPerInch = 0);

/// JP2 of a grey or RGB picture, irreversibly compressed to about one `ratio`-th of its samples' octets (1 and more);
/// sizes vary by some percent and the file's boxes add to them. Equal pictures give equal octets.
base::Bytes encodeJpeg2000(const Image& image, double ratio);

/// PNG of a grey or RGB picture, without loss.
base::Bytes encodePng(const Image& image);

/// A picture of that size, each side at most the picture's own; each sample is the mean of the area that it covers.
Image scaledDown(const Image& image, std::uint32_t width, std::uint32_t height);

/// Half the width and height, rounded up; each sample is the mean of four.
Image halved(const Image& image);

/// The middle part of a picture with the given proportion of width to height; nothing is stretched.
Image cropToProportion(const Image& image, double widthToHeight);

/// Mean brightness (0 to 255) of `columns` by `rows` equal parts of a picture, row by row.
std::vector<double> brightnessGrid(const Image& image, std::uint32_t columns, std::uint32_t rows);

}  // namespace printing
