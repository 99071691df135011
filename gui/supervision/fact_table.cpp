// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/fact_table.hpp"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "gui/theme/look.hpp"

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

QWidget* FactTable::titled() {
    auto* whole = new QWidget{parentWidget()};
    auto* column = new QVBoxLayout{whole};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* title = new QLabel{accessibleName(), whole};
    title->setBuddy(this);
    setRole(*title, "key");
    column->addWidget(title);
    column->addWidget(this, 1);
    return whole;
}

void FactTable::paintEvent(QPaintEvent* event) {
    RowsView::paintEvent(event);
    if (!m_rows.isEmpty()) return;
    QPainter painter{viewport()};
    painter.setPen(colour(Tone::Muted, themeWorn()));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Nada", "in a table of a report that has no rows"));
}

}  // namespace gui
