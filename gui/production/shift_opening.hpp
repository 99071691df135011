// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <deque>

#include "gui/production/shift_items.hpp"
#include "gui/session/consent.hpp"

class QGridLayout;
class QSpinBox;

namespace gui {

class FaultBanner;

/// Two custodians hand out blanks of the vault to this workstation's shift.
class ShiftOpening : public QWidget {
    Q_OBJECT
   public:
    ShiftOpening(const Workplace& place, QWidget* parent = nullptr);
    void showItems(const std::vector<ShiftItem>& items);

   signals:
    /// Blanks came to the workstation.
    void opened();
    void left();

   private:
    struct Line {
        std::string item;
        QString name;
        QSpinBox* quantity;
    };
    void ask();
    void issueNext(const Consent& consent, const ConsentSheet::Ends& ends);

    const Workplace& m_place;
    FaultBanner* m_banner;
    QWidget* m_table;
    QGridLayout* m_grid;
    QWidget* m_nothing;
    std::vector<Line> m_lines;
    std::deque<contract::StockIssue> m_toIssue;
};

}  // namespace gui
