// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/reconciliation.hpp"

#include "inventory/replay.hpp"

namespace inventory {
namespace {

/// Gives the movements, which are known by their place in the order so far, their ids. Nearly always there are none, so
/// that ids are not read with everything else.
void nameBroken(records::Connection& connection, std::vector<BrokenMovement>& broken) {
    if (broken.empty()) return;
    std::int64_t place = 0;
    auto next = broken.begin();
    connection.readAll("SELECT id FROM stock_movement ORDER BY id", [&](const records::Row& row) {
        ++place;
        if (next == broken.end() || next->movement != place) return;
        next->movement = row.integer(0);
        ++next;
    });
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
    Replay replay;
    connection.readAll(
        "SELECT item, first_number, last_number, from_place, from_state, to_place, to_state FROM stock_movement "
        "ORDER BY id",
        [&](const records::Row& row) {
            ++found.movements;
            const auto from = replay.markOf(row.text(3), row.text(4));
            if (!replay.enter(row.text(0), row.integer(1), row.integer(2), from,
                              replay.markOf(row.text(5), row.text(6))))
                found.broken.push_back({found.movements, {row.text(0), row.integer(1), row.integer(2)}});
        });
    nameBroken(connection, found.broken);
    replay.readRuns(connection);
    found.holdings = replay.holdings();
    found.differences = replay.differences();
    return found;
}

}  // namespace inventory
