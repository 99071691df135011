// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/log_in_form.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

using namespace base::literals;

LogInForm::LogInForm(const contract::Wording& wording, const QString& action, QWidget* parent)
    : QWidget(parent),
      m_user(new QLineEdit{this}),
      m_password(new QLineEdit{this}),
      m_codeLabel(new QLabel{tr("Código de seis dígitos", "label of the field for the one-time code"), this}),
      m_code(new QLineEdit{this}),
      m_banner(new FaultBanner{wording, this}),
      m_enter(new ActionButton{action, Qt::CTRL | Qt::Key_Return, ActionButton::Weight::Main, this}),
      m_busy(new BusyOverlay{this}) {
    m_password->setEchoMode(QLineEdit::Password);
    auto* user = new QLabel{tr("Usuario", "label of the field for the user name"), this};
    auto* password = new QLabel{tr("Contraseña", "label of the field for the password"), this};
    user->setBuddy(m_user);
    password->setBuddy(m_password);
    m_codeLabel->setBuddy(m_code);
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGap);
    int row = 0;
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_banner, user, m_user, password, m_password, m_codeLabel, m_code, m_enter})
        grid->addWidget(each, row++, 0);
    for (auto* field : {m_user, m_password, m_code}) {
        field->setMinimumHeight(kTarget - kGap);
        connect(field, &QLineEdit::returnPressed, this, &LogInForm::submit);
    }
    m_user->setAccessibleName(user->text());
    m_password->setAccessibleName(password->text());
    m_code->setAccessibleName(m_codeLabel->text());
    m_user->setObjectName("user");
    m_password->setObjectName("password");
    m_code->setObjectName("code");
    m_enter->showKeyAs(tr("Intro", "name of the key Enter"));
    connect(m_enter, &QPushButton::clicked, this, &LogInForm::submit);
    showCode(false);
}

void LogInForm::restart() {
    if (m_user->isEnabled()) m_user->clear();
    m_password->clear();
    m_code->clear();
    showCode(false);
    m_banner->clear();
    setBusy(false);
}

void LogInForm::setPerson(const QString& user) {
    m_user->setText(user);
    m_user->setEnabled(user.isEmpty());
}

QWidget* LogInForm::first() const { return m_user->isEnabled() ? m_user : m_password; }

// Enter in a field goes on to what is still empty, and sends it when nothing is.
void LogInForm::submit() {
    for (auto* field : {m_user, m_password, m_code})
        if (field->isVisible() && field->text().isEmpty()) return field->setFocus();
    setBusy(true);
    m_banner->clear();
    emit submitted({m_user->text().trimmed(), m_password->text(), m_code->isVisible() ? m_code->text() : QString{}});
}

void LogInForm::tell(const Trouble& trouble) {
    setBusy(false);
    const bool wantsCode = trouble.has("people.code-needed"_code);
    if (wantsCode) showCode(true);
    m_banner->tell(trouble);
    if (!wantsCode) m_password->clear();
    m_code->clear();
    if (wantsCode)
        m_code->setFocus();
    else
        m_password->setFocus();
}

void LogInForm::setBusy(bool busy) {
    if (busy)
        m_busy->begin(tr("Comprobando…", "shown while user and password are being checked"));
    else
        m_busy->end();
    for (QWidget* each : std::initializer_list<QWidget*>{m_password, m_code, m_enter}) each->setEnabled(!busy);
}

void LogInForm::showCode(bool asked) {
    m_codeLabel->setVisible(asked);
    m_code->setVisible(asked);
}

}  // namespace gui
