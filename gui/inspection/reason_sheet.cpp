// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/reason_sheet.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

constexpr int kCauseHeight = 40;

}  // namespace

ReasonSheet::ReasonSheet(const Workplace& place, QWidget* over, const Words& words,
                         std::function<void(const QString& reason)> given)
    : Sheet(over, words.title),
      m_usual(new QListWidget{this}),
      m_own(new QLineEdit{this}),
      m_banner(new FaultBanner{place.wording, this}),
      m_given(std::move(given)) {
    auto* what = new QLabel{words.what, this};
    what->setWordWrap(true);
    m_usual->addItems(words.usual);
    m_usual->setAccessibleName(tr("Causa", "label of the list of causes"));
    m_usual->setFixedHeight(static_cast<int>(words.usual.size()) * kCauseHeight + kSpace);
    m_usual->setVisible(!words.usual.isEmpty());
    m_usual->setCurrentRow(words.usual.isEmpty() ? -1 : 0);
    auto* label =
        new QLabel{words.usual.isEmpty() ? tr("Motivo", "label of the field for a reason")
                                         : tr("Qué se ve (si hace falta)", "label of the field for more words"),
                   this};
    label->setBuddy(m_own);
    m_own->setAccessibleName(label->text());
    m_own->setObjectName("reason");
    m_own->setMinimumHeight(kTarget - kGap);
    auto* act = new ActionButton{words.action, Qt::CTRL | Qt::Key_Return, ActionButton::Weight::Main};
    act->showKeyAs(tr("Intro", "name of the key Enter"));
    auto* dismissal = new ActionButton{tr("Cancelar", "button: nothing is done"), Qt::Key_Escape};
    for (QWidget* each : std::initializer_list<QWidget*>{m_banner, what, m_usual, label, m_own, act, dismissal})
        content().addWidget(each);
    connect(m_own, &QLineEdit::returnPressed, this, &ReasonSheet::give);
    connect(m_usual, &QListWidget::itemActivated, this, [this] { m_own->setFocus(); });
    connect(act, &QPushButton::clicked, this, &ReasonSheet::give);
    connect(dismissal, &QPushButton::clicked, this, [this] { close(); });
    open(words.usual.isEmpty() ? static_cast<QWidget*>(m_own) : m_usual);
}

void ReasonSheet::give() {
    const auto own = m_own->text().trimmed();
    const auto* chosen = m_usual->currentItem();
    if (own.isEmpty() && chosen == nullptr) {
        m_own->setFocus();
        return m_banner->tell(Standing::Caution, tr("Escriba el motivo.", "a reason lacks"));
    }
    const auto reason = chosen == nullptr ? own
                        : own.isEmpty()
                            ? chosen->text()
                            : tr("%1: %2", "a reason; %1 is the cause chosen, %2 own words").arg(chosen->text(), own);
    const auto given = m_given;
    close();
    given(reason);
}

}  // namespace gui
