// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/supervision/order_decisions.hpp"
#include "gui/supervision/order_timeline.hpp"

class QGridLayout;
class QLabel;

namespace gui {

class BusyOverlay;
class FactTable;
class FaultBanner;

/// One order: what it is, its whole past, and what a supervisor may decide on it.
class OrderPage : public QWidget {
    Q_OBJECT
   public:
    OrderPage(const Workplace& place, QWidget* parent = nullptr);
    void showOrder(const QString& order);
    /// What is shown may have changed.
    void refresh();
    [[nodiscard]] const QString& order() const { return m_order; }

   signals:
    void left();

   private:
    void layOut();
    void addActions(QGridLayout& grid);
    struct Gathering;
    void gather(const contract::OrderShown& order);
    void fill(const OrderPast& past);
    [[nodiscard]] std::function<void()> decided(Decision decision);

    const Workplace& m_place;
    QString m_order;
    OrderPast m_past;
    int m_asking = 0;  ///< numbers the questions: answers to an earlier one are dropped
    FaultBanner* m_banner;
    QLabel* m_title;
    QLabel* m_facts;
    FactTable* m_timeline;
    BusyOverlay* m_busy;
};

}  // namespace gui
