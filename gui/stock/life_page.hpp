// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_stock.hpp"
#include "gui/stock/spoiling.hpp"
#include "gui/stock/stock_page.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {

class Facts;

/// The whole life of one blank: what it is and where, and everything that happened to it.
class LifePage : public StockPage {
    Q_OBJECT
   public:
    explicit LifePage(const Workplace& place, QWidget* parent = nullptr);
    void show(const QString& serial);
    using QWidget::show;
    void refresh() override;

   private:
    [[nodiscard]] QString detailOf(const std::string& detail, const CauseNames& causes) const;
    void tellLife(const contract::StockHistoryTold& life, const CauseNames& causes);
    QString m_serial;
    std::vector<ListRow> m_rows;
    Facts* m_facts;
    ListView* m_events;
};

}  // namespace gui
