// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/replay.hpp"

namespace inventory {

std::optional<Replay::Mark> Replay::markOf(const std::string& place, const std::string& state) {
    if (state == state::kNone) return std::nullopt;
    m_key.assign(place).append(1, '\n').append(state);
    const auto [at, isNew] = m_marks.try_emplace(m_key, static_cast<Mark>(m_accounts.size()));
    if (isNew) m_accounts.push_back({place, state});
    return at->second;
}

bool Replay::enter(const std::string& item, std::int64_t first, std::int64_t last, std::optional<Mark> from,
                   std::optional<Mark> to) {
    return m_entered[item].put(first, last, *to, from);
}

std::map<std::pair<std::string, Account>, std::int64_t> Replay::quantities() const {
    std::map<std::pair<std::string, Account>, std::int64_t> found;
    for (const auto& [item, map] : m_entered)
        for (const auto& stretch : map.stretches())
            found[{item, account(stretch.mark)}] += stretch.last - stretch.first + 1;
    return found;
}

std::vector<Difference> Replay::differencesFromRuns(records::Connection& connection) {
    std::map<std::string, RunMap> held;
    connection.forEach(
        "SELECT item, first_number, last_number, place, state FROM stock_run", {}, [&](const records::Row& row) {
            held[row.text(0)].put(row.integer(1), row.integer(2), *markOf(row.text(3), row.text(4)), std::nullopt);
        });
    for (const auto& [item, map] : held) m_entered[item];
    const auto accountOf = [this](std::optional<Mark> mark) {
        return mark ? std::optional{account(*mark)} : std::nullopt;
    };
    std::vector<Difference> found;
    for (const auto& [item, map] : m_entered)
        for (const auto& difference : differencesOf(held[item], map))
            found.push_back(
                {{item, difference.first, difference.last}, accountOf(difference.here), accountOf(difference.there)});
    return found;
}

}  // namespace inventory
