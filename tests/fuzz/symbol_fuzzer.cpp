// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/symbol_reading.hpp"

/// A picture: two octets for its width and height in eight pixels, then grey samples, again and again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    printing::Image image{8U * (1U + data[0] % 48U), 8U * (1U + data[1] % 48U), 1, {}};
    image.pixels.resize(std::size_t{image.width} * image.height);
    for (std::size_t i = 0; i < image.pixels.size(); ++i) image.pixels[i] = data[2 + i % (size - 2)];
    (void)printing::readSymbols(image, {image.width / 6.0, std::chrono::milliseconds{200}});
    return 0;
}
