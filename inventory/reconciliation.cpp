// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reconciliation.hpp"

#include <algorithm>
#include <map>

#include "inventory/run_map.hpp"

namespace inventory {
namespace {

/// Accounts by the marks that stand for them.
class Accounts {
   public:
    RunMap::Mark markOf(const Account& account) {
        const auto [at, isNew] = m_marks.emplace(account, static_cast<RunMap::Mark>(m_accounts.size()));
        if (isNew) m_accounts.push_back(account);
        return at->second;
    }
    [[nodiscard]] std::optional<Account> of(std::optional<RunMap::Mark> mark) const {
        if (!mark) return std::nullopt;
        return m_accounts[static_cast<std::size_t>(*mark)];
    }

   private:
    std::map<Account, RunMap::Mark> m_marks;
    std::vector<Account> m_accounts;
};

// One question, so that both halves are of one moment on either engine.
constexpr std::string_view kQuestion =
    "SELECT 0 AS part, id, item, first_number, last_number, from_place, from_state, to_place, to_state FROM "
    "stock_movement UNION ALL SELECT 1, first_number, item, first_number, last_number, '', '', place, state FROM "
    "stock_run ORDER BY part, id";

}  // namespace

std::int64_t Reconciliation::unexplained() const {
    std::int64_t sum = 0;
    for (const auto& difference : differences) sum += difference.range.quantity();
    return sum;
}

Reconciliation reconcile(records::Connection& connection) {
    Reconciliation found;
    Accounts accounts;
    std::map<std::string, RunMap> entered;
    std::map<std::string, RunMap> held;
    std::map<std::pair<std::string, Account>, std::int64_t> quantities;
    connection.forEach(kQuestion, {}, [&](const records::Row& row) {
        const SerialRange range{row.text(2), row.integer(3), row.integer(4)};
        const Account to{row.text(7), row.text(8)};
        const auto mark = accounts.markOf(to);
        if (row.integer(0) == 1) {
            held[range.item].put(range.first, range.last, mark, std::nullopt);
            quantities[{range.item, to}] += range.quantity();
            return;
        }
        ++found.movements;
        const Account from{row.text(5), row.text(6)};
        const auto expected = from.state == state::kNone ? std::nullopt : std::optional{accounts.markOf(from)};
        if (!entered[range.item].put(range.first, range.last, mark, expected))
            found.broken.push_back({row.integer(1), range});
    });
    for (const auto& [key, quantity] : quantities) found.holdings.push_back({key.first, key.second, quantity});
    for (const auto& [item, map] : held) entered[item];
    for (const auto& [item, map] : entered)
        for (const auto& difference : differencesOf(held[item], map))
            found.differences.push_back({{item, difference.first, difference.last},
                                         accounts.of(difference.here),
                                         accounts.of(difference.there)});
    return found;
}

}  // namespace inventory
