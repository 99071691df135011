// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>  // jpeglib.h needs FILE

#include <jpeglib.h>

#include <cstdlib>
#include <memory>

#include "issuance/training/drawing.hpp"

namespace issuance::training {

namespace {

struct FreeOctets {
    void operator()(unsigned char* octets) const { std::free(octets); }  // libjpeg allocates with malloc
};

}  // namespace

// libjpeg ends the process on errors; compressing a valid picture into memory has none but lack of memory.
base::Bytes Drawing::asJpeg(int quality) const {
    jpeg_error_mgr errors{};
    jpeg_compress_struct compress{};
    compress.err = jpeg_std_error(&errors);
    jpeg_create_compress(&compress);
    unsigned char* octets = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&compress, &octets, &size);
    compress.image_width = static_cast<JDIMENSION>(m_width);
    compress.image_height = static_cast<JDIMENSION>(m_height);
    compress.input_components = 3;
    compress.in_color_space = JCS_RGB;
    jpeg_set_defaults(&compress);
    jpeg_set_quality(&compress, quality, TRUE);
    compress.density_unit = 1;  // pixels per inch
    compress.X_density = compress.Y_density = 300;
    jpeg_start_compress(&compress, TRUE);
    const std::size_t rowOctets = static_cast<std::size_t>(m_width) * 3;
    while (compress.next_scanline < compress.image_height) {
        // The library takes rows it does not change without const.
        auto* row = const_cast<JSAMPROW>(&m_pixels[compress.next_scanline * rowOctets]);
        jpeg_write_scanlines(&compress, &row, 1);
    }
    jpeg_finish_compress(&compress);
    jpeg_destroy_compress(&compress);
    const std::unique_ptr<unsigned char, FreeOctets> owner{octets};
    return {octets, octets + size};
}

}  // namespace issuance::training
