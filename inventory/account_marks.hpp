// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inventory/ledger.hpp"
#include "inventory/run_map.hpp"

namespace inventory {

/// Numbers for accounts, from 0 in the order in which they are met.
class AccountMarks {
   public:
    using Mark = RunMap::Mark;

    /// The number of an account; none for state "none", which is outside the house.
    std::optional<Mark> of(const std::string& place, const std::string& state);
    /// The account of a number. Valid until the next `of`.
    [[nodiscard]] const Account& account(Mark mark) const { return m_accounts[static_cast<std::size_t>(mark)]; }
    [[nodiscard]] const std::vector<Account>& accounts() const { return m_accounts; }

   private:
    [[nodiscard]] bool isAccount(Mark mark, const std::string& place, const std::string& state) const;

    std::map<std::pair<std::string, std::string>, Mark> m_marks;  ///< by place and state
    std::vector<Account> m_accounts;
    std::array<Mark, 4> m_lately{-1, -1, -1, -1};  ///< asked for last: movements come in flocks
    std::size_t m_oldest = 0;
};

}  // namespace inventory
