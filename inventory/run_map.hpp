// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace inventory {

/// What stands where, worked out in memory: for every serial of an item a mark (an account's number, say). Serials lie
/// side by side in blocks, of which those that are marked alike throughout keep one mark only; so a year of movements
/// fits, and one serial costs the same among thousands as among millions.
class RunMap {
   public:
    using Mark = std::int32_t;
    struct Stretch {
        std::int64_t first = 0;
        std::int64_t last = 0;  ///< included
        Mark mark = 0;
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };

    /// Marks every serial from first to last (neither negative), whatever it was before. Says whether all of them had
    /// the mark `expected` before (nothing: none of them had any).
    bool put(std::int64_t first, std::int64_t last, Mark mark, std::optional<Mark> expected);
    [[nodiscard]] std::optional<Mark> at(std::int64_t number) const;
    /// Marked serials, in ascending order, as long as they can be.
    [[nodiscard]] std::vector<Stretch> stretches() const;

   private:
    static constexpr std::int64_t kBlock = 512;
    static constexpr Mark kUnmarked = -1;
    struct Block {
        Mark all = kUnmarked;
        std::unique_ptr<std::array<Mark, kBlock>> each;  ///< where they differ
        bool put(std::int64_t first, std::int64_t last, Mark mark, Mark expected);
    };
    std::unordered_map<std::int64_t, Block> m_blocks;
};

/// Where two maps differ: (first, last, mark here, mark there), in ascending order.
struct MapDifference {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::optional<RunMap::Mark> here;
    std::optional<RunMap::Mark> there;
    friend bool operator==(const MapDifference&, const MapDifference&) = default;
};
std::vector<MapDifference> differencesOf(const RunMap& here, const RunMap& there);

}  // namespace inventory
