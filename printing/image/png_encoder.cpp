// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include "base/failure.hpp"
#include "printing/image/image.hpp"

namespace printing {

using namespace base::literals;

base::Bytes encodePng(const Image& image) {
    png_image png = {};
    png.version = PNG_IMAGE_VERSION;
    png.width = image.width;
    png.height = image.height;
    png.format = image.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    base::Bytes file;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    file.resize(size);
    if (png_image_write_to_memory(&png, file.data(), &size, 0, image.pixels.data(), 0, nullptr) == 0)
        throw base::Failure{"printing.image-not-compressed"_code, base::NextStep::CallSupervisor, png.message};
    file.resize(size);
    return file;
}

}  // namespace printing
