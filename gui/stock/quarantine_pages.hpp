// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/list_page.hpp"

namespace gui {

/// Spoiled blanks: spoiling one with its cause, receiving those that came, sending them to be destroyed.
ListPage* makeQuarantine(const Workplace& place, QWidget* parent);
/// Blanks that are not where the books have them, and the cases about them.
ListPage* makeLosses(const Workplace& place, QWidget* parent);

}  // namespace gui
