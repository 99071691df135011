// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "chip/lds/dg16.hpp"
#include "chip/lds/dg5.hpp"
#include "chip/lds/open_groups.hpp"
#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Dg5, ReadsWhatItWrote) {
    const auto jpeg = jpegWith(kJfifSegment);
    const auto written = encodeDg5(jpeg);
    ASSERT_TRUE(written);
    EXPECT_EQ(base::toHex(*written).substr(0, 16), "65400201015f403a");
    const auto read = decodeDg5(*written);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content.images, std::vector<base::Bytes>{jpeg});
    EXPECT_FALSE(encodeDg5(base::bytesOf("GIF89a")));
}

TEST(Dg5, NamesExifAndACountThatDenies) {
    const auto exif = jpegWith(kExifSegment);
    const auto dg5 = decodeDg5(base::tlv::encode(0x65, {*base::fromHex("020102"), base::tlv::encode(0x5F40, exif)}));
    ASSERT_TRUE(dg5);
    EXPECT_TRUE(names(dg5->defects, "lds.image-format"));
    EXPECT_TRUE(names(dg5->defects, "lds.instance-count"));
}

TEST(Dg16, IsTheStandardsExampleOctetByOctet) {
    const auto octets = sample("DG16_9303p10_A6.bin");
    const auto dg16 = decodeDg16(octets);
    ASSERT_TRUE(dg16);
    EXPECT_TRUE(dg16->defects.empty());
    ASSERT_EQ(dg16->content.persons.size(), 2U);
    EXPECT_EQ(dg16->content.persons[0],
              (PersonToNotify{"20020101", "SMITH<<CHARLES<R", "19525551212", "123 MAPLE RD<ANYTOWN<MN<55100"}));
    EXPECT_EQ(dg16->content.persons[1].name, "BROWN<<MARY<J");
    EXPECT_EQ(*encodeDg16(dg16->content), octets);
}

TEST(Dg16, RefusesPersonsWithoutAnElementAndMoreThanFifteen) {
    const PersonToNotify whole{"20261126", "LOPEZ<<ANA", "50212345678", "6A AV"};
    auto lacking = whole;
    lacking.address.clear();
    auto undated = whole;
    undated.recorded = "2026";
    EXPECT_TRUE(encodeDg16({{whole}}));
    EXPECT_FALSE(encodeDg16({}));
    EXPECT_FALSE(encodeDg16({{lacking}}));
    EXPECT_FALSE(encodeDg16({{undated}}));
    EXPECT_TRUE(encodeDg16({std::vector(15, whole)}));
    EXPECT_FALSE(encodeDg16({std::vector(16, whole)}));
}

TEST(Dg16, NamesMissingElementsWrongNumbersAndCounts) {
    const auto dg16 =
        decodeDg16(*base::fromHex("7010020102a2"
                                  "0b5f500832303032303130"
                                  "31"));
    ASSERT_TRUE(dg16);
    EXPECT_TRUE(names(dg16->defects, "lds.person"));
    EXPECT_TRUE(names(dg16->defects, "lds.instance-count"));
    EXPECT_TRUE(names(decodeDg16(*base::fromHex("700b020101a1065f5003323030"))->defects, "lds.bad-date"));
}

TEST(Features, ReadWhatTheyWroteInEachOfTheThreeGroups) {
    const FeatureGroup features{{*base::fromHex("8103010203"), *base::fromHex("a103800101")}};
    for (const auto group : {File::Dg8, File::Dg9, File::Dg10}) {
        const auto written = encodeFeatures(group, features);
        ASSERT_TRUE(written);
        EXPECT_EQ(base::toHex(*written).substr(2), "0d0201028103010203a103800101");
        const auto read = decodeFeatures(group, *written);
        ASSERT_TRUE(read);
        EXPECT_TRUE(read->defects.empty());
        EXPECT_EQ(read->content, features);
    }
}

TEST(Features, RefuseWhatIsNoWholeObject) {
    EXPECT_FALSE(encodeFeatures(File::Dg8, {}));
    EXPECT_FALSE(encodeFeatures(File::Dg8, {{*base::fromHex("8103010203ff")}}));
    EXPECT_FALSE(encodeFeatures(File::Dg8, {{*base::fromHex("020101")}}));
    EXPECT_FALSE(encodeFeatures(File::Dg8, {std::vector(10, *base::fromHex("8100"))}));
    EXPECT_TRUE(names(decodeFeatures(File::Dg9, *base::fromHex("6902"
                                                               "8100"))
                          ->defects,
                      "lds.instance-count"));
}

TEST(Dg13, KeepsWhateverTheIssuerPutThere) {
    const Dg13 dg13{base::bytesOf("cualquier cosa")};
    const auto read = decodeDg13(encodeDg13(dg13));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content, dg13);
}

TEST(Dg6, IsReadAndNamedAsReserved) {
    const auto dg6 = decodeDg6(*base::fromHex("6603010203"));
    ASSERT_TRUE(dg6);
    EXPECT_EQ(dg6->content.content.size(), 3U);
    EXPECT_TRUE(names(dg6->defects, "lds.reserved"));
}

}  // namespace
}  // namespace chip::lds
