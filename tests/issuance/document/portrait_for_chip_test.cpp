// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/portrait_for_chip.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "printing/image/image.hpp"

namespace issuance {
namespace {

using chip::lds::ImageFormat;

/// A picture that compresses about as a face does: slow shades, edges and some noise.
printing::Image picture(std::uint32_t width, std::uint32_t height, int noise = 12) {
    std::mt19937 random{20261126};
    printing::Image image{width, height, 3, {}};
    image.pixels.reserve(std::size_t{width} * height * 3);
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x)
            for (int channel = 0; channel < 3; ++channel) {
                const double wave = std::sin(x * 12.0 / width + channel) * std::cos(y * 9.0 / height);
                const double edge = (x * 4 / width + y * 5 / height) % 2 == 0 ? 30 : -30;
                const double grain = static_cast<double>(random() % 256U) / 255.0 * noise;
                image.pixels.push_back(
                    static_cast<std::uint8_t>(std::clamp(128 + 60 * wave + edge + grain, 0.0, 255.0)));
            }
    return image;
}

double meanDifference(const printing::Image& left, const printing::Image& right) {
    double sum = 0;
    for (std::size_t at = 0; at < left.pixels.size(); ++at) sum += std::abs(left.pixels[at] - right.pixels[at]);
    return sum / static_cast<double>(left.pixels.size());
}

class PortraitForChip : public ::testing::TestWithParam<ImageFormat> {};

TEST_P(PortraitForChip, UsesNearlyAllOfTheOctetsThatTheFormAllows) {
    const auto file = printing::encodeJpeg(picture(1200, 1600), 95);
    for (const std::size_t octets : {15000U, 30000U}) {
        const auto portrait = portraitForChip(file, {GetParam(), 413, 531, octets});
        ASSERT_TRUE(portrait);
        EXPECT_LE(portrait->size(), octets);
        EXPECT_GE(portrait->size(), octets * 85 / 100);
        const auto read = chip::lds::imageForChip(*portrait);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->format, GetParam());
        EXPECT_EQ(read->width, 413);
        EXPECT_EQ(read->height, 531);
    }
}

TEST_P(PortraitForChip, LooksAsThePictureDoes) {
    const auto original = picture(826, 1062, 0);
    const auto portrait = portraitForChip(printing::encodeJpeg(original, 98), {GetParam(), 413, 531, 30000});
    ASSERT_TRUE(portrait);
    EXPECT_LT(meanDifference(*printing::decodeImage(*portrait), printing::scaledDown(original, 413, 531)), 3.0);
}

TEST_P(PortraitForChip, IsTheSameEachTime) {
    const auto file = printing::encodeJpeg(picture(900, 1200), 90);
    const chip::PortraitForm form{GetParam(), 413, 531, 18000};
    EXPECT_EQ(*portraitForChip(file, form), *portraitForChip(file, form));
}

TEST_P(PortraitForChip, IsCutToTheProportionAndNeverMadeLarger) {
    const auto portrait = portraitForChip(printing::encodeJpeg(picture(400, 400), 90), {GetParam(), 413, 531, 20000});
    const auto read = chip::lds::readImage(*portrait);
    EXPECT_EQ(read->height, 400);
    EXPECT_EQ(read->width, 311);
}

TEST_P(PortraitForChip, RefusesOctetsThatNoFaceFitsInto) {
    const auto portrait =
        portraitForChip(printing::encodeJpeg(picture(900, 1200, 120), 95), {GetParam(), 826, 1062, 4096});
    ASSERT_FALSE(portrait);
    EXPECT_EQ(portrait.refusal().first().code.name(), "portrait.does-not-fit");
}
INSTANTIATE_TEST_SUITE_P(Formats, PortraitForChip, ::testing::Values(ImageFormat::Jpeg, ImageFormat::Jpeg2000));

TEST(Portrait, LeavesAPictureAloneThatIsAsAskedAlready) {
    const auto file = printing::encodeJpeg(picture(413, 531), 60);
    const auto portrait = portraitForChip(file, {ImageFormat::Jpeg, 413, 531, file.size()});
    ASSERT_TRUE(portrait);
    EXPECT_EQ(*portrait, chip::lds::imageForChip(file)->octets);
    EXPECT_FALSE(portraitForChip(base::bytesOf("no picture"), {ImageFormat::Jpeg, 413, 531, 20000}));
}

TEST(ScaledDown, KeepsMeansAndFlatColours) {
    const printing::Image flat{7, 5, 3, base::Bytes(105, 77)};
    const auto small = printing::scaledDown(flat, 3, 2);
    EXPECT_EQ(small.width, 3U);
    EXPECT_EQ(small.pixels, base::Bytes(18, 77));
    const printing::Image halves{4, 1, 1, {0, 0, 200, 200}};
    EXPECT_EQ(printing::scaledDown(halves, 2, 1).pixels, (base::Bytes{0, 200}));
    EXPECT_EQ(printing::scaledDown(halves, 1, 1).pixels, (base::Bytes{100}));
    EXPECT_EQ(printing::scaledDown(halves, 9, 9).pixels, halves.pixels);
}

}  // namespace
}  // namespace issuance
