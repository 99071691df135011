// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "inventory/item_catalogue.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// How many usable ones of an item the whole house has.
struct ItemStock {
    const Item* item = nullptr;
    std::int64_t usable = 0;
    /// Whether that raises the alarm (control 25).
    [[nodiscard]] bool isLow() const { return usable < item->minimumStock; }
};

/// Every item of the catalogue, also those of which there is nothing; counted ones without what is in quarantine or
/// waits for destruction.
std::vector<ItemStock> itemStocks(records::Connection& connection, const ItemCatalogue& catalogue);

}  // namespace inventory
