// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/list_view.hpp"

namespace gui {

/// Cases of what did not come out as the books say, those that are open first.
ListView* makeCaseList(const Workplace& place, QWidget* parent);

}  // namespace gui
