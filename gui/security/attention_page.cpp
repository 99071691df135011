// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/attention_page.hpp"

#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_sites.hpp"
#include "gui/security/days_left.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

AttentionPage::AttentionPage(const Workplace& place, QWidget* parent)
    : Section(place, parent), m_area(new QScrollArea{this}) {
    auto* title = new QLabel{tr("Lo que pide atención", "title of the page"), this};
    setRole(*title, "large");
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(title->text());
    m_content->addWidget(title);
    m_content->addWidget(m_area, 1);
    addButton(tr("Mirar otra vez", "button: looks again what asks for attention"), Qt::Key_F5, [this] { refresh(); });
}

void AttentionPage::refresh() {
    m_banner->clear();
    m_matters.clear();
    m_awaited = 0;
    if (m_place.session.may<contract::PkiStatus>()) askKeys();
    if (m_place.session.may<contract::WorkstationList>()) askWorkstations();
    if (m_place.session.may<contract::OperatorList>()) askPeople();
}

void AttentionPage::askKeys() {
    ++m_awaited;
    m_place.ask(
        this, contract::PkiStatus{},
        [this](const contract::PkiStatusTold& status) {
            std::vector<Matter> found;
            for (const auto& notice : status.notices)
                found.push_back({notice.grade == "alarm" ? Standing::Refused : Standing::Caution,
                                 tr("Llaves (Ctrl+4): %1", "%1 is a sentence; leave the key as it is")
                                     .arg(shown(m_place.wording.sentence(notice.notice.asFault())))});
            arrive(std::move(found));
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void AttentionPage::askWorkstations() {
    ++m_awaited;
    m_place.ask(
        this, contract::WorkstationList{},
        [this](const contract::WorkstationsListed& listed) {
            std::vector<Matter> found;
            for (const auto& line : listed.workstations) {
                if (!line.active || line.certificates.empty()) continue;
                const auto left = daysLeftUntil(line.certificates.front().validUntil);
                if (left && left->standing != Standing::Done)
                    found.push_back({left->standing, tr("Puestos (Ctrl+3): el certificado de %1 vence el %2.",
                                                        "%1 workstation, %2 day with the days left; leave the key")
                                                         .arg(shown(line.workstation), left->text)});
            }
            arrive(std::move(found));
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void AttentionPage::askPeople() {
    ++m_awaited;
    m_place.ask(
        this, contract::OperatorList{},
        [this](const contract::OperatorsListed& listed) {
            std::vector<Matter> found;
            for (const auto& person : listed.operators) {
                const auto left = daysLeftUntil(person.clearanceEnd);
                if (person.active && left && left->standing != Standing::Done)
                    found.push_back({left->standing, tr("Personas (Ctrl+2): la habilitación de %1 termina el %2.",
                                                        "%1 name, %2 day with the days left; leave the key")
                                                         .arg(shown(person.fullName), left->text)});
            }
            arrive(std::move(found));
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void AttentionPage::arrive(std::vector<Matter> found) {
    std::ranges::move(found, std::back_inserter(m_matters));
    if (--m_awaited == 0) show();
}

void AttentionPage::show() {
    std::ranges::stable_sort(m_matters, {}, [](const Matter& matter) { return matter.standing != Standing::Refused; });
    auto* list = new QWidget{m_area};
    auto* column = new QVBoxLayout{list};
    column->setContentsMargins(0, 0, kGap, 0);
    column->setSpacing(kGap);
    if (m_matters.empty())
        m_matters.push_back({Standing::Done, tr("Nada pide atención: llaves, puestos y habilitaciones están al día.",
                                                "nothing asks for attention")});
    for (const auto& matter : m_matters) {
        auto* card = new QFrame{list};
        setRole(*card, "card");
        auto* row = new QVBoxLayout{card};
        row->setContentsMargins(kSpace, kGap, kSpace, kGap);
        auto* sign = new StatusSign{card};
        sign->tell(matter.standing, matter.text);
        row->addWidget(sign);
        column->addWidget(card);
    }
    column->addStretch();
    m_area->setWidget(list);
}

}  // namespace gui
