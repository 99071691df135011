// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_parts.hpp"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kRowHeight = kTarget - kSpace;
/// The next page is asked for when so many rows are left below what is seen.
constexpr int kAhead = 100;

}  // namespace

FilterField::FilterField(QWidget* parent) : QLineEdit(parent) {
    setMinimumHeight(kTarget - kGap);
    setClearButtonEnabled(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { emit settled(text().trimmed()); });
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
}

void FilterField::fill(const QString& text) {
    setText(text);
    m_pause.stop();
    emit settled(text.trimmed());
}

bool FilterField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !text().isEmpty())
        event->accept();
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent* event) {
    const bool goes = event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) return fill({});
    if (!goes) return QLineEdit::keyPressEvent(event);
    if (m_pause.isActive()) fill(text());
    emit rowsWanted();
}

RowsView::RowsView(QWidget* parent) : QTableView(parent) {
    setAlternatingRowColors(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > verticalScrollBar()->maximum() - kAhead) emit moreWanted();
    });
}

QString RowsView::chosenText() const {
    if (selectionModel() == nullptr) return {};
    auto chosen = selectionModel()->selectedRows();
    std::ranges::sort(chosen, {}, [](const QModelIndex& each) { return each.row(); });
    QStringList lines;
    for (const auto& row : chosen) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            if (!isColumnHidden(column)) cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void RowsView::keyPressEvent(QKeyEvent* event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid()) return emit activated(currentIndex());
    QTableView::keyPressEvent(event);
}

}  // namespace gui
