// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/boxes.hpp"

namespace inventory {

void keepBoxes(records::Connection& connection, const std::string& receipt, const std::vector<Box>& boxes) {
    auto next = boxes.begin();
    connection.insertMany(
        "stock_box", {"receipt", "label", "item", "first_number", "last_number", "seal"}, [&](records::Values& values) {
            while (next != boxes.end() && next->label.empty()) ++next;
            if (next == boxes.end()) return false;
            values = {receipt, next->label, next->range.item, next->range.first, next->range.last, next->seal};
            ++next;
            return true;
        });
}

std::vector<Box> boxesLabelled(records::Connection& connection, std::string_view label) {
    std::vector<Box> boxes;
    connection.forEach(
        "SELECT label, item, first_number, last_number, seal FROM stock_box WHERE label = ?1 ORDER BY receipt, item, "
        "first_number",
        {std::string{label}}, [&](const records::Row& row) {
            boxes.push_back({row.text(0), {row.text(1), row.integer(2), row.integer(3)}, row.text(4)});
        });
    return boxes;
}

}  // namespace inventory
