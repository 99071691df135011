// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/com.hpp"

#include <gtest/gtest.h>

#include "tests/chip/lds/samples.hpp"

namespace chip::lds {
namespace {

TEST(Com, IsTheStandardsExample) {
    const Com example{"0106", "040000", {File::Dg1, File::Dg2}};
    EXPECT_EQ(base::toHex(encodeCom(example)), base::toHex(sample("EF_COM_9303p11_D4.bin")));
    EXPECT_EQ(decodeCom(sample("EF_COM_9303p11_D4.bin"))->content, example);
}

TEST(Com, IsReadFromTheDutchSpecimen) {
    const auto com = decodeCom(sample("nl_specimen_2006/ef011E.bin"));
    ASSERT_TRUE(com);
    EXPECT_EQ(com->content, (Com{"0107", "040000", {File::Dg1, File::Dg2, File::Dg15}}));
    EXPECT_TRUE(com->defects.empty());
}

TEST(Com, ListsDataGroupsInAscendingOrder) {
    EXPECT_EQ(base::toHex(encodeCom({"0108", "040000", {File::Dg15, File::Dg1, File::Dg2}})),
              "60155f0104303130385f36063034303030305c0361756f");
}

TEST(Com, NamesWhatIsNoDataGroup) {
    const auto com = decodeCom(*base::fromHex("60155f0104303130385f36063034303030305c03617742"));
    ASSERT_TRUE(com);
    EXPECT_EQ(com->defects.size(), 2U);
    EXPECT_TRUE(names(com->defects, "lds.unknown-tag"));
}

TEST(Com, EndsWhereItsObjectEnds) {
    auto octets = sample("EF_COM_9303p11_D4.bin");
    octets.push_back(0);
    EXPECT_TRUE(names(decodeCom(octets)->defects, "lds.trailing-octets"));
    octets.resize(octets.size() - 2);
    EXPECT_FALSE(decodeCom(octets));
}

}  // namespace
}  // namespace chip::lds
