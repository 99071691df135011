// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_line.hpp"
#include "gui/session/consent.hpp"

class QFrame;
class QLabel;
class QLineEdit;
class QListWidget;

namespace gui {

class BusyOverlay;
class FaultBanner;
class StatusSign;

/// Orders of which nobody knows how a step ended: what chip and page say, and what a supervisor says who looked.
class DoubtsPage : public QWidget {
    Q_OBJECT
   public:
    DoubtsPage(const Workplace& place, QWidget* parent = nullptr);
    void showDoubts(const std::vector<contract::OrderLine>& doubts);
    /// Chooses the doubt of the piece that was read.
    void takeScan(const QString& read);

   signals:
    void resolved();
    void left();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeFacts();
    void look();
    void tellDoubt(const contract::DoubtShown& doubt);
    void resolve(const std::string& verdict, const QString& what);

    const Workplace& m_place;
    std::vector<contract::OrderLine> m_doubts;
    FaultBanner* m_banner;
    QListWidget* m_list;
    QFrame* m_facts;
    QLabel* m_title;
    QLabel* m_happened;
    StatusSign* m_chip;
    QLabel* m_page;
    QLineEdit* m_reason;
    QWidget* m_nothing;
    QWidget* m_body;
    BusyOverlay* m_busy;
};

}  // namespace gui
