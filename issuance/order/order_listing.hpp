// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/acts_of_orders.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// Orders as people look for them. Each page is found by an index, or among the orders that the line has, so that it
/// takes milliseconds however many orders have ended (docs/decisions/0213). Stage, standing and sort are known ones.
std::vector<contract::OrderLine> listOrders(records::Connection& connection, const contract::OrderList& request);

/// Without its stages and its counter.
std::optional<contract::OrderShown> shownOrder(records::Connection& connection, const std::string& order);

}  // namespace issuance
