// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/files.hpp"

#include <gtest/gtest.h>

namespace chip::lds {
namespace {

TEST(Files, StandWhereTheirNameSays) {
    for (const auto& entry : allFiles()) {
        EXPECT_EQ(entryOf(entry.file).name, entry.name);
        EXPECT_EQ(fileNamed(entry.name), entry.file);
        const bool ofTheChip = entry.file == File::Directory || entry.file == File::AtrInfo;
        EXPECT_TRUE(ofTheChip || (entry.identifier & 0xFFU) == entry.shortIdentifier);
    }
    EXPECT_FALSE(fileNamed("EF.DG17"));
}

TEST(Files, DataGroupsAreNumberedFromOneToSixteen) {
    for (int number = 1; number <= 16; ++number) {
        EXPECT_EQ(dataGroupNumber(dataGroup(number)), number);
        EXPECT_EQ(nameOf(dataGroup(number)), "EF.DG" + std::to_string(number));
        EXPECT_EQ(dataGroupOfTag(entryOf(dataGroup(number)).tag), dataGroup(number));
        EXPECT_EQ(entryOf(dataGroup(number)).identifier, 0x0100 + number);
    }
    EXPECT_THROW(dataGroup(0), std::out_of_range);
    EXPECT_THROW(dataGroup(17), std::out_of_range);
    EXPECT_FALSE(dataGroupNumber(File::Sod));
    EXPECT_FALSE(dataGroupNumber(File::Com));
    EXPECT_FALSE(dataGroupOfTag(0x77));
}

}  // namespace
}  // namespace chip::lds
