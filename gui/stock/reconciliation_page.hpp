// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_reports.hpp"
#include "gui/stock/list_page.hpp"

namespace gui {

class Choices;

/// Opening, in, out and closing of a period; Enter on a line shows the flows that made it, with their serials. What is
/// unexplained stands over all.
class ReconciliationPage : public ListPage {
    Q_OBJECT
   public:
    explicit ReconciliationPage(const Workplace& place, QWidget* parent = nullptr);

   private:
    void choosePeriod(const Choices& choices);
    void tellFlows(const QString& key);
    void ask(const ListQuery& query, const ListAnswer& answer);
    void tellUnexplained(const contract::StockReconciled& reconciled);
    contract::StockReconcile m_period;
    contract::StockReconciled m_last;
};

}  // namespace gui
