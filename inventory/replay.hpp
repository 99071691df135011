// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inventory/account_marks.hpp"
#include "inventory/reconciliation.hpp"
#include "inventory/run_map.hpp"

namespace inventory {

/// The stock worked out anew from its movements, in memory: each is entered in the order of the ledger.
class Replay {
   public:
    using Mark = RunMap::Mark;

    /// The mark that stands for an account; none for state "none", which is outside the house.
    std::optional<Mark> markOf(const std::string& place, const std::string& state) { return m_marks.of(place, state); }
    /// The account of a mark. Valid until the next `markOf`.
    [[nodiscard]] const Account& account(Mark mark) const { return m_marks.account(mark); }

    /// Enters one movement into a place of the house. Says whether all its serials stood in its `from`.
    bool enter(const std::string& item, std::int64_t first, std::int64_t last, std::optional<Mark> from,
               std::optional<Mark> to);

    /// How many serials stand in each account now, by item.
    [[nodiscard]] std::map<std::pair<std::string, Account>, std::int64_t> quantities() const;

    /// Reads what stock_run says, once: the two below are about it.
    void readRuns(records::Connection& connection);
    /// What it holds, in the order of items and accounts.
    [[nodiscard]] std::vector<Holding> holdings() const;
    /// Where it says otherwise than the movements entered.
    [[nodiscard]] std::vector<Difference> differences() const;

   private:
    struct Held {
        RunMap map;
        std::map<Mark, std::int64_t> quantities;
    };

    RunMap& mapOf(const std::string& item);

    AccountMarks m_marks;
    std::map<std::string, RunMap> m_entered;
    std::pair<const std::string, RunMap>* m_item = nullptr;  ///< of m_entered, entered last
    std::map<std::string, Held> m_held;
};

}  // namespace inventory
