// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/draft_page.hpp"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/certificates/certificate_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/labelled.hpp"
#include "gui/widgets/page_view.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {
namespace {

/// So long after the last key the pages are composed anew.
constexpr std::chrono::milliseconds kTypingPause{350};

}  // namespace

DraftPage::DraftPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_title(new QLabel{this}),
      m_about(new QLabel{this}),
      m_search(new StatusSign{this}),
      m_scroll(new QScrollArea{this}),
      m_pages(new PageView{
          tr("Las hojas se ven aquí", "there is no preview yet"),
          tr("En cuanto estén los datos, se componen mientras usted escribe.", "advice where there is no preview yet"),
          this}),
      m_hint(new StatusSign{this, 20}),
      m_keep(new ActionButton{tr("Dejar el borrador", "button: writes the draft into the books"), Qt::Key_F5,
                              ActionButton::Weight::Main}),
      m_seek(new ActionButton{tr("Buscar al titular", "button: searches the holder in registers"), Qt::Key_F3}) {
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &DraftPage::tryIt);
    connect(m_keep, &QPushButton::clicked, this, &DraftPage::keep);
    connect(m_seek, &QPushButton::clicked, this, [this] {
        if (m_shown.holder) emit searchWanted(*m_shown.holder, m_type.registers, m_shown.line.confidential);
    });
}

void DraftPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    setRole(*m_title, "head");
    setRole(*m_about, "muted");
    for (auto* label : {m_title, m_about}) label->setWordWrap(true);
    column->addWidget(m_banner);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kSpace);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGap);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_about, m_search}) left->addWidget(each);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    left->addWidget(m_scroll, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(m_hint);
    right->addWidget(m_pages, 1);
    middle->addLayout(left, 2);
    middle->addLayout(right, 3);
    column->addLayout(middle, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    auto* back = new ActionButton{tr("Volver", "button: back to the request"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, &DraftPage::left);
    for (auto* each : {m_keep, m_seek, back}) actions->addWidget(each);
    actions->addStretch();
    column->addLayout(actions);
}

void DraftPage::begin(const contract::CertificateShown& shown, const contract::CertificateTypeLine& type) {
    m_shown = shown;
    m_type = type;
    m_diligence = shown.diligence;
    m_banner->clear();
    m_pages->clear();
    const auto& line = shown.line;
    m_title->setText(gui::shown(line.title));
    m_about->setText(tr("%1 · %2 · para el %3", "a request; %1 its number, %2 whom it is about, %3 day")
                         .arg(gui::shown(line.request),
                              nameOr(line, line.holder.empty() ? line.applicant : line.holder), dueOf(line)));
    fillFields(shown.values);
    tellDiligence();
    change();
}

void DraftPage::fillFields(const contract::TextMap& values) {
    m_fields.clear();
    auto* form = new QWidget;
    auto* column = new QVBoxLayout{form};
    column->setContentsMargins(0, 0, kGap, 0);
    column->setSpacing(kGap);
    for (const auto& value : m_type.values) {
        const auto typed = values.find(value.name);
        auto* input = makeInput(value, typed == values.end() ? QString{} : shown(typed->second));
        auto label = shown(value.means);
        if (!label.isEmpty()) label[0] = label[0].toUpper();
        if (value.optional) label = tr("%1 (si lo hay)", "label of a value that may be absent").arg(label);
        addBelow(*column, label, *input);
        m_fields.push_back({value, input});
    }
    column->addStretch();
    m_scroll->setWidget(form);
    if (!m_fields.empty()) m_fields.front().input->setFocus();
}

QWidget* DraftPage::makeInput(const contract::FreeValueLine& value, const QString& text) {
    const auto name = shown("value." + value.name);
    if (value.kind == "texts") {
        auto* lines = new QPlainTextEdit{text};
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(2 * kTarget);
        lines->setPlaceholderText(tr("Uno por línea", "in the empty field of a list"));
        lines->setObjectName(name);
        connect(lines, &QPlainTextEdit::textChanged, this, &DraftPage::change);
        return lines;
    }
    if (value.kind == "gender") {
        auto* choice = new QComboBox;
        for (const auto& each : {QStringLiteral("femenino"), QStringLiteral("masculino")}) choice->addItem(each, each);
        choice->setCurrentIndex(std::max(0, choice->findData(text)));
        choice->setObjectName(name);
        connect(choice, &QComboBox::currentIndexChanged, this, &DraftPage::change);
        return choice;
    }
    auto* field = new QLineEdit{text};
    if (value.kind == "date") field->setPlaceholderText(tr("AAAA-MM-DD", "how a day is written"));
    if (value.kind == "time") field->setPlaceholderText(tr("HH:MM", "how a time of day is written"));
    if (value.kind == "amount") field->setPlaceholderText(tr("GTQ 75.00", "how an amount is written"));
    field->setObjectName(name);
    connect(field, &QLineEdit::textChanged, this, &DraftPage::change);
    connect(field, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    return field;
}

void DraftPage::cite(const std::string& diligence) {
    m_diligence = diligence;
    tellDiligence();
    change();
}

void DraftPage::tellDiligence() {
    const bool wanted = !m_type.registers.empty();
    m_search->setVisible(wanted);
    m_seek->setVisible(wanted && m_shown.holder.has_value());
    if (m_diligence.empty())
        m_search->tell(Standing::Caution,
                       tr("Falta buscar al titular en los registros (F3)", "a draft without search"));
    else
        m_search->tell(Standing::Done,
                       tr("Búsqueda %1", "the search that a draft cites; %1 its number").arg(shown(m_diligence)));
}

contract::TextMap DraftPage::values() const {
    contract::TextMap typed;
    for (const auto& field : m_fields) {
        QString text;
        if (const auto* line = qobject_cast<QLineEdit*>(field.input)) text = line->text().trimmed();
        if (const auto* lines = qobject_cast<QPlainTextEdit*>(field.input)) text = lines->toPlainText().trimmed();
        if (const auto* choice = qobject_cast<QComboBox*>(field.input)) text = choice->currentData().toString();
        if (!text.isEmpty()) typed[field.value.name] = told(text);
    }
    return typed;
}

bool DraftPage::lacksValues() const {
    const auto typed = values();
    return std::ranges::any_of(
        m_fields, [&](const Field& field) { return !field.value.optional && !typed.contains(field.value.name); });
}

void DraftPage::change() {
    m_keep->setEnabled(!lacksValues());
    m_hint->tell(Standing::Busy, tr("Componiendo…", "over a preview that is being made"));
    m_pause.start();
}

// Nothing is asked while something plainly lacks: that is no fault of the person, who is still typing.
void DraftPage::tryIt() {
    if (lacksValues())
        return m_hint->tell(Standing::Neutral,
                            tr("Complete los datos de la izquierda.", "over a preview that lacks values"));
    if (!m_type.registers.empty() && m_diligence.empty())
        return m_hint->tell(Standing::Neutral,
                            tr("Busque al titular para ver las hojas.", "over a preview that lacks a search"));
    std::optional<std::string> diligence;
    if (!m_diligence.empty()) diligence = m_diligence;
    const int trial = ++m_tried;
    m_place.ask(
        this, contract::CertificateTryDraft{m_shown.line.request, values(), diligence},
        [this, trial](const contract::FileGiven& file) {
            if (trial != m_tried) return;
            m_hint->tell(Standing::Done, tr("Así quedará.", "over a preview"));
            m_pages->showFile(file.content);
        },
        [this, trial](const Trouble& why) {
            if (trial != m_tried || why.isOfficeAway()) return;
            QStringList sentences;
            for (const auto& fault : why.faults()) sentences << shown(m_place.wording.sentence(fault));
            if (sentences.isEmpty()) return m_banner->tell(why);
            m_hint->tell(Standing::Caution, sentences.join(u' '));
        });
}

void DraftPage::keep() {
    std::optional<std::string> diligence;
    if (!m_diligence.empty()) diligence = m_diligence;
    m_keep->setEnabled(false);
    m_place.ask(
        this, contract::CertificateDraft{m_shown.line.request, values(), diligence},
        [this](const contract::CertificateDrafted&) {
            m_place.sounds.play(Cue::Done);
            emit drafted(shown(m_shown.line.request));
        },
        [this](const Trouble& why) {
            m_keep->setEnabled(true);
            m_place.sounds.play(Cue::Refused);
            m_banner->tell(why, tr("El borrador no se guardó.", "what a refused draft means"));
        });
}

}  // namespace gui
