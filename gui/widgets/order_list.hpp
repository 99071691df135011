// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/list_view.hpp"

namespace gui {

/// The orders of the house with where each stands, for all desks that look at them.
ListView* makeOrderList(const Workplace& place, QWidget* parent);

}  // namespace gui
