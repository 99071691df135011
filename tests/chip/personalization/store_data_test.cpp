// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/store_data.hpp"

#include <gtest/gtest.h>

namespace chip {
namespace {

std::vector<DataGroup> groups(std::size_t first, std::size_t second) {
    std::vector<DataGroup> all;
    all.push_back({StepKind::WriteFile, "one", 0x0101, base::SecretBytes{base::Bytes(first, 0x11)}, false, true});
    all.push_back({StepKind::WriteFile, "two", 0x0102, base::SecretBytes{base::Bytes(second, 0x22)}, false, true});
    return all;
}

std::string headOf(const ChipStep& step) {
    return base::toHex(base::Bytes{step.command.cla, step.command.ins, step.command.p1, step.command.p2});
}

TEST(StoreData, RunsGroupsOnFromBlockToBlock) {
    const auto steps = storeData(groups(5, 300), Blocks::Running, 100);
    ASSERT_EQ(steps.size(), (3 + 5 + 5 + 300 + 99) / 100U) << "as few as their octets need";
    EXPECT_EQ(headOf(steps[0]), "80e20800");
    EXPECT_EQ(headOf(steps[1]), "80e20801");
    EXPECT_EQ(headOf(steps.back()), "80e28803") << "the last block says so";
    EXPECT_EQ(base::toHex(steps[0].command.data).substr(0, 26),
              "0101051111111111"
              "0102ff012c");
    for (const auto& step : steps) EXPECT_LE(step.command.data.size(), 100U);
}

TEST(StoreData, CutsAWholeGroupIntoPartsBehindTheirOffsets) {
    const auto steps = storeData(groups(5, 300), Blocks::Whole, 100);
    std::size_t octets = 0;
    for (const auto& step : steps) {
        base::BytesView rest = step.command.data;
        ASSERT_LE(rest.size(), 100U);
        while (!rest.empty()) {  // every block holds whole groups
            const std::size_t size = rest[2];
            ASSERT_LE(3 + size, rest.size());
            const std::size_t offset = static_cast<std::size_t>(rest[3]) << 8U | rest[4];
            if (rest[1] == 0x02) {
                EXPECT_EQ(offset, octets);
                octets += size - 2;
            }
            rest = rest.subspan(3 + size);
        }
    }
    EXPECT_EQ(octets, 300U);
    EXPECT_EQ(steps.back().command.p1, 0x88);
}

TEST(StoreData, GivesAnEncryptedGroupABlockOfItsOwn) {
    auto all = groups(5, 5);
    all.insert(all.begin() + 1, DataGroup{StepKind::PutSecret, "secret", 0x8010, base::SecretBytes{16}, true, false});
    const auto steps = storeData(all, Blocks::Running, 100);
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(headOf(steps[1]), "80e26801");
    ASSERT_EQ(steps[1].secrets.size(), 1U);
    EXPECT_EQ(steps[1].secrets[0].offset, 3U);
    EXPECT_EQ(steps[1].secrets[0].size, 16U);
    EXPECT_EQ(headOf(steps[2]), "80e28802");
}

}  // namespace
}  // namespace chip
