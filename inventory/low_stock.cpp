// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/low_stock.hpp"

#include <map>

namespace inventory {

std::vector<ItemStock> itemStocks(records::Connection& connection, const ItemCatalogue& catalogue) {
    std::map<std::string, std::int64_t> usable;
    connection.forEach(
        "SELECT item, sum(last_number - first_number + 1) FROM stock_run WHERE state = 'usable' GROUP BY item UNION "
        "ALL "
        "SELECT l.item, sum(l.quantity) FROM stock_lot l JOIN stock_place p ON p.id = l.place WHERE p.kind NOT IN "
        "('quarantine', 'destruction') GROUP BY l.item",
        {}, [&](const records::Row& row) { usable[row.text(0)] += row.integer(1); });
    std::vector<ItemStock> stocks;
    for (const auto& item : catalogue.items()) stocks.push_back({&item, usable[item.id]});
    return stocks;
}

}  // namespace inventory
