// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_reports.hpp"
#include "gui/session/workplace.hpp"

class QDateEdit;
class QLabel;
class QLineEdit;

namespace gui {

class BarChart;
class BusyOverlay;
class FactTable;
class FaultBanner;

/// What the line did on a day, and production against orders; the office makes files of the former.
class ReportsPage : public QWidget {
    Q_OBJECT
   public:
    ReportsPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   private:
    void layOut();
    [[nodiscard]] contract::ReportLine request() const;
    void fillLine(const contract::LineReported& report);
    void fillProduction(const contract::ProductionReported& report);
    void openSaving();

    const Workplace& m_place;
    FaultBanner* m_banner;
    QDateEdit* m_day;
    QLineEdit* m_workstation;
    QLabel* m_summary;
    FactTable* m_steps;
    FactTable* m_refusals;
    FactTable* m_production;
    BarChart* m_chart;
    BusyOverlay* m_busy;
};

}  // namespace gui
