// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/image/image.hpp"

#include <algorithm>
#include <cmath>

#include "base/picture_header.hpp"
#include "printing/image/decoders.hpp"

namespace printing {

using namespace base::literals;

base::Fault damagedImage(std::string_view detail) {
    return {"printing.image-damaged"_code, {{"detail", std::string{detail}}}, {}};
}

base::Outcome checkImageSize(std::uint64_t width, std::uint64_t height, const ImageLimits& limits) {
    if (width == 0 || height == 0) return damagedImage("no width or no height");
    if (width > limits.side || height > limits.side || width * height > limits.pixels)
        return base::Fault{"printing.image-too-large"_code, {{"limit", std::to_string(limits.pixels) + " pixels"}}, {}};
    return {};
}

base::Result<Image> decodeImage(base::BytesView file, const ImageLimits& limits) {
    if (file.size() > limits.octets)
        return base::Fault{"printing.image-too-large"_code, {{"limit", std::to_string(limits.octets) + " bytes"}}, {}};
    const auto format = base::pictureFormatOf(file);
    if (!format) return base::Fault{"printing.image-unknown-format"_code};
    if (*format == base::PictureFormat::Jpeg) return decodeJpeg(file, limits);
    if (*format == base::PictureFormat::Png) return decodePng(file, limits);
    return decodeJpeg2000(file, limits);
}

Image cropToProportion(const Image& image, double widthToHeight) {
    const double height = image.height;
    const double width = image.width;
    const bool tooWide = width > height * widthToHeight;
    const auto newWidth = tooWide ? static_cast<std::uint32_t>(std::lround(height * widthToHeight)) : image.width;
    const auto newHeight = tooWide ? image.height : static_cast<std::uint32_t>(std::lround(width / widthToHeight));
    Image part{std::clamp(newWidth, 1U, image.width), std::clamp(newHeight, 1U, image.height), image.channels, {}};
    const std::size_t left = (image.width - part.width) / 2;
    const std::size_t top = (image.height - part.height) / 2;
    const std::size_t rowOctets = std::size_t{part.width} * part.channels;
    part.pixels.reserve(rowOctets * part.height);
    for (std::size_t row = 0; row < part.height; ++row) {
        const std::size_t start = ((top + row) * image.width + left) * image.channels;
        base::append(part.pixels, base::BytesView{image.pixels}.subspan(start, rowOctets));
    }
    return part;
}

Image halved(const Image& image) {
    Image half{(image.width + 1) / 2, (image.height + 1) / 2, image.channels, {}};
    half.pixels.reserve(std::size_t{half.width} * half.height * half.channels);
    const auto sample = [&](std::size_t x, std::size_t y, std::size_t channel) -> unsigned {
        const std::size_t column = std::min<std::size_t>(x, image.width - 1);
        const std::size_t row = std::min<std::size_t>(y, image.height - 1);
        return image.pixels[(row * image.width + column) * image.channels + channel];
    };
    for (std::size_t y = 0; y < half.height; ++y)
        for (std::size_t x = 0; x < half.width; ++x)
            for (std::size_t channel = 0; channel < half.channels; ++channel) {
                const unsigned sum = sample(2 * x, 2 * y, channel) + sample(2 * x + 1, 2 * y, channel) +
                                     sample(2 * x, 2 * y + 1, channel) + sample(2 * x + 1, 2 * y + 1, channel);
                half.pixels.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
            }
    return half;
}

std::vector<double> brightnessGrid(const Image& image, std::uint32_t columns, std::uint32_t rows) {
    std::vector<double> sums(std::size_t{columns} * rows);
    std::vector<double> counts(sums.size());
    for (std::size_t y = 0; y < image.height; ++y)
        for (std::size_t x = 0; x < image.width; ++x) {
            const std::size_t cell = y * rows / image.height * columns + x * columns / image.width;
            const std::uint8_t* sample = &image.pixels[(y * image.width + x) * image.channels];
            const double grey = image.channels == 1 ? sample[0] : (sample[0] + sample[1] + sample[2]) / 3.0;
            sums[cell] += grey;
            counts[cell] += 1;
        }
    for (std::size_t cell = 0; cell < sums.size(); ++cell)
        if (counts[cell] > 0) sums[cell] /= counts[cell];
    return sums;
}

}  // namespace printing
