// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

#include "contract/acts_of_inspections.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

/// What order, page and chip say, a line for each thing; what differs, and what is doubtful, comes first
/// and has a sign of its own.
class ComparisonTable : public QTableWidget {
    Q_OBJECT
   public:
    ComparisonTable(const Workplace& place, QWidget* parent = nullptr);
    void show(const std::vector<contract::InspectedPart>& parts);

   private:
    void addPart(const contract::InspectedPart& part);
    void addSame(const QString& name, const contract::InspectedPart& part);
    /// Cells that are left out belong to the last one.
    void addRow(const QStringList& cells, Standing standing);
    const Workplace& m_place;
};

}  // namespace gui
