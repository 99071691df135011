// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/work_page.hpp"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

using namespace base::literals;

WorkPage::WorkPage(const Workplace& place, LineWork& line, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_line(line),
      m_banner(new FaultBanner{place.wording, this}),
      m_card(new QFrame{this}),
      m_now(new StatusSign{this, 32}),
      m_action(new QLabel{this}),
      m_piece(new QLabel{this}),
      m_note(new QLabel{this}),
      m_order(new QLabel{this}),
      m_print(new ActionButton{tr("Imprimir", "choice: this station prints"), Qt::CTRL | Qt::Key_1}),
      m_encode(new ActionButton{tr("Grabar", "choice: this station encodes chips"), Qt::CTRL | Qt::Key_2}),
      m_inspect(new ActionButton{tr("Inspeccionar", "choice: this station inspects"), Qt::CTRL | Qt::Key_3}),
      m_scan(new ActionButton{tr("Leer códigos", "choice: each blank is scanned"), Qt::CTRL | Qt::Key_4}),
      m_open(new ActionButton{tr("Abrir turno", "button: opens a shift"), Qt::Key_F2}),
      m_begin(new ActionButton{tr("Empezar", "button: begins to work at the line"), Qt::Key_F5,
                               ActionButton::Weight::Main}),
      m_stop(new ActionButton{tr("Detener al terminar el paso", "button: stops the line"), Qt::Key_F6}),
      m_cancelPrint(new ActionButton{tr("No esperar a la impresora", "button: gives up a print"), Qt::Key_F3}) {
    layOut();
    connect(m_open, &QPushButton::clicked, this, &WorkPage::openingWanted);
    connect(m_begin, &QPushButton::clicked, this, &WorkPage::begin);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stoppedByPerson = true;
        m_line.stop();
    });
    connect(m_cancelPrint, &QPushButton::clicked, this, [this] {
        for (const auto& call : m_line.calls())
            if (call.wish == "see_to") m_line.cancelPrint(call.blank);
    });
    connect(&line, &LineWork::stateChanged, this, &WorkPage::tellState);
    connect(&line, &LineWork::looked, this, &WorkPage::tellPrompt);
    connect(&line, &LineWork::ended, this, &WorkPage::tellEnd);
    connect(&line, &LineWork::failed, this, [this](const Trouble& why) {
        m_place.sounds.play(Cue::Refused);
        tell(why, tr("La línea se detuvo. Lo que la máquina hizo con la última pieza queda anotado; si no se sabe, "
                     "la orden pasa a las dudas.",
                     "what a broken run means for the blank in hand"));
    });
    tellState();
}

void WorkPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_banner);
    column->addWidget(makePrompt(), 1);
    column->addWidget(makeChoices());
    auto* actions = new QHBoxLayout;
    actions->setSpacing(kGap);
    for (auto* each : {m_begin, m_stop, m_open, m_cancelPrint}) actions->addWidget(each);
    actions->addStretch();
    column->addLayout(actions);
}

QWidget* WorkPage::makePrompt() {
    setRole(*m_card, "card");
    setRole(*m_action, "large");
    setRole(*m_piece, "huge");
    setRole(*m_note, "head");
    setRole(*m_order, "muted");
    auto* content = new QVBoxLayout{m_card};
    content->setContentsMargins(kWide, kWide, kWide, kWide);
    content->setSpacing(kSpace);
    content->addWidget(m_now);
    content->addStretch();
    for (auto* label : {m_action, m_piece, m_note}) {
        label->setWordWrap(true);
        content->addWidget(label);
    }
    content->addStretch();
    m_order->setWordWrap(true);
    content->addWidget(m_order);
    return m_card;
}

QWidget* WorkPage::makeChoices() {
    auto* choices = new QWidget{this};
    auto* row = new QHBoxLayout{choices};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    for (auto* each : {m_print, m_encode, m_inspect, m_scan}) {
        each->setCheckable(true);
        each->setChecked(each != m_scan);
        setRole(*each, "choice");
        row->addWidget(each);
    }
    row->addStretch();
    return choices;
}

void WorkPage::begin() {
    std::vector<std::string> duties;
    if (m_print->isChecked()) duties.emplace_back("print");
    if (m_encode->isChecked()) duties.emplace_back("encode");
    if (m_inspect->isChecked()) duties.emplace_back("inspect");
    if (duties.empty())
        return m_banner->tell(Standing::Caution, tr("Elija al menos una cosa que hace este puesto.",
                                                    "nothing was chosen for the station to do"));
    m_banner->clear();
    m_stoppedByPerson = false;
    m_line.begin(std::move(duties), m_scan->isChecked());
}

void WorkPage::takeScan(const QString& read) {
    if (m_line.state() == LineWork::State::Working) return m_line.scan(read);
    m_place.sounds.play(Cue::Refused);
    m_banner->tell(Standing::Caution, tr("Se leyó %1, pero la línea no está trabajando.", "%1 is a serial").arg(read),
                   {},
                   tr("Qué hacer ahora: empiece a trabajar y lea la pieza cuando se le pida.",
                      "advice after a scan that nobody waited for"));
}

void WorkPage::tell(const Trouble& trouble, const QString& meaning) {
    if (!trouble.isOfficeAway()) m_banner->tell(trouble, meaning);
}

void WorkPage::showShift(const std::vector<ShiftItem>& items) {
    m_hasBlanks = unusedOf(items) > 0;
    // What comes next is what looks so.
    setRole(*m_open, m_hasBlanks ? "usual" : "main");
    setRole(*m_begin, m_hasBlanks ? "main" : "usual");
    tellState();
}

void WorkPage::tellState() {
    const bool idle = m_line.state() == LineWork::State::Idle;
    for (auto* each : {m_print, m_encode, m_inspect, m_scan}) each->setEnabled(idle);
    m_begin->setVisible(idle);
    m_open->setVisible(idle);
    m_stop->setVisible(!idle);
    m_stop->setEnabled(m_line.state() == LineWork::State::Working);
    tellPrompt();
    if (isVisible()) (!idle ? m_stop : m_hasBlanks ? m_begin : m_open)->setFocus();
}

void WorkPage::tellPrompt() {
    const auto calls = m_line.calls();
    const auto call = calls.empty() ? QString{} : shown(calls.front().wish + calls.front().blank);
    if (!call.isEmpty() && call != m_lastCall) m_place.sounds.play(Cue::Attention);
    m_lastCall = call;
    m_cancelPrint->setVisible(!calls.empty() && calls.front().wish == "see_to");
    if (m_line.state() == LineWork::State::Idle) return tellIdle();
    tellOrder();
    if (calls.empty()) return tellWorking();
    const auto prompt = promptOf(m_place, calls.front());
    fill(Standing::Caution, tr("Ahora le toca a usted", "above what is asked of the person"), prompt);
}

void WorkPage::tellIdle() {
    m_orderShown.clear();
    m_order->clear();
    for (const auto& rest : m_line.status().rests)
        if (rest.workstation == m_place.session.workstation())
            return fill(Standing::Caution, tr("Puesto en descanso", "above the sentence of a rest"),
                        {tr("Espere a que el supervisor lo reanude", "a workstation rests"), {}, restOf(rest)});
    if (!m_hasBlanks)
        return fill(Standing::Caution, tr("Falta el turno", "no blanks are at the workstation"),
                    {tr("Abra el turno para tener piezas que personalizar", "no blanks are at the workstation"), {}});
    fill(Standing::Neutral, tr("Listo", "the station is ready to begin"),
         {tr("Pulse F5 para empezar a trabajar", "the station is ready to begin"), {}});
}

void WorkPage::tellWorking() {
    const auto station = m_line.station();
    const bool stopping = m_line.state() == LineWork::State::Stopping;
    fill(Standing::Busy,
         stopping ? tr("Se detiene al terminar este paso", "the line was asked to stop")
                  : tr("La máquina trabaja", "nothing is asked of the person"),
         {workOf(station.value_or(contract::StationLine{})), station ? shown(station->order) : QString{}});
}

void WorkPage::tellOrder() {
    const auto station = m_line.station();
    if (!station || station->order.empty() || station->order == m_orderShown) return;
    m_orderShown = station->order;
    m_place.ask(
        this, contract::OrderShow{station->order},
        [this](const contract::OrderShown& shownOrder) {
            const auto& order = shownOrder.order;
            if (order.order != m_orderShown) return;
            m_order->setText(
                tr("Orden %1 · %2 · pieza %3 · prioridad %4 · intento %5",
                   "%1 order, %2 kind of document, %3 serial of the blank, %4 priority, %5 number")
                    .arg(shown(order.order), shown(m_place.names.of(order.kind)),
                         order.blank.empty() ? tr("sin tomar", "no blank was taken yet") : shown(order.blank),
                         shown(m_place.wording.word(order.priority)))
                    .arg(order.attempts));
        },
        [this](const Trouble&) { m_orderShown.clear(); });
}

void WorkPage::tellEnd(const contract::LineRan& ran) {
    const auto report = reportOf(m_place, ran);
    if (m_stoppedByPerson && ran.outOfService.empty() && ran.inDoubt == 0) {
        m_place.sounds.play(Cue::Done);
        return m_banner->tell(Standing::Done, tr("La línea se detuvo. %1", "%1 says what was done").arg(report.done));
    }
    m_place.sounds.play(report.stoppedEarly ? Cue::Refused : Cue::Done);
    m_banner->tell(report.stoppedEarly ? Standing::Caution : Standing::Done, report.done, report.reasons, report.next);
}

void WorkPage::fill(Standing standing, const QString& now, const Prompt& prompt) {
    m_now->tell(standing, now);
    m_action->setText(prompt.action);
    m_piece->setText(prompt.piece);
    m_piece->setVisible(!prompt.piece.isEmpty());
    m_note->setText(prompt.note);
    m_note->setVisible(!prompt.note.isEmpty());
    m_card->setAccessibleName(prompt.action);
}

}  // namespace gui
