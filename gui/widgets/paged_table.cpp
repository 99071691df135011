// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/paged_table.hpp"

#include <QPointer>
#include <algorithm>

namespace gui {
namespace {

/// So many rows are looked at anew; who went further down comes to them again.
constexpr int kMostAgain = 1000;

}  // namespace

PagedTable::PagedTable(QStringList headings, ListSource source, QObject* parent)
    : QAbstractTableModel(parent), m_headings(std::move(headings)), m_source(std::move(source)) {}

void PagedTable::ask(ListQuery query) {
    m_query = std::move(query);
    begin(kPage);
}

void PagedTable::askAgain() {
    const int pages = (rowCount() + kPage - 1) / kPage;
    begin(std::clamp(pages * kPage, kPage, kMostAgain));
}

void PagedTable::begin(int limit) {
    ++m_asking;
    m_replaces = true;
    auto first = m_query;
    first.after.clear();
    first.limit = limit;
    send(std::move(first));
}

void PagedTable::send(ListQuery query) {
    m_loading = true;
    const auto stands = [self = QPointer{this}, asking = m_asking] { return self && self->m_asking == asking; };
    m_source(query, {[this, stands, limit = query.limit](std::vector<ListRow> rows) {
                         if (stands()) take(std::move(rows), limit);
                     },
                     [this, stands](const Trouble& trouble) {
                         if (!stands()) return;
                         m_loading = false;
                         m_whole = true;  // whoever scrolls does not ask the same again and again
                         emit failed(trouble);
                     }});
}

int PagedTable::rowOf(const QString& key) const {
    const auto found = std::ranges::find(m_rows, key, &ListRow::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PagedTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PagedTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant PagedTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    return row(index.row()).cells.value(index.column());
}

QVariant PagedTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    return m_headings.value(section);
}

bool PagedTable::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && !m_whole && !m_loading; }

void PagedTable::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    auto next = m_query;
    next.after = m_rows.back().key;
    next.limit = kPage;
    send(std::move(next));
}

void PagedTable::take(std::vector<ListRow> rows, int limit) {
    m_loading = false;
    m_whole = static_cast<int>(rows.size()) != limit;
    const bool replaces = std::exchange(m_replaces, false);
    if (replaces && std::ranges::equal(rows, m_rows, {}, &ListRow::key, &ListRow::key)) {
        // Whoever looks on keeps their place.
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (rows[at] == m_rows[at]) continue;
            m_rows[at] = std::move(rows[at]);
            emit dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), columnCount() - 1));
        }
    } else if (replaces) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (!rows.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        endInsertRows();
    }
    emit arrived();
}

}  // namespace gui
