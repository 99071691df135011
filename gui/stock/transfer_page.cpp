// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/transfer_page.hpp"

#include <QDateTime>
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

namespace gui {

using namespace contract;

namespace {

constexpr const char* kUsualHours = "24";

std::string momentIn(std::int64_t hours) {
    return told(QDateTime::currentDateTimeUtc().addSecs(hours * 3600).toString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

}  // namespace

TransferPage::TransferPage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent), m_facts(new Facts{this}), m_advice(new QLabel{this}), m_events(new QListWidget{this}) {
    auto* title = new QLabel{tr("Traslado", "title of the page of a transfer"), this};
    setRole(*title, "large");
    setRole(*m_advice, "head");
    m_advice->setWordWrap(true);
    m_events->setAccessibleName(tr("Lo que se hizo", "list of the steps of a transfer"));
    m_events->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_facts, m_advice}) content().addWidget(each);
    content().addWidget(m_events, 1);
    m_next = addButton(
        {}, Qt::Key_F5,
        [this] {
            for (const auto& step : steps())
                if (m_transfer.stage == step.stage) return (this->*step.act)();
        },
        true);
    m_return = addButton(tr("Devolver", "button: sends a transfer back"), Qt::Key_F7, [this] { sendBack(); });
    m_guide = addButton(tr("Guía de traslado", "button: saves the paper that travels with a transfer"), Qt::Key_F6,
                        [this] { savePaper(m_place, *this, m_transfer.manifest); });
    m_cancel = addButton(tr("Anular", "button: cancels a transfer"), Qt::Key_F8, [this] { cancel(); });
}

QList<TransferPage::Step> TransferPage::steps() const {
    return {
        {"prepared", &TransferPage::approve, tr("Aprobar", "button: approves a transfer"),
         tr("Lo aprueba otra persona que quien lo preparó.", "what comes next with a transfer")},
        {"approved", &TransferPage::seal, tr("Precintar", "button: seals a transfer"),
         tr("Cierre el bulto y ponga el precinto.", "what comes next with a transfer")},
        {"sealed", &TransferPage::dispatch, tr("Despachar", "button: a transfer leaves"),
         tr("Entregue el bulto a quien lo transporta.", "what comes next with a transfer")},
        {"dispatched", &TransferPage::receive, tr("Recibir", "button: a transfer arrives"),
         tr("Viene en camino. Cuando llegue, mire el precinto y lea cada pieza.", "what comes next with a transfer")},
        {"returning", &TransferPage::receive, tr("Recibir", "button: a transfer arrives"),
         tr("Viene de regreso. Cuando llegue, mire el precinto y lea cada pieza.", "what comes next with a transfer")}};
}

void TransferPage::show(const QString& transfer) {
    m_id = transfer;
    banner().clear();
    refresh();
}

void TransferPage::refresh() {
    if (m_id.isEmpty()) return;
    m_place.ask(
        this, TransferShow{told(m_id)}, [this](const TransferShown& transfer) { tellTransfer(transfer); },
        [this](const Trouble& why) { tell(why); });
}

void TransferPage::tellTransfer(const TransferShown& transfer) {
    m_transfer = transfer;
    m_facts->tell({{tr("Traslado", "name of a fact"), shown(transfer.transfer)},
                   {tr("Etapa", "name of a fact"), wordOf(m_place, transfer.stage)},
                   {tr("Sale de", "name of a fact"), placeOf(m_place, transfer.from)},
                   {tr("Llega a", "name of a fact"), placeOf(m_place, transfer.to)},
                   {tr("Piezas", "name of a fact"), QString::number(transfer.quantity)},
                   {tr("Series", "name of a fact"), someOf(transfer.ranges)},
                   {tr("Precinto", "name of a fact"), shown(transfer.seal)},
                   {tr("Transporta", "name of a fact"), shown(transfer.carrier)},
                   {tr("Se espera", "name of a fact"), momentOf(transfer.expected)},
                   {tr("Requisición", "name of a fact"), shown(transfer.requisition)},
                   {tr("Motivo", "name of a fact"), shown(transfer.reason)},
                   {tr("Guía", "name of a fact: paper of a transfer"), shown(transfer.manifest)}});
    m_events->clear();
    for (const auto& event : transfer.events)
        m_events->addItem(
            tr("%1  %2: %3", "a step; %1 moment, %2 what, %3 who and details")
                .arg(momentOf(event.time), wordOf(m_place, event.event),
                     QStringList{shown(event.person), shown(event.second), shown(event.detail), shown(event.caseId)}
                         .join(QStringLiteral("  "))
                         .trimmed()));
    m_next->hide();
    m_advice->setText(tr("Este traslado terminó.", "a transfer that has ended"));
    for (const auto& step : steps()) {
        if (transfer.stage != step.stage) continue;
        m_next->show();
        m_next->setAction(step.action);
        m_advice->setText(step.advice);
    }
    const bool left = transfer.stage == "dispatched" || transfer.stage == "returning";
    m_return->setVisible(transfer.stage == "dispatched");
    m_cancel->setVisible(m_next->isVisibleTo(this) && !left);
    m_guide->setVisible(!transfer.manifest.empty() && m_place.session.may<contract::TransferPrepare>());
}

void TransferPage::take(const TransferShown& transfer, const QString& words) {
    m_place.sounds.play(Cue::Done);
    tellTransfer(transfer);
    tellDone(words);
}

void TransferPage::approve() {
    m_place.ask(
        this, TransferApprove{told(m_id)},
        [this](const TransferShown& transfer) {
            take(transfer, tr("Traslado aprobado.", "after a transfer was approved"));
        },
        [this](const Trouble& why) { tell(why); });
}

void TransferPage::seal() {
    new FormSheet{m_place,
                  this,
                  {tr("Precintar el bulto", "title of a form"), {}, tr("Precintar", "button of the form")},
                  {{"seal", tr("Número del precinto", "label"), FormField::Kind::Text}},
                  asking(
                      m_place, this, {},
                      [id = told(m_id)](const FormValues& answers) {
                          return TransferSeal{id, answers.text("seal")};
                      },
                      [this](const TransferShown& transfer) {
                          take(transfer, tr("El bulto quedó precintado.", "after a transfer was sealed"));
                      })};
}

void TransferPage::dispatch() {
    const auto title = tr("Despachar el traslado", "title of a form and of its consent");
    new FormSheet{m_place,
                  this,
                  {title, {}, tr("Despachar", "button of the form")},
                  {{"carrier", tr("Quién transporta, y en qué", "label"), FormField::Kind::Text},
                   {"hours", tr("Horas hasta la llegada", "label"), FormField::Kind::Number, kUsualHours}},
                  asking(
                      m_place, this, twoCustodians(title, m_id),
                      [id = told(m_id)](const FormValues& answers) {
                          return TransferDispatch{id, answers.text("carrier"), momentIn(answers.number("hours"))};
                      },
                      [this](const TransferShown& transfer) {
                          take(transfer, tr("El traslado va en camino. Imprima su guía con F6.",
                                            "after a transfer was dispatched"));
                      })};
}

void TransferPage::receive() {
    using Kind = FormField::Kind;
    const auto title = tr("Recibir el traslado", "title of a form and of its consent");
    new FormSheet{m_place,
                  this,
                  {title, tr("Lea cada pieza que venía.", "what the form is for"), tr("Recibir", "button of the form")},
                  {{"seal", tr("Precinto que trae", "label"), Kind::Text},
                   {"broken", tr("El precinto viene roto", "label of a box"), Kind::Check},
                   {"case", tr("Recibir aunque haya diferencias, con un caso", "label of a box"), Kind::Check},
                   {"serials", tr("Piezas que llegaron", "label of the list of serials"), Kind::Serials, {}, false}},
                  asking(
                      m_place, this, twoCustodians(title, m_id),
                      [id = told(m_id)](const FormValues& answers) {
                          return TransferReceive{id, answers.text("seal"), answers.checked("broken"),
                                                 answers.checked("case"), answers.lines("serials")};
                      },
                      [this](const TransferShown& transfer) {
                          take(transfer, tr("El traslado quedó recibido.", "after a transfer was received"));
                      })};
}

void TransferPage::sendBack() {
    using Kind = FormField::Kind;
    const auto title = tr("Devolver el traslado", "title of a form and of its consent");
    new FormSheet{
        m_place,
        this,
        {title,
         tr("Lea solo las piezas que se devuelven; lo demás se recibe. Sin leer ninguna, vuelve todo sin abrir.",
            "what the form is for"),
         tr("Devolver", "button of the form")},
        {{"seal", tr("Precinto que trae", "label"), Kind::Text},
         {"newSeal", tr("Precinto nuevo, si se abrió", "label"), Kind::Text, {}, false},
         {"accepted", tr("Piezas que se quedan, una por línea", "label"), Kind::Lines, {}, false},
         {"serials", tr("Piezas que vuelven", "label of the list of serials"), Kind::Serials, {}, false},
         {"reason", tr("Motivo", "label: reason"), Kind::Text},
         {"carrier", tr("Quién transporta, y en qué", "label"), Kind::Text},
         {"hours", tr("Horas hasta la llegada", "label"), Kind::Number, kUsualHours}},
        asking(
            m_place, this, twoCustodians(title, m_id),
            [id = told(m_id)](const FormValues& answers) {
                return TransferReturn{id,
                                      answers.text("seal"),
                                      false,
                                      answers.lines("accepted"),
                                      answers.lines("serials"),
                                      answers.text("newSeal"),
                                      answers.text("reason"),
                                      answers.text("carrier"),
                                      momentIn(answers.number("hours"))};
            },
            [this](const TransferShown& transfer) {
                take(transfer, tr("El traslado va de regreso.", "after a transfer was sent back"));
            })};
}

void TransferPage::cancel() {
    new FormSheet{m_place,
                  this,
                  {tr("Anular el traslado", "title of a form"), {}, tr("Anular", "button of the form")},
                  {{"reason", tr("Motivo", "label: reason"), FormField::Kind::Text}},
                  asking(
                      m_place, this, {},
                      [id = told(m_id)](const FormValues& answers) {
                          return TransferCancel{id, answers.text("reason")};
                      },
                      [this](const TransferShown& transfer) {
                          take(transfer, tr("El traslado quedó anulado.", "after a transfer was cancelled"));
                      })};
}

}  // namespace gui
