// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/run_map.hpp"

#include <algorithm>
#include <set>

namespace inventory {

void RunMap::cutAt(std::int64_t number) {
    auto at = m_stretches.lower_bound(number);
    if (at == m_stretches.begin()) return;
    --at;
    if (at->second.last < number) return;
    const Stretch rest = at->second;
    at->second.last = number - 1;
    m_stretches.emplace(number, rest);
}

void RunMap::join(Stretches::iterator at) {
    const auto next = std::next(at);
    if (next != m_stretches.end() && next->first == at->second.last + 1 && next->second.mark == at->second.mark) {
        at->second.last = next->second.last;
        m_stretches.erase(next);
    }
    if (at == m_stretches.begin()) return;
    const auto before = std::prev(at);
    if (before->second.last + 1 == at->first && before->second.mark == at->second.mark) {
        before->second.last = at->second.last;
        m_stretches.erase(at);
    }
}

bool RunMap::put(std::int64_t first, std::int64_t last, Mark mark, std::optional<Mark> expected) {
    cutAt(first);
    cutAt(last + 1);
    const auto begin = m_stretches.lower_bound(first);
    const auto end = m_stretches.upper_bound(last);
    std::int64_t covered = 0;
    bool fits = true;
    for (auto at = begin; at != end; ++at) {
        covered += at->second.last - at->first + 1;
        fits = fits && expected == at->second.mark;
    }
    fits = fits && covered == (expected ? last - first + 1 : 0);
    m_stretches.erase(begin, end);
    join(m_stretches.emplace(first, Stretch{last, mark}).first);
    return fits;
}

std::vector<MapDifference> differencesOf(const RunMap& here, const RunMap& there) {
    // Every number at which one of the two may change begins a stretch in which both are the same throughout.
    std::set<std::int64_t> edges;
    for (const auto* map : {&here, &there})
        for (const auto& [first, stretch] : map->stretches()) {
            edges.insert(first);
            edges.insert(stretch.last + 1);
        }
    const auto markAt = [](const RunMap& map, std::int64_t number) -> std::optional<RunMap::Mark> {
        auto at = map.stretches().upper_bound(number);
        if (at == map.stretches().begin()) return std::nullopt;
        --at;
        return at->second.last < number ? std::nullopt : std::optional{at->second.mark};
    };
    std::vector<MapDifference> found;
    for (auto edge = edges.begin(); edge != edges.end() && std::next(edge) != edges.end(); ++edge) {
        const auto mine = markAt(here, *edge);
        const auto theirs = markAt(there, *edge);
        if (mine == theirs) continue;
        const std::int64_t last = *std::next(edge) - 1;
        if (!found.empty() && found.back().last + 1 == *edge && found.back().here == mine &&
            found.back().there == theirs)
            found.back().last = last;
        else
            found.push_back({*edge, last, mine, theirs});
    }
    return found;
}

}  // namespace inventory
