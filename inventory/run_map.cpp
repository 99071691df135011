// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/run_map.hpp"

#include <algorithm>
#include <set>

namespace inventory {

bool RunMap::Block::put(std::int64_t first, std::int64_t last, Mark mark, Mark expected) {
    if (!each && (mark == all || (first == 0 && last == kBlock - 1))) {
        const bool fits = all == expected;
        all = mark;
        return fits;
    }
    if (!each) {
        each = std::make_unique<std::array<Mark, kBlock>>();
        each->fill(all);
    }
    const auto begin = each->begin() + first;
    const auto end = each->begin() + last + 1;
    const bool fits = std::all_of(begin, end, [&](Mark before) { return before == expected; });
    std::fill(begin, end, mark);
    if (first == 0 && last == kBlock - 1) {
        each.reset();
        all = mark;
    }
    return fits;
}

bool RunMap::put(std::int64_t first, std::int64_t last, Mark mark, std::optional<Mark> expected) {
    bool fits = true;
    for (std::int64_t block = first / kBlock; block <= last / kBlock; ++block) {
        const std::int64_t start = block * kBlock;
        const bool here = m_blocks[block].put(std::max(first, start) - start, std::min(last - start, kBlock - 1), mark,
                                              expected.value_or(kUnmarked));
        fits = fits && here;
    }
    return fits;
}

std::optional<RunMap::Mark> RunMap::at(std::int64_t number) const {
    const auto found = m_blocks.find(number / kBlock);
    if (found == m_blocks.end()) return std::nullopt;
    const Block& block = found->second;
    const Mark mark = block.each ? (*block.each)[static_cast<std::size_t>(number % kBlock)] : block.all;
    return mark == kUnmarked ? std::nullopt : std::optional{mark};
}

std::vector<RunMap::Stretch> RunMap::stretches() const {
    std::vector<std::int64_t> blocks;
    blocks.reserve(m_blocks.size());
    for (const auto& [number, block] : m_blocks) blocks.push_back(number);
    std::sort(blocks.begin(), blocks.end());
    std::vector<Stretch> found;
    const auto add = [&found](std::int64_t first, std::int64_t last, Mark mark) {
        if (mark == kUnmarked) return;
        if (!found.empty() && found.back().last + 1 == first && found.back().mark == mark)
            found.back().last = last;
        else
            found.push_back({first, last, mark});
    };
    for (const std::int64_t number : blocks) {
        const Block& block = m_blocks.at(number);
        const std::int64_t start = number * kBlock;
        if (!block.each) add(start, start + kBlock - 1, block.all);
        for (std::int64_t at = 0; block.each && at < kBlock; ++at)
            add(start + at, start + at, (*block.each)[static_cast<std::size_t>(at)]);
    }
    return found;
}

std::vector<MapDifference> differencesOf(const RunMap& here, const RunMap& there) {
    const auto mine = here.stretches();
    const auto theirs = there.stretches();
    if (mine == theirs) return {};
    // Every number at which one of the two may change begins a stretch in which both are the same throughout.
    std::set<std::int64_t> edges;
    for (const auto* stretches : {&mine, &theirs})
        for (const auto& stretch : *stretches) {
            edges.insert(stretch.first);
            edges.insert(stretch.last + 1);
        }
    std::vector<MapDifference> found;
    for (auto edge = edges.begin(); std::next(edge) != edges.end(); ++edge) {
        const auto mark = here.at(*edge);
        const auto other = there.at(*edge);
        if (mark == other) continue;
        const std::int64_t last = *std::next(edge) - 1;
        if (!found.empty() && found.back().last + 1 == *edge && found.back().here == mark &&
            found.back().there == other)
            found.back().last = last;
        else
            found.push_back({*edge, last, mark, other});
    }
    return found;
}

}  // namespace inventory
