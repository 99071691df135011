// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/boxes.hpp"

#include <set>

namespace inventory {

using namespace base::literals;

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

base::Result<std::vector<SerialRange>> rangesScanned(records::Connection& connection,
                                                     const std::vector<std::string>& texts,
                                                     const ItemCatalogue& catalogue) {
    std::vector<SerialRange> ranges;
    std::vector<base::Fault> faults;
    for (const auto& text : texts) {
        if (auto range = rangeFrom(text, catalogue)) {
            ranges.push_back(std::move(*range));
            continue;
        }
        std::set<std::string> receipts;
        connection.forEach(
            "SELECT receipt, item, first_number, last_number FROM stock_box WHERE label = ?1 ORDER BY receipt, item, "
            "first_number",
            {text}, [&](const records::Row& row) {
                receipts.insert(row.text(0));
                ranges.push_back({row.text(1), row.integer(2), row.integer(3)});
            });
        if (receipts.empty()) faults.push_back({"stock.bad-range"_code, {{"range", text}}, text});
        if (receipts.size() > 1) faults.push_back({"stock.box-ambiguous"_code, {{"label", text}}, text});
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return ranges;
}

}  // namespace inventory
