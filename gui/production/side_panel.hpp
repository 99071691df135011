// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/production/line_work.hpp"
#include "gui/production/shift_items.hpp"
#include "gui/widgets/status_sign.hpp"

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
    void spoilingWanted();
    void ordersWanted();
    void closingWanted();

   private:
    using Lines = std::vector<std::pair<QString, std::int64_t>>;
    QVBoxLayout* addCard(const QString& title);
    void clear(QVBoxLayout& card);
    void fill(QVBoxLayout& card, std::optional<Lines>& before, Lines lines, const QString& nothing);
    void showAlerts(const contract::LineStatusTold& status);
    void tellState();

    const Workplace& m_place;
    QWidget* m_cards;
    QVBoxLayout* m_column;
    QVBoxLayout* m_shift;
    QVBoxLayout* m_stages;
    QVBoxLayout* m_alerts;
    ActionButton* m_doubts;
    ActionButton* m_spoil;
    ActionButton* m_close;
    std::optional<Lines> m_shiftShown;
    std::optional<Lines> m_stagesShown;
    std::vector<std::pair<Standing, QString>> m_alertsShown;
    bool m_hasShift = false;
    const LineWork& m_line;
};

}  // namespace gui
