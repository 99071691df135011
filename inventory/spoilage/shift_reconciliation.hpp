// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inventory/spoilage/spoil_cause.hpp"

namespace inventory {

/// What became of an item's blanks that were issued to a shift (control 8). Issued = used + unused + defective +
/// spoiled + unexplained.
struct ShiftLine {
    std::string item;
    std::int64_t issued = 0;
    std::int64_t used = 0;       ///< personalised
    std::int64_t unused = 0;     ///< returned to the vault
    std::int64_t defective = 0;  ///< came faulty or failed of themselves
    std::int64_t spoiled = 0;    ///< spoiled at work
    [[nodiscard]] std::int64_t unexplained() const { return issued - used - unused - defective - spoiled; }
};

struct ShiftSpoilage {
    std::string item;
    std::int64_t number = 0;
    std::string cause;
};

struct ShiftReconciliation {
    std::string shift;
    std::string workstation;
    std::string openedAt;
    std::string closedAt;          ///< empty while it is open
    std::vector<ShiftLine> lines;  ///< by item
    std::vector<ShiftSpoilage> spoilage;
};

/// Out of the shift's own movements. Throws "stock.no-such-shift" where there is none of this id.
ShiftReconciliation reconcileShift(records::Connection& connection, const std::string& shift);

/// The cases that name serials which were issued to the shift and are not accounted for, by number.
std::vector<std::string> casesOfShift(records::Connection& connection, const std::string& shift);

}  // namespace inventory
