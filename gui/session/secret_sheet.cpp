// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/secret_sheet.hpp"

#include <QLineEdit>

#include "gui/text.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {

SecretSheet::SecretSheet(QWidget* over, issuance::SecretNeeded needed, const QString& token,
                         std::promise<base::SecretBytes> promise)
    : Sheet(over, titleOf(needed, token)), m_secret(new QLineEdit{this}), m_promise(std::move(promise)) {
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setAccessibleName(tr("Secreto", "name of the field, for screen readers"));
    auto* open =
        new ActionButton{tr("Abrir", "button: opens the keys"), Qt::CTRL | Qt::Key_Return, ActionButton::Weight::Main};
    content().addWidget(m_secret);
    content().addWidget(open);
    connect(open, &QPushButton::clicked, this, &SecretSheet::give);
    connect(m_secret, &QLineEdit::returnPressed, this, &SecretSheet::give);
    this->open(m_secret);
}

QString SecretSheet::titleOf(issuance::SecretNeeded needed, const QString& token) {
    return needed == issuance::SecretNeeded::Pin
               ? tr("PIN del dispositivo de llaves %1", "title; %1 is the label of a token").arg(token)
               : tr("Frase de paso del almacén de llaves", "title: what opens the keys of the house");
}

void SecretSheet::give() {
    auto typed = told(m_secret->text());
    m_promise.set_value(base::SecretBytes::copyOf(typed));
    base::wipe(typed);
    m_secret->clear();
    close();
}

void SecretSheet::dismiss() {
    m_secret->clear();
    give();
}

issuance::SecretEntry secretEntryIn(QWidget& window) {
    return [&window](issuance::SecretNeeded needed, const std::string& token) {
        std::promise<base::SecretBytes> promise;
        auto given = promise.get_future();
        auto shared = std::make_shared<std::promise<base::SecretBytes>>(std::move(promise));
        QMetaObject::invokeMethod(
            &window,
            [&window, needed, token, shared] {
                new SecretSheet{&window, needed, shown(token), std::move(*shared)};
            },
            Qt::QueuedConnection);
        return given.get();
    };
}

}  // namespace gui
