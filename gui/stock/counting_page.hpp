// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_counts.hpp"
#include "gui/stock/stock_page.hpp"

class QLabel;
class QLineEdit;
class QListWidget;

namespace gui {

class ActionButton;

/// One person counts blindly: what they read, and nothing of what the books say or the other counted.
class CountingPage : public StockPage {
    Q_OBJECT
   public:
    explicit CountingPage(const Workplace& place, QWidget* parent = nullptr);
    /// Begins to count, or goes on after a stop.
    void begin(const QString& number);
    void refresh() override {}
    void takeScan(const QString& read) override;

   private:
    void layOut();
    void send();
    void take(const contract::CountProgressed& progress);
    void finish();
    void tellFinished(const contract::CountStated& stated);

    QString m_number;
    std::vector<std::string> m_read;  ///< not sent yet
    contract::CountScan m_sending;    ///< sent, and not answered: the same again changes nothing
    std::size_t m_batches = 0;
    bool m_asking = false;
    bool m_counting = false;
    QLabel* m_quantity;
    QLabel* m_note;
    QLineEdit* m_typed;
    QListWidget* m_list;
    ActionButton* m_finish;
};

}  // namespace gui
