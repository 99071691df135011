// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/verification/scanner.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "base/failure.hpp"
#include "printing/draw_page.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/printing/sample_documents.hpp"

namespace samples {

printing::Image scanned(base::BytesView pdf, const Scanner& scanner) {
    constexpr int kFiner = 2;
    const auto fine = base::expected(printing::rasterise(pdf, 0, scanner.resolution * kFiner), "page");
    const auto width = fine.width / kFiner, height = fine.height / kFiner;
    printing::Image seen{width, height, 1, base::Bytes(std::size_t{width} * height)};
    const double angle = scanner.turned * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
    std::mt19937 chance{9303};
    std::normal_distribution<double> noise{0, scanner.noise};
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x) {
            double sum = 0;
            for (int part = 0; part < 9; ++part) {
                const double u = x + (part % 3) / 3.0 - width / 2.0, v = y + (part / 3) / 3.0 - height / 2.0;
                const auto column = static_cast<long>((u * cosine + v * sine + width / 2.0) * kFiner);
                const auto row = static_cast<long>((-u * sine + v * cosine + height / 2.0) * kFiner);
                const bool outside = column < 0 || row < 0 || column >= fine.width || row >= fine.height;
                sum += outside ? 240 : fine.pixels[3 * static_cast<std::size_t>(row * fine.width + column)];
            }
            const double value = 25 + sum / 9 * 0.82 + noise(chance);
            seen.pixels[std::size_t{y} * width + x] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
        }
    return seen;
}

base::Bytes pdfOf(const printing::Image& image, int resolution) {
    printing::PageDesign design;
    design.name = design.title = "scan";
    design.language = "es";
    design.width = 215.9;
    design.height = 279.4;
    design.fonts = printing::samples::document().fonts;
    design.images.push_back({"image", {0, 0, design.width, design.height}, printing::ImageField::Fit::Contain});
    printing::PageValues values;
    values.images["image"] = printing::encodeJpeg(image, 80, resolution);
    return base::expected(printing::drawPage(design, values), "scan");
}

}  // namespace samples
