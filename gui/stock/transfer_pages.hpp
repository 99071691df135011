// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/list_page.hpp"

namespace gui {

/// What goes from one place to another; a new transfer is prepared here.
ListPage* makeTransfers(const Workplace& place, QWidget* parent);
/// What places asked for, and what they should have.
ListPage* makeRequisitions(const Workplace& place, QWidget* parent);

}  // namespace gui
