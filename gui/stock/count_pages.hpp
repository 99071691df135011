// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/list_page.hpp"

namespace gui {

/// All counts that the person may see, and the plan of them.
ListPage* makeCounts(const Workplace& place, QWidget* parent);

}  // namespace gui
