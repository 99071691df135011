// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "contract/acts_of_receipts.hpp"
#include "gui/session/consent.hpp"
#include "gui/stock/stock_page.hpp"

class QLabel;
class QLineEdit;
class QListWidget;

namespace gui {

class ActionButton;
class Choices;
class Facts;
class StatusSign;

/// Two custodians read what a delivery brought, against what was announced; what differs is seen after each scan.
class ReceivingPage : public StockPage {
    Q_OBJECT
   public:
    explicit ReceivingPage(const Workplace& place, QWidget* parent = nullptr);
    void show(const QString& delivery);
    using QWidget::show;
    void refresh() override;
    void takeScan(const QString& read) override;
    /// Both have to agree anew.
    void rest() override;

   private:
    void layOut();
    void addButtons();
    void begin();
    void ask(void (ReceivingPage::*form)(const Choices&));
    void countLot(const Choices& choices);
    void send(contract::StockScan scan, const QString& what);
    void sendNext();
    void check();
    void tellCheck(const contract::DeliveryChecked& checked);
    void tellMode();
    void putAway(const Choices& choices);
    void reject();
    [[nodiscard]] bool bothHere() const { return m_pair.first && m_pair.second; }

    struct Scan {
        contract::StockScan request;
        QString what;
    };
    QString m_delivery;
    Consent m_pair;
    std::deque<Scan> m_queue;
    bool m_sending = false;
    bool m_byBox = false;
    QString m_box;  ///< read, its seal not yet
    bool m_open = false;
    Facts* m_facts;
    StatusSign* m_stand;
    QLabel* m_asked;
    QLineEdit* m_typed;
    QListWidget* m_read;
    QListWidget* m_differences;
    ActionButton* m_main;
    ActionButton* m_boxes;
};

}  // namespace gui
