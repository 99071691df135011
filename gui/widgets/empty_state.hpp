// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gui {

/// Stands where there is nothing yet: says so, and what to do to have something.
class EmptyState : public QWidget {
    Q_OBJECT
   public:
    EmptyState(const QString& what, const QString& next, QWidget* parent = nullptr);
};

}  // namespace gui
