// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/list_page.hpp"

namespace gui {

/// All deliveries of the supplier; a new one is announced by its manifest, or received whole with it.
ListPage* makeReceipts(const Workplace& place, QWidget* parent);

}  // namespace gui
