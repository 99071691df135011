// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "chip/lds/dg7.hpp"
#include "issuance/document/signature_image.hpp"
#include "issuance/document/signature_waiver.hpp"
#include "issuance/training/portraits.hpp"
#include "printing/image/image.hpp"
#include "tests/printing/sample_images.hpp"

namespace issuance {
namespace {

using namespace base::literals;

/// Decoded from EF.DG7 as an inspection system finds it there.
printing::Image fromChip(const base::Bytes& signature) {
    const auto dg7 = chip::lds::decodeDg7(*chip::lds::encodeDg7(signature));
    EXPECT_TRUE(dg7->defects.empty());
    return *printing::decodeImage(dg7->content.images.at(0));
}

TEST(SignatureForChip, OfAPngIsJpegOnWhiteWithTheSameStrokes) {
    const auto drawn = samples::signature();
    const auto png = samples::transparentPngOf(drawn);
    const auto jpeg = signatureForChip(png);
    ASSERT_TRUE(jpeg);
    EXPECT_EQ(*jpeg, *signatureForChip(png));
    const auto image = fromChip(*jpeg);
    EXPECT_EQ(image.width, drawn.width);
    EXPECT_EQ(image.height, drawn.height);
    EXPECT_GT(image.pixels.front(), 250);
    const auto before = printing::brightnessGrid(drawn, 60, 16);
    const auto after = printing::brightnessGrid(image, 60, 16);
    for (std::size_t cell = 0; cell < before.size(); ++cell) EXPECT_NEAR(before[cell], after[cell], 12) << cell;
}

TEST(SignatureForChip, StaysAsItIsWhereTheChipTakesIt) {
    const auto jpeg = training::drawSignature(3);
    EXPECT_EQ(*signatureForChip(jpeg), jpeg);
    const auto jp2 = samples::jpeg2000Of(samples::signature());
    ASSERT_LT(jp2.size(), 15U * 1024);
    EXPECT_EQ(*signatureForChip(jp2), jp2);
}

TEST(SignatureForChip, OfABareCodestreamIsJpeg) {
    const auto jp2 = samples::jpeg2000Of(samples::signature());
    const auto at = static_cast<std::ptrdiff_t>(base::textOf(jp2).find("jp2c") + 4);
    const auto converted = signatureForChip(base::Bytes{jp2.begin() + at, jp2.end()});
    ASSERT_TRUE(converted);
    EXPECT_EQ(fromChip(*converted).width, 600U);
}

TEST(SignatureForChip, IsHalvedUntilItIsSmallEnough) {
    printing::Image noise{1200, 400, 1, {}};
    for (std::uint32_t at = 0; at < 1200 * 400; ++at)
        noise.pixels.push_back(static_cast<std::uint8_t>(at * 2654435761U >> 24U));
    for (const auto& file : {samples::pngOf(noise), printing::encodeJpeg(noise, 95)}) {
        const auto converted = signatureForChip(file);
        ASSERT_TRUE(converted);
        EXPECT_LE(converted->size(), 15U * 1024);
        const auto image = fromChip(*converted);
        EXPECT_EQ(image.width, image.height * 3);
    }
}

TEST(SignatureForChip, RefusesWhatIsNoPicture) {
    EXPECT_FALSE(signatureForChip(base::bytesOf("GIF89a")));
    EXPECT_FALSE(signatureForChip({}));
}

DocumentKind kindWith(std::vector<SignatureWaiverRule> waivers) {
    DocumentKind kind;
    kind.signatureWaivers = std::move(waivers);
    return kind;
}

TEST(SignatureWaiver, IsForTheReasonsAndAgesThatTheKindKnows) {
    const auto kind = kindWith({{SignatureWaiver::Minor, "MENOR", 7}, {SignatureWaiver::Unable, "NO FIRMA", 0}});
    EXPECT_EQ(faultOf(SignatureWaiver::Minor, kind, 0), std::nullopt);
    EXPECT_EQ(faultOf(SignatureWaiver::Minor, kind, 6), std::nullopt);
    EXPECT_EQ(faultOf(SignatureWaiver::Minor, kind, 7)->code, "signature.not-a-minor"_code);
    EXPECT_EQ(faultOf(SignatureWaiver::Unable, kind, 90), std::nullopt);
    const auto adults = kindWith({{SignatureWaiver::Unable, "NO FIRMA", 0}});
    EXPECT_EQ(faultOf(SignatureWaiver::Minor, adults, 3)->code, "signature.waiver-not-allowed"_code);
    EXPECT_EQ(faultOf(SignatureWaiver::Unable, kindWith({}), 90)->code, "signature.waiver-not-allowed"_code);
}

TEST(SignatureWaiver, IsKnownByItsName) {
    EXPECT_EQ(signatureWaiverNamed("minor"), SignatureWaiver::Minor);
    EXPECT_EQ(signatureWaiverNamed(nameOf(SignatureWaiver::Unable)), SignatureWaiver::Unable);
    EXPECT_EQ(signatureWaiverNamed("lazy"), std::nullopt);
}

}  // namespace
}  // namespace issuance
