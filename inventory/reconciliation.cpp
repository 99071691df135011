// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reconciliation.hpp"

#include "inventory/ledger_reading.hpp"

namespace inventory {

std::int64_t Reconciliation::unexplained() const {
    std::int64_t sum = 0;
    for (const auto& difference : differences) sum += difference.range.quantity();
    return sum;
}

Reconciliation reconcile(records::Connection& connection) {
    const records::Reading moment{connection};
    Reconciliation found;
    Replay replay;
    found.movements = enterLedger(connection, replay, found.broken);
    replay.readRuns(connection);
    found.holdings = replay.holdings();
    found.differences = replay.differences();
    return found;
}

}  // namespace inventory
