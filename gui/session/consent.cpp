// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/consent.hpp"

#include <QLabel>

#include "gui/session/log_in_form.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

ConsentSheet::ConsentSheet(const Workplace& place, QWidget* over, ConsentWords words, Consent begun, Act act)
    : Sheet(over, words.title),
      m_place(place),
      m_words(std::move(words)),
      m_begun(begun),
      m_consent(std::move(begun)),
      m_act(std::move(act)),
      m_who(new QLabel{this}),
      m_form(new LogInForm{place.wording, tr("Consentir", "button: a person agrees with their credentials"), this}) {
    auto* what = new QLabel{m_words.what, this};
    what->setWordWrap(true);
    m_who->setWordWrap(true);
    setRole(*m_who, "head");
    auto* dismissal = new ActionButton{tr("Cancelar", "button: nobody agrees, nothing is done"), Qt::Key_Escape};
    for (QWidget* each : std::initializer_list<QWidget*>{what, m_who, m_form, dismissal}) content().addWidget(each);
    connect(dismissal, &QPushButton::clicked, this, [this] { close(); });
    connect(m_form, &LogInForm::submitted, this, [this](const LogIn& person) {
        openSession(
            m_place.link, this, person, m_place.session.workstation(),
            [this](SharedSession opened) { take(std::move(opened)); },
            [this](const Trouble& trouble) {
                m_place.sounds.play(Cue::Refused);
                m_form->tell(trouble);
            });
    });
    if (!wantsFirst() && !wantsSecond()) {
        perform();
        return;
    }
    open(m_form->first());
    askNext();
}

void ConsentSheet::askNext() {
    m_form->restart();
    m_who->setText(wantsFirst() ? m_words.first : m_words.second);
    m_form->first()->setFocus();
}

void ConsentSheet::take(SharedSession opened) {
    (wantsFirst() ? m_consent.first : m_consent.second) = std::move(opened);
    if (wantsFirst() || wantsSecond()) return askNext();
    perform();
}

void ConsentSheet::perform() {
    const QPointer self{this};
    m_act(m_consent, {[self] {
                          if (!self) return;
                          self->m_place.sounds.play(Cue::Done);
                          self->close();
                      },
                      [self](const Trouble& trouble) {
                          if (!self) return;
                          self->m_place.sounds.play(Cue::Refused);
                          self->m_consent = self->m_begun;
                          if (self->isHidden()) self->open(self->m_form->first());
                          self->askNext();
                          self->m_form->banner().tell(trouble);
                      }});
}

}  // namespace gui
