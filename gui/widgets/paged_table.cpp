// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/paged_table.hpp"

#include <QPointer>

namespace gui {

PagedTable::PagedTable(QStringList headings, Source source, QObject* parent)
    : QAbstractTableModel(parent), m_headings(std::move(headings)), m_source(std::move(source)) {}

void PagedTable::reload() {
    beginResetModel();
    m_rows.clear();
    m_whole = m_loading = false;
    ++m_asking;
    endResetModel();
    fetchMore({});
}

int PagedTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PagedTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant PagedTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || role != Qt::DisplayRole) return {};
    return m_rows.at(static_cast<std::size_t>(index.row())).cells.value(index.column());
}

QVariant PagedTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    return m_headings.value(section);
}

bool PagedTable::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && !m_whole && !m_loading; }

void PagedTable::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    m_loading = true;
    m_source(m_rows.empty() ? QString{} : m_rows.back().key, kPage,
             [self = QPointer{this}, asking = m_asking](std::vector<Row> rows) {
                 if (self && self->m_asking == asking) self->take(std::move(rows));
             });
}

void PagedTable::take(std::vector<Row> rows) {
    m_loading = false;
    m_whole = static_cast<int>(rows.size()) < kPage;
    if (!rows.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        endInsertRows();
    }
    emit arrived();
}

}  // namespace gui
