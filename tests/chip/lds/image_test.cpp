// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/image.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Image, StatesItsOwnSize) {
    const auto image = readImage(jpegWith(kJfifSegment));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->format, ImageFormat::Jpeg);
    EXPECT_EQ(image->width, 300);
    EXPECT_EQ(image->height, 400);
    EXPECT_TRUE(image->colour);
}

TEST(Image, StaysAsItIsWhenItIsPlainJfif) {
    const auto jpeg = jpegWith(kJfifSegment);
    EXPECT_EQ(imageForChip(jpeg)->octets, jpeg);
}

TEST(Image, LosesExifAndCommentsOnItsWayToTheChip) {
    const std::string comment = "fffe00044142";
    const auto expected = jpegWith(kJfifSegment);
    EXPECT_EQ(imageForChip(jpegWith(kExifSegment))->octets, expected);
    EXPECT_EQ(imageForChip(jpegWith(std::string{kJfifSegment} + std::string{kExifSegment} + comment))->octets,
              expected);
}

TEST(Image, RefusesColoursThatJfifDoesNotKnow) {
    EXPECT_FALSE(imageForChip(jpegWith("ffee000e41646f626500648000000000")));
    EXPECT_FALSE(imageForChip(jpegWith(kJfifSegment, "04")));
}

TEST(Image, RefusesWhatIsCutShortOrSomethingElse) {
    const auto jpeg = jpegWith(kJfifSegment);
    for (std::size_t size = 0; size < 41; ++size) EXPECT_FALSE(readImage(base::BytesView{jpeg}.first(size))) << size;
    EXPECT_FALSE(readImage(base::bytesOf("\x89PNG\r\n\x1a\n0000")));
    EXPECT_FALSE(readImage(*base::fromHex("ff4fff51002f")));
    EXPECT_TRUE(readImage(base::bytesOf("GIF89a")).refusal().has(base::FailureCode{"lds.image-not-accepted"}));
}

}  // namespace
}  // namespace chip::lds
