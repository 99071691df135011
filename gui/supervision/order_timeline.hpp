// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/list_query.hpp"

namespace gui {

/// All that is known of how an order came to where it stands: its steps, and what happened to its blank.
struct OrderPast {
    contract::OrderShown order;
    std::optional<contract::DocumentShown> document = {};
    std::vector<contract::StockHistoryTold> blanks = {};
};

/// In the order of time: moment, what happened, how it ended, why, who, where, piece.
std::vector<ListRow> timelineOf(const Workplace& place, const OrderPast& past);

/// What an order is in one sentence each: kind, standing, day, piece, document, receipt, capture, counter.
QStringList factsOf(const Workplace& place, const OrderPast& past);

}  // namespace gui
