// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "inventory/holdings.hpp"

namespace inventory {

/// What the books know of these ranges (ascending, without overlaps), read under the locks of the places where they
/// stand, so that it stays true until the transaction ends.
std::vector<Run> lockRuns(records::Transaction& tx, const std::vector<SerialRange>& ranges);

/// A blank that was taken for an order, with the document that it is bound to; empty where it is bound to none.
struct UsedBlank {
    std::string serial;
    std::string order;
    std::string document;
};

/// The blanks among these serials that were ever taken for an order.
std::vector<UsedBlank> usedBlanks(records::Connection& connection, const std::vector<SerialRange>& ranges);

}  // namespace inventory
