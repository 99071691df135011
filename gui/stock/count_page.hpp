// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_counts.hpp"
#include "gui/stock/stock_page.hpp"

class QLabel;
class QListWidget;

namespace gui {

class ActionButton;
class Facts;

/// One count: who counted, and what differs where the office shows that. From here one goes to count.
class CountPage : public StockPage {
    Q_OBJECT
   public:
    explicit CountPage(const Workplace& place, QWidget* parent = nullptr);
    void show(const QString& number);
    using QWidget::show;
    void refresh() override;

   signals:
    void countingWanted(const QString& number);

   private:
    void tellCount(const contract::CountShown& count);
    [[nodiscard]] QString adviceOf(const std::string& state) const;
    void approve();
    void recount();
    void cancel();

    QString m_number;
    std::string m_state;
    Facts* m_facts;
    QLabel* m_advice;
    QListWidget* m_lines;
    ActionButton* m_count;
    ActionButton* m_approve;
    ActionButton* m_recount;
    ActionButton* m_cancel;
    ActionButton* m_act;
};

}  // namespace gui
