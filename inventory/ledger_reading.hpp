// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/reconciliation.hpp"
#include "inventory/replay.hpp"

namespace inventory {

/// Enters every movement of the ledger into a replay, in their order, inside a Reading; says how many there were, and
/// adds those that took serials from where they did not stand. A long ledger is read by several connections at once
/// where the engine can: portion by portion, each of so many ids, while those before it are entered.
std::int64_t enterLedger(records::Connection& connection, Replay& replay, std::vector<BrokenMovement>& broken,
                         std::int64_t portion = 50'000);

}  // namespace inventory
