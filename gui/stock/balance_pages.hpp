// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/list_page.hpp"

namespace gui {

class PlacePage;

/// What stands where, in which state; Enter shows the serials of a line.
ListPage* makeBalances(const Workplace& place, QWidget* parent);
/// The places and who answers for them.
ListPage* makePlaces(const Workplace& place, QWidget* parent);

}  // namespace gui
