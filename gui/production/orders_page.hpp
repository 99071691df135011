// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/widgets/list_view.hpp"

namespace gui {

/// Every order of the house with where it stands.
class OrdersPage : public QWidget {
    Q_OBJECT
   public:
    OrdersPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();
    /// Narrows the list to what was scanned.
    void takeScan(const QString& read) { m_list->narrow(read); }

   signals:
    void left();

   private:
    ListView* m_list;
};

}  // namespace gui
