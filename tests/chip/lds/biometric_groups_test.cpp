// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "chip/lds/dg3.hpp"
#include "chip/lds/dg4.hpp"
#include "chip/lds/extensible_block.hpp"
#include "chip/lds/finger_image.hpp"
#include "chip/lds/iris_record.hpp"
#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

base::Bytes germanSample(std::string_view name) {
    return *base::readFile(support::testData("bsi2008") / name, std::size_t{1} << 20U);
}

/// The image of ISO's own sample of 39794-4: a PNG of 24 × 24 pixels.
base::Bytes samplePng() {
    Defects defects;
    return (*readFingerImageData(sample("ISO_39794-4_sample.der"), defects)).front().image;
}

Fingerprint finger(std::uint8_t position, base::Bytes image) {
    Fingerprint one;
    one.position = position;
    one.image = std::move(image);
    return one;
}

TEST(Dg3, ReadsTheGermanSpecimensTwoFingersWithoutDefect) {
    const auto dg3 = decodeDg3(germanSample("Datagroup3.bin"));
    ASSERT_TRUE(dg3);
    EXPECT_TRUE(dg3->defects.empty());
    ASSERT_EQ(dg3->content.fingers.size(), 2U);
    const auto& right = dg3->content.fingers.front();
    EXPECT_EQ(right.position, 2);
    EXPECT_EQ(right.format, FingerImageFormat::Wsq);
    EXPECT_EQ(right.width, 620);
    EXPECT_EQ(right.height, 620);
    EXPECT_EQ(right.pixelsPerInch, 500);
    EXPECT_EQ(right.quality, 100);
    EXPECT_EQ(dg3->content.fingers[1].position, 7);
}

TEST(Dg3, IsTheGermanSpecimensOctetByOctet) {
    const auto octets = germanSample("Datagroup3.bin");
    const auto written = encodeDg3(decodeDg3(octets)->content.fingers);
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, octets);
}

TEST(Dg3, ReadsWhatItWroteInEitherStandard) {
    const std::vector<Fingerprint> fingers{finger(1, samplePng()), finger(6, samplePng())};
    for (const auto standard : {BiometricStandard::Iso19794Of2005, BiometricStandard::Iso39794}) {
        const auto written = encodeDg3(fingers, standard);
        ASSERT_TRUE(written);
        const auto read = decodeDg3(*written);
        ASSERT_TRUE(read);
        EXPECT_TRUE(read->defects.empty());
        ASSERT_EQ(read->content.fingers.size(), 2U);
        EXPECT_EQ(read->content.fingers[1].standard, standard);
        EXPECT_EQ(read->content.fingers[1].position, 6);
        EXPECT_EQ(read->content.fingers[1].format, FingerImageFormat::Png);
        EXPECT_EQ(read->content.fingers[1].width, 24);
        EXPECT_EQ(read->content.fingers[1].pixelsPerInch, 500);
        EXPECT_EQ(read->content.fingers[1].image, samplePng());
    }
}

TEST(Dg3, PutsTheRecordOf39794InItsFrameWithItsFormatType) {
    const auto written = encodeDg3({finger(7, samplePng())}, BiometricStandard::Iso39794);
    const auto hex = base::toHex(*written);
    EXPECT_NE(hex.find("a10e81010882010a87020101880200287f2e82"), std::string::npos);
    EXPECT_NE(hex.find("a0078001038102"
                       "07e3"),
              std::string::npos);
}

TEST(FingerImageData, ReadsIsosOwnSample) {
    Defects defects;
    const auto fingers = readFingerImageData(sample("ISO_39794-4_sample.der"), defects);
    ASSERT_TRUE(fingers);
    EXPECT_EQ(fingers->size(), 1U);
    EXPECT_EQ(fingers->front().position, 2);
    EXPECT_EQ(fingers->front().impression, 1);
    EXPECT_EQ(fingers->front().format, FingerImageFormat::Png);
    EXPECT_EQ(fingers->front().width, 24);
    EXPECT_TRUE(defects.empty());
}

TEST(FingerImageData, StartsAsIsosOwnSampleDoes) {
    Defects defects;
    const auto octets = sample("ISO_39794-4_sample.der");
    const auto finger = readFingerImageData(octets, defects)->front();
    const auto written = writeFingerImageData(finger);
    // After the outer lengths, the same octets up to the end of the image, with which our mandatory fields end.
    const auto inner = [](const base::Bytes& whole) { return base::BytesView{whole}.subspan(21, 15 + 4 + 689); };
    EXPECT_EQ(base::toHex(inner(octets)), base::toHex(inner(written)));
}

TEST(Dg3, RefusesFingersThatAreNoneTwiceOrNoImage) {
    EXPECT_FALSE(encodeDg3({}));
    EXPECT_FALSE(encodeDg3({finger(0, samplePng())}));
    EXPECT_FALSE(encodeDg3({finger(11, samplePng())}));
    EXPECT_FALSE(encodeDg3({finger(2, samplePng()), finger(2, samplePng())}));
    EXPECT_FALSE(encodeDg3({finger(2, base::bytesOf("GIF89a"))}));
    EXPECT_FALSE(encodeDg3({finger(2, jpegWith(kJfifSegment))}));
}

TEST(Dg3, WithoutFingersHoldsTheIssuersRandomOctets) {
    const auto written = encodeDg3WithoutFingers(*base::fromHex("00112233445566778899aabbccddeeff"));
    EXPECT_EQ(base::toHex(written),
              "63187f6103020100"
              "531000112233445566778899aabbccddeeff");
    const auto read = decodeDg3(written);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_TRUE(read->content.fingers.empty());
    EXPECT_EQ(read->content.issuerContent.size(), 16U);
}

TEST(Dg3, NamesWhatIssuersGotWrong) {
    auto octets = germanSample("Datagroup3.bin");
    const auto with = [&](std::size_t at, std::uint8_t value) {
        auto changed = octets;
        changed[at] = value;
        return decodeDg3(changed)->defects;
    };
    EXPECT_TRUE(names(with(11, 3), "lds.instance-count"));
    EXPECT_TRUE(names(with(0x18, 0x0A), "lds.biometric-subtype"));
    EXPECT_TRUE(names(with(0x33, 0x34), "lds.finger-length"));
    EXPECT_TRUE(names(with(0x43, 5), "lds.image-format"));
    EXPECT_TRUE(names(with(0x19, 0x8F), "lds.biometric-header"));
    const auto empty = decodeDg3(*base::fromHex("63067f6103020100"));
    ASSERT_TRUE(empty);
    EXPECT_TRUE(names(empty->defects, "lds.empty-group"));
}

TEST(Dg3, NamesARecordWithoutItsFrameAndSeveralFingersInOneRecord) {
    const auto record = writeFingerImageData(finger(2, samplePng()));
    const auto header = *base::fromHex(
        "a10b820109870201018802"
        "0028");
    const auto dg3 = decodeDg3(base::tlv::encode(
        0x63, {base::tlv::encode(0x7F61, {*base::fromHex("020101"),
                                          base::tlv::encode(0x7F60, {header, base::tlv::encode(0x7F2E, record)})})}));
    ASSERT_TRUE(dg3);
    EXPECT_TRUE(names(dg3->defects, "lds.record-frame"));
    EXPECT_EQ(dg3->content.fingers.size(), 1U);

    auto two = finger(2, samplePng());
    two.format = FingerImageFormat::Png;
    auto twice = writeFingerRecord(two);
    twice[18] = 2;
    base::append(twice, base::BytesView{writeFingerRecord(two)}.subspan(32));
    BiometricTemplate one;
    one.header.subtype = 9;
    one.record = twice;
    const auto several = decodeDg3(encodeBiometricGroup(File::Dg3, {{one}, {}}));
    ASSERT_TRUE(several);
    EXPECT_TRUE(names(several->defects, "lds.several-in-record"));
    EXPECT_EQ(several->content.fingers.size(), 2U);
}

TEST(Dg4, IsTheGermanSpecimensOctetByOctet) {
    const auto octets = germanSample("Datagroup4.bin");
    const auto dg4 = decodeDg4(octets);
    ASSERT_TRUE(dg4);
    EXPECT_TRUE(dg4->defects.empty());
    ASSERT_EQ(dg4->content.irises.size(), 2U);
    EXPECT_EQ(dg4->content.irises[0].eye, Eye::Right);
    EXPECT_EQ(dg4->content.irises[0].width, 163);
    EXPECT_EQ(dg4->content.irises[1].eye, Eye::Left);
    const auto written = encodeDg4(dg4->content.irises);
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, octets);
}

TEST(Dg4, ReadsWhatItWroteIn39794) {
    auto irises = decodeDg4(germanSample("Datagroup4.bin"))->content.irises;
    for (auto& iris : irises)
        iris.captured = base::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{2}};
    const auto read = decodeDg4(*encodeDg4(irises, BiometricStandard::Iso39794));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    ASSERT_EQ(read->content.irises.size(), 2U);
    EXPECT_EQ(read->content.irises[1].standard, BiometricStandard::Iso39794);
    EXPECT_EQ(read->content.irises[1].eye, Eye::Left);
    EXPECT_EQ(read->content.irises[1].image, irises[1].image);
    EXPECT_EQ(read->content.irises[1].captured, irises[1].captured);
    EXPECT_TRUE(read->content.irises[1].colour);
}

TEST(IrisImageData, IsIsosOwnSampleButForWhatWeDoNotState) {
    const auto octets = sample("ISO_39794-6_sample.der");
    Defects defects;
    const auto irises = readIrisImageData(octets, defects);
    ASSERT_TRUE(irises);
    EXPECT_TRUE(defects.empty());
    const auto& iris = irises->front();
    EXPECT_EQ(iris.eye, Eye::Right);
    EXPECT_EQ(iris.width, 640);
    EXPECT_EQ(iris.height, 480);
    EXPECT_EQ(iris.captured, base::Date(std::chrono::year{2019}, std::chrono::month{9}, std::chrono::day{18}));
    const auto written = writeIrisImageData(iris);
    ASSERT_EQ(written.size(), octets.size() - 3);  // the sample states an hour
    // Image kind (2: VGA there), orientation of rows and compression history differ; image and range do not.
    constexpr std::size_t kImageAndRange = 5 + 148593 + 5;
    EXPECT_TRUE(std::ranges::equal(base::BytesView{written}.last(kImageAndRange),
                                   base::BytesView{octets}.last(kImageAndRange)));
}

TEST(Dg4, RefusesEyesThatAreNoneTwiceOrNoImage) {
    auto irises = decodeDg4(germanSample("Datagroup4.bin"))->content.irises;
    EXPECT_FALSE(encodeDg4({}));
    EXPECT_FALSE(encodeDg4({irises[0], irises[0]}));
    irises[0].image = base::bytesOf("GIF89a");
    EXPECT_FALSE(encodeDg4(irises));
    irises[0].image = samplePng();
    EXPECT_FALSE(encodeDg4(irises));
    EXPECT_TRUE(encodeDg4(irises, BiometricStandard::Iso39794));
}

TEST(Dg4, NamesLengthsThatDeny) {
    auto octets = germanSample("Datagroup4.bin");
    octets[0x35] ^= 1U;
    const auto dg4 = decodeDg4(octets);
    ASSERT_TRUE(dg4);
    EXPECT_TRUE(names(dg4->defects, "lds.iris-length"));
    EXPECT_TRUE(names(decodeDg4(encodeDg4WithoutIrises({}))->defects, "lds.empty-group"));
}

TEST(FingerImage, TellsFormatAndSizeByItself) {
    const auto png = readFingerImage(samplePng());
    ASSERT_TRUE(png);
    EXPECT_EQ(png->format, FingerImageFormat::Png);
    EXPECT_FALSE(readFingerImage({}));
    EXPECT_FALSE(readFingerImage(*base::fromHex("ffa0ffa30002")));
    EXPECT_FALSE(readFingerImage(*base::fromHex("ffa0ffa20003")));
}

TEST(ExtensibleBlock, ReadsACodeOrWhatAnExtensionFallsBackTo) {
    const auto code = *base::fromHex("a303800105"), extension = *base::fromHex("a305a103800107");
    const auto known = extensible::Block::of(code);
    EXPECT_EQ(known->code(3), 5U);
    const auto extended = extensible::Block::of(extension);
    EXPECT_EQ(extended->code(3), 7U);
    EXPECT_FALSE(known->code(2));
    EXPECT_EQ(base::toHex(extensible::code(3, 5)), "a303800105");
}

}  // namespace
}  // namespace chip::lds
