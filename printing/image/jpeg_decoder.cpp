// SPDX-License-Identifier: GPL-3.0-or-later
#include <csetjmp>
#include <cstddef>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

#include "printing/image/decoders.hpp"

namespace printing {
namespace {

// libjpeg reports errors by a function that must not return: it jumps back to the step that called the library. The
// steps own nothing with a destructor, so that the jump skips none.
struct Reader {
    jpeg_decompress_struct jpeg = {};
    jpeg_error_mgr errors = {};
    std::jmp_buf back = {};
    char message[JMSG_LENGTH_MAX] = {};

    Reader() {
        jpeg.err = jpeg_std_error(&errors);
        errors.error_exit = [](j_common_ptr common) { giveUp(common); };
        errors.emit_message = [](j_common_ptr common, int level) {
            if (level < 0) giveUp(common);  // a warning means corrupt or missing data
        };
        errors.output_message = [](j_common_ptr) {};
        jpeg.client_data = this;
    }
    ~Reader() { jpeg_destroy_decompress(&jpeg); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[noreturn]] static void giveUp(j_common_ptr common) {
        auto* reader = static_cast<Reader*>(common->client_data);
        common->err->format_message(common, reader->message);
        std::longjmp(reader->back, 1);
    }
};

bool readHeader(Reader& reader, const std::uint8_t* file, unsigned long size) {
    if (setjmp(reader.back) != 0) return false;
    jpeg_create_decompress(&reader.jpeg);
    reader.jpeg.client_data = &reader;
    jpeg_mem_src(&reader.jpeg, file, size);
    jpeg_read_header(&reader.jpeg, TRUE);
    return true;
}

bool readRows(Reader& reader, std::uint8_t* pixels, std::size_t rowOctets) {
    if (setjmp(reader.back) != 0) return false;
    jpeg_start_decompress(&reader.jpeg);
    while (reader.jpeg.output_scanline < reader.jpeg.output_height) {
        JSAMPROW row = pixels + rowOctets * reader.jpeg.output_scanline;
        jpeg_read_scanlines(&reader.jpeg, &row, 1);
    }
    jpeg_finish_decompress(&reader.jpeg);
    return true;
}

}  // namespace

base::Result<Image> decodeJpeg(base::BytesView file, const ImageLimits& limits) {
    Reader reader;
    if (!readHeader(reader, file.data(), static_cast<unsigned long>(file.size()))) return damagedImage(reader.message);
    if (auto size = checkImageSize(reader.jpeg.image_width, reader.jpeg.image_height, limits); !size)
        return size.refusal();
    const bool grey = reader.jpeg.num_components == 1;
    if (!grey && reader.jpeg.num_components != 3) return damagedImage("neither grey nor colour of three components");
    reader.jpeg.out_color_space = grey ? JCS_GRAYSCALE : JCS_RGB;
    Image image{reader.jpeg.image_width, reader.jpeg.image_height, grey ? 1U : 3U, {}};
    const std::size_t rowOctets = std::size_t{image.width} * image.channels;
    image.pixels.resize(rowOctets * image.height);
    if (!readRows(reader, image.pixels.data(), rowOctets)) return damagedImage(reader.message);
    return image;
}

}  // namespace printing
