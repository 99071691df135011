// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace benchmarks {

/// What an engine does with stock when nothing but its own interface stands between.
class BareStock {
   public:
    virtual ~BareStock() = default;
    /// One durable transaction that adds so many rows, a serial each, to an empty table `bare_blank` (serial, item,
    /// number, place, state; primary key) by the engine's bulk insert: a prepared row on SQLite, COPY on PostgreSQL.
    virtual void insertSerials(std::int64_t quantity) = 0;
    /// Reads every movement in its order, all columns that say what moved, and lets them go. Says how many.
    virtual std::int64_t readMovements() = 0;
    /// The sums of every account, worked out by the engine from the ledger. Says how many accounts.
    virtual std::int64_t sumAccounts() = 0;
};

std::unique_ptr<BareStock> bareStockOnSqlite(const std::string& file);
std::unique_ptr<BareStock> bareStockOnPostgresql(const std::string& uri);

}  // namespace benchmarks
