// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/run_map.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace inventory {
namespace {

TEST(RunMap, KeepsEqualNeighboursTogether) {
    RunMap map;
    EXPECT_TRUE(map.put(1, 10, 0, std::nullopt));
    EXPECT_TRUE(map.put(11, 20, 0, std::nullopt));
    EXPECT_EQ(map.stretches().size(), 1U);
    EXPECT_TRUE(map.put(5, 7, 1, 0));
    EXPECT_EQ(map.stretches().size(), 3U);
    EXPECT_FALSE(map.put(7, 8, 2, 1));
    EXPECT_FALSE(map.put(20, 21, 2, 0));
    EXPECT_FALSE(map.put(1, 1, 2, std::nullopt));
}

TEST(RunMap, SaysTheSameAsAPlainArray) {
    std::mt19937 random{7};
    RunMap map;
    std::array<int, 64> plain{};
    plain.fill(-1);
    for (int round = 0; round < 20'000; ++round) {
        const auto first = static_cast<std::size_t>(random() % 60);
        const auto last = first + random() % 4;
        const auto mark = static_cast<RunMap::Mark>(random() % 3);
        const auto expected = plain[first] < 0 ? std::nullopt : std::optional{plain[first]};
        bool same = true;
        for (auto at = first; at <= last; ++at) same = same && plain[at] == plain[first];
        EXPECT_EQ(map.put(static_cast<std::int64_t>(first), static_cast<std::int64_t>(last), mark, expected), same);
        for (auto at = first; at <= last; ++at) plain[at] = mark;
        std::array<int, 64> read{};
        read.fill(-1);
        for (const auto& stretch : map.stretches())
            for (auto at = stretch.first; at <= stretch.last; ++at) read[static_cast<std::size_t>(at)] = stretch.mark;
        ASSERT_EQ(read, plain);
    }
}

TEST(RunMap, CrossesItsBlocks) {
    RunMap map;
    EXPECT_TRUE(map.put(100, 5000, 0, std::nullopt));
    EXPECT_EQ(map.stretches(), (std::vector<RunMap::Stretch>{{100, 5000, 0}}));
    EXPECT_TRUE(map.put(511, 513, 1, 0));
    EXPECT_TRUE(map.put(1000, 3000, 1, 0));
    EXPECT_FALSE(map.put(2999, 3001, 0, 1));
    EXPECT_EQ(map.stretches(), (std::vector<RunMap::Stretch>{
                                   {100, 510, 0}, {511, 513, 1}, {514, 999, 0}, {1000, 2998, 1}, {2999, 5000, 0}}));
    EXPECT_EQ(map.at(99), std::nullopt);
    EXPECT_EQ(map.at(512), 1);
    EXPECT_EQ(map.at(5001), std::nullopt);
}

TEST(RunMap, NamesWhereTwoDiffer) {
    RunMap here;
    RunMap there;
    here.put(1, 100, 0, std::nullopt);
    there.put(11, 110, 0, std::nullopt);
    there.put(50, 52, 1, 0);
    EXPECT_EQ(differencesOf(here, there),
              (std::vector<MapDifference>{{1, 10, 0, std::nullopt}, {50, 52, 0, 1}, {101, 110, std::nullopt, 0}}));
    EXPECT_TRUE(differencesOf(here, here).empty());
}

}  // namespace
}  // namespace inventory
