// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_orders.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// What a supervisor decides on an order.
enum class Decision { Hold, Release, Schedule, SendBack, Cancel, Counter, Override };

/// Asks what the decision needs, and has it done; `done` follows where the office took it.
void openDecision(const Workplace& place, QWidget* over, const contract::OrderShown& order, Decision decision,
                  std::function<void()> done);

/// "La orden quedó retenida."
QString doneWords(Decision decision);

}  // namespace gui
