// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "inventory/reconciliation.hpp"
#include "inventory/run_map.hpp"

namespace inventory {

/// The stock worked out anew from its movements, in memory: each is entered in the order of the ledger.
class Replay {
   public:
    using Mark = RunMap::Mark;

    /// The mark that stands for an account; none for state "none", which is outside the house.
    std::optional<Mark> markOf(const std::string& place, const std::string& state);
    /// The account of a mark. Valid until the next `markOf`.
    [[nodiscard]] const Account& account(Mark mark) const { return m_accounts[static_cast<std::size_t>(mark)]; }

    /// Enters one movement into a place of the house. Says whether all its serials stood in its `from`.
    bool enter(const std::string& item, std::int64_t first, std::int64_t last, std::optional<Mark> from,
               std::optional<Mark> to);

    /// How many serials stand in each account now, by item.
    [[nodiscard]] std::map<std::pair<std::string, Account>, std::int64_t> quantities() const;
    /// Where stock_run says otherwise than the movements entered.
    [[nodiscard]] std::vector<Difference> differencesFromRuns(records::Connection& connection);

   private:
    std::unordered_map<std::string, Mark> m_marks;
    std::vector<Account> m_accounts;
    std::string m_key;
    std::map<std::string, RunMap> m_entered;
};

}  // namespace inventory
