// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/portrait.hpp"

#include <gtest/gtest.h>

#include "issuance/training/drawing.hpp"
#include "issuance/training/portraits.hpp"
#include "printing/image/image.hpp"
#include "tests/printing/sample_images.hpp"

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

TEST(Portrait, IsRefusedWhereTheChipWouldNotTakeIt) {
    const auto picture = *printing::decodeImage(training::drawPortrait(4));
    const auto jp2 = samples::jpeg2000Of(picture);
    EXPECT_TRUE(checkPortrait(jp2, {}));
    const std::size_t codestream = base::textOf(jp2).find("jp2c") + 4;
    EXPECT_EQ(refusalOf({jp2.begin() + static_cast<std::ptrdiff_t>(codestream), jp2.end()}),
              "portrait.wrong-format"_code);
    EXPECT_EQ(refusalOf(samples::pngOf(picture)), "portrait.wrong-format"_code);
    // An Adobe segment that says the three components are untransformed RGB, which JFIF cannot say.
    base::Bytes rgb = training::drawPortrait(4);
    const auto adobe = *base::fromHex("ffee000e41646f626500648000000000");
    rgb.insert(rgb.begin() + 2, adobe.begin(), adobe.end());
    EXPECT_EQ(refusalOf(rgb), "portrait.wrong-format"_code);
}

TEST(Portrait, MayBeOfExactlyTheLeastSize) {
    EXPECT_TRUE(checkPortrait(drawn(413, 531), {}));
    EXPECT_EQ(refusalOf(drawn(412, 531)), "portrait.too-small"_code);
    EXPECT_EQ(refusalOf(drawn(413, 530)), "portrait.too-small"_code);
}

TEST(Portrait, HasEveryFaultOfItsSizeAtOnce) {
    const auto checked = checkPortrait(drawn(400, 300), {});
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.refusal().faults().size(), 2U);
}

TEST(SignatureImage, MayBeSmallButNotDamaged) {
    EXPECT_TRUE(checkSignatureImage(training::drawSignature(1)));
    base::Bytes cut = training::drawSignature(1);
    cut.resize(cut.size() / 2);
    const auto refused = checkSignatureImage(cut);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().arguments.back(), (std::pair<std::string, std::string>{"field", "signature"}));
}

TEST(SignatureImage, MayBePngWithTransparency) {
    const auto header = checkSignatureImage(samples::transparentPngOf(samples::signature()));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->format, base::PictureFormat::Png);
    base::Bytes cut = samples::transparentPngOf(samples::signature());
    cut.resize(cut.size() - 8);
    EXPECT_TRUE(checkSignatureImage(cut).refusal().has("picture.damaged"_code));
}

TEST(SignatureImage, MayNotBeBlankOnWhite) {
    EXPECT_TRUE(
        checkSignatureImage(Drawing(300, 100, {255, 255, 255}).asJpeg(80)).refusal().has("signature.empty"_code));
    const printing::Image untouched{300, 100, 1, base::Bytes(30000, 255)};
    EXPECT_TRUE(checkSignatureImage(samples::transparentPngOf(untouched)).refusal().has("signature.empty"_code));
}

}  // namespace
}  // namespace issuance
