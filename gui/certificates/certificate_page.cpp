// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/certificate_page.hpp"

#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "contract/acts_of_proofs.hpp"
#include "gui/certificates/certificate_words.hpp"
#include "gui/certificates/signed_file.hpp"
#include "gui/certificates/step_sheets.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/file_choice.hpp"
#include "gui/widgets/page_view.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {
namespace {

/// Keys of steps, the same wherever they are offered.
QKeySequence keyOf(const std::string& step) {
    static const std::pair<const char*, QKeySequence> keys[] = {
        {"draft", Qt::CTRL | Qt::Key_R}, {"review", Qt::Key_F5},
        {"legal_review", Qt::Key_F5},    {"sign", Qt::Key_F5},
        {"endorse", Qt::Key_F5},         {"deliver", Qt::Key_F5},
        {"print", Qt::Key_F2},           {"resolve_print", Qt::Key_F2},
        {"return", Qt::Key_F3},          {"reissue", Qt::Key_F4},
        {"annul", Qt::Key_F6},           {"archive", Qt::Key_F7},
        {"cancel", Qt::Key_F8},          {"prove", Qt::Key_F10}};
    for (const auto& [name, key] : keys)
        if (step == name) return key;
    return {};
}

}  // namespace

CertificatePage::CertificatePage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_title(new QLabel{this}),
      m_stage(new StatusSign{this}),
      m_facts(new QLabel{this}),
      m_brought(new QListWidget{this}),
      m_history(new QListWidget{this}),
      m_pages(new PageView{tr("Todavía no hay borrador", "there are no pages of a certificate yet"),
                           tr("Cuando se redacte, sus hojas se ven aquí.", "advice where there are no pages yet"),
                           this}),
      m_bar(new QWidget{this}),
      m_actions(new QHBoxLayout{m_bar}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    connect(m_brought, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { showScan(m_brought->row(item)); });
    auto* again = new QShortcut{Qt::CTRL | Qt::Key_B, this};
    connect(again, &QShortcut::activated, this, [this] {
        m_banner->clear();
        showPages();
    });
}

void CertificatePage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_banner);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kSpace);
    middle->addWidget(makeFacts(), 2);
    middle->addWidget(m_pages, 3);
    column->addLayout(middle, 1);
    m_actions->setContentsMargins(0, 0, 0, 0);
    m_actions->setSpacing(kGap);
    column->addWidget(m_bar);
}

QWidget* CertificatePage::makeFacts() {
    auto* card = new QFrame{this};
    setRole(*card, "card");
    auto* content = new QVBoxLayout{card};
    content->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    content->setSpacing(kGap);
    setRole(*m_title, "head");
    for (auto* label : {m_title, m_facts}) label->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* brought =
        new QLabel{tr("Lo que se trajo (Intro muestra la copia)", "heading of a list of requirements"), card};
    auto* history = new QLabel{tr("Lo que se hizo", "heading of a history"), card};
    for (auto* label : {brought, history}) setRole(*label, "small");
    m_brought->setAccessibleName(brought->text());
    m_history->setAccessibleName(history->text());
    for (auto* list : {m_brought, m_history}) list->setWordWrap(true);
    m_brought->setMaximumHeight(2 * kTarget);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_stage, m_facts, brought, m_brought, history})
        content->addWidget(each);
    content->addWidget(m_history, 1);
    return card;
}

void CertificatePage::open(const QString& id) {
    m_id = id;
    m_pages->clear();
    m_banner->clear();
    m_shown = {};
    refresh();
}

void CertificatePage::refresh() {
    m_busy->begin(tr("Abriendo…", "shown while a certificate is fetched"));
    m_place.ask(
        this, contract::CertificateShow{told(m_id)},
        [this](const contract::CertificateShown& shown) {
            m_busy->end();
            show(shown);
        },
        [this](const Trouble& why) {
            m_busy->end();
            if (m_shown.line.request.empty()) return emit notFound(why);
            refuse(why);
        });
}

void CertificatePage::show(const contract::CertificateShown& shown) {
    m_shown = shown;
    m_id = gui::shown(shown.line.request);
    tellFacts();
    fillBrought();
    m_history->clear();
    for (const auto& step : shown.steps) m_history->addItem(historyOf(m_place, step));
    for (const auto& copy : shown.copies) {
        QStringList sheets;
        for (const auto& each : copy.sheets) sheets << gui::shown(each);
        m_history->addItem(tr("Ejemplar %1 en papel: %2. Hojas %3",
                              "a copy on security paper; %1 its ordinal, %2 how it stands, %3 numbers of sheets")
                               .arg(copy.copy)
                               .arg(gui::shown(m_place.wording.word(copy.state)), sheets.join(", ")));
    }
    m_history->scrollToBottom();
    makeActions();
    showPages();
}

void CertificatePage::tellFacts() {
    const auto& line = m_shown.line;
    m_title->setText(gui::shown(line.title));
    m_stage->tell(standingOf(line), stageOf(m_place, line));
    QStringList facts{tr("Solicitud: %1", "a fact of a certificate").arg(gui::shown(line.request))};
    for (const auto& number : m_shown.numbers) {
        facts << tr("Número: %1", "a fact of a certificate").arg(gui::shown(number.number))
              << tr("Código de verificación: %1", "a fact of a certificate").arg(gui::shown(number.code));
        if (!number.ended.empty())
            facts << tr("%1: %2", "how a number ended; %1 how, %2 why")
                         .arg(gui::shown(m_place.wording.word(number.ended)), gui::shown(number.reason));
    }
    if (!line.holder.empty() || line.confidential)
        facts << tr("Titular: %1", "a fact of a certificate").arg(nameOr(line, line.holder));
    facts << tr("Solicitante: %1", "a fact of a certificate").arg(nameOr(line, line.applicant));
    if (line.number.empty()) facts << tr("Para el %1", "the day on which a certificate is due").arg(dueOf(line));
    if (line.waiting > 0)
        facts << tr("Sin recoger desde hace %n día(s)", "nobody collected a certificate",
                    static_cast<int>(line.waiting));
    m_facts->setText(facts.join(u'\n'));
}

void CertificatePage::fillBrought() {
    m_brought->clear();
    for (const auto& each : m_shown.brought)
        m_brought->addItem(
            each.scan ? tr("%1 · ver copia", "a requirement that was brought, with its copy").arg(gui::shown(each.text))
                      : gui::shown(each.text));
    m_brought->setVisible(!m_shown.brought.empty());
}

void CertificatePage::makeActions() {
    while (auto* item = m_actions->takeAt(0)) {
        // It may be the one whose click led here.
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    // What comes next is first, and is what looks so; of a request without a draft that is to write one.
    const auto isNext = [this](const std::string& step) {
        return keyOf(step) == QKeySequence{Qt::Key_F5} || (step == "draft" && m_shown.line.stage == "requested");
    };
    std::ranges::stable_partition(m_shown.possible, isNext);
    if (std::ranges::none_of(m_shown.possible, isNext))
        addAction(tr("Seguir con lo que espera", "button: on to what else awaits the person"), Qt::Key_F5, true,
                  [this] { emit left(); });
    for (const auto& step : m_shown.possible)
        addAction(actionOf(step), isNext(step) ? QKeySequence{Qt::Key_F5} : keyOf(step), isNext(step),
                  [this, step] { act(step); });
    if (!m_shown.line.number.empty())
        addAction(tr("Guardar PDF", "button: saves the signed file"), Qt::CTRL | Qt::Key_S, false, [this] { save(); });
    addAction(tr("Volver", "button: back to what awaits the person"), Qt::Key_Escape, false, [this] { emit left(); });
    m_actions->addStretch();
}

void CertificatePage::addAction(const QString& text, const QKeySequence& key, bool main, std::function<void()> act) {
    auto* button = new ActionButton{text, key, main ? ActionButton::Weight::Main : ActionButton::Weight::Usual, m_bar};
    connect(button, &QPushButton::clicked, this, std::move(act));
    m_actions->addWidget(button);
    button->show();
    if (main) button->setFocus();
}

contract::CertificateTypeLine CertificatePage::type() const {
    const auto found = std::ranges::find(m_types, m_shown.line.type, &contract::CertificateTypeLine::type);
    return found == m_types.end() ? contract::CertificateTypeLine{} : *found;
}

void CertificatePage::act(const std::string& step) {
    if (m_busy->isBusy()) return;
    if (step == "draft") return emit draftingWanted(m_shown);
    if (step == "print") return print();
    if (step == "prove") return prove();
    askStep(
        m_place, this, step, {m_shown, type()}, [this](const QString& words) { done(words); },
        [this](const Trouble& why) { refuse(why); });
}

void CertificatePage::print() {
    m_busy->begin(tr("Imprimiendo en papel especial…", "shown while a certificate is being printed"));
    m_place.ask(
        this, contract::CertificatePrint{m_shown.line.number, m_place.machines.printer},
        [this](const contract::PaperCopyLine& copy) {
            m_busy->end();
            if (copy.state == "printed")
                return done(tr("Impreso el ejemplar %1.", "after printing; %1 is the copy's ordinal").arg(copy.copy));
            refresh();
            m_banner->tell(Standing::Caution,
                           tr("El ejemplar %1: %2.", "%1 is the copy's ordinal, %2 how it stands")
                               .arg(copy.copy)
                               .arg(gui::shown(m_place.wording.word(copy.state))),
                           {},
                           tr("Qué hacer ahora: mire las hojas y diga cómo salió.", "advice after a doubtful print"));
        },
        [this](const Trouble& why) { refuse(why); });
}

void CertificatePage::prove() {
    m_busy->begin(tr("Pidiendo sellos de tiempo y pruebas…", "shown while proofs are being asked for"));
    m_place.ask(
        this, contract::CertificateProve{m_shown.line.number},
        [this](const contract::CertificateProven&) {
            m_busy->end();
            done(tr("Pruebas completadas.", "after proving"));
        },
        [this](const Trouble& why) { refuse(why); });
}

void CertificatePage::showPages() {
    m_file.clear();
    const auto& line = m_shown.line;
    if (line.number.empty() && m_shown.draft == 0) return m_pages->clear();
    m_pages->setBusy(tr("Componiendo las hojas…", "shown while pages are being made"));
    const auto withheld = [this](const Trouble& why) {
        m_pages->clear();
        refuse(why);
    };
    if (line.number.empty())
        return m_place.ask(
            this, contract::CertificatePreview{line.request},
            [this](const contract::FileGiven& file) { m_pages->showFile(file.content); }, withheld);
    fetchSigned(
        m_place, this, line.number,
        [this](const base::Bytes& pdf) {
            m_file = pdf;
            m_pages->showFile(pdf);
        },
        withheld);
}

void CertificatePage::showScan(int row) {
    const auto& each = m_shown.brought.at(static_cast<std::size_t>(row));
    if (!each.scan) return;
    m_pages->setBusy(tr("Trayendo la copia…", "shown while a scan is fetched"));
    m_place.ask(
        this, contract::CertificateScan{m_shown.line.request, each.requirement},
        [this](const contract::FileGiven& file) {
            m_pages->showFile(file.content);
            m_banner->tell(Standing::Caution, tr("Está viendo la copia de lo que se trajo.", "a scan is shown"), {},
                           tr("Ctrl+B vuelve a mostrar el documento.", "advice while a scan is shown"));
        },
        [this](const Trouble& why) {
            m_pages->setBusy({});
            refuse(why);
        });
}

void CertificatePage::save() {
    if (m_file.empty()) return;
    askWhereTo(
        this, m_place.link, {gui::shown(m_shown.line.number) + ".pdf", m_file},
        [this](const QString& path) {
            m_banner->tell(Standing::Done, tr("Guardado en %1", "%1 is the path of a file").arg(path));
        },
        [this](const Trouble& why) { refuse(why); });
}

void CertificatePage::done(const QString& words) {
    m_place.sounds.play(Cue::Done);
    m_banner->tell(Standing::Done, words);
    refresh();
}

void CertificatePage::refuse(const Trouble& why) {
    m_busy->end();
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(why, tr("El documento sigue como estaba.", "what a refused step means for a certificate"));
}

}  // namespace gui
