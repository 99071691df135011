// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inventory/ledger.hpp"

namespace benchmarks {

/// Writes years of movements in minutes, as the database's owner and with its triggers off: blanks 0 … of an item go
/// one by one from an account to another until the ledger holds so many movements, and the runs become what these
/// amount to. The reconciliation that is measured afterwards says whether it wrote them right.
class StockPast {
   public:
    /// `standing`: the account of each blank now.
    StockPast(records::Connection& owner, std::string item, std::vector<inventory::Account> standing);
    void write(std::int64_t movements);

   private:
    void writeMovements(std::int64_t first, std::int64_t last);
    void writeRuns();

    records::Connection& m_owner;
    std::string m_item;
    std::vector<inventory::Account> m_standing;
};

}  // namespace benchmarks
