// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/journal_page.hpp"

#include <QLabel>
#include <QLineEdit>
#include <algorithm>

#include "gui/security/outcome_sheet.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/list_view.hpp"

namespace gui {
namespace {

ListShape shapeOfJournal() {
    return {
        .name = "diario",
        .title = JournalPage::tr("Diario", "title of the page"),
        .columns = {{JournalPage::tr("Hora (UTC)", "column: when"), 200},
                    {JournalPage::tr("Persona", "column: who did it"), 120},
                    {JournalPage::tr("Segunda", "column: the second person"), 110},
                    {JournalPage::tr("Puesto", "column: the workstation"), 100},
                    {JournalPage::tr("Acto", "column: what was done"), 190},
                    {JournalPage::tr("Sobre qué", "column: what it was done to"), 230},
                    {JournalPage::tr("Motivo", "column: the reason given"), 260},
                    {JournalPage::tr("Hechos", "column: further facts"), 300}},
        .nothing = JournalPage::tr("El diario no tiene renglones así", "an empty list"),
        .advice = JournalPage::tr("Borre alguno de los campos de arriba y pulse Intro.", "advice at an empty list")};
}

std::optional<std::string> given(const QLineEdit& field) {
    const auto text = field.text().trimmed();
    return text.isEmpty() ? std::nullopt : std::optional{told(text)};
}

}  // namespace

JournalPage::JournalPage(const Workplace& place, QWidget* parent)
    : Section(place, parent),
      m_list(new ListView{place, shapeOfJournal(),
                          [this](const ListQuery& query, const ListAnswer& answer) { fetch(query, answer); }, this}),
      m_busy(new BusyOverlay{this}) {
    addFields();
    m_content->addWidget(m_list, 1);
    addActions();
    connect(m_list, &ListView::opened, this, &JournalPage::open);
}

void JournalPage::addFields() {
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    m_person = addField(*row, "person", tr("Persona", "field: user name"), tr("usuario", "hint in a field"));
    m_act = addField(*row, "act", tr("Acto", "field: name of an act"), tr("stock.issue", "hint in a field"));
    m_object = addField(*row, "object", tr("Sobre qué", "field: an id"), tr("A0000001", "hint in a field"));
    m_from = addField(*row, "from", tr("Desde", "field: first day"), tr("2026-11-01", "hint in a field: a day"));
    m_until = addField(*row, "until", tr("Hasta", "field: last day"), tr("2026-11-30", "hint in a field: a day"));
    m_content->addLayout(row);
}

QLineEdit* JournalPage::addField(QHBoxLayout& row, const QString& name, const QString& label, const QString& hint) {
    auto* field = new QLineEdit{this};
    auto* words = new QLabel{label, this};
    words->setBuddy(field);
    field->setObjectName(name);
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    connect(field, &QLineEdit::returnPressed, this, &JournalPage::refresh);
    auto* pair = new QVBoxLayout;
    pair->setSpacing(0);
    pair->addWidget(words);
    pair->addWidget(field);
    row.addLayout(pair, 1);
    return field;
}

void JournalPage::addActions() {
    addButton(
        tr("Buscar", "button: searches the journal"), Qt::Key_F5, [this] { refresh(); }, true);
    addButton(tr("Ver el renglón", "button: shows an entry of the journal whole"), Qt::Key_F2,
              [this] { open(m_list->current()); });
    addButton(tr("Comprobar el diario", "button: verifies the journal"), Qt::Key_F6, [this] { verify(); });
    addButtonOf<contract::JournalCheckpoint>(tr("Firmar constancia", "button: signs a checkpoint of the journal"),
                                             Qt::Key_F7, [this] { sign(); });
    addButton(tr("Guardar todo el diario", "button: exports the journal"), Qt::Key_F8, [this] { exportAll(); });
}

void JournalPage::refresh() {
    m_banner->clear();
    m_list->refresh();
}

void JournalPage::takeScan(const QString& read) {
    m_object->setText(read);
    refresh();
}

void JournalPage::fetch(const ListQuery& query, const ListAnswer& answer) {
    contract::JournalList request;
    request.person = given(*m_person);
    request.act = given(*m_act);
    request.object = given(*m_object);
    request.from = given(*m_from);
    request.until = given(*m_until);
    if (!query.after.isEmpty()) request.after = told(query.after);
    request.limit = query.limit;
    if (query.after.isEmpty()) m_lines.clear();
    m_place.ask(
        this, request,
        [this, answer](const contract::JournalListed& listed) {
            std::vector<ListRow> rows;
            for (const auto& line : listed.entries) {
                QStringList facts;
                for (const auto& [name, value] : line.facts)
                    facts << QStringLiteral("%1=%2").arg(shown(name), shown(m_place.wording.word(value)));
                rows.push_back({shown(line.key),
                                {shown(line.time.substr(0, 19)).replace(u'T', u' '), shown(line.person),
                                 shown(line.second), shown(line.workstation), shown(line.act),
                                 QStringLiteral("%1 %2").arg(shown(line.objectKind), shown(line.object)),
                                 shown(line.reason), facts.join(QStringLiteral(", "))}});
                m_lines.push_back(line);
            }
            answer.arrived(std::move(rows));
        },
        answer.troubled);
}

void JournalPage::open(const QString& key) {
    const auto found = std::ranges::find(m_lines, told(key), &contract::JournalLine::key);
    if (found == m_lines.end()) return m_list->focusRows();
    QStringList lines{
        tr("%1, en %2", "%1 when, %2 the workstation").arg(shown(found->time), shown(found->workstation)),
        found->second.empty()
            ? tr("Lo hizo %1.", "%1 is a user name").arg(shown(found->person))
            : tr("Lo hizo %1, con %2.", "%1 and %2 are user names").arg(shown(found->person), shown(found->second)),
        tr("Acto %1, sobre %2 %3", "%1 act, %2 kind of thing, %3 its id")
            .arg(shown(found->act), shown(found->objectKind), shown(found->object))};
    if (!found->reason.empty()) lines << tr("Motivo: %1", "%1 is a reason").arg(shown(found->reason));
    for (const auto& [name, value] : found->facts)
        lines << QStringLiteral("%1: %2").arg(shown(name), shown(m_place.wording.word(value)));
    new OutcomeSheet{m_place, this, tr("Renglón del diario", "title"), lines, {}};
}

void JournalPage::verify() {
    m_busy->begin(tr("Recorriendo el diario…", "shown while the journal is verified"));
    m_place.ask(
        this, contract::JournalVerify{},
        [this](const contract::JournalVerified& verified) {
            m_busy->end();
            m_place.sounds.play(verified.intact ? Cue::Done : Cue::Refused);
            if (verified.intact)
                return m_banner->tell(
                    Standing::Done,
                    tr("El diario está íntegro: %1 renglones, %2 constancias firmadas.", "%1 and %2 are numbers")
                        .arg(verified.entries)
                        .arg(verified.checkpoints));
            QStringList findings;
            for (const auto& finding : verified.findings) findings << shown(finding);
            m_banner->tell(Standing::Refused, tr("El diario fue ALTERADO.", "the journal is not whole"),
                           findings.join(u'\n'),
                           tr("Qué hacer ahora: no cierre nada, guarde una copia del diario (F8) y llame al auditor.",
                              "advice after a journal was found altered"));
        },
        [this](const Trouble& trouble) {
            m_busy->end();
            fail(trouble);
        });
}

void JournalPage::sign() {
    m_place.ask(
        this, contract::JournalCheckpoint{},
        [this](const contract::Done&) {
            refresh();
            m_place.sounds.play(Cue::Done);
            m_banner->tell(Standing::Done, tr("Constancia firmada: lo escrito hasta ahora queda fijado.",
                                              "after a checkpoint was signed"));
        },
        [this](const Trouble& trouble) { fail(trouble); });
}

void JournalPage::exportAll() {
    m_busy->begin(tr("Reuniendo el diario…", "shown while the journal is exported"));
    m_place.ask(
        this, contract::JournalExport{},
        [this](const contract::FilesGiven& given) {
            m_busy->end();
            new OutcomeSheet{m_place,
                             this,
                             tr("Guardar todo el diario", "title"),
                             {tr("Un objeto JSON por renglón, con sus sumas. Guárdelo fuera de esta máquina.",
                                 "what the exported journal is")},
                             given.files};
        },
        [this](const Trouble& trouble) {
            m_busy->end();
            fail(trouble);
        });
}

}  // namespace gui
