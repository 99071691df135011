// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reconciliation.hpp"

#include <map>
#include <unordered_map>

#include "inventory/run_map.hpp"

namespace inventory {
namespace {

/// Accounts by the marks that stand for them.
class Accounts {
   public:
    RunMap::Mark markOf(const std::string& place, const std::string& state) {
        m_key.assign(place).append(1, '\n').append(state);
        const auto [at, isNew] = m_marks.try_emplace(m_key, static_cast<RunMap::Mark>(m_accounts.size()));
        if (isNew) m_accounts.push_back({place, state});
        return at->second;
    }
    [[nodiscard]] std::optional<Account> of(std::optional<RunMap::Mark> mark) const {
        if (!mark) return std::nullopt;
        return m_accounts[static_cast<std::size_t>(*mark)];
    }

   private:
    std::unordered_map<std::string, RunMap::Mark> m_marks;
    std::vector<Account> m_accounts;
    std::string m_key;
};

using MapsByItem = std::map<std::string, RunMap>;

MapsByItem replay(records::Connection& connection, Accounts& accounts, Reconciliation& found) {
    MapsByItem entered;
    connection.forEach(
        "SELECT id, item, first_number, last_number, from_place, from_state, to_place, to_state FROM stock_movement "
        "ORDER BY id",
        {}, [&](const records::Row& row) {
            ++found.movements;
            const auto from =
                row.text(5) == state::kNone ? std::nullopt : std::optional{accounts.markOf(row.text(4), row.text(5))};
            const auto to = accounts.markOf(row.text(6), row.text(7));
            if (!entered[row.text(1)].put(row.integer(2), row.integer(3), to, from))
                found.broken.push_back({row.integer(0), {row.text(1), row.integer(2), row.integer(3)}});
        });
    return entered;
}

MapsByItem readRuns(records::Connection& connection, Accounts& accounts) {
    MapsByItem held;
    connection.forEach("SELECT item, first_number, last_number, place, state FROM stock_run", {},
                       [&](const records::Row& row) {
                           held[row.text(0)].put(row.integer(1), row.integer(2),
                                                 accounts.markOf(row.text(3), row.text(4)), std::nullopt);
                       });
    return held;
}

}  // namespace

std::int64_t Reconciliation::unexplained() const {
    std::int64_t sum = 0;
    for (const auto& difference : differences) sum += difference.range.quantity();
    return sum;
}

Reconciliation reconcile(records::Connection& connection) {
    const records::Reading moment{connection};
    Reconciliation found;
    Accounts accounts;
    auto entered = replay(connection, accounts, found);
    auto held = readRuns(connection, accounts);
    found.holdings = holdings(connection);
    for (const auto& [item, map] : held) entered[item];
    for (const auto& [item, map] : entered)
        for (const auto& difference : differencesOf(held[item], map))
            found.differences.push_back({{item, difference.first, difference.last},
                                         accounts.of(difference.here),
                                         accounts.of(difference.there)});
    return found;
}

}  // namespace inventory
