// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/production/line_work.hpp"
#include "gui/production/shift_items.hpp"

class QFrame;
class QLabel;
class QVBoxLayout;

namespace gui {

class ActionButton;

/// Beside the work: what the shift has left, where the orders stand, what is low and what is in doubt.
class SidePanel : public QWidget {
    Q_OBJECT
   public:
    SidePanel(const Workplace& place, const LineWork& line, QWidget* parent = nullptr);
    void showShift(const std::vector<ShiftItem>& items);
    void showStatus(const contract::LineStatusTold& status);

   signals:
    void doubtsWanted();
    void ordersWanted();
    void closingWanted();

   private:
    QVBoxLayout* addCard(const QString& title);
    void clear(QVBoxLayout& card);

    const Workplace& m_place;
    QVBoxLayout* m_column;
    QVBoxLayout* m_shift;
    QVBoxLayout* m_stages;
    QVBoxLayout* m_alerts;
    ActionButton* m_doubts;
    ActionButton* m_close;
    bool m_hasShift = false;
    const LineWork& m_line;
};

}  // namespace gui
