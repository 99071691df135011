// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_planning.hpp"
#include "gui/session/workplace.hpp"

class QLabel;
class QSpinBox;

namespace gui {

class BarChart;
class BusyOverlay;
class FactTable;
class FaultBanner;

/// What the stations at work will have ready when, and which promises that breaks.
class PlanPage : public QWidget {
    Q_OBJECT
   public:
    PlanPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh();

   private:
    void layOut();
    void fill(const contract::LinePlanned& plan);
    [[nodiscard]] QString summaryOf(const contract::LinePlanned& plan) const;

    const Workplace& m_place;
    FaultBanner* m_banner;
    QSpinBox* m_hours;
    QLabel* m_summary;
    FactTable* m_groups;
    FactTable* m_steps;
    FactTable* m_missed;
    BarChart* m_chart;
    BusyOverlay* m_busy;
};

}  // namespace gui
