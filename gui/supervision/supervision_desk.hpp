// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "gui/shell/desk.hpp"

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace gui {

class Alarms;
class CasePage;
class DoubtsPage;
class LinePage;
class LineWatch;
class ListView;
class OrderPage;
class PlanPage;
class ReportsPage;

/// The desk of those who answer for the line: what goes on, what may not wait, and what is decided about it.
class SupervisionDesk : public Desk {
    Q_OBJECT
   public:
    SupervisionDesk(const Workplace& place, QWidget* parent);

    void refresh() override;
    void takeScan(const QString& read) override;

   private:
    void layOut();
    void addPage(const QString& title, Qt::Key key, bool may, QWidget* page, std::function<void()> open);
    void addPages();
    void follow();
    void show(QWidget* page);
    void openOrder(const QString& order);
    void openDoubts();
    void look(const QSet<QString>& topics);

    QString m_scanned;  ///< what is looked for among the orders since a scan
    Alarms* m_alarms;
    QHBoxLayout* m_tabs;
    QStackedWidget* m_pages;
    QList<std::pair<QWidget*, QPushButton*>> m_shown;
    LinePage* m_line;
    ListView* m_orders;
    OrderPage* m_order;
    DoubtsPage* m_doubts;
    ListView* m_cases;
    CasePage* m_case;
    PlanPage* m_plan;
    ReportsPage* m_reports;
    LineWatch* m_watch;
};

}  // namespace gui
