// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "gui/session/workplace.hpp"

namespace gui {

/// Asks for a new password of whoever is logged in.
void changeOwnPassword(const Workplace& place, QWidget* over, std::function<void()> changed);

/// Makes a generator of codes for whoever is logged in; somebody who manages people stands beside.
void enrolOwnFactor(const Workplace& place, QWidget* over, std::function<void()> enrolled);

}  // namespace gui
