// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/picture_header.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)base::readPictureHeader({data, size}).ok();
    (void)base::splitJpeg({data, size});
    return 0;
}
