// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/production/line_work.hpp"
#include "gui/production/shift_items.hpp"
#include "gui/shell/desk.hpp"

class QStackedWidget;

namespace gui {

class DoubtsPage;
class OrdersPage;
class ShiftClosing;
class ShiftOpening;
class SidePanel;
class WorkPage;

/// The desk of those who personalise documents: shift, line, doubts.
class ProductionDesk : public Desk {
    Q_OBJECT
   public:
    ProductionDesk(const Workplace& place, QWidget* parent);

    void refresh() override;
    void takeScan(const QString& read) override;
    [[nodiscard]] QString staysFor() const override;

   private:
    void follow();
    void askShift();
    void bringBack();
    void open(QWidget* page);
    void openDoubts();
    void spoil();

    LineWork* m_line;
    QStackedWidget* m_pages;
    WorkPage* m_work;
    ShiftOpening* m_opening;
    ShiftClosing* m_closing;
    DoubtsPage* m_doubts;
    OrdersPage* m_orders;
    SidePanel* m_side;
    std::vector<ShiftItem> m_items;
};

}  // namespace gui
