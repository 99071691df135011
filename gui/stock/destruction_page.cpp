// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/destruction_page.hpp"

#include <QDate>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

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

namespace {

/// "supervisor; Jefatura" is somebody of the house, "Ana Sic; Contraloría; dpi" somebody else.
std::vector<ParticipantLine> participantsIn(const std::vector<std::string>& lines) {
    std::vector<ParticipantLine> participants;
    for (const auto& line : lines) {
        const auto parts = shown(line).split(u';');
        const auto part = [&](int at) { return told(parts.value(at).trimmed()); };
        participants.push_back(parts.size() < 3 ? ParticipantLine{part(0), {}, part(1), {}}
                                                : ParticipantLine{{}, part(0), part(1), part(2)});
    }
    return participants;
}

QString participantsOf(const std::vector<ParticipantLine>& participants) {
    std::vector<std::string> names;
    for (const auto& each : participants) names.push_back(each.name.empty() ? each.user : each.name);
    return someOf(names, 6);
}

}  // namespace

DestructionPage::DestructionPage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent), m_facts(new Facts{this}), m_advice(new QLabel{this}), m_left(new QListWidget{this}) {
    auto* title = new QLabel{tr("Destrucción", "title of the page of a destruction"), this};
    setRole(*title, "large");
    setRole(*m_advice, "head");
    m_advice->setWordWrap(true);
    auto* heading = new QLabel{tr("Por leer en el sitio", "heading: serials that were not scanned yet"), this};
    setRole(*heading, "muted");
    m_left->setAccessibleName(heading->text());
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_facts, m_advice, heading}) content().addWidget(each);
    content().addWidget(m_left, 1);
    m_next = addButton(
        {}, Qt::Key_F5, [this] { go(); }, true);
    m_act = addButton(tr("Acta de destrucción", "button: saves the act of a destruction"), Qt::Key_F6,
                      [this] { savePaper(m_place, *this, m_shown.act); });
    m_cancel = addButton(tr("Anular", "button: cancels a destruction"), Qt::Key_F8, [this] { cancel(); });
}

void DestructionPage::show(const QString& destruction) {
    m_id = destruction;
    banner().clear();
    refresh();
}

void DestructionPage::refresh() {
    if (m_id.isEmpty()) return;
    m_place.ask(
        this, DestructionShow{told(m_id)},
        [this](const DestructionShown& destruction) { tellDestruction(destruction); },
        [this](const Trouble& why) { tell(why); });
}

void DestructionPage::tellDestruction(const DestructionShown& destruction) {
    m_shown = destruction;
    const auto& line = destruction.line;
    m_facts->tell({{tr("Destrucción", "name of a fact: number"), shown(line.destruction)},
                   {tr("Etapa", "name of a fact"), wordOf(m_place, line.stage)},
                   {tr("Piezas", "name of a fact"), QString::number(line.quantity)},
                   {tr("Series", "name of a fact"), someOf(destruction.selected)},
                   {tr("Motivo", "name of a fact"), shown(destruction.reason)},
                   {tr("Solicitó", "name of a fact"), shown(line.requestedBy)},
                   {tr("Autorización", "name of a fact"), shown(destruction.authorisation.document)},
                   {tr("Comisión", "name of a fact"), participantsOf(destruction.members)},
                   {tr("Testigos", "name of a fact"), participantsOf(destruction.witnesses)},
                   {tr("Acta", "name of a fact: number of a paper"), shown(destruction.act)}});
    m_left->clear();
    for (const auto& serials : destruction.notScanned) m_left->addItem(shown(serials));
    tellNext(line.stage);
    m_act->setVisible(!destruction.act.empty());
}

void DestructionPage::tellNext(const std::string& stage) {
    const bool decides = m_place.session.may<DestructionAuthorise>();
    const bool executes = m_place.session.may<DestructionExecute>();
    m_next->setVisible((stage == "requested" && decides) || (stage == "authorised" && decides) ||
                       (stage == "commissioned" && executes));
    m_cancel->setVisible((stage == "requested" || stage == "authorised" || stage == "commissioned") &&
                         m_place.session.may<DestructionCancel>());
    if (stage == "requested") {
        m_next->setAction(tr("Anotar la autorización", "button"));
        return m_advice->setText(tr("Espera la autorización de la autoridad superior.", "advice at a destruction"));
    }
    if (stage == "authorised") {
        m_next->setAction(tr("Integrar la comisión", "button"));
        return m_advice->setText(tr("Espera que se nombre la comisión.", "advice at a destruction"));
    }
    if (stage == "commissioned") {
        m_next->setAction(tr("Ejecutar y firmar el acta", "button"));
        return m_advice->setText(
            m_shown.notScanned.empty()
                ? tr("Todo está leído. Puede destruirse ante dos testigos.", "advice at a destruction")
                : tr("Lea aquí cada pieza, en el sitio.", "advice at a destruction"));
    }
    m_advice->setText(tr("Esta destrucción terminó.", "advice at a destruction"));
}

void DestructionPage::go() {
    if (m_shown.line.stage == "requested") return authorise();
    if (m_shown.line.stage == "authorised") return commission();
    execute();
}

void DestructionPage::takeScan(const QString& read) {
    if (m_shown.line.stage != "commissioned" || !m_place.session.may<DestructionScan>())
        return StockPage::takeScan(read);
    m_place.ask(
        this, DestructionScan{told(m_id), {told(read.trimmed())}},
        [this, read](const DestructionScanned& scanned) {
            m_place.sounds.play(scanned.fresh > 0 ? Cue::Done : Cue::Refused);
            tellDone(tr("%1 leída. Van %2 de %3.", "%1 serial, %2 scanned, %3 selected")
                         .arg(read.trimmed())
                         .arg(scanned.scanned)
                         .arg(scanned.selected));
        },
        [this](const Trouble& why) { tell(why); });
}

void DestructionPage::authorise() {
    using Kind = FormField::Kind;
    new FormSheet{
        m_place,
        this,
        {tr("Anotar la autorización superior", "title of a form"), {}, tr("Anotar", "button of the form")},
        {{"document", tr("Documento", "label: number of a document"), Kind::Text},
         {"date", tr("Fecha (año-mes-día)", "label: a date"), Kind::Text, QDate::currentDate().toString(Qt::ISODate)}},
        asking(
            m_place, this, {},
            [id = told(m_id)](const FormValues& answers) {
                return DestructionAuthorise{id, answers.text("document"), answers.text("date")};
            },
            [this](const Done&) { tellDone(tr("Autorización anotada.", "after an authorisation")); })};
}

void DestructionPage::commission() {
    using Kind = FormField::Kind;
    new FormSheet{
        m_place,
        this,
        {tr("Integrar la comisión", "title of a form"),
         tr("Una persona por línea. De la casa: usuario; cargo. De fuera: nombre; cargo; dpi (o passport, credential).",
            "how participants are written"),
         tr("Integrar", "button of the form")},
        {{"document", tr("Documento", "label: number of a document"), Kind::Text},
         {"date", tr("Fecha (año-mes-día)", "label: a date"), Kind::Text, QDate::currentDate().toString(Qt::ISODate)},
         {"members", tr("Miembros", "label: participants"), Kind::Lines}},
        asking(
            m_place, this, {},
            [id = told(m_id)](const FormValues& answers) {
                return DestructionCommission{id, answers.text("document"), answers.text("date"),
                                             participantsIn(answers.lines("members"))};
            },
            [this](const Done&) { tellDone(tr("Comisión integrada.", "after a commission was named")); })};
}

void DestructionPage::execute() {
    using Kind = FormField::Kind;
    const auto title = tr("Ejecutar la destrucción", "title of a form and of its consent");
    new FormSheet{
        m_place,
        this,
        {title, {}, tr("Destruir entre dos", "button of the form")},
        {{"method", tr("Cómo se destruye", "label: method"), Kind::Text},
         {"municipality", tr("Municipio", "label"), Kind::Text},
         {"department", tr("Departamento", "label"), Kind::Text},
         {"premises", tr("Local", "label: premises"), Kind::Text},
         {"seal", tr("Precinto que se rompió", "label"), Kind::Text},
         {"waste", tr("Quién recibe los restos", "label"), Kind::Text},
         {"witnesses", tr("Testigos, uno por línea, como en la comisión", "label: participants"), Kind::Lines}},
        asking(
            m_place, this, twoCustodians(title, m_id),
            [id = told(m_id)](const FormValues& answers) {
                return DestructionExecute{id,
                                          answers.text("method"),
                                          answers.text("municipality"),
                                          answers.text("department"),
                                          answers.text("premises"),
                                          answers.text("seal"),
                                          answers.text("waste"),
                                          participantsIn(answers.lines("witnesses"))};
            },
            [this](const DestructionExecuted& executed) {
                tellDone(tr("%1 piezas destruidas. Acta: %2", "%1 quantity, %2 number of a paper")
                             .arg(executed.quantity)
                             .arg(shown(executed.act)));
            })};
}

void DestructionPage::cancel() {
    new FormSheet{m_place,
                  this,
                  {tr("Anular la destrucción", "title of a form"), {}, tr("Anular", "button of the form")},
                  {{"reason", tr("Motivo", "label: reason"), FormField::Kind::Text}},
                  asking(
                      m_place, this, {},
                      [id = told(m_id)](const FormValues& answers) {
                          return DestructionCancel{id, answers.text("reason")};
                      },
                      [this](const Done&) {
                          tellDone(tr("La destrucción quedó anulada.", "after a destruction was cancelled"));
                      })};
}

}  // namespace gui
