// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/session/workplace.hpp"
#include "gui/widgets/paged_table.hpp"

class QComboBox;
class QTableView;

namespace gui {

class FaultBanner;

/// Every order of the house with where it stands, fetched as one looks.
class OrdersPage : public QWidget {
    Q_OBJECT
   public:
    OrdersPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   signals:
    void left();

   private:
    void layOut();
    void fetch(const QString& after, int limit, PagedTable::Arrived arrived);

    const Workplace& m_place;
    FaultBanner* m_banner;
    QComboBox* m_stage;
    PagedTable* m_orders;
    QTableView* m_view;
    QWidget* m_nothing;
};

}  // namespace gui
