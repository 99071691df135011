// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/details.hpp"

#include <gtest/gtest.h>

#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

Dg11 standardsExample() {
    Dg11 dg11;
    dg11.fullName = "SMITH<<JOHN<J";
    dg11.placeOfBirth = "ANYTOWN<MN";
    dg11.address = "123 MAPLE RD<ANYTOWN<MN";
    dg11.telephone = "16125551212";
    dg11.profession = "TRAVEL<AGENT";
    return dg11;
}

TEST(Dg11, IsTheStandardsExampleOctetByOctet) {
    const auto octets = sample("DG11_9303p10_A5.bin");
    const auto dg11 = decodeDg11(octets);
    ASSERT_TRUE(dg11);
    EXPECT_TRUE(dg11->defects.empty());
    EXPECT_EQ(dg11->content, standardsExample());
    EXPECT_EQ(*encodeDg11(standardsExample()), octets);
}

TEST(Dg11, WritesOtherNamesInTheirTemplateAndListsTheirOwnTag) {
    Dg11 dg11;
    dg11.fullName = "DOE<<JOHN";
    dg11.otherNames = {"WILLIAM", "BILL"};
    dg11.birthDate = "19700101";
    EXPECT_EQ(base::toHex(*encodeDg11(dg11)),
              "6b35"
              "5c065f0e5f0f5f2b"
              "5f0e09444f453c3c4a4f484e"
              "a014020102"
              "5f0f0757494c4c49414d"
              "5f0f0442494c4c"
              "5f2b083139373030313031");
}

TEST(Dg11, ReadsWhatItWroteWithEveryField) {
    const Dg11 dg11{"IBÁÑEZ<<ZOÉ", {"A", "B"}, "2957391480108", "19991231", "QUETZALTENANGO", "6A AV",  "50212345678",
                    "PANADERA",    "DRA",      "NADA",          {1, 2, 3},  "A12345<B67",     "NINGUNA"};
    const auto read = decodeDg11(*encodeDg11(dg11));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content, dg11);
}

TEST(Dg11, NamesThePublishedSamplesThreeDefects) {
    const auto dg11 = decodeDg11(sample("li0ard_EF_DG11.bin"));
    ASSERT_TRUE(dg11);
    EXPECT_TRUE(names(dg11->defects, "lds.tag-list"));     // lists A0, not 5F0F and 5F17
    EXPECT_TRUE(names(dg11->defects, "lds.binary-date"));  // 19 70 01 01
    EXPECT_EQ(dg11->content.birthDate, "19700101");
    EXPECT_EQ(dg11->content.otherNames, std::vector<std::string>{"William"});
}

TEST(Dg11, NamesNamesOutsideTheirTemplateAndEmptyElements) {
    const auto dg11 =
        decodeDg11(*base::fromHex("6b0f"
                                  "5c045f0e5f0f"
                                  "5f0e00"
                                  "5f0f0141"
                                  "4200"));
    ASSERT_TRUE(dg11);
    EXPECT_TRUE(names(dg11->defects, "lds.outside-template"));
    EXPECT_TRUE(names(dg11->defects, "lds.empty-element"));
    EXPECT_EQ(dg11->content.otherNames, std::vector<std::string>{"A"});
}

TEST(Dg11, RefusesADateThatIsNoEightDigits) {
    Dg11 dg11;
    for (const char* date : {"1970", "1970-1-1", "197001011"}) {
        dg11.birthDate = date;
        EXPECT_FALSE(encodeDg11(dg11)) << date;
    }
}

TEST(Dg11, RefusesTextsOfMoreOctetsThanTheTableAllows) {
    Dg11 dg11;
    dg11.fullName = std::string(99, 'A');
    dg11.custody = std::string(999, 'A');
    EXPECT_TRUE(encodeDg11(dg11));
    dg11.fullName += 'A';
    EXPECT_EQ(encodeDg11(dg11).refusal().first().code.name(), "lds.text-too-long");
    dg11.fullName.clear();
    dg11.otherNames = {std::string(100, 'A')};
    EXPECT_FALSE(encodeDg11(dg11));
    dg11.otherNames.clear();
    dg11.custody += 'A';
    EXPECT_FALSE(encodeDg11(dg11));
    EXPECT_FALSE(encodeDg12({std::string(100, 'A')}));
    EXPECT_FALSE(encodeDg12({"A", {}, {std::string(100, 'A')}}));
}

TEST(Dg12, IsNewZealandsOctetByOctet) {
    const auto octets = sample("DG12_NZ_adapted.bin");
    const auto dg12 = decodeDg12(octets);
    ASSERT_TRUE(dg12);
    EXPECT_TRUE(dg12->defects.empty());
    EXPECT_EQ(dg12->content.personalizationTime, "20161115013612");
    EXPECT_EQ(dg12->content.personalizationSystem, "N-4962");
    EXPECT_EQ(*encodeDg12(dg12->content), octets);
}

TEST(Dg12, NamesPackedDates) {
    const auto dg12 = decodeDg12(sample("li0ard_EF_DG12.bin"));
    ASSERT_TRUE(dg12);
    EXPECT_TRUE(names(dg12->defects, "lds.binary-date"));
    EXPECT_TRUE(names(dg12->defects, "lds.tag-list"));
    EXPECT_EQ(dg12->content.issueDate, "20240101");
    EXPECT_EQ(dg12->content.personalizationTime, "20240101123059");
    EXPECT_EQ(dg12->content.otherPersons, std::vector<std::string>{"William"});
}

TEST(Dg12, ReadsWhatItWroteWithEveryField) {
    const Dg12 dg12{"INSTITUTO", "20261123", {"A", "B"}, "E", "T", {1}, {2}, "20261123101530", "T-1"};
    const auto read = decodeDg12(*encodeDg12(dg12));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->defects.empty());
    EXPECT_EQ(read->content, dg12);
}

TEST(Details, WriteADayAsEightDigits) {
    EXPECT_EQ(dateDigits(base::Date{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{5}}), "20260305");
}

}  // namespace
}  // namespace chip::lds
