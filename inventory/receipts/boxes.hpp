// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "inventory/item_catalogue.hpp"
#include "inventory/serial_range.hpp"
#include "records/database/database.hpp"

namespace inventory {

/// Serials that arrived in one box; a box of several ranges comes several times.
struct Box {
    std::string label;
    SerialRange range;
    std::string seal;  ///< empty where it had none
    friend bool operator==(const Box&, const Box&) = default;
};

/// Keeps what the boxes of a receipt held; those without a label are left out.
void keepBoxes(records::Connection& connection, const std::string& receipt, const std::vector<Box>& boxes);

/// What scanners send of blanks that lie somewhere: serials, ranges, and the labels of boxes that are still sealed,
/// which stand for what they held when they were received. Refuses, every fault at once, as `rangesFrom`, and
/// "stock.box-ambiguous" where two receipts have a box with that label; where = the text.
base::Result<std::vector<SerialRange>> rangesScanned(records::Connection& connection,
                                                     const std::vector<std::string>& texts,
                                                     const ItemCatalogue& catalogue);

}  // namespace inventory
