// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/production/shift_items.hpp"
#include "gui/session/consent.hpp"

class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;

namespace gui {

class ActionButton;
class FaultBanner;
class StatusSign;

/// What was not used is scanned back, until it balances; then two people close the shift.
class ShiftClosing : public QWidget {
    Q_OBJECT
   public:
    ShiftClosing(const Workplace& place, QWidget* parent = nullptr);
    void showItems(const std::vector<ShiftItem>& items);
    void takeScan(const QString& read);

   signals:
    /// The shift was closed; the words are those of its reconciliation.
    void closed(const QString& told);
    void left();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeCount();
    [[nodiscard]] QWidget* makeList();
    void fillTable(const std::vector<ShiftItem>& items);
    void add(const QString& serials);
    void dropLast();
    void tellBalance();
    void ask();
    void askShort();
    void tellClosed(const contract::ShiftClosed& closed);
    [[nodiscard]] std::vector<std::string> returned() const;
    [[nodiscard]] std::int64_t counted() const;

    const Workplace& m_place;
    FaultBanner* m_banner;
    QWidget* m_table;
    QGridLayout* m_grid;
    StatusSign* m_balance;
    QLineEdit* m_typed;
    QListWidget* m_list;
    QLabel* m_reasonLabel;
    QLineEdit* m_reason;
    ActionButton* m_close;
    ActionButton* m_short;
    std::int64_t m_unused = 0;
    std::int64_t m_inUse = 0;
};

}  // namespace gui
