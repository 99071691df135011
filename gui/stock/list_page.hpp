// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/stock_page.hpp"
#include "gui/widgets/form_sheet.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {

/// A page that is one list, with what may be done about it.
class ListPage : public StockPage {
    Q_OBJECT
   public:
    ListPage(const Workplace& place, ListShape shape, ListSource source, QWidget* parent = nullptr);

    void refresh() override { m_list->refresh(); }
    using Act = std::function<void(const QString& current)>;
    /// What is done without a row being chosen.
    ActionButton* offer(const QString& text, const QKeySequence& key, std::function<void()> act, bool main = false);
    /// What is done with the row that is chosen; without one it says so.
    ActionButton* offerForRow(const QString& text, const QKeySequence& key, Act act, bool main = false);
    [[nodiscard]] ListView& list() const { return *m_list; }

   signals:
    /// Enter on a row.
    void opened(const QString& key);

   private:
    ListView* m_list;
};

/// Rows of an act that gives all of them at once.
template <class Make, class Rows>
ListSource listing(const Workplace& place, Make make, Rows rowsOf) {
    using R = std::invoke_result_t<Make, const ListQuery&>;
    return [&place, make, rowsOf](const ListQuery& query, ListAnswer answer) {
        if (!query.after.isEmpty()) return answer.arrived({});
        place.ask(
            &place.link, make(query),
            [query, answer, rowsOf](const typename R::Answer& given) {
                answer.arrived(narrowed(rowsOf(given), query));
            },
            answer.troubled);
    };
}

}  // namespace gui
