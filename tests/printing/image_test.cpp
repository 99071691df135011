// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/image/image.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/printing/sample_images.hpp"

namespace printing {
namespace {

using base::FailureCode;

base::Bytes encoded(const std::string& format, const Image& image) {
    if (format == "jpeg") return samples::jpegOf(image);
    return format == "png" ? samples::pngOf(image) : samples::jpeg2000Of(image);
}

class EachFormat : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Image, EachFormat, testing::Values("jpeg", "png", "jpeg2000"),
                         [](const auto& format) { return format.param; });

TEST_P(EachFormat, DecodesColourAndGrey) {
    for (const Image& picture : {samples::portrait(), samples::greyPortrait()}) {
        const auto image = decodeImage(encoded(GetParam(), picture));
        ASSERT_TRUE(image) << image.refusal().first().arguments[0].second;
        EXPECT_EQ(image->width, picture.width);
        EXPECT_EQ(image->height, picture.height);
        EXPECT_EQ(image->channels, picture.channels);
        const auto before = brightnessGrid(picture, 10, 10);
        const auto after = brightnessGrid(*image, 10, 10);
        for (std::size_t cell = 0; cell < before.size(); ++cell) EXPECT_NEAR(before[cell], after[cell], 3);
    }
}

TEST_P(EachFormat, RefusesAFileThatIsCutShortAnywhere) {
    const base::Bytes whole = encoded(GetParam(), samples::greyPortrait());
    for (const std::size_t octets : {std::size_t{1}, std::size_t{16}, std::size_t{60}, whole.size() / 4,
                                     whole.size() / 2, whole.size() - 40, whole.size() - 3}) {
        const auto image = decodeImage(base::BytesView{whole}.first(octets));
        EXPECT_FALSE(image) << octets << " of " << whole.size();
    }
}

TEST_P(EachFormat, SurvivesFlippedOctets) {
    const base::Bytes whole = encoded(GetParam(), samples::greyPortrait());
    std::size_t decided = 0;
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 150 + 1) {
        base::Bytes flipped = whole;
        flipped[at] ^= 0xFF;
        const auto image = decodeImage(flipped);
        if (image) {
            EXPECT_EQ(image->pixels.size(), std::size_t{image->width} * image->height * image->channels);
        }
        ++decided;
    }
    EXPECT_GT(decided, 100U);
}

TEST_P(EachFormat, RefusesWhatExceedsTheLimitsBeforeDecoding) {
    const base::Bytes file = encoded(GetParam(), samples::portrait());
    EXPECT_TRUE(decodeImage(file, {100, 8192, 1'000'000}).refusal().has(FailureCode{"printing.image-too-large"}));
    EXPECT_TRUE(decodeImage(file, {10'000'000, 400, 1'000'000}).refusal().has(FailureCode{"printing.image-too-large"}));
    EXPECT_TRUE(decodeImage(file, {10'000'000, 8192, 100'000}).refusal().has(FailureCode{"printing.image-too-large"}));
}

TEST(EncodedJpeg, IsTheSamePictureAndTheSameOctets) {
    for (const Image& picture : {samples::portrait(), samples::signature()}) {
        const auto jpeg = encodeJpeg(picture, 90);
        EXPECT_EQ(jpeg, encodeJpeg(picture, 90));
        const auto image = decodeImage(jpeg);
        ASSERT_TRUE(image);
        EXPECT_EQ(image->channels, picture.channels);
        const auto before = brightnessGrid(picture, 20, 20);
        const auto after = brightnessGrid(*image, 20, 20);
        for (std::size_t cell = 0; cell < before.size(); ++cell) EXPECT_NEAR(before[cell], after[cell], 3);
    }
}

TEST(HalvedImage, RoundsItsSidesUpAndMeansFourSamples) {
    const Image image{3, 3, 1, {10, 20, 90, 30, 40, 110, 200, 100, 7}};
    const Image half = halved(image);
    EXPECT_EQ(half.width, 2U);
    EXPECT_EQ(half.height, 2U);
    EXPECT_EQ(half.pixels, (base::Bytes{25, 100, 150, 7}));
    EXPECT_EQ(halved(Image{1, 1, 3, {1, 2, 3}}).pixels, (base::Bytes{1, 2, 3}));
}

TEST(ImageFormat, RefusesWhatIsNoImage) {
    for (const char* text : {"", "GIF89a", "%PDF-1.7", "\xFF\xD8"})
        EXPECT_TRUE(decodeImage(base::bytesOf(text)).refusal().has(FailureCode{"printing.image-unknown-format"}));
}

TEST(ImageCrop, KeepsTheMiddleAndTheProportion) {
    const Image wide = cropToProportion({8, 2, 1, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}}, 1.0);
    EXPECT_EQ(wide.pixels, (base::Bytes{3, 4, 11, 12}));
    const Image portrait = cropToProportion(samples::portrait(), 1.0);
    EXPECT_EQ(portrait.width, 420U);
    EXPECT_EQ(portrait.height, 420U);
}

}  // namespace
}  // namespace printing
