// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/replay.hpp"

#include <algorithm>
#include <tuple>

namespace inventory {

RunMap& Replay::mapOf(const std::string& item) {
    if (m_item == nullptr || m_item->first != item) m_item = &*m_entered.try_emplace(item).first;
    return m_item->second;
}

bool Replay::enter(const std::string& item, std::int64_t first, std::int64_t last, std::optional<Mark> from,
                   std::optional<Mark> to) {
    return mapOf(item).put(first, last, *to, from);
}

std::map<std::pair<std::string, Account>, std::int64_t> Replay::quantities() const {
    std::map<std::pair<std::string, Account>, std::int64_t> found;
    for (const auto& [item, map] : m_entered)
        for (const auto& stretch : map.stretches())
            found[{item, account(stretch.mark)}] += stretch.last - stretch.first + 1;
    return found;
}

void Replay::readRuns(records::Connection& connection) {
    Held* held = nullptr;
    std::string item;
    connection.readAll("SELECT item, first_number, last_number, place, state FROM stock_run",
                       [&](const records::Row& row) {
                           if (held == nullptr || item != row.text(0)) held = &m_held[item = row.text(0)];
                           const Mark mark = *markOf(row.text(3), row.text(4));
                           held->map.put(row.integer(1), row.integer(2), mark, std::nullopt);
                           held->quantities[mark] += row.integer(2) - row.integer(1) + 1;
                       });
}

std::vector<Holding> Replay::holdings() const {
    std::vector<Holding> found;
    for (const auto& [item, held] : m_held)
        for (const auto& [mark, quantity] : held.quantities) found.push_back({item, account(mark), quantity});
    std::sort(found.begin(), found.end(), [](const Holding& one, const Holding& other) {
        return std::tie(one.item, one.account) < std::tie(other.item, other.account);
    });
    return found;
}

std::vector<Difference> Replay::differences() const {
    std::map<std::string, std::pair<const RunMap*, const RunMap*>> items;
    const RunMap nothing;
    for (const auto& [item, held] : m_held) items[item] = {&held.map, &nothing};
    for (const auto& [item, map] : m_entered) items.try_emplace(item, &nothing, &nothing).first->second.second = &map;
    const auto accountOf = [this](std::optional<Mark> mark) {
        return mark ? std::optional{account(*mark)} : std::nullopt;
    };
    std::vector<Difference> found;
    for (const auto& [item, maps] : items)
        for (const auto& difference : differencesOf(*maps.first, *maps.second))
            found.push_back(
                {{item, difference.first, difference.last}, accountOf(difference.here), accountOf(difference.there)});
    return found;
}

}  // namespace inventory
