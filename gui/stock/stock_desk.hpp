// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "gui/shell/desk.hpp"
#include "gui/stock/waiting.hpp"

class QStackedWidget;

namespace gui {

class HomePage;
class LifePage;
class ListPage;
class StockPage;

/// The desk of those who keep blanks, and of those who look after them: what waits, and a page for each work. Escape
/// goes back the way one came.
class StockDesk : public Desk {
    Q_OBJECT
   public:
    StockDesk(const Workplace& place, QWidget* parent);

    void refresh() override;
    void takeScan(const QString& read) override;

   private:
    void makePages();
    void makeCountPages();
    /// Of what ends its life otherwise than as a document.
    void makeEndingPages();
    void add(Work work, StockPage* page);
    void addPage(StockPage* page);
    /// Enter on a row of the list shows it on a page of its own.
    template <class Page>
    void leadTo(ListPage* list, Page* page);
    void goTo(QWidget* page);
    void goBack();
    void showLife(const QString& serial);
    [[nodiscard]] StockPage* page() const;

    QStackedWidget* m_pages;
    HomePage* m_home;
    LifePage* m_life;
    std::map<Work, StockPage*> m_works;
    QList<QWidget*> m_path;  ///< the pages one came by
};

}  // namespace gui
