// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/workplace.hpp"

class QLabel;

namespace gui {

class ActionButton;
class LogInForm;

/// Where a person begins at the workstation, and where whoever locked the window comes back.
class LogInPage : public QWidget {
    Q_OBJECT
   public:
    explicit LogInPage(const Workplace& place, QWidget* parent = nullptr);

    /// For anybody.
    void welcome();
    /// For the person who locked the window; `working` where their line goes on meanwhile.
    void unlockFor(const OpenSession& person, bool working);
    /// Says why one is here again.
    void tellExpired(const Trouble& why);

   signals:
    /// Somebody else wants to work here.
    void anotherWanted();

   protected:
    void showEvent(QShowEvent* event) override;

   private:
    const Workplace& m_place;
    QLabel* m_title;
    QLabel* m_note;
    LogInForm* m_form;
    ActionButton* m_another;
};

}  // namespace gui
