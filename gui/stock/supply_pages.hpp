// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_supply.hpp"
#include "gui/stock/list_page.hpp"

namespace gui {

class BarChart;

/// When stock ends and what to buy, as a picture and as a table that says the same.
class ForecastPage : public StockPage {
    Q_OBJECT
   public:
    explicit ForecastPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh() override;

   private:
    void ask(const ListQuery& query, const ListAnswer& answer);
    void draw(const contract::StockForecasted& forecast);
    BarChart* m_chart;
    ListView* m_list;
};

/// What came defective from the supplier, by receipt; a claim is opened from here.
ListPage* makeQuality(const Workplace& place, QWidget* parent);

}  // namespace gui
