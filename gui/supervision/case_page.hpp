// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_cases.hpp"
#include "gui/session/workplace.hpp"

class QLabel;

namespace gui {

class BusyOverlay;
class FactTable;
class FaultBanner;

/// One case: what it is about, what people noted, and what a supervisor does about it.
class CasePage : public QWidget {
    Q_OBJECT
   public:
    CasePage(const Workplace& place, QWidget* parent = nullptr);
    void showCase(const QString& number);
    void refresh();

   signals:
    void left();

   private:
    void layOut();
    void fill(const contract::CaseShown& found);
    void note();
    void resolve();
    void setDeadline();
    [[nodiscard]] std::function<void(const contract::Done&)> done(const QString& words);

    const Workplace& m_place;
    QString m_number;
    contract::CaseShown m_case;
    FaultBanner* m_banner;
    QLabel* m_title;
    QLabel* m_facts;
    FactTable* m_lines;
    BusyOverlay* m_busy;
};

}  // namespace gui
