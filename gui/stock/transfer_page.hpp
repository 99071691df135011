// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_transfers.hpp"
#include "gui/stock/stock_page.hpp"
#include "gui/widgets/form_sheet.hpp"

class QLabel;
class QListWidget;

namespace gui {

class ActionButton;
class Facts;

/// One transfer with its past, and the step that comes next.
class TransferPage : public StockPage {
    Q_OBJECT
   public:
    explicit TransferPage(const Workplace& place, QWidget* parent = nullptr);
    void show(const QString& transfer);
    using QWidget::show;
    void refresh() override;

   private:
    /// What may be done at the stage it has.
    struct Step {
        const char* stage;
        void (TransferPage::*act)();
        QString action;
        QString advice;
    };
    [[nodiscard]] QList<Step> steps() const;
    void tellTransfer(const contract::TransferShown& transfer);
    void approve();
    void seal();
    void dispatch();
    void receive();
    void sendBack();
    void cancel();
    void take(const contract::TransferShown& transfer, const QString& words);

    QString m_id;
    contract::TransferShown m_transfer;
    Facts* m_facts;
    QLabel* m_advice;
    QListWidget* m_events;
    ActionButton* m_next;
    ActionButton* m_return;
    ActionButton* m_cancel;
    ActionButton* m_guide;
};

}  // namespace gui
