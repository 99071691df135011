// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/list_parts.hpp"
#include "gui/widgets/list_query.hpp"

class QStandardItemModel;

namespace gui {

/// A few rows that are all here, as a report or the past of an order has them. What is seen is only replaced where it
/// differs, so that whoever reads keeps their place.
class FactTable : public RowsView {
    Q_OBJECT
   public:
    FactTable(const QString& name, const QList<ListColumn>& columns, QWidget* parent);
    void show(const QList<QStringList>& rows);
    using RowsView::show;
    /// With its name over it.
    [[nodiscard]] QWidget* titled();

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    QStandardItemModel* m_model;
    QList<QStringList> m_rows;
};

}  // namespace gui
