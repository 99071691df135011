// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "contract/acts_of_stock.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// How many blanks of an item are in the vault, and what those of the workstation's shift are.
struct ShiftItem {
    std::string item;
    QString name;
    std::int64_t vault = 0;
    std::int64_t usable = 0;
    std::int64_t inUse = 0;
    std::int64_t personalised = 0;

    [[nodiscard]] std::int64_t atStation() const { return usable + inUse + personalised; }
};

/// Of the balance, what concerns this workstation: items that have serials and are there or could come.
std::vector<ShiftItem> shiftItemsOf(const Workplace& place, const contract::StockBalanced& balance);

/// Blanks that have to be brought back when the shift closes.
std::int64_t unusedOf(const std::vector<ShiftItem>& items);
/// Blanks of orders that are being worked on.
std::int64_t inUseOf(const std::vector<ShiftItem>& items);

}  // namespace gui
