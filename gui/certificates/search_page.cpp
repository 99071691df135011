// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/search_page.hpp"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/labelled.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {
namespace {

constexpr int kCandidateWidth = 240;

}  // namespace

SearchPage::SearchPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_registers(new QWidget{this}),
      m_standing(new StatusSign{this, 32}),
      m_table(new QTableWidget{this}),
      m_decision(new QWidget{this}),
      m_look(new ActionButton{tr("Buscar", "button: searches registers"), Qt::Key_F5, ActionButton::Weight::Main}),
      m_open(new ActionButton{tr("Abrir diligencia", "button: a search that is kept"), Qt::Key_F2}),
      m_same(new ActionButton{tr("Es la misma persona", "verdict on a candidate"), Qt::Key_F6}),
      m_namesake(new ActionButton{tr("Es homónimo", "verdict on a candidate"), Qt::Key_F7}),
      m_conclude(new ActionButton{tr("Concluir", "button: ends a search"), Qt::Key_F8}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    connect(m_look, &QPushButton::clicked, this, &SearchPage::look);
    connect(m_open, &QPushButton::clicked, this, &SearchPage::openDiligence);
    connect(m_same, &QPushButton::clicked, this, [this] { decide("same"); });
    connect(m_namesake, &QPushButton::clicked, this, [this] { decide("namesake"); });
    connect(m_conclude, &QPushButton::clicked, this, &SearchPage::conclude);
}

void SearchPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* title = new QLabel{tr("Buscar en los registros", "title of the page"), this};
    setRole(*title, "large");
    m_table->setAccessibleName(tr("A quién se busca y a quiénes se halló, lado a lado", "name of a table"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_banner, makeSought(), m_registers, m_standing})
        column->addWidget(each);
    column->addWidget(m_table, 1);
    column->addWidget(makeDecision());
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    layOutActions(*actions);
    column->addLayout(actions);
}

void SearchPage::layOutActions(QHBoxLayout& row) {
    auto* back = new ActionButton{tr("Volver", "button: back to where the person was"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, &SearchPage::left);
    for (auto* each : {m_look, m_open, m_same, m_namesake, m_conclude, back}) row.addWidget(each);
    row.addStretch();
}

QWidget* SearchPage::makeSought() {
    auto* sought = new QWidget{this};
    auto* row = new QHBoxLayout{sought};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    m_surnames = addField(*row, tr("Apellidos", "label of a field"), "sought.surnames");
    m_givenNames = addField(*row, tr("Nombres", "label of a field"), "sought.given_names");
    m_born =
        addField(*row, tr("Nacimiento", "label of a field"), "sought.born", tr("AAAA-MM-DD", "how a day is written"));
    m_document = addField(*row, tr("Documento", "label of a field"), "sought.document");
    for (auto* field : {m_surnames, m_givenNames, m_born, m_document})
        connect(field, &QLineEdit::returnPressed, this, [this] { (m_bound ? m_open : m_look)->click(); });
    return sought;
}

QWidget* SearchPage::makeDecision() {
    auto* row = new QHBoxLayout{m_decision};
    row->setContentsMargins(0, 0, 0, 0);
    m_reason =
        addField(*row, tr("En qué se funda la decisión sobre el candidato elegido", "label of a field"), "reason");
    return m_decision;
}

void SearchPage::begin(const std::vector<std::string>& registers) {
    m_bound = m_confidential = false;
    for (auto* field : {m_surnames, m_givenNames, m_born, m_document}) {
        field->clear();
        field->setReadOnly(false);
    }
    offerRegisters(registers, false);
    m_surnames->setFocus();
}

void SearchPage::beginFor(const contract::HolderNamed& holder, const std::vector<std::string>& registers,
                          bool confidential) {
    m_bound = true;
    m_confidential = confidential;
    m_surnames->setText(shown(holder.surnames));
    m_givenNames->setText(shown(holder.givenNames));
    m_born->setText(shown(holder.born));
    m_document->setText(shown(holder.document));
    for (auto* field : {m_surnames, m_givenNames, m_born}) field->setReadOnly(true);
    offerRegisters(registers, true);
    openDiligence();
}

// Those of a request are all asked.
void SearchPage::offerRegisters(const std::vector<std::string>& registers, bool all) {
    m_banner->clear();
    m_diligence = {};
    m_table->setColumnCount(0);
    m_table->setRowCount(0);
    qDeleteAll(m_registers->findChildren<QCheckBox*>());
    auto* row = qobject_cast<QHBoxLayout*>(m_registers->layout());
    if (row == nullptr) {
        row = new QHBoxLayout{m_registers};
        row->setContentsMargins(0, 0, 0, 0);
        row->addStretch();
    }
    for (const auto& each : registers) {
        auto* box = new QCheckBox{shown(each), m_registers};
        box->setObjectName(shown("register." + each));
        box->setChecked(true);
        box->setEnabled(!all);
        row->insertWidget(row->count() - 1, box);
    }
    tellStanding();
}

contract::SoughtPerson SearchPage::sought() const {
    const auto given = [](const QLineEdit& field) {
        const auto text = field.text().trimmed();
        return text.isEmpty() ? std::nullopt : std::optional{told(text)};
    };
    return {told(m_surnames->text().trimmed()), told(m_givenNames->text().trimmed()), given(*m_born),
            given(*m_document), std::nullopt};
}

std::vector<std::string> SearchPage::registers() const {
    std::vector<std::string> chosen;
    for (const auto* box : m_registers->findChildren<QCheckBox*>())
        if (box->isChecked()) chosen.push_back(told(box->text()));
    return chosen;
}

void SearchPage::look() {
    m_banner->clear();
    m_busy->begin(tr("Buscando…", "shown while registers are searched"));
    m_place.ask(
        this, contract::RegisterSearch{sought(), registers(), std::nullopt},
        [this](const contract::RegistersSearched& found) {
            m_busy->end();
            contract::DiligenceShown looked;
            looked.candidates = found.candidates;
            looked.more = found.more;
            looked.withheld = found.withheld;
            looked.person = sought();
            show(looked);
        },
        [this](const Trouble& why) { refuse(why); });
}

void SearchPage::openDiligence() {
    m_banner->clear();
    m_busy->begin(tr("Buscando…", "shown while registers are searched"));
    m_place.ask(
        this, contract::DiligenceOpen{sought(), registers(), m_confidential},
        [this](const contract::DiligenceShown& shown) {
            m_busy->end();
            show(shown);
        },
        [this](const Trouble& why) { refuse(why); });
}

void SearchPage::show(const contract::DiligenceShown& shown) {
    m_diligence = shown;
    showCandidates(shown.candidates);
    tellStanding();
    if (m_decision->isVisible()) m_reason->setFocus();
}

void SearchPage::showCandidates(const std::vector<contract::CandidateLine>& candidates) {
    const auto& person = m_diligence.person;
    const QStringList rows{tr("Registro", "row: name of a register"),
                           tr("Apellidos", "row: surnames"),
                           tr("Nombres", "row: given names"),
                           tr("Nacimiento", "row: day of birth"),
                           tr("Documento", "row: number of a document"),
                           tr("Nacionalidad", "row: nationality"),
                           tr("Parecido", "row: likeness from 0 to 100"),
                           tr("En qué", "row: in what somebody is alike"),
                           tr("Decisión", "row: verdict on a candidate"),
                           tr("Motivo", "row: reason of a verdict")};
    m_table->setRowCount(static_cast<int>(rows.size()));
    m_table->setVerticalHeaderLabels(rows);
    QStringList headings{tr("Se busca a", "column: who is sought")};
    for (const auto& each : candidates) headings << tr("Candidato %1", "column: who was found").arg(each.position);
    m_table->setColumnCount(static_cast<int>(headings.size()));
    m_table->setHorizontalHeaderLabels(headings);
    const QStringList wanted{{},
                             gui::shown(person.surnames),
                             gui::shown(person.givenNames),
                             gui::shown(person.born.value_or("")),
                             gui::shown(person.document.value_or("")),
                             gui::shown(person.nationality.value_or(""))};
    for (int row = 0; row < wanted.size(); ++row) putCell(row, 0, wanted.at(row), {});
    int column = 1;
    for (const auto& each : candidates) {
        QStringList grounds;
        for (const auto& ground : each.grounds) grounds << gui::shown(m_place.wording.word(ground));
        const QStringList cells{
            gui::shown(each.registerName), gui::shown(each.surnames), gui::shown(each.givenNames),
            gui::shown(each.born),         gui::shown(each.document), gui::shown(each.nationality),
            QString::number(each.score),   grounds.join(u'\n'),       gui::shown(m_place.wording.word(each.verdict)),
            gui::shown(each.reason)};
        for (int row = 0; row < cells.size(); ++row) putCell(row, column, cells.at(row), wanted.value(row));
        ++column;
    }
    for (int at = 0; at < m_table->columnCount(); ++at) m_table->setColumnWidth(at, kCandidateWidth);
    m_table->resizeRowsToContents();
    if (!candidates.empty()) m_table->selectColumn(1);
}

// What differs has a sign before it and is bold: colour alone tells nobody.
void SearchPage::putCell(int row, int column, const QString& text, const QString& comparedTo) {
    const bool differs = !comparedTo.isEmpty() && text.compare(comparedTo, Qt::CaseInsensitive) != 0;
    auto* item =
        new QTableWidgetItem{differs ? tr("≠ %1", "a value that differs from the one sought").arg(text) : text};
    auto font = item->font();
    font.setBold(differs);
    item->setFont(font);
    m_table->setItem(row, column, item);
}

void SearchPage::decide(const std::string& verdict) {
    const int column = m_table->currentColumn();
    if (column < 1 || column > static_cast<int>(m_diligence.candidates.size())) return;
    const auto at = static_cast<std::size_t>(column) - 1;
    const auto reason = m_reason->text().trimmed();
    m_place.ask(
        this,
        contract::DiligenceDecide{m_diligence.number, m_diligence.candidates.at(at).position, verdict, told(reason)},
        [this, at, number = m_diligence.number, verdict, reason, column](const contract::Done&) {
            if (number != m_diligence.number) return;
            m_place.sounds.play(Cue::Done);
            auto& candidate = m_diligence.candidates.at(at);
            candidate.verdict = verdict;
            candidate.reason = told(reason);
            m_banner->clear();
            m_reason->clear();
            showCandidates(m_diligence.candidates);
            m_table->selectColumn(std::min(column + 1, m_table->columnCount() - 1));
            tellStanding();
            m_reason->setFocus();
        },
        [this](const Trouble& why) { refuse(why); });
}

void SearchPage::conclude() {
    m_place.ask(
        this, contract::DiligenceConclude{m_diligence.number},
        [this](const contract::Done&) {
            m_place.sounds.play(Cue::Done);
            emit concluded(m_diligence.number);
        },
        [this](const Trouble& why) { refuse(why); });
}

void SearchPage::tellStanding() {
    const auto& found = m_diligence.candidates;
    const bool kept = !m_diligence.number.empty();
    const auto undecided = std::ranges::count(found, "undecided", &contract::CandidateLine::verdict);
    m_look->setVisible(!m_bound);
    m_open->setVisible(m_place.session.may<contract::DiligenceOpen>() && !kept);
    for (QWidget* each : std::initializer_list<QWidget*>{m_same, m_namesake, m_decision})
        each->setVisible(kept && undecided > 0);
    m_conclude->setVisible(kept);
    m_conclude->setEnabled(undecided == 0);
    m_table->setVisible(!found.empty());
    setRole(*m_conclude, undecided == 0 ? "main" : "usual");
    if (m_table->rowCount() == 0)
        return m_standing->tell(Standing::Neutral, tr("Escriba lo que sepa y pulse F5.", "before a search"));
    if (found.empty())
        m_standing->tell(Standing::Done,
                         tr("No hay nadie que se le parezca en esos registros.", "a search found nobody"));
    else if (m_diligence.more)
        m_standing->tell(Standing::Caution, tr("Hay más parecidos de los que caben: agregue nacimiento o documento.",
                                               "a search found too many"));
    else if (kept && undecided > 0)
        m_standing->tell(Standing::Caution,
                         tr("Falta(n) %n candidato(s) por decidir. Elija la columna, escriba el motivo y decida.",
                            "a search whose candidates wait", static_cast<int>(undecided)));
    else
        m_standing->tell(Standing::Done, kept ? tr("Todos decididos: concluya con F8.", "a search that may be ended")
                                              : tr("%n persona(s) se le parece(n).", "what a search found",
                                                   static_cast<int>(found.size())));
    if (m_diligence.withheld)
        m_banner->tell(Standing::Caution, tr("Se halló a alguien reservado por ley, que no se muestra.",
                                             "a search found somebody who is withheld"));
}

void SearchPage::refuse(const Trouble& why) {
    m_busy->end();
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(why);
}

}  // namespace gui
