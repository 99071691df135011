// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/workplace.hpp"
#include "gui/widgets/kept_list.hpp"
#include "gui/widgets/paged_table.hpp"

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace gui {

class BusyOverlay;
class EmptyState;
class FaultBanner;
class ListHead;
class RowsView;

/// A list as people work with it: the office narrows it while one types, sorts it, and gives it page by page; what is
/// chosen is copied, all of it exported. Says itself that it is empty, is being fetched, or could not be had.
class ListView : public QWidget {
    Q_OBJECT
   public:
    ListView(const Workplace& place, ListShape shape, ListSource source, QWidget* parent = nullptr);

    /// Fetches what is asked for now; what is seen, and who is chosen, stays as far as it is still there.
    void refresh();
    /// As if the text had been typed into the filter: for what was scanned.
    void narrow(const QString& text);
    void choose(const QString& name, const QString& value);
    /// Key of the row where the cursor is; empty where there is none.
    [[nodiscard]] QString current() const;
    /// What is here of it, and what it was asked by.
    [[nodiscard]] const PagedTable& rows() const { return *m_table; }
    void focusRows();
    /// Before the buttons of the list itself there is room for those of its page.
    [[nodiscard]] QHBoxLayout& actions() const { return *m_actions; }

   signals:
    void currentChanged(const QString& key);
    /// Enter, or a double click.
    void opened(const QString& key);
    /// Rows came, or it is known that there are none.
    void listed();

   private:
    void layOut();
    void addActions();
    void follow();
    void ask();
    void arrive();
    void fail(const Trouble& trouble);
    void tellCount();
    void showSort();
    void showColumns(const QList<int>& columns);
    [[nodiscard]] QList<int> columnsSeen() const;
    [[nodiscard]] KeptList kept() const;
    void openColumns();
    void openFilters();
    void openExport();
    void copy();

    const Workplace& m_place;
    const ListShape m_shape;
    const ListSource m_source;
    PagedTable* m_table;
    FaultBanner* m_banner;
    ListHead* m_head;
    QLabel* m_count;
    QStackedWidget* m_states;
    RowsView* m_view;
    EmptyState* m_nothing;
    EmptyState* m_noMatch;
    EmptyState* m_failed;
    QHBoxLayout* m_actions;
    BusyOverlay* m_busy;
    QString m_before;  ///< the row that was chosen when the list was fetched anew
};

}  // namespace gui
