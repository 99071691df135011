// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <functional>
#include <vector>

namespace gui {

/// Rows of a list act, fetched a page at a time as somebody looks at them. The office keeps the order; a page begins
/// after the key of the last row before.
class PagedTable : public QAbstractTableModel {
    Q_OBJECT
   public:
    struct Row {
        QString key;  ///< what the list goes on after, and what the row is known by
        QStringList cells;
    };
    using Arrived = std::function<void(std::vector<Row> rows)>;
    /// Asks for at most `limit` rows after the key; the empty one is the beginning. A page that could not be had is
    /// told as one of no rows.
    using Source = std::function<void(const QString& after, int limit, Arrived arrived)>;
    static constexpr int kPage = 200;

    PagedTable(QStringList headings, Source source, QObject* parent = nullptr);
    /// From the beginning.
    void reload();
    [[nodiscard]] const Row& row(int at) const { return m_rows.at(static_cast<std::size_t>(at)); }
    [[nodiscard]] bool isLoading() const { return m_loading; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

   signals:
    /// A page came; whether any row is there yet `rowCount` tells.
    void arrived();

   private:
    void take(std::vector<Row> rows);
    QStringList m_headings;
    Source m_source;
    std::vector<Row> m_rows;
    int m_asking = 0;  ///< numbers the reloads: pages of an earlier one are dropped
    bool m_loading = false;
    bool m_whole = false;
};

}  // namespace gui
