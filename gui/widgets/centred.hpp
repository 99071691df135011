// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace gui {

/// Lays the card out in the middle of its page, which holds nothing else.
void layInTheMiddle(QWidget& page, QWidget& card);

}  // namespace gui
