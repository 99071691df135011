// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include "printing/image/decoders.hpp"

namespace printing {
namespace {

constexpr std::size_t kSignature = 8;
constexpr std::size_t kChunkFrame = 12;  // length, type, checksum

std::size_t bigEndian32(base::BytesView octets) {
    return std::size_t{octets[0]} << 24 | std::size_t{octets[1]} << 16 | std::size_t{octets[2]} << 8 | octets[3];
}

// libpng stops reading after the last row; a file that ends before its IEND chunk is incomplete all the same.
bool reachesItsEnd(base::BytesView file) {
    std::size_t at = kSignature;
    while (at + kChunkFrame <= file.size()) {
        const std::size_t length = bigEndian32(file.subspan(at, 4));
        if (length > file.size() - at - kChunkFrame) return false;
        if (base::textOf(file.subspan(at + 4, 4)) == "IEND") return true;
        at += kChunkFrame + length;
    }
    return false;
}

// The simplified interface of libpng 1.6 catches the library's jumps itself and answers with zero and a message.
struct Reader {
    png_image png = {};
    Reader() { png.version = PNG_IMAGE_VERSION; }
    ~Reader() { png_image_free(&png); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
};

}  // namespace

base::Result<Image> decodePng(base::BytesView file, const ImageLimits& limits) {
    if (!reachesItsEnd(file)) return damagedImage("cut short");
    Reader reader;
    png_image& png = reader.png;
    if (png_image_begin_read_from_memory(&png, file.data(), file.size()) == 0) return damagedImage(png.message);
    if (auto size = checkImageSize(png.width, png.height, limits); !size) return size.refusal();
    const bool grey = (png.format & PNG_FORMAT_FLAG_COLOR) == 0;
    png.format = grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    Image image{png.width, png.height, grey ? 1U : 3U, {}};
    const std::size_t rowOctets = std::size_t{image.width} * image.channels;
    image.pixels.resize(rowOctets * image.height);
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&png, &white, image.pixels.data(), static_cast<png_int_32>(rowOctets), nullptr) == 0)
        return damagedImage(png.message);
    return image;
}

}  // namespace printing
