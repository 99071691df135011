// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/transfers/reservations.hpp"

#include <algorithm>

namespace inventory {

std::vector<SerialRange> reservedWithin(records::Connection& connection, const SerialRange& range) {
    std::vector<SerialRange> reserved;
    connection.forEach(
        "SELECT item, first_number, last_number FROM stock_reservation WHERE item = ?1 AND first_number <= ?3 AND "
        "last_number >= ?2 ORDER BY first_number",
        {range.item, range.first, range.last}, [&](const records::Row& row) {
            reserved.push_back(
                {row.text(0), std::max(row.integer(1), range.first), std::min(row.integer(2), range.last)});
        });
    return reserved;
}

std::vector<SerialRange> lowestFree(records::Connection& connection, std::string_view item, const Account& account,
                                    std::int64_t quantity) {
    std::vector<SerialRange> found;
    for (const auto& run : rangesIn(connection, item, account))
        for (auto& free : without({run}, reservedWithin(connection, run))) {
            if (quantity == 0) return found;
            free.last = std::min(free.last, free.first + quantity - 1);
            quantity -= free.quantity();
            found.push_back(std::move(free));
        }
    return found;
}

void reserve(records::Connection& connection, std::string_view transfer, const std::vector<SerialRange>& ranges) {
    for (const auto& range : ranges)
        connection.execute(
            "INSERT INTO stock_reservation (item, first_number, last_number, transfer) VALUES (?1, ?2, ?3, ?4)",
            {range.item, range.first, range.last, std::string{transfer}});
}

void endReservations(records::Connection& connection, std::string_view transfer) {
    connection.execute("DELETE FROM stock_reservation WHERE transfer = ?1", {std::string{transfer}});
}

}  // namespace inventory
