// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/list_page.hpp"

namespace gui {

/// All destructions, and the request of one.
ListPage* makeDestructions(const Workplace& place, QWidget* parent);

}  // namespace gui
