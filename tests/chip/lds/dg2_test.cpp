// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg2.hpp"

#include <gtest/gtest.h>

#include "chip/lds/face_record.hpp"
#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Dg2, IsReadFromTheDutchSpecimenWithoutDefect) {
    const auto dg2 = decodeDg2(sample("nl_specimen_2006/ef0102.bin"));
    ASSERT_TRUE(dg2);
    EXPECT_TRUE(dg2->defects.empty());
    ASSERT_EQ(dg2->content.faces.size(), 1U);
    const auto& face = dg2->content.faces.front();
    EXPECT_EQ(face.format, ImageFormat::Jpeg2000);
    EXPECT_EQ(face.width, 449);
    EXPECT_EQ(face.height, 598);
    EXPECT_EQ(face.image.size(), 0x35B3U - 46U);
}

TEST(Dg2, IsWrittenAsTheDutchSpecimenWas) {
    const auto octets = sample("nl_specimen_2006/ef0102.bin");
    auto written = encodeDg2(decodeDg2(octets)->content.faces.front().image);
    ASSERT_TRUE(written);
    // The specimen says "source unspecified, RGB, 24 bit" as we do: no octet differs.
    EXPECT_EQ(*written, octets);
}

TEST(Dg2, ReadsWhatItWrote) {
    const auto jpeg = jpegWith(kJfifSegment);
    const auto written = encodeDg2(jpeg, BiometricStandard::Iso19794Of2005, FaceImageType::TokenFrontal);
    ASSERT_TRUE(written);
    const auto read = decodeDg2(*written);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    const auto& face = read->content.faces.front();
    EXPECT_EQ(face.image, jpeg);
    EXPECT_EQ(face.width, 300);
    EXPECT_EQ(face.height, 400);
    EXPECT_EQ(face.type, FaceImageType::TokenFrontal);
}

TEST(Dg2, ReadsAFaceOfIso39794) {
    const auto dg2 = decodeDg2(sample("DG2_39794_silver.dat"));
    ASSERT_TRUE(dg2);
    ASSERT_EQ(dg2->content.faces.size(), 1U);
    EXPECT_TRUE(dg2->defects.empty());
    EXPECT_EQ(dg2->content.faces.front().standard, BiometricStandard::Iso39794);
    EXPECT_EQ(dg2->content.faces.front().width, 413);
    EXPECT_EQ(dg2->content.faces.front().height, 531);
}

TEST(Dg2, IsIcaosSilverDataSetOctetByOctet) {
    const auto octets = sample("DG2_39794_silver.dat");
    const auto written = encodeDg2(decodeDg2(octets)->content.faces.front().image, BiometricStandard::Iso39794);
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, octets);
}

TEST(Dg2, ReadsTheJpegThatItWroteIn39794) {
    const auto jpeg = jpegWith(kJfifSegment);
    const auto read = decodeDg2(*encodeDg2(jpeg, BiometricStandard::Iso39794));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content.faces.front().image, jpeg);
    EXPECT_EQ(read->content.faces.front().format, ImageFormat::Jpeg);
}

TEST(Dg2, FindsTheImageInARecordOf39794OfAnotherStructure) {
    auto octets = sample("DG2_39794_silver.dat");
    octets[0x3c] = 0xA5;  // imageRepresentation under a foreign tag
    const auto dg2 = decodeDg2(octets);
    ASSERT_TRUE(dg2);
    EXPECT_TRUE(names(dg2->defects, "lds.extensible-record"));
    EXPECT_EQ(dg2->content.faces.front().width, 413);
    octets = sample("DG2_39794_silver.dat");
    octets.back() = 2;  // says JPEG
    EXPECT_TRUE(names(decodeDg2(octets)->defects, "lds.image-format"));
}

/// A record of one face with one octet group changed.
base::Bytes recordWith(std::size_t at, std::string_view hex) {
    auto record = writeFaceRecord(*readImage(jpegWith(kJfifSegment)), FaceImageType::FullFrontal);
    const auto octets = *base::fromHex(hex);
    std::ranges::copy(octets, record.begin() + static_cast<std::ptrdiff_t>(at));
    return record;
}

TEST(FaceRecord, NamesLengthsThatDeny) {
    Defects defects;
    ASSERT_TRUE(readFaceRecord(recordWith(8, "00000010"), defects));  // New Zealand's and Britain's mistake
    EXPECT_TRUE(names(defects, "lds.face-length"));
    defects.clear();
    ASSERT_TRUE(readFaceRecord(recordWith(14, "00000010"), defects));
    EXPECT_TRUE(names(defects, "lds.face-length"));
}

TEST(FaceRecord, NamesFeaturePointsAndWrongFormats) {
    Defects defects;
    EXPECT_TRUE(readFaceRecord(recordWith(18, "0001"), defects));
    EXPECT_TRUE(names(defects, "lds.feature-points"));
    EXPECT_FALSE(readFaceRecord(recordWith(18, "ffff"), defects));
    defects.clear();
    EXPECT_TRUE(readFaceRecord(recordWith(35, "01"), defects));
    EXPECT_TRUE(names(defects, "lds.image-format"));
}

TEST(FaceRecord, RefusesHeadersCutShort) {
    const auto record = recordWith(0, "46");
    Defects defects;
    for (std::size_t size = 0; size < 46; ++size)
        EXPECT_FALSE(readFaceRecord(base::BytesView{record}.first(size), defects)) << size;
    EXPECT_FALSE(readFaceRecord(recordWith(12, "0000"), defects));
    EXPECT_FALSE(readFaceRecord(recordWith(12, "ffff"), defects));
    EXPECT_FALSE(readFaceRecord(recordWith(12, "0002"), defects));
}

TEST(Dg2, RefusesWhatIsNoImage) { EXPECT_FALSE(encodeDg2(base::bytesOf("GIF89a"))); }

}  // namespace
}  // namespace chip::lds
