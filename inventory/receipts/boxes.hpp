// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

/// What the boxes with this label held when they were received; labels of two receipts may be the same.
std::vector<Box> boxesLabelled(records::Connection& connection, std::string_view label);

}  // namespace inventory
