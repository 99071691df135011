// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/list_view.hpp"

namespace gui {

/// Every request of the house and what became of it.
ListView* makeCertificateList(const Workplace& place, QWidget* parent);

/// Who is to be told what was resolved, and how that stands.
ListView* makeNotificationList(const Workplace& place, QWidget* parent);

}  // namespace gui
