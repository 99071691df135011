// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/roles_sheet.hpp"

#include <QLabel>
#include <QListWidget>
#include <algorithm>

#include "gui/security/duty_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

constexpr int kListHeight = 160;
constexpr int kExplained = 80;  ///< room for the longest explanation, so that nothing jumps

}  // namespace

RolesSheet::RolesSheet(const Workplace& place, QWidget* over, contract::OperatorLine person,
                       std::vector<contract::RoleLine> roles)
    : Sheet(over, tr("Funciones de %1", "title; %1 is a person's full name").arg(shown(person.fullName))),
      m_place(place),
      m_person(std::move(person)),
      m_roles(std::move(roles)),
      m_banner(new FaultBanner{place.wording, this}),
      m_list(new QListWidget{this}),
      m_what(new QLabel{this}),
      m_alone(new QLabel{this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    fill();
    m_list->setCurrentRow(0);
    open(m_list);
}

void RolesSheet::layOut() {
    m_list->setFixedHeight(kListHeight);
    m_list->setAccessibleName(tr("Funciones", "name of the list of roles"));
    m_what->setMinimumHeight(kExplained);
    m_what->setAlignment(Qt::AlignTop);
    for (auto* label : {m_what, m_alone}) label->setWordWrap(true);
    setRole(*m_alone, "muted");
    auto* change = new ActionButton{tr("Dar o quitar esta función", "button: grants or revokes the role"), Qt::Key_F5,
                                    ActionButton::Weight::Main};
    auto* leave = new ActionButton{tr("Volver", "button: closes the sheet"), Qt::Key_Escape};
    for (QWidget* each : std::initializer_list<QWidget*>{m_banner, m_list, m_what, m_alone, change, leave})
        content().addWidget(each);
    change->setVisible(m_place.session.may<contract::OperatorGrant>());
    connect(m_list, &QListWidget::currentRowChanged, this, &RolesSheet::tellRole);
    connect(change, &QPushButton::clicked, this, &RolesSheet::change);
    connect(leave, &QPushButton::clicked, this, [this] { close(); });
}

bool RolesSheet::holds(const std::string& role) const {
    return std::ranges::find(m_person.roles, role) != m_person.roles.end();
}

void RolesSheet::fill() {
    const int row = m_list->currentRow();
    m_list->blockSignals(true);
    m_list->clear();
    for (const auto& role : m_roles) {
        const auto word = shown(m_place.wording.word(role.role));
        m_list->addItem(holds(role.role) ? tr("✓ %1", "a role that the person has").arg(word)
                                         : tr("– %1", "a role that the person has not").arg(word));
    }
    m_list->setCurrentRow(row);
    m_list->blockSignals(false);
    const auto alone = operationsOf(m_place, m_roles, m_person.roles);
    m_alone->setText(
        alone.isEmpty()
            ? tr("Esta persona no interviene en la producción de documentos.", "what a person may do alone")
            : tr("Esta persona, sola, puede: %1. Lo demás lo hace otra.", "what a person may do alone").arg(alone));
    tellRole();
}

void RolesSheet::tellRole() {
    const int row = m_list->currentRow();
    if (row >= 0) m_what->setText(explain(m_place, m_roles.at(static_cast<std::size_t>(row))));
}

void RolesSheet::change() {
    const int row = m_list->currentRow();
    if (row < 0) return;
    const auto& role = m_roles.at(static_cast<std::size_t>(row)).role;
    m_banner->clear();
    m_busy->begin(tr("Guardando…", "shown while an act is being done"));
    const auto troubled = [this](const Trouble& trouble) { refused(trouble); };
    if (holds(role))
        return m_place.ask(
            this, contract::OperatorRevoke{m_person.user, role},
            [this, role](const contract::Done&) {
                std::erase(m_person.roles, role);
                took();
            },
            troubled);
    m_place.ask(
        this, contract::OperatorGrant{m_person.user, role},
        [this, role](const contract::Done&) {
            m_person.roles.push_back(role);
            took();
        },
        troubled);
}

void RolesSheet::took() {
    m_busy->end();
    m_place.sounds.play(Cue::Done);
    fill();
    m_banner->tell(Standing::Done, tr("Guardado. Rige desde ahora.", "after roles were changed"));
}

void RolesSheet::refused(const Trouble& trouble) {
    m_busy->end();
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(trouble, tr("Las funciones de la persona no cambiaron.", "what a refused change of roles means"));
}

}  // namespace gui
