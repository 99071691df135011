// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>
#include <random>

#include "printing/draw_page.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/issuance/verification/verification_house.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/sample_images.hpp"

namespace issuance {
namespace {

/// How a scanner sees a page.
struct Scanner {
    double resolution = 150;  // dots an inch
    double turned = 0;        // degrees
    double noise = 12;        // standard deviation of 255
};

/// The page turned around its middle, on grey paper, with noise.
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

/// A PDF of one picture, as scanners make them.
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

class Scans : public VerificationHouse {};

TEST_F(Scans, TurnedNoisyAndCoarseGiveTheirSeal) {
    const auto pdf = signedPage();
    for (const auto& scanner : {Scanner{150, 0, 14}, Scanner{150, 1.5, 14}, Scanner{150, -10, 14}, Scanner{200, 10, 16},
                                Scanner{300, -4.3, 20}, Scanner{150, 183, 14}}) {
        const auto image = scanned(pdf, scanner);
        const auto said = verify(printing::encodeJpeg(image, 70, static_cast<int>(scanner.resolution)));
        EXPECT_EQ(nameOf(said.verdict), "authentic-seal") << scanner.resolution << " dpi, " << scanner.turned;
        EXPECT_EQ(said.kind, Verification::Kind::Scan);
        ASSERT_TRUE(said.seal && said.seal->act);
        EXPECT_EQ(*said.seal->act, act());
        // What a picture says, only a person reads.
        for (const auto& each : said.seal->comparisons) EXPECT_FALSE(each.onPage) << each.field;
    }
}

TEST_F(Scans, ComeAsPngAndPdfToo) {
    const auto image = scanned(signedPage(), {150, 2, 14});
    expect(samples::pngOf(image), Verdict::AuthenticSeal, "verification.compare-page");
    const auto said = verify(pdfOf(image, 150));
    EXPECT_EQ(said.verdict, Verdict::AuthenticSeal);
    EXPECT_EQ(said.kind, Verification::Kind::Scan);
}

TEST_F(Scans, OfForgedSealsAreAltered) {
    auto forged = sealOf(act());
    forged.back() ^= 1U;
    const auto image = scanned(printing::samples::drawn(document(forged)), {200, 1, 8});
    expect(printing::encodeJpeg(image, 85, 200), Verdict::Altered, "signing.signature-wrong");
}

TEST_F(Scans, WithoutASealAreNotOurs) {
    auto plain = document({});
    plain.seal.reset();
    const auto image = scanned(printing::samples::drawn(plain), {150, 1, 10});
    expect(printing::encodeJpeg(image, 70, 150), Verdict::NotOurs, "verification.no-seal");
    const auto whole = printing::encodeJpeg(image, 70, 150);
    expect(base::BytesView{whole}.first(whole.size() / 2), Verdict::Unreadable, "printing.image-damaged");
}

}  // namespace
}  // namespace issuance
