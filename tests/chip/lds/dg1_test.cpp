// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg1.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Dg1, IsTheDutchSpecimensOctetByOctet) {
    const auto octets = sample("nl_specimen_2006/ef0101.bin");
    const auto dg1 = decodeDg1(octets);
    ASSERT_TRUE(dg1);
    ASSERT_EQ(dg1->content.lines.size(), 2U);
    EXPECT_EQ(dg1->content.lines[0], "P<NLDMEULENDIJK<<LOES<ALBERTINE<<<<<<<<<<<<<");
    EXPECT_EQ(dg1->content.lines[1], "XX00013286NLD7110195F1110012123456789<<<<<76");
    EXPECT_EQ(*encodeDg1(dg1->content), octets);
}

TEST(Dg1, HoldsEachOfTheThreeShapes) {
    for (const auto& [lines, width] : {std::pair{3, 30}, {2, 36}, {2, 44}}) {
        const Dg1 dg1{std::vector<std::string>(static_cast<std::size_t>(lines),
                                               "I" + std::string(static_cast<std::size_t>(width) - 1, '<'))};
        const auto octets = encodeDg1(dg1);
        ASSERT_TRUE(octets);
        EXPECT_EQ(decodeDg1(*octets)->content, dg1);
    }
}

TEST(Dg1, RefusesOtherShapesAndCharacters) {
    EXPECT_FALSE(encodeDg1({{std::string(44, 'A')}}));
    EXPECT_FALSE(encodeDg1({{std::string(44, 'A'), std::string(43, 'A')}}));
    EXPECT_FALSE(encodeDg1({{std::string(44, 'A'), std::string(44, 'a')}}));
    EXPECT_FALSE(encodeDg1({}));
    EXPECT_FALSE(decodeDg1(*base::fromHex("61065f1f03414141")));
    EXPECT_FALSE(decodeDg1(*base::fromHex("61065f1e03414141")));
    EXPECT_FALSE(decodeDg1({}));
}

}  // namespace
}  // namespace chip::lds
