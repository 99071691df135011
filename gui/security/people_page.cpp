// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/people_page.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "gui/security/act_sheet.hpp"
#include "gui/security/days_left.hpp"
#include "gui/security/duty_words.hpp"
#include "gui/security/own_secrets.hpp"
#include "gui/security/roles_sheet.hpp"
#include "gui/text.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {
namespace {

using Kind = ActField::Kind;

ListShape shapeOfPeople() {
    return {"personas",
            PeoplePage::tr("Personas y funciones", "title of the page"),
            {{PeoplePage::tr("Usuario", "column: user name"), 130},
             {PeoplePage::tr("Nombre", "column: full name"), 190},
             {PeoplePage::tr("Funciones", "column: roles"), 210},
             {PeoplePage::tr("Sola puede", "column: what the person could do alone"), 310},
             {PeoplePage::tr("Habilitación hasta", "column: end of the clearance"), 285},
             {PeoplePage::tr("Activa", "column: whether the person is active"), 70}},
            {{"0", PeoplePage::tr("Por usuario", "order of a list"), 0},
             {"1", PeoplePage::tr("Por nombre", "order of a list"), 1},
             {"4", PeoplePage::tr("Por habilitación", "order of a list"), 4}},
            {},
            PeoplePage::tr("Escriba un usuario, un nombre o una función", "hint in the filter"),
            PeoplePage::tr("No hay personas", "an empty list"),
            PeoplePage::tr("Inscriba a la primera con F2.", "advice at an empty list")};
}

}  // namespace

PeoplePage::PeoplePage(const Workplace& place, QWidget* parent)
    : Section(place, parent),
      m_list(new ListView{place, shapeOfPeople(),
                          [this](const ListQuery& query, ListAnswer answer) { fetch(query, answer); }, this}) {
    m_content->addWidget(m_list);
    addActions();
    connect(m_list, &ListView::opened, this, [this] { withChosen([this](const auto& person) { openRoles(person); }); });
}

void PeoplePage::addActions() {
    addButtonOf<contract::OperatorCreate>(tr("Nueva persona", "button"), Qt::Key_F2, [this] { create(); });
    addButton(tr("Funciones", "button: roles of a person"), Qt::Key_F3,
              [this] { withChosen([this](const auto& person) { openRoles(person); }); });
    addButtonOf<contract::OperatorClearance>(tr("Habilitación", "button: end of the clearance"), Qt::Key_F4, [this] {
        withChosen([this](const auto& person) { moveClearance(person); });
    });
    addButtonOf<contract::OperatorDeactivate>(tr("Dar de baja", "button: deactivates a person"), Qt::Key_F6, [this] {
        withChosen([this](const auto& person) { deactivate(person); });
    });
    addButtonOf<contract::OperatorFactorRemove>(
        tr("Quitar generador", "button: removes a generator of codes"), Qt::Key_F7,
        [this] { withChosen([this](const auto& person) { removeFactor(person); }); });
    addOwn(tr("Mi contraseña", "button: changes one's own password"), Qt::Key_F8, [this] {
        changeOwnPassword(m_place, this, [this] { finish(tr("Su contraseña cambió.", "after a change of password")); });
    });
    addOwn(tr("Mi generador", "button: enrols one's own generator of codes"), Qt::Key_F10, [this] {
        enrolOwnFactor(m_place, this, [this] {
            finish(tr("Su generador quedó registrado: desde ahora se le pide el código al entrar.",
                      "after a generator was enrolled"));
        });
    });
}

// What is of the person who looks, and not of the one who is chosen, stands apart.
void PeoplePage::addOwn(const QString& words, Qt::Key key, std::function<void()> act) {
    auto* button = new ActionButton{words, key};
    connect(button, &QPushButton::clicked, this, std::move(act));
    m_list->actions().insertWidget(m_own++, button);
}

// The roles are the house's own and few; they are told before the people who have them.
void PeoplePage::fetch(const ListQuery& query, const ListAnswer& answer) {
    m_place.ask(
        this, contract::OperatorRoles{},
        [this, query, answer](const contract::RolesListed& roles) {
            m_roles = roles.roles;
            m_place.ask(
                this, contract::OperatorList{},
                [this, query, answer](const contract::OperatorsListed& listed) {
                    m_people = listed.operators;
                    std::vector<ListRow> rows;
                    for (const auto& person : m_people) rows.push_back(rowOf(person));
                    answer.arrived(narrowed(std::move(rows), query));
                },
                answer.troubled);
        },
        answer.troubled);
}

ListRow PeoplePage::rowOf(const contract::OperatorLine& person) const {
    QStringList roles;
    for (const auto& role : person.roles) roles << shown(m_place.wording.word(role));
    const auto left = daysLeftUntil(person.clearanceEnd);
    return {shown(person.user),
            {shown(person.user), shown(person.fullName), roles.join(QStringLiteral(", ")),
             operationsOf(m_place, m_roles, person.roles), left ? left->text : shown(person.clearanceEnd),
             person.active ? tr("sí", "the person is active") : tr("no", "the person is not active")}};
}

void PeoplePage::refresh() { m_list->refresh(); }

void PeoplePage::takeScan(const QString& read) { m_list->narrow(read); }

const contract::OperatorLine* PeoplePage::chosen() const {
    const auto found = std::ranges::find(m_people, told(m_list->current()), &contract::OperatorLine::user);
    return found == m_people.end() ? nullptr : &*found;
}

void PeoplePage::withChosen(const std::function<void(const contract::OperatorLine&)>& act) {
    m_banner->clear();
    if (const auto* person = chosen()) return act(*person);
    m_banner->tell(Standing::Caution, tr("Elija antes a la persona en la lista.", "nobody was chosen"));
    m_list->focusRows();
}

void PeoplePage::create() {
    QList<std::pair<QString, QString>> roles;
    for (const auto& role : m_roles) roles << std::pair{shown(role.role), shown(m_place.wording.word(role.role))};
    askByActSheet<contract::OperatorCreate>(
        m_place, this,
        {tr("Nueva persona", "title"),
         tr("Entrará con este usuario y esta contraseña; dígale que la cambie. Más funciones se le dan después.",
            "what the form does"),
         tr("Inscribir", "button: enrols a person")},
        {{"user", tr("Usuario (letras minúsculas)", "field")},
         {"name", tr("Nombre completo", "field")},
         {"password", tr("Contraseña (al menos doce letras)", "field"), Kind::Secret},
         {"role", tr("Función", "field"), Kind::Choice, true, {}, roles},
         {"clearance", tr("Habilitación hasta (2027-12-31)", "field: a day")}},
        [](const ActValues& values) {
            return contract::OperatorCreate{values.text("user"),
                                            values.text("name"),
                                            values.text("password"),
                                            {values.text("role")},
                                            values.text("clearance")};
        },
        [this](const contract::OperatorCreated&) { finish(tr("La persona quedó inscrita.", "after an enrolment")); });
}

void PeoplePage::openRoles(const contract::OperatorLine& person) {
    auto* sheet = new RolesSheet{m_place, this, person, m_roles};
    connect(sheet, &Sheet::closed, this, &PeoplePage::refresh);
}

void PeoplePage::moveClearance(const contract::OperatorLine& person) {
    askByActSheet<contract::OperatorClearance>(
        m_place, this,
        {tr("Habilitación de %1", "title; %1 is a name").arg(shown(person.fullName)),
         tr("Después de ese día la persona ya no puede entrar.", "what the form does"),
         tr("Guardar", "button: keeps what was typed")},
        {{"day", tr("Último día (2027-12-31)", "field: a day"), Kind::Text, true, shown(person.clearanceEnd)}},
        [user = person.user](const ActValues& values) {
            return contract::OperatorClearance{user, values.text("day")};
        },
        [this](const contract::Done&) { finish(tr("La habilitación cambió.", "after a change of clearance")); });
}

void PeoplePage::deactivate(const contract::OperatorLine& person) {
    askByActSheet<contract::OperatorDeactivate>(
        m_place, this,
        {tr("Dar de baja a %1", "title; %1 is a name").arg(shown(person.fullName)),
         tr("Su sesión termina ahora y ya no podrá entrar. Lo que hizo queda en los libros.", "what the form does"),
         tr("Dar de baja", "button: deactivates a person")},
        {{"reason", tr("Motivo", "field: reason")}},
        [user = person.user](const ActValues& values) {
            return contract::OperatorDeactivate{user, values.text("reason")};
        },
        [this](const contract::Done&) { finish(tr("La persona quedó de baja.", "after a deactivation")); });
}

void PeoplePage::removeFactor(const contract::OperatorLine& person) {
    askByActSheet<contract::OperatorFactorRemove>(
        m_place, this,
        {tr("Quitar el generador de %1", "title; %1 is a name").arg(shown(person.fullName)),
         tr("Para quien perdió el teléfono: su generador ya no sirve, sus sesiones terminan, y debe registrar otro.",
            "what the form does"),
         tr("Quitar", "button: removes a generator of codes")},
        {{"reason", tr("Motivo", "field: reason")}},
        [user = person.user](const ActValues& values) {
            return contract::OperatorFactorRemove{user, values.text("reason")};
        },
        [this](const contract::Done&) { finish(tr("El generador ya no sirve.", "after a generator was removed")); });
}

}  // namespace gui
