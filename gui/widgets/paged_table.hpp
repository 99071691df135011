// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "gui/widgets/list_query.hpp"

namespace gui {

/// Rows of a list act, fetched a page at a time as somebody looks at them. The office keeps the order; a page begins
/// after the key of the last row before. What is seen stays until what replaces it is there.
class PagedTable : public QAbstractTableModel {
    Q_OBJECT
   public:
    static constexpr int kPage = 200;

    PagedTable(QStringList headings, ListSource source, QObject* parent = nullptr);
    /// From the beginning, of what is asked for now; pages of an earlier question are dropped.
    void ask(ListQuery query);
    /// The same rows again, as far as anybody went, for what may have changed.
    void askAgain();
    [[nodiscard]] const ListQuery& query() const { return m_query; }
    [[nodiscard]] const ListRow& row(int at) const { return m_rows.at(static_cast<std::size_t>(at)); }
    /// -1 where none is known by the key.
    [[nodiscard]] int rowOf(const QString& key) const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// Nothing comes after the rows that are here.
    [[nodiscard]] bool isWhole() const { return m_whole; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

   signals:
    /// A page came; whether any row is there yet `rowCount` tells.
    void arrived();
    void failed(const gui::Trouble& trouble);

   private:
    void begin(int limit);
    void send(ListQuery query);
    void take(std::vector<ListRow> rows, int limit);

    QStringList m_headings;
    ListSource m_source;
    ListQuery m_query;
    std::vector<ListRow> m_rows;
    int m_asking = 0;  ///< numbers the questions
    bool m_loading = false;
    bool m_whole = true;
    bool m_replaces = false;
};

}  // namespace gui
