// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reconciliation.hpp"

#include "inventory/replay.hpp"

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
    connection.readAll(
        "SELECT id, item, first_number, last_number, from_place, from_state, to_place, to_state FROM stock_movement "
        "ORDER BY id",
        [&](const records::Row& row) {
            ++found.movements;
            const auto from = replay.markOf(row.text(4), row.text(5));
            if (!replay.enter(row.text(1), row.integer(2), row.integer(3), from,
                              replay.markOf(row.text(6), row.text(7))))
                found.broken.push_back({row.integer(0), {row.text(1), row.integer(2), row.integer(3)}});
        });
    replay.readRuns(connection);
    found.holdings = replay.holdings();
    found.differences = replay.differences();
    return found;
}

}  // namespace inventory
