// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/fact_table.hpp"

#include <QApplication>
#include <QClipboard>
#include <QShortcut>
#include <QStandardItemModel>

namespace gui {

FactTable::FactTable(const QString& name, const QList<ListColumn>& columns, QWidget* parent)
    : RowsView(parent), m_model(new QStandardItemModel{this}) {
    QStringList headings;
    for (const auto& column : columns) headings << column.heading;
    m_model->setHorizontalHeaderLabels(headings);
    setModel(m_model);
    setAccessibleName(name);
    for (int at = 0; at < columns.size(); ++at) setColumnWidth(at, columns.at(at).width);
    auto* copies = new QShortcut{QKeySequence::Copy, this};
    copies->setContext(Qt::WidgetShortcut);
    connect(copies, &QShortcut::activated, this, [this] { QApplication::clipboard()->setText(chosenText()); });
}

void FactTable::show(const QList<QStringList>& rows) {
    if (rows == m_rows) return;
    m_rows = rows;
    m_model->removeRows(0, m_model->rowCount());
    for (const auto& row : rows) {
        QList<QStandardItem*> items;
        for (const auto& cell : row) {
            items << new QStandardItem{cell};
            items.back()->setToolTip(cell);
        }
        m_model->appendRow(items);
    }
}

}  // namespace gui
