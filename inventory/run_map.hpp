// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inventory/serial_range.hpp"

namespace inventory {

/// What stands where, worked out in memory: for every serial of an item a mark (an account's number, say). Ranges of
/// equal marks are kept together, so that a year of movements fits.
class RunMap {
   public:
    using Mark = std::int32_t;
    /// From the key to `last`, both included.
    struct Stretch {
        std::int64_t last = 0;
        Mark mark = 0;
    };
    using Stretches = std::map<std::int64_t, Stretch>;

    /// Marks every serial from first to last, whatever it was before. Says whether all of them had the mark `expected`
    /// before (nothing: none of them had any).
    bool put(std::int64_t first, std::int64_t last, Mark mark, std::optional<Mark> expected);

    [[nodiscard]] const Stretches& stretches() const { return m_stretches; }

   private:
    void cutAt(std::int64_t number);
    void join(Stretches::iterator at);
    Stretches m_stretches;
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
