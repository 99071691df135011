// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/image/image.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "printing/image/decoders.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::array<std::uint8_t, 12> kJp2{0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', 0x87, '\n'};
constexpr std::array<std::uint8_t, 4> kCodestream{0xFF, 0x4F, 0xFF, 0x51};

bool startsWith(base::BytesView file, base::BytesView mark) {
    return file.size() >= mark.size() && std::equal(mark.begin(), mark.end(), file.begin());
}

}  // namespace

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
    if (startsWith(file, kJpeg)) return decodeJpeg(file, limits);
    if (startsWith(file, kPng)) return decodePng(file, limits);
    if (startsWith(file, kJp2) || startsWith(file, kCodestream)) return decodeJpeg2000(file, limits);
    return base::Fault{"printing.image-unknown-format"_code};
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
