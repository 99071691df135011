// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/count_page.hpp"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include "contract/acts_of_papers.hpp"
#include "gui/stock/facts.hpp"
#include "gui/stock/papers.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {

using namespace contract;

CountPage::CountPage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent), m_facts(new Facts{this}), m_advice(new QLabel{this}), m_lines(new QListWidget{this}) {
    auto* title = new QLabel{tr("Conteo", "title of the page of a count"), this};
    setRole(*title, "large");
    setRole(*m_advice, "head");
    m_advice->setWordWrap(true);
    m_lines->setAccessibleName(tr("Quiénes contaron y qué difiere", "list of counters and differences"));
    m_lines->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_facts, m_advice}) content().addWidget(each);
    content().addWidget(m_lines, 1);
    m_count = addButton(
        tr("Contar", "button: begins to count or goes on"), Qt::Key_F5, [this] { emit countingWanted(m_number); },
        true);
    m_approve =
        addButton(tr("Aceptar la diferencia", "button: approves a variance"), Qt::Key_F6, [this] { approve(); });
    m_recount = addButton(tr("Contar otra vez", "button: one more round"), Qt::Key_F7, [this] { recount(); });
    m_act = addButton(tr("Acta de conteo", "button: saves the act of a count"), Qt::Key_F4,
                      [this] { savePaperAbout(m_place, *this, "count-act", told(m_number)); });
    m_cancel = addButton(tr("Anular", "button: cancels a count"), Qt::Key_F8, [this] { cancel(); });
}

void CountPage::show(const QString& number) {
    m_number = number;
    banner().clear();
    refresh();
}

void CountPage::refresh() {
    if (m_number.isEmpty()) return;
    m_place.ask(
        this, CountShow{told(m_number)}, [this](const CountShown& count) { tellCount(count); },
        [this](const Trouble& why) { tell(why); });
}

QString CountPage::adviceOf(const std::string& state) const {
    if (state == "planned") return tr("Cuentan dos personas, cada una con su sesión.", "advice at a count");
    if (state == "counting") return tr("Se está contando.", "advice at a count");
    if (state == "recount") return tr("Los dos conteos no coinciden: los dos cuentan otra vez.", "advice at a count");
    if (state == "variance")
        return tr("Hay diferencia con los libros. Dos personas que no contaron la aceptan, o se cuenta otra vez.",
                  "advice at a count");
    return tr("Este conteo terminó.", "advice at a count");
}

void CountPage::tellCount(const CountShown& count) {
    m_state = count.line.state;
    QStringList items;
    for (const auto& item : count.line.items) items << shown(m_place.names.of(item));
    m_facts->tell({{tr("Conteo", "name of a fact: number"), shown(count.line.number)},
                   {tr("Situación", "name of a fact"), wordOf(m_place, m_state)},
                   {tr("Lugar", "name of a fact"), placeOf(m_place, count.line.place)},
                   {tr("Clase", "name of a fact: kind of count"), wordOf(m_place, count.line.kind)},
                   {tr("Artículos", "name of a fact"), items.join(QStringLiteral(", "))},
                   {tr("Motivo", "name of a fact"), shown(count.line.reason)}});
    m_advice->setText(adviceOf(m_state));
    m_lines->clear();
    for (const auto& counter : count.counters)
        m_lines->addItem(
            tr("Vuelta %1: %2, desde %3 hasta %4. %5",
               "a counter; %1 round, %2 person, %3 and %4 moments, %5 how many, or nothing")
                .arg(counter.round)
                .arg(shown(counter.person), momentOf(counter.startedAt),
                     counter.finishedAt.empty() ? tr("ahora", "a counter still counts") : momentOf(counter.finishedAt),
                     counter.quantity ? tr("%n pieza(s)", "counted quantity", static_cast<int>(*counter.quantity))
                                      : QString{}));
    for (const auto& finding : count.findings)
        m_lines->addItem(
            tr("%1: %2, %3 (%4) %5", "a difference; %1 what, %2 item, %3 serials, %4 quantity, %5 details or nothing")
                .arg(wordOf(m_place, finding.finding), shown(m_place.names.of(finding.item)), shown(finding.serials))
                .arg(finding.quantity)
                .arg(shown(finding.detail)));
    if (m_lines->count() == 0) m_lines->addItem(tr("Todavía no ha contado nadie.", "a count without counters"));
    const bool open = m_state == "planned" || m_state == "counting" || m_state == "recount";
    const bool variance = m_state == "variance";
    m_count->setVisible(open && m_place.session.may<CountStart>());
    m_approve->setVisible(variance && m_place.session.may<CountApprove>());
    m_recount->setVisible(variance && m_place.session.may<CountRecount>());
    m_cancel->setVisible(open && m_place.session.may<CountCancel>());
    m_act->setVisible(m_state == "closed" && m_place.session.may<PaperList>());
}

void CountPage::approve() {
    const auto title = tr("Aceptar la diferencia del conteo", "title of a form and of its consent");
    new FormSheet{
        m_place,
        this,
        {title, tr("Los libros pasan a decir lo contado, y de lo que falta se abre un caso.", "what the form is for"),
         tr("Aceptar entre dos", "button of the form")},
        {{"reason", tr("Motivo", "label: reason"), FormField::Kind::Text}},
        asking(
            m_place, this,
            {title, m_number, tr("Primera persona que no contó", "the first of two who consent"),
             tr("Segunda persona que no contó", "the second of two who consent")},
            [number = told(m_number)](const FormValues& answers) {
                return CountApprove{number, answers.text("reason")};
            },
            [this](const CountApproved& approved) {
                tellDone(tr("Diferencia aceptada. Acta %1. Casos: %2",
                            "after a variance was approved; %1 number of a paper, %2 numbers of cases")
                             .arg(shown(approved.act), someOf(approved.cases)));
            })};
}

void CountPage::recount() {
    m_place.ask(
        this, CountRecount{told(m_number)},
        [this](const Done&) { tellDone(tr("Se cuenta otra vez.", "after a recount was ordered")); },
        [this](const Trouble& why) { tell(why); });
}

void CountPage::cancel() {
    new FormSheet{
        m_place,
        this,
        {tr("Anular el conteo", "title of a form"), {}, tr("Anular", "button of the form")},
        {{"reason", tr("Motivo", "label: reason"), FormField::Kind::Text}},
        asking(
            m_place, this, {},
            [number = told(m_number)](const FormValues& answers) {
                return CountCancel{number, answers.text("reason")};
            },
            [this](const Done&) { tellDone(tr("El conteo quedó anulado.", "after a count was cancelled")); })};
}

}  // namespace gui
