// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "inventory/holdings.hpp"

namespace inventory {

/// Serials whose account is not what their movements amount to. Nothing: not in the books at all.
struct Difference {
    SerialRange range;
    std::optional<Account> held;     ///< where the books say they are
    std::optional<Account> entered;  ///< where their movements left them
};

/// Movements that took serials from an account in which they did not stand, by their numbers in the ledger.
struct BrokenMovement {
    std::int64_t movement = 0;
    SerialRange range;
};

/// The stock against its own movements, serial by serial.
struct Reconciliation {
    std::vector<Holding> holdings;
    std::vector<Difference> differences;
    std::vector<BrokenMovement> broken;
    std::int64_t movements = 0;  ///< how many were read

    /// How many serials are not explained.
    [[nodiscard]] std::int64_t unexplained() const;
};

/// Works out from the movements alone where every serial must be and compares that with where it is, at one moment of
/// the database; outside a transaction. Linear in the movements.
Reconciliation reconcile(records::Connection& connection);

}  // namespace inventory
