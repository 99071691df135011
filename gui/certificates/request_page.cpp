// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/request_page.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/labelled.hpp"

namespace gui {
namespace {

QHBoxLayout* addPair(QVBoxLayout& column) {
    auto* pair = new QHBoxLayout;
    pair->setSpacing(kGap);
    column.addLayout(pair);
    return pair;
}

std::optional<std::string> given(const QLineEdit& field) {
    const auto text = field.text().trimmed();
    if (text.isEmpty()) return std::nullopt;
    return told(text);
}

/// Requirements are named by what is wrong with them, not by their codes.
Trouble withoutCodes(const Trouble& why) {
    if (!why.isRefusal()) return why;
    auto faults = why.faults();
    for (auto& fault : faults)
        if (fault.where.starts_with("requirements.")) fault.where.clear();
    return base::Refusal{std::move(faults)};
}

}  // namespace

RequestPage::RequestPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_type(new QComboBox{this}),
      m_about(new QLabel{this}),
      m_brought(new QListWidget{this}),
      m_confidential(new QCheckBox{tr("Es de una persona protegida: se guarda reservada", "a choice"), this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    connect(m_type, &QComboBox::currentIndexChanged, this, &RequestPage::tellType);
    connect(m_capacity, &QComboBox::currentIndexChanged, this, &RequestPage::fillRequirements);
}

void RequestPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpace);
    auto* title = new QLabel{tr("Nueva solicitud", "title of the page"), this};
    setRole(*title, "large");
    setRole(*m_about, "muted");
    m_type->setAccessibleName(tr("Documento que se solicita", "name of a field, for screen readers"));
    m_type->setObjectName("type");
    head->addWidget(title);
    head->addWidget(m_type, 1);
    column->addLayout(head);
    column->addWidget(m_about);
    column->addWidget(m_banner);
    auto* form = new QWidget;
    auto* cards = new QHBoxLayout{form};
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(kGap);
    QFrame* card = nullptr;
    layOutApplicant(*addCard(*cards, card, tr("Quién solicita", "title of a card")));
    layOutHolder(*addCard(*cards, m_holder, tr("De quién se certifica", "title of a card")));
    layOutBrought(*addCard(*cards, card, tr("Requisitos y pago", "title of a card")));
    auto* scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form);
    column->addWidget(scroll, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    auto* send =
        new ActionButton{tr("Recibir la solicitud", "button: takes a request"), Qt::Key_F5, ActionButton::Weight::Main};
    auto* back = new ActionButton{tr("Volver", "button: back to what awaits the person"), Qt::Key_Escape};
    connect(send, &QPushButton::clicked, this, &RequestPage::send);
    connect(back, &QPushButton::clicked, this, &RequestPage::left);
    actions->addWidget(send);
    actions->addWidget(back);
    actions->addStretch();
    column->addLayout(actions);
}

QVBoxLayout* RequestPage::addCard(QHBoxLayout& row, QFrame*& card, const QString& title) {
    card = new QFrame{this};
    setRole(*card, "card");
    auto* content = new QVBoxLayout{card};
    content->setContentsMargins(kSpace, kGap, kSpace, kGap);
    content->setSpacing(kGap / 2);
    auto* heading = new QLabel{title, card};
    setRole(*heading, "head");
    content->addWidget(heading);
    row.addWidget(card, 1);
    return content;
}

void RequestPage::layOutApplicant(QVBoxLayout& column) {
    m_name = addField(column, tr("Nombre", "label of a field"), "applicant.name");
    m_identification = addField(column, tr("Identificación", "label of a field"), "applicant.identification",
                                tr("DPI o pasaporte, y número", "in an empty field"));
    auto* pair = addPair(column);
    m_capacity = addChoice(*pair, tr("En calidad de", "label of a field"), "applicant.capacity");
    for (const char* each : {"holder", "representative", "authority", "third_party"})
        m_capacity->addItem(shown(m_place.wording.word(each)), QString{each});
    m_gender = addChoice(*pair, tr("Género", "label of a field"), "applicant.gender");
    m_gender->addItem(tr("femenino", "a gender"), "F");
    m_gender->addItem(tr("masculino", "a gender"), "M");
    m_proof = addField(column, tr("Con qué acredita su calidad", "label of a field"), "applicant.proof",
                       tr("Si no es titular", "in an empty field"));
    m_address = addField(column, tr("Dónde se le notifica", "label of a field"), "applicant.address");
    m_email = addField(column, tr("Correo, si acepta que se le notifique así", "label of a field"), "applicant.email");
    column.addStretch();
}

void RequestPage::layOutHolder(QVBoxLayout& column) {
    m_surnames = addField(column, tr("Apellidos", "label of a field"), "holder.surnames");
    m_givenNames = addField(column, tr("Nombres", "label of a field"), "holder.given_names");
    auto* pair = addPair(column);
    m_born =
        addField(*pair, tr("Nacimiento", "label of a field"), "holder.born", tr("AAAA-MM-DD", "how a day is written"));
    m_holderGender = addChoice(*pair, tr("Género", "label of a field"), "holder.gender");
    m_holderGender->addItem(tr("femenino", "a gender"), "F");
    m_holderGender->addItem(tr("masculino", "a gender"), "M");
    m_holderGender->addItem(tr("no indicado", "a gender"), "X");
    m_nationality = addField(column, tr("Nacionalidad", "label of a field"), "holder.nationality",
                             tr("guatemalteca", "an example in an empty field"));
    auto* papers = addPair(column);
    m_documentType = addField(*papers, tr("Documento", "label of a field"), "holder.document_type",
                              tr("pasaporte", "an example in an empty field"));
    m_document = addField(*papers, tr("Número", "label of a field"), "holder.document");
    column.addStretch();
}

void RequestPage::layOutBrought(QVBoxLayout& column) {
    m_brought->setWordWrap(true);
    m_brought->setObjectName("requirements");
    addBelow(column, tr("Marque lo que trajo (espacio)", "label of a list of requirements"), *m_brought);
    auto* attach = new ActionButton{tr("Adjuntar copia", "button: adds the scan of a requirement"), Qt::Key_F4};
    connect(attach, &QPushButton::clicked, this, &RequestPage::attach);
    column.addWidget(attach);
    auto* pair = addPair(column);
    m_receipt = addField(*pair, tr("Recibo de pago", "label of a field"), "receipt");
    m_paid = addField(*pair, tr("Lo pagado", "label of a field"), "paid");
    column.addWidget(m_confidential);
}

void RequestPage::begin(const std::vector<contract::CertificateTypeLine>& types) {
    m_types = types;
    m_scans.clear();
    m_banner->clear();
    for (auto* field : findChildren<QLineEdit*>()) field->clear();
    m_confidential->setChecked(false);
    m_confidential->setVisible(m_place.session.isOpen() && m_place.session.person().may("confidential.view"));
    m_type->blockSignals(true);
    m_type->clear();
    for (const auto& each : types) m_type->addItem(shown(each.title), shown(each.type));
    m_type->blockSignals(false);
    tellType();
    m_type->setFocus();
}

const contract::CertificateTypeLine* RequestPage::type() const {
    const auto found =
        std::ranges::find(m_types, told(m_type->currentData().toString()), &contract::CertificateTypeLine::type);
    return found == m_types.end() ? nullptr : &*found;
}

void RequestPage::tellType() {
    const auto* chosen = type();
    if (chosen == nullptr) return;
    const auto days =
        tr("lista en %n día(s) hábil(es)", "when a certificate is ready", static_cast<int>(chosen->deadline));
    m_about->setText(chosen->fee.empty()
                         ? tr("Sin costo; %1.", "of a type of certificate; %1 says when it is ready").arg(days)
                         : tr("Cuesta %1; %2.", "of a type of certificate; %1 its fee, %2 says when it is ready")
                               .arg(shown(chosen->fee), days));
    m_holder->setEnabled(chosen->holder);
    for (auto* field : {m_receipt, m_paid}) field->setEnabled(!chosen->fee.empty());
    m_paid->setText(shown(chosen->fee));
    fillRequirements();
}

void RequestPage::fillRequirements() {
    m_brought->clear();
    m_wanted.clear();
    const auto* chosen = type();
    if (chosen == nullptr) return;
    const auto capacity = told(m_capacity->currentData().toString());
    for (const auto& each : chosen->requirements) {
        if (each.from != "everyone" && each.from != capacity) continue;
        m_wanted.push_back(each);
        auto* item = new QListWidgetItem{m_brought};
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_scans.contains(shown(each.code)) ? Qt::Checked : Qt::Unchecked);
        tellRequirement(m_brought->count() - 1);
    }
    if (m_brought->count() > 0) m_brought->setCurrentRow(0);
}

void RequestPage::tellRequirement(int row) {
    const auto& wanted = m_wanted.at(static_cast<std::size_t>(row));
    const auto scan = m_scans.constFind(shown(wanted.code));
    auto text = shown(wanted.text);
    if (scan != m_scans.cend())
        text = tr("%1 · copia: %2", "a requirement with its scan; %2 is the file's name").arg(text, scan->name);
    else if (wanted.scan)
        text = tr("%1 · falta la copia", "a requirement of which a scan is wanted").arg(text);
    m_brought->item(row)->setText(text);
}

void RequestPage::attach() {
    askFile(
        this, m_place.link, tr("Copia de lo que se trajo", "title of the dialog that asks for a scan"),
        tr("Copias (*.pdf *.jpg *.jpeg *.png)", "kinds of files in a dialog; keep the parentheses"),
        [this](const ChosenFile& file) { takeFile(file); }, [this](const Trouble& why) { m_banner->tell(why); });
}

void RequestPage::takeFile(const ChosenFile& file) {
    const int row = m_brought->currentRow();
    if (row < 0)
        return m_banner->tell(Standing::Caution,
                              tr("Este documento no pide requisitos con copia.", "a scan that nothing wants"));
    m_scans.insert(shown(m_wanted.at(static_cast<std::size_t>(row)).code), file);
    m_brought->item(row)->setCheckState(Qt::Checked);
    tellRequirement(row);
    m_place.sounds.play(Cue::Done);
}

void RequestPage::takeScan(const QString& read) {
    m_receipt->setText(read.trimmed());
    m_receipt->setFocus();
}

contract::CertificateRequest RequestPage::request() const {
    const auto chosen = [](const QComboBox& choice) { return told(choice.currentData().toString()); };
    const auto text = [](const QLineEdit& field) { return told(field.text().trimmed()); };
    contract::CertificateRequest asked;
    asked.type = chosen(*m_type);
    asked.applicant = {text(*m_name),   text(*m_identification), chosen(*m_gender), chosen(*m_capacity),
                       given(*m_proof), given(*m_address),       given(*m_email)};
    if (m_holder->isEnabled())
        asked.holder = {text(*m_surnames),    text(*m_givenNames),   text(*m_born),    chosen(*m_holderGender),
                        text(*m_nationality), text(*m_documentType), text(*m_document)};
    for (int row = 0; row < m_brought->count(); ++row) {
        if (m_brought->item(row)->checkState() != Qt::Checked) continue;
        const auto& code = m_wanted.at(static_cast<std::size_t>(row)).code;
        contract::RequirementMet met{code, {}};
        if (m_scans.contains(shown(code))) met.scan = m_scans.value(shown(code)).content;
        asked.requirements.push_back(std::move(met));
    }
    asked.receipt = given(*m_receipt);
    if (asked.receipt) asked.paid = given(*m_paid);
    asked.confidential = m_confidential->isChecked();
    return asked;
}

void RequestPage::send() {
    if (m_busy->isBusy()) return;
    m_banner->clear();
    m_busy->begin(tr("Recibiendo la solicitud…", "shown while a request is being taken"));
    m_place.ask(
        this, request(),
        [this](const contract::CertificateRequested& taken) {
            m_busy->end();
            m_place.sounds.play(Cue::Done);
            emit requested(taken);
        },
        [this](const Trouble& why) {
            m_busy->end();
            m_place.sounds.play(Cue::Refused);
            m_banner->tell(withoutCodes(why),
                           tr("La solicitud no se recibió; corrija y pulse F5.", "what a refused request means"));
        });
}

}  // namespace gui
