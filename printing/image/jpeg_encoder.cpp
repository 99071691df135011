// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>  // jpeglib.h needs FILE

#include <jpeglib.h>

#include <cstdlib>
#include <memory>

#include "printing/image/image.hpp"

namespace printing {

namespace {

struct FreeOctets {
    void operator()(unsigned char* octets) const { std::free(octets); }  // libjpeg allocates with malloc
};

}  // namespace

// libjpeg ends the process on errors; compressing a valid picture into memory has none but lack of memory.
base::Bytes encodeJpeg(const Image& image, int quality, int pixelsPerInch) {
    jpeg_error_mgr errors{};
    jpeg_compress_struct compress{};
    compress.err = jpeg_std_error(&errors);
    jpeg_create_compress(&compress);
    unsigned char* octets = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&compress, &octets, &size);
    compress.image_width = image.width;
    compress.image_height = image.height;
    compress.input_components = static_cast<int>(image.channels);
    compress.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&compress);
    jpeg_set_quality(&compress, quality, TRUE);
    if (pixelsPerInch > 0) {
        compress.density_unit = 1;
        compress.X_density = compress.Y_density = static_cast<UINT16>(pixelsPerInch);
    }
    jpeg_start_compress(&compress, TRUE);
    const std::size_t rowOctets = std::size_t{image.width} * image.channels;
    while (compress.next_scanline < compress.image_height) {
        // The library takes rows it does not change without const.
        auto* row = const_cast<JSAMPROW>(&image.pixels[compress.next_scanline * rowOctets]);
        jpeg_write_scanlines(&compress, &row, 1);
    }
    jpeg_finish_compress(&compress);
    jpeg_destroy_compress(&compress);
    const std::unique_ptr<unsigned char, FreeOctets> owner{octets};
    return {octets, octets + size};
}

}  // namespace printing
