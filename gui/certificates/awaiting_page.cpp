// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/awaiting_page.hpp"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "contract/acts_of_notifications.hpp"
#include "contract/acts_of_proofs.hpp"
#include "contract/acts_of_registers.hpp"
#include "gui/certificates/certificate_words.hpp"
#include "gui/certificates/signing.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/status_sign.hpp"

namespace gui {

AwaitingPage::AwaitingPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_now(new StatusSign{this, 32}),
      m_task(new QLabel{this}),
      m_which(new QLabel{this}),
      m_list(new QTableWidget{this}),
      m_nothing(new EmptyState{
          tr("Nada le espera", "nothing awaits the person"),
          tr("Lo que otros dejen para usted aparece aquí. Con un número o un código de verificación se abre cualquier "
             "documento: léalo con el lector o búsquelo en la lista.",
             "advice where nothing awaits the person"),
          this}),
      m_open(new ActionButton{tr("Abrir", "button: opens what awaits the person"), Qt::Key_F5,
                              ActionButton::Weight::Main}),
      m_sign(
          new ActionButton{tr("Firmar todo lo que espera", "button: signs all that awaits it"), Qt::CTRL | Qt::Key_F5}),
      m_endorse(
          new ActionButton{tr("Visto bueno a todo", "button: endorses all that awaits it"), Qt::CTRL | Qt::Key_F6}),
      m_prove(new ActionButton{tr("Completar pruebas", "button: adds long-term proofs to signatures"), Qt::Key_F10}),
      m_busy(new BusyOverlay{this}) {
    layOut();
    connect(m_open, &QPushButton::clicked, this, &AwaitingPage::openChosen);
    connect(m_list, &QTableWidget::cellActivated, this, &AwaitingPage::openChosen);
    connect(m_list, &QTableWidget::currentCellChanged, this, &AwaitingPage::tellNext);
    connect(m_sign, &QPushButton::clicked, this, &AwaitingPage::signAll);
    connect(m_endorse, &QPushButton::clicked, this, [this] {
        askToSign(m_place, this, {awaitingFor("endorse"), true}, [this](const contract::CertificatesSigned& done) {
            m_banner->tell(Standing::Done, signedWords(m_place, done));
            refresh();
        });
    });
    connect(m_prove, &QPushButton::clicked, this, &AwaitingPage::prove);
}

void AwaitingPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_banner);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(kSpace);
    auto* work = new QVBoxLayout;
    work->setSpacing(kSpace);
    work->addWidget(makeNext());
    work->addWidget(makeList(), 1);
    work->addWidget(m_nothing, 1);
    middle->addLayout(work, 1);
    middle->addWidget(makeDoors());
    column->addLayout(middle, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    for (auto* each : {m_open, m_sign, m_endorse, m_prove}) actions->addWidget(each);
    actions->addStretch();
    column->addLayout(actions);
    for (auto* each : {m_sign, m_endorse, m_prove}) each->hide();
}

QWidget* AwaitingPage::makeNext() {
    auto* card = new QFrame{this};
    setRole(*card, "card");
    setRole(*m_task, "large");
    setRole(*m_which, "head");
    auto* content = new QVBoxLayout{card};
    content->setContentsMargins(kWide, kSpace, kWide, kSpace);
    content->setSpacing(kGap);
    content->addWidget(m_now);
    for (auto* label : {m_task, m_which}) {
        label->setWordWrap(true);
        content->addWidget(label);
    }
    return card;
}

QWidget* AwaitingPage::makeList() {
    const QStringList headings{tr("Qué hacer", "column: what awaits the person"),
                               tr("Solicitud", "column: number of a request"),
                               tr("Documento", "column: type of certificate"),
                               tr("Titular", "column: whom it is about"),
                               tr("Solicitante", "column: who asked"),
                               tr("Para el", "column: day on which it is due")};
    m_list->setColumnCount(static_cast<int>(headings.size()));
    m_list->setHorizontalHeaderLabels(headings);
    m_list->setAccessibleName(tr("Lo que le espera", "list of what awaits the person"));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(kTarget - kSpace);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {130, 152, 215, 150, 150};
    for (int at = 0; at < static_cast<int>(std::size(widths)); ++at) m_list->setColumnWidth(at, widths[at]);
    return m_list;
}

QWidget* AwaitingPage::makeDoors() {
    auto* doors = new QWidget{this};
    auto* column = new QVBoxLayout{doors};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    const auto add = [&](const QString& text, Qt::Key key, void (AwaitingPage::*wanted)()) {
        auto* door = new ActionButton{text, key};
        connect(door, &QPushButton::clicked, this, wanted);
        column->addWidget(door);
    };
    const auto& session = m_place.session;
    if (session.may<contract::CertificateRequest>())
        add(tr("Nueva solicitud", "button: takes a request for a certificate"), Qt::Key_F2,
            &AwaitingPage::requestWanted);
    if (session.may<contract::RegisterSearch>())
        add(tr("Buscar en registros", "button: searches persons in registers"), Qt::Key_F3,
            &AwaitingPage::searchWanted);
    add(tr("Todos los documentos", "button: list of all certificates"), Qt::Key_F4, &AwaitingPage::allWanted);
    if (session.may<contract::NotificationList>())
        add(tr("Notificaciones", "button: notifications"), Qt::Key_F6, &AwaitingPage::notificationsWanted);
    add(tr("Verificar un archivo", "button: verifies a PDF or scan"), Qt::Key_F7, &AwaitingPage::verificationWanted);
    column->addStretch();
    return doors;
}

void AwaitingPage::refresh() {
    if (!m_place.session.isOpen()) return;
    m_busy->begin(tr("Mirando qué le espera…", "shown while the list of what awaits the person is fetched"));
    m_place.ask(
        this, contract::CertificateAwaiting{},
        [this](const contract::CertificatesAwaiting& found) {
            m_busy->end();
            show(found);
        },
        [this](const Trouble& why) {
            m_busy->end();
            if (!why.isOfficeAway()) m_banner->tell(why);
        });
    if (m_place.session.may<contract::CertificateProve>()) askProofs();
}

void AwaitingPage::show(const contract::CertificatesAwaiting& found) {
    m_awaiting = found.awaiting;
    fillTable();
    const bool empty = m_awaiting.empty();
    m_list->setHidden(empty);
    m_nothing->setVisible(empty);
    m_open->setEnabled(!empty);
    m_sign->setVisible(awaitingFor("sign").size() > 1);
    m_endorse->setVisible(awaitingFor("endorse").size() > 1);
    if (!empty) m_list->setCurrentCell(0, 0);
    tellNext();
    if (isVisible() && !empty) m_list->setFocus();
}

void AwaitingPage::fillTable() {
    m_list->setRowCount(static_cast<int>(m_awaiting.size()));
    int row = 0;
    for (const auto& each : m_awaiting) {
        const auto& line = each.line;
        int column = 0;
        for (const auto& text : {shown(m_place.wording.word(each.step)), shown(line.request), shown(line.title),
                                 nameOr(line, line.holder), nameOr(line, line.applicant), dueOf(line)})
            m_list->setItem(row, column++, new QTableWidgetItem{text});
        ++row;
    }
}

void AwaitingPage::tellNext() {
    const int row = m_list->currentRow();
    m_which->setHidden(m_awaiting.empty());
    if (m_awaiting.empty() || row < 0 || row >= static_cast<int>(m_awaiting.size())) {
        m_now->tell(Standing::Done, tr("Está al día", "nothing awaits the person"));
        m_task->setText(tr("Nada pendiente", "nothing awaits the person"));
        m_which->clear();
        return;
    }
    const auto& each = m_awaiting.at(static_cast<std::size_t>(row));
    m_now->tell(Standing::Caution, tr("Le espera(n) %n documento(s)", "how many certificates await the person",
                                      static_cast<int>(m_awaiting.size())));
    m_task->setText(taskOf(each.step));
    m_which->setText(tr("%1 · %2 · %3 · para el %4",
                        "a certificate; %1 request or number, %2 type, %3 whom it is about, %4 day on which it is due")
                         .arg(shown(each.line.number.empty() ? each.line.request : each.line.number),
                              shown(each.line.title),
                              nameOr(each.line, each.line.holder.empty() ? each.line.applicant : each.line.holder),
                              dueOf(each.line)));
}

void AwaitingPage::openChosen() {
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_awaiting.size()))
        emit opened(shown(m_awaiting.at(static_cast<std::size_t>(row)).line.request));
}

std::vector<std::string> AwaitingPage::awaitingFor(const std::string& step) const {
    std::vector<std::string> requests;
    for (const auto& each : m_awaiting)
        if (each.step == step) requests.push_back(each.line.request);
    return requests;
}

void AwaitingPage::signAll() {
    askToSign(m_place, this, {awaitingFor("sign"), false, true}, [this](const contract::CertificatesSigned& done) {
        m_banner->tell(Standing::Done, signedWords(m_place, done));
        refresh();
    });
}

void AwaitingPage::askProofs() {
    m_place.ask(
        this, contract::CertificateProofsDue{},
        [this](const contract::ProofsDue& due) {
            m_toProve.clear();
            for (const auto& each : due.certificates) m_toProve.push_back(each.number);
            m_prove->setVisible(!m_toProve.empty());
            m_prove->setAction(tr("Completar pruebas de %n firma(s)", "button: adds long-term proofs to signatures",
                                  static_cast<int>(m_toProve.size())));
        },
        [this](const Trouble&) { m_prove->hide(); });
}

void AwaitingPage::prove() {
    m_busy->begin(tr("Pidiendo sellos de tiempo y pruebas…", "shown while proofs are being asked for"));
    m_prove->setEnabled(false);
    proveNext(m_toProve, 0);
}

// One after another: each asks servers elsewhere, and what one of them refuses is told before the rest is tried.
void AwaitingPage::proveNext(std::vector<std::string> numbers, int done) {
    if (numbers.empty()) {
        m_busy->end();
        m_prove->setEnabled(true);
        m_banner->tell(Standing::Done, tr("Pruebas completadas en %n documento(s).", "after proving", done));
        return refresh();
    }
    const auto number = numbers.back();
    numbers.pop_back();
    m_place.ask(
        this, contract::CertificateProve{number},
        [this, numbers, done](const contract::CertificateProven&) { proveNext(numbers, done + 1); },
        [this](const Trouble& why) {
            m_busy->end();
            m_prove->setEnabled(true);
            m_banner->tell(why, tr("Lo firmado sigue valiendo; le faltan sus pruebas de largo plazo.",
                                   "what it means that proofs could not be had"));
        });
}

}  // namespace gui
