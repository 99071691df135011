// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/portrait.hpp"

#include <gtest/gtest.h>

#include "issuance/training/drawing.hpp"
#include "issuance/training/portraits.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using training::Drawing;

base::Bytes drawn(int width, int height) {
    Drawing drawing{width, height, {255, 255, 255}};
    drawing.fillEllipse(width / 2.0, height / 2.0, width / 4.0, height / 4.0, {90, 60, 40});
    return drawing.asJpeg(80);
}

base::FailureCode refusalOf(const base::Bytes& file) {
    const auto checked = checkPortrait(file, {});
    return checked ? base::FailureCode{} : checked.refusal().first().code;
}

TEST(Portrait, IsAcceptedWhenCompleteAndLargeEnough) {
    const auto portrait = checkPortrait(training::drawPortrait(1), {});
    ASSERT_TRUE(portrait);
    EXPECT_EQ(portrait->width, 480U);
    EXPECT_EQ(portrait->height, 640U);
    EXPECT_EQ(nameOf(portrait->format), "jpeg");
}

TEST(Portrait, IsRefusedWhereverItIsCutShort) {
    const base::Bytes whole = training::drawPortrait(2);
    for (std::size_t size = 0; size < whole.size() - 2; size += 1 + whole.size() / 97)
        EXPECT_FALSE(checkPortrait(base::BytesView{whole}.first(size), {})) << size << " of " << whole.size();
    EXPECT_EQ(refusalOf({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2)}),
              "picture.damaged"_code);
}

TEST(Portrait, IsRefusedForItsSizeProportionsOrEmptiness) {
    EXPECT_EQ(refusalOf(drawn(300, 400)), "portrait.too-small"_code);
    EXPECT_EQ(refusalOf(drawn(800, 600)), "portrait.wrong-proportions"_code);
    EXPECT_EQ(refusalOf(drawn(3000, 4000)), "picture.too-large"_code);
    EXPECT_EQ(refusalOf(base::Bytes(3 * 1024 * 1024, 0xFF)), "picture.too-large"_code);
    EXPECT_EQ(refusalOf(Drawing(480, 640, {200, 200, 200}).asJpeg(80)), "portrait.empty"_code);
}

TEST(Portrait, IsRefusedWhenItIsNoPortraitFormat) {
    EXPECT_EQ(refusalOf(base::bytesOf("GIF89a")), "picture.unknown-format"_code);
    EXPECT_EQ(refusalOf({}), "picture.unknown-format"_code);
    // A PNG header of 480 x 640 pixels.
    const auto png = base::fromHex("89504E470D0A1A0A0000000D49484452000001E0000002800802000000");
    EXPECT_EQ(refusalOf(*png), "portrait.wrong-format"_code);
}

TEST(Portrait, HeadersOfJpeg2000AreRead) {
    // SOC, SIZ with a grid of 480 x 640 and no offset.
    const auto codestream = base::fromHex(
        "FF4FFF51002F0000000001E000000280"
        "0000000000000000");
    const auto header = readPictureHeader(*codestream);
    ASSERT_TRUE(header);
    EXPECT_EQ(header->width, 480U);
    EXPECT_EQ(header->height, 640U);
    const auto boxes = base::fromHex(
        "0000000C6A5020200D0A870A"
        "00000014667479706A7032200000000"
        "06A703220"
        "0000002D6A703268"
        "0000001669686472"
        "00000280"
        "000001E0"
        "0003");
    ASSERT_TRUE(boxes);
    EXPECT_EQ(readPictureHeader(*boxes)->width, 480U);
    EXPECT_EQ(readPictureHeader(*boxes)->height, 640U);
    EXPECT_EQ(refusalOf(*boxes), "picture.damaged"_code);
}

TEST(Portrait, NoCutHeaderIsReadBeyondItsEnd) {
    const base::Bytes jpeg = training::drawPortrait(3);
    for (std::size_t size = 0; size < 700; ++size) {
        const base::Bytes exact{jpeg.begin(), jpeg.begin() + static_cast<std::ptrdiff_t>(size)};
        const auto header = readPictureHeader(exact);
        if (header) {
            EXPECT_EQ(header->width, 480U);
        }
    }
}

TEST(SignatureImage, MayBeSmallButNotDamaged) {
    EXPECT_TRUE(checkSignatureImage(training::drawSignature(1)));
    base::Bytes cut = training::drawSignature(1);
    cut.resize(cut.size() / 2);
    const auto refused = checkSignatureImage(cut);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().arguments.back(), (std::pair<std::string, std::string>{"field", "signature"}));
}

}  // namespace
}  // namespace issuance
