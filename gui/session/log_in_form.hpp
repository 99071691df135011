// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/wording.hpp"
#include "gui/session/open_session.hpp"

class QLabel;
class QLineEdit;

namespace gui {

class ActionButton;
class BusyOverlay;
class FaultBanner;

/// Where a person says who they are: user, password, and the code of their generator where they have one.
class LogInForm : public QWidget {
    Q_OBJECT
   public:
    LogInForm(const contract::Wording& wording, const QString& action, QWidget* parent = nullptr);

    /// Empties it for the next person.
    void restart();
    /// Only for this person; empty for anybody.
    void setPerson(const QString& user);
    /// What was typed did not open a session: asks for the code, or says why.
    void tell(const Trouble& trouble);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }
    /// Where one begins to type.
    [[nodiscard]] QWidget* first() const;
    void setBusy(bool busy);

   signals:
    void submitted(const gui::LogIn& person);

   private:
    void submit();
    void showCode(bool asked);
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLabel* m_codeLabel;
    QLineEdit* m_code;
    FaultBanner* m_banner;
    ActionButton* m_enter;
    BusyOverlay* m_busy;
};

}  // namespace gui
