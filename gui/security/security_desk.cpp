// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/security_desk.hpp"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "contract/acts_of_journal.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_sites.hpp"
#include "gui/security/attention_page.hpp"
#include "gui/security/journal_page.hpp"
#include "gui/security/keys_page.hpp"
#include "gui/security/people_page.hpp"
#include "gui/security/sites_page.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {

SecurityDesk::SecurityDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent), m_choices(new QHBoxLayout), m_sections(new QStackedWidget{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kSpace, kGap, kSpace, kSpace);
    column->setSpacing(kGap);
    m_choices->setSpacing(kGap);
    column->addLayout(m_choices);
    column->addWidget(m_sections, 1);
    const auto& session = place.session;
    add(tr("Atención", "choice: section of the security desk"), Qt::Key_1, new AttentionPage{place, this});
    if (session.may<contract::OperatorList>())
        add(tr("Personas", "choice: section of the security desk"), Qt::Key_2, new PeoplePage{place, this});
    if (session.may<contract::WorkstationList>())
        add(tr("Puestos", "choice: section of the security desk"), Qt::Key_3, new SitesPage{place, this});
    if (session.may<contract::PkiStatus>())
        add(tr("Llaves", "choice: section of the security desk"), Qt::Key_4, new KeysPage{place, this});
    if (session.may<contract::JournalList>())
        add(tr("Diario", "choice: section of the security desk"), Qt::Key_5, new JournalPage{place, this});
    m_choices->addStretch();
    turnTo(0);
}

void SecurityDesk::add(const QString& title, Qt::Key key, Section* section) {
    const int index = m_sections->addWidget(section);
    auto* choice = new ActionButton{title, Qt::CTRL | key};
    choice->setCheckable(true);
    choice->setAutoExclusive(true);
    setRole(*choice, "choice");
    connect(choice, &QPushButton::clicked, this, [this, index] {
        turnTo(index);
        refresh();
    });
    m_choices->addWidget(choice);
}

void SecurityDesk::turnTo(int index) {
    m_sections->setCurrentIndex(index);
    if (auto* choice = qobject_cast<QPushButton*>(m_choices->itemAt(index)->widget())) choice->setChecked(true);
}

Section* SecurityDesk::front() const { return qobject_cast<Section*>(m_sections->currentWidget()); }

void SecurityDesk::refresh() { front()->refresh(); }

void SecurityDesk::takeScan(const QString& read) { front()->takeScan(read); }

}  // namespace gui
