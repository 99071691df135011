// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_custody.hpp"
#include "gui/stock/stock_page.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {

class Facts;

/// One place: who answers for it, what stands in it down to the serials, its card of custody and its handover.
class PlacePage : public StockPage {
    Q_OBJECT
   public:
    explicit PlacePage(const Workplace& place, QWidget* parent = nullptr);
    /// "vault", or "vault|Libreta" for what is called so there.
    void show(const QString& key);
    using QWidget::show;
    void refresh() override;

   private:
    void tellPlace(const contract::CustodyShown& custody);
    void issueCard();
    void handOver();
    void tellPast();
    QString m_id;
    std::vector<ListRow> m_rows;
    Facts* m_facts;
    ListView* m_ranges;
};

}  // namespace gui
