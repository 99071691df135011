// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/decision_sheet.hpp"

#include <QLabel>
#include <QLineEdit>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"

namespace gui {

DecisionSheet::DecisionSheet(const Workplace& place, QWidget* over, const DecisionWords& words, Act act)
    : Sheet(over, words.title),
      m_place(place),
      m_act(std::move(act)),
      m_fields(new QVBoxLayout),
      m_reason(new QLineEdit{this}),
      m_banner(new FaultBanner{place.wording, this}),
      m_do(new ActionButton{words.action, Qt::Key_F5, ActionButton::Weight::Main}),
      m_busy(new BusyOverlay{this}) {
    auto* what = new QLabel{words.what, this};
    what->setWordWrap(true);
    content().addWidget(what);
    m_fields->setSpacing(kGap);
    content().addLayout(m_fields);
    m_reason->setObjectName("reason");
    m_reason->setMinimumHeight(kTarget - kGap);
    m_reason->setHidden(words.reason.isEmpty());
    if (!words.reason.isEmpty()) {
        auto* label = new QLabel{words.reason, this};
        label->setBuddy(m_reason);
        m_reason->setAccessibleName(words.reason);
        content().addWidget(label);
    }
    content().addWidget(m_reason);
    content().addWidget(m_banner);
    auto* leave = new ActionButton{tr("Cancelar", "button: decides nothing"), Qt::Key_Escape};
    auto* row = new QHBoxLayout;
    for (auto* each : {m_do, leave}) row->addWidget(each);
    row->addStretch();
    content().addLayout(row);
    connect(m_do, &QPushButton::clicked, this, &DecisionSheet::decide);
    connect(leave, &QPushButton::clicked, this, [this] { close(); });
    connect(m_reason, &QLineEdit::returnPressed, this, &DecisionSheet::decide);
}

void DecisionSheet::add(const QString& label, QWidget& field) {
    auto* words = new QLabel{label, this};
    words->setBuddy(&field);
    field.setAccessibleName(label);
    field.setMinimumHeight(kTarget - kGap);
    m_fields->addWidget(words);
    m_fields->addWidget(&field);
    if (m_first == nullptr) m_first = &field;
}

void DecisionSheet::begin() {
    // Whoever tabs goes from the fields to the reason.
    open(m_first != nullptr ? m_first : m_reason->isHidden() ? static_cast<QWidget*>(m_do) : m_reason);
}

void DecisionSheet::decide() {
    if (m_busy->isBusy()) return;
    m_banner->clear();
    m_busy->begin(tr("Un momento…", "shown while a decision is being recorded"));
    const QPointer self{this};
    m_act(m_reason->text().trimmed(), {[self] {
                                           if (!self) return;
                                           self->m_busy->end();
                                           self->m_place.sounds.play(Cue::Done);
                                           self->close();
                                       },
                                       [self](const Trouble& trouble) {
                                           if (!self) return;
                                           self->m_busy->end();
                                           self->m_place.sounds.play(Cue::Refused);
                                           self->m_banner->tell(trouble);
                                       }});
}

}  // namespace gui
