// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/text.hpp"

/// What the desk's pages have in common.
namespace gui {

/// Below an order.
inline constexpr int kActionsInARow = 4;

/// "2026-11-28 14:05", of a moment of the contract; as it is there, in UTC.
inline QString minuteOf(const std::string& moment) { return shown(moment).left(16).replace(u'T', u' '); }
/// The same with seconds: for what happens quickly one after the other.
inline QString secondOf(const std::string& moment) { return shown(moment).left(19).replace(u'T', u' '); }

}  // namespace gui
