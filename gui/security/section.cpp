// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/section.hpp"

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

Section::Section(const Workplace& place, QWidget* parent)
    : QWidget(parent), m_place(place), m_banner(new FaultBanner{place.wording, this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    m_content = new QVBoxLayout;
    m_content->setSpacing(kGap);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(kGap);
    m_actions->addStretch();
    column->addWidget(m_banner);
    column->addLayout(m_content, 1);
    column->addLayout(m_actions);
}

void Section::addButton(const QString& words, const QKeySequence& key, std::function<void()> act, bool main) {
    auto* button = new ActionButton{words, key, main ? ActionButton::Weight::Main : ActionButton::Weight::Usual, this};
    connect(button, &QPushButton::clicked, this, std::move(act));
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void Section::finish(const QString& words) {
    m_place.sounds.play(Cue::Done);
    m_banner->tell(Standing::Done, words);
    refresh();
}

void Section::fail(const Trouble& trouble, const QString& meaning) {
    if (trouble.isOfficeAway()) return;
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(trouble, meaning);
}

}  // namespace gui
