// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/case_page.hpp"

#include <QHBoxLayout>
#include <QLabel>

#include "gui/supervision/fact_table.hpp"
#include "gui/supervision/page_parts.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {

namespace {

/// Days that are offered.
constexpr const char* kUsualDeadline = "30";

}  // namespace

CasePage::CasePage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_title(new QLabel{this}),
      m_facts(new QLabel{this}),
      m_lines(new FactTable{tr("Asuntos y anotaciones del caso", "accessible name of what a case is about"),
                            {{tr("Cuándo (UTC)", "column: moment"), 150},
                             {tr("Quién", "column: person"), 150},
                             {tr("Asunto o anotación", "column: what a case is about, or a note"), 400}},
                            this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
}

void CasePage::layOut() {
    setRole(*m_title, "large");
    auto* card = new QFrame{this};
    setRole(*card, "card");
    auto* facts = new QVBoxLayout{card};
    m_facts->setWordWrap(true);
    facts->addWidget(m_facts);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_banner, card, m_lines})
        column->addWidget(each, each == m_lines ? 1 : 0);
    auto* actions = new QHBoxLayout;
    const auto add = [&](const QString& words, Qt::Key key, bool may, auto act) {
        if (!may) return;
        auto* button = new ActionButton{words, key};
        connect(button, &QPushButton::clicked, this, act);
        actions->addWidget(button);
    };
    const auto& session = m_place.session;
    add(tr("Anotar", "button: notes something in a case"), Qt::Key_F2, session.may<contract::CaseNote>(),
        [this] { note(); });
    add(tr("Resolver", "button: resolves a case"), Qt::Key_F3, session.may<contract::CaseResolve>(),
        [this] { resolve(); });
    add(tr("Plazo de esta clase", "button: deadline of cases of a kind"), Qt::Key_F4,
        session.may<contract::CaseDeadline>(), [this] { setDeadline(); });
    add(tr("Volver", "button: back to the list of cases"), Qt::Key_Escape, true, [this] { emit left(); });
    column->addLayout(actions);
}

void CasePage::showCase(const QString& number) {
    m_number = number;
    m_banner->clear();
    m_title->setText(tr("Caso %1", "title of the page; %1 is a case").arg(number));
    m_facts->clear();
    m_lines->show(QList<QStringList>{});
    refresh();
    m_lines->setFocus();
}

void CasePage::refresh() {
    if (m_number.isEmpty()) return;
    m_busy->begin(tr("Buscando el caso…", "shown while a case is fetched"));
    m_place.ask(
        this, contract::CaseShow{told(m_number)}, [this](const contract::CaseShown& found) { fill(found); },
        [this](const Trouble& trouble) {
            m_busy->end();
            m_banner->tell(trouble);
        });
}

void CasePage::fill(const contract::CaseShown& found) {
    m_busy->end();
    m_case = found;
    const auto word = [&](const std::string& code) { return shown(m_place.wording.word(code)); };
    QStringList facts{tr("Clase: %1", "%1 is a kind of case").arg(word(found.line.kind)),
                      tr("Lugar: %1", "%1 is a place").arg(word(found.line.place)),
                      tr("Abierto el %1 por %2", "%1 is a moment, %2 a person")
                          .arg(minuteOf(found.line.openedAt), shown(found.line.openedBy)),
                      found.line.overdue
                          ? tr("VENCIDO el %1", "a case is overdue since the day %1").arg(shown(found.line.deadline))
                          : tr("Plazo: %1", "%1 is a day").arg(shown(found.line.deadline)),
                      tr("Motivo: %1", "%1 says why it is held").arg(shown(found.reason))};
    if (!found.resolvedAt.empty())
        facts << (found.writtenOff
                      ? tr("Resuelto con baja el %1 por %2: %3", "a case was resolved; %1 moment, %2 person, %3 how")
                      : tr("Resuelto el %1 por %2: %3", "a case was resolved; %1 moment, %2 person, %3 how"))
                     .arg(minuteOf(found.resolvedAt), shown(found.resolvedBy), shown(found.resolution));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    QList<QStringList> rows;
    for (const auto& matter : found.matters)
        rows << QStringList{
            minuteOf(found.line.openedAt), shown(found.line.openedBy),
            tr("%1 %2: según libros %3, hallado %4. %5",
               "a matter of a case; %1 item, %2 serials or lot, %3 and %4 numbers, %5 detail")
                .arg(shown(m_place.names.of(matter.item)), shown(matter.serials.empty() ? matter.lot : matter.serials))
                .arg(matter.expected)
                .arg(matter.found)
                .arg(word(matter.detail))};
    for (const auto& note : found.notes) rows << QStringList{minuteOf(note.time), shown(note.person), shown(note.text)};
    m_lines->show(rows);
}

std::function<void(const contract::Done&)> CasePage::done(const QString& words) {
    return [this, words](const contract::Done&) {
        m_banner->tell(Standing::Done, words);
        refresh();
    };
}

void CasePage::note() {
    const auto make = [number = told(m_number)](const FormValues& values) {
        return contract::CaseNote{number, values.text("reason")};
    };
    new FormSheet{m_place,
                  this,
                  {tr("Anotar en el caso %1", "title; %1 is a case").arg(m_number),
                   tr("La anotación queda para siempre, con su nombre.", "what a note in a case means"),
                   tr("Anotar", "button: notes something in a case")},
                  {{"reason", tr("Anotación", "label of a note in a case"), FormField::Kind::Text, {}, false}},
                  asking(m_place, this, {}, make, done(tr("Quedó anotado.", "after a note was taken")))};
}

// Whether somebody else is wanted the office says: where it writes something off.
void CasePage::resolve() {
    const auto make = [number = told(m_number)](const FormValues& values) {
        return contract::CaseResolve{number, values.text("reason")};
    };
    const ConsentWords consent{
        tr("Resolver el caso %1", "title; %1 is a case").arg(m_number),
        tr("Se da de baja lo que falta.", "what is consented to"),
        tr("Quien resuelve: escriba sus datos", "the one who consents"),
        tr("Segunda persona que consiente la baja: escriba sus datos", "the one who consents second")};
    new FormSheet{
        m_place,
        this,
        {tr("Resolver el caso %1", "title; %1 is a case").arg(m_number),
         tr("Diga qué se halló y por qué termina. Si se da de baja algo, hace falta una segunda persona.",
            "what resolving a case means"),
         tr("Resolver", "button: resolves a case")},
        {{"reason", tr("Cómo se resolvió", "label of a resolution"), FormField::Kind::Text, {}, false}},
        asking(m_place, this, consent, make, done(tr("El caso quedó resuelto.", "after a case was resolved")))};
}

void CasePage::setDeadline() {
    const auto make = [kind = m_case.line.kind](const FormValues& values) {
        return contract::CaseDeadline{kind, values.number("days")};
    };
    new FormSheet{m_place,
                  this,
                  {tr("Plazo de los casos de esta clase", "title"),
                   tr("Vale para los que se abran desde ahora. Clase: %1", "%1 is a kind of case")
                       .arg(shown(m_place.wording.word(m_case.line.kind))),
                   tr("Fijar el plazo", "button: sets a deadline")},
                  {{"days", tr("Días", "label of the days of a deadline"), FormField::Kind::Number, kUsualDeadline}},
                  asking(m_place, this, {}, make, done(tr("El plazo quedó fijado.", "after a deadline was set")))};
}

}  // namespace gui
