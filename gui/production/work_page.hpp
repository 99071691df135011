// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "gui/production/line_work.hpp"
#include "gui/production/prompts.hpp"
#include "gui/production/shift_items.hpp"
#include "gui/widgets/status_sign.hpp"

class QFrame;
class QLabel;

namespace gui {

class ActionButton;
class FaultBanner;

/// What the person at the station does now, large; what the station does, and the keys that begin and end it.
class WorkPage : public QWidget {
    Q_OBJECT
   public:
    WorkPage(const Workplace& place, LineWork& line, QWidget* parent = nullptr);

    void showShift(const std::vector<ShiftItem>& items);
    void tell(const Trouble& trouble, const QString& meaning = {});
    void takeScan(const QString& read);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void openingWanted();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeChoices();
    [[nodiscard]] QWidget* makePrompt();
    void begin();
    void tellState();
    void tellPrompt();
    void tellIdle();
    void tellWorking();
    void tellOrder();
    void tellEnd(const contract::LineRan& ran);
    void fill(Standing standing, const QString& now, const Prompt& prompt);

    const Workplace& m_place;
    LineWork& m_line;
    FaultBanner* m_banner;
    QFrame* m_card;
    StatusSign* m_now;
    QLabel* m_action;
    QLabel* m_piece;
    QLabel* m_note;
    QLabel* m_order;
    ActionButton* m_print;
    ActionButton* m_encode;
    ActionButton* m_inspect;
    ActionButton* m_scan;
    ActionButton* m_open;
    ActionButton* m_begin;
    ActionButton* m_stop;
    ActionButton* m_cancelPrint;
    QString m_lastCall;  ///< so that a sound tells a new one
    std::string m_orderShown;
    bool m_hasBlanks = false;
    bool m_stoppedByPerson = false;
};

}  // namespace gui
