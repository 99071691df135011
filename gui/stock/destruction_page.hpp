// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_destruction.hpp"
#include "gui/stock/stock_page.hpp"

class QLabel;
class QListWidget;

namespace gui {

class ActionButton;
class Facts;

/// One destruction: its decisions, its commission, what is still to be read at the spot, and its act.
class DestructionPage : public StockPage {
    Q_OBJECT
   public:
    explicit DestructionPage(const Workplace& place, QWidget* parent = nullptr);
    void show(const QString& destruction);
    using QWidget::show;
    void refresh() override;
    /// What is read at the spot of a commissioned destruction is scanned for it.
    void takeScan(const QString& read) override;

   private:
    void tellDestruction(const contract::DestructionShown& shownOne);
    void tellNext(const std::string& stage);
    void go();
    void authorise();
    void commission();
    void execute();
    void cancel();

    QString m_id;
    contract::DestructionShown m_shown;
    Facts* m_facts;
    QLabel* m_advice;
    QListWidget* m_left;
    ActionButton* m_next;
    ActionButton* m_cancel;
    ActionButton* m_act;
};

}  // namespace gui
