// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/log_in_page.hpp"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/session/log_in_form.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/centred.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

constexpr int kFormWidth = 460;

}  // namespace

LogInPage::LogInPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_title(new QLabel{this}),
      m_note(new QLabel{this}),
      m_form(new LogInForm{place.wording, tr("Entrar", "button: logs a person in"), this}),
      m_another(new ActionButton{tr("Otra persona", "button: somebody else wants to log in"), Qt::Key_F9}) {
    auto* card = new QFrame{this};
    card->setFixedWidth(kFormWidth);
    setRole(*card, "card");
    auto* content = new QVBoxLayout{card};
    content->setContentsMargins(kWide, kWide, kWide, kWide);
    content->setSpacing(kSpace);
    setRole(*m_title, "large");
    setRole(*m_note, "muted");
    for (auto* label : {m_title, m_note}) label->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_note, m_form, m_another}) content->addWidget(each);
    layInTheMiddle(*this, *card);
    connect(m_form, &LogInForm::submitted, this, [this](const LogIn& person) {
        m_place.session.enter(person, [this](const Trouble& trouble) {
            m_place.sounds.play(Cue::Refused);
            m_form->tell(trouble);
        });
    });
    connect(m_another, &QPushButton::clicked, this, &LogInPage::anotherWanted);
    welcome();
}

void LogInPage::welcome() {
    m_title->setText(tr("Troquel", "name of the program, on the log-in page"));
    m_note->setText(tr("Puesto %1. Entre con su usuario y su contraseña.", "log-in page; %1 is the workstation")
                        .arg(shown(m_place.session.workstation())));
    m_form->setPerson({});
    m_form->restart();
    m_another->hide();
    m_form->first()->setFocus();
}

void LogInPage::unlockFor(const OpenSession& person, bool working) {
    m_title->setText(tr("Puesto bloqueado", "title of the page of a locked window"));
    m_note->setText(working
                        ? tr("Lo bloqueó %1. La línea sigue trabajando.",
                             "locked window while the line works; %1 is the person's full name")
                              .arg(person.fullName())
                        : tr("Lo bloqueó %1.", "locked window; %1 is the person's full name").arg(person.fullName()));
    m_form->setPerson(person.user());
    m_form->restart();
    // The line works in the name of whoever began it.
    m_another->setVisible(!working);
    m_form->first()->setFocus();
}

void LogInPage::tellExpired(const Trouble& why) {
    welcome();
    m_form->banner().tell(why, tr("Lo que estaba en pantalla se conserva si entra la misma persona.",
                                  "log-in page after a session ended by itself"));
}

void LogInPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_form->first()->setFocus();
}

}  // namespace gui
