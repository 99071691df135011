// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/order_page.hpp"

#include <QGridLayout>
#include <QLabel>
#include <memory>
#include <set>

#include "gui/supervision/fact_table.hpp"
#include "gui/supervision/page_parts.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

OrderPage::OrderPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_title(new QLabel{this}),
      m_facts(new QLabel{this}),
      m_timeline(new FactTable{tr("Historia de la orden", "accessible name of an order's past"),
                               {{tr("Cuándo (UTC)", "column: moment"), 195},
                                {tr("Qué", "column: what happened"), 150},
                                {tr("Resultado", "column: how it ended"), 140},
                                {tr("Causa", "column: why"), 270},
                                {tr("Quién", "column: person"), 140},
                                {tr("Dónde", "column: workstation or place"), 160},
                                {tr("Pieza", "column: serial of the blank"), 90}},
                               this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
}

void OrderPage::layOut() {
    setRole(*m_title, "large");
    auto* card = new QFrame{this};
    setRole(*card, "card");
    auto* facts = new QVBoxLayout{card};
    m_facts->setWordWrap(true);
    facts->addWidget(m_facts);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_banner, card, m_timeline})
        column->addWidget(each, each == m_timeline ? 1 : 0);
    auto* actions = new QGridLayout;
    actions->setSpacing(kGap);
    addActions(*actions);
    column->addLayout(actions);
}

void OrderPage::addActions(QGridLayout& grid) {
    const auto add = [&](const QString& words, Qt::Key key, bool may, auto act) {
        if (!may) return;
        auto* button = new ActionButton{words, key};
        connect(button, &QPushButton::clicked, this, act);
        const int at = grid.count();
        grid.addWidget(button, at / kActionsInARow, at % kActionsInARow);
    };
    const auto& session = m_place.session;
    const auto decide = [this](Decision decision) {
        return [this, decision] { openDecision(m_place, this, m_past.order, decision, decided(decision)); };
    };
    add(tr("Retener", "button: holds an order"), Qt::Key_F2, session.may<contract::OrderHold>(),
        decide(Decision::Hold));
    add(tr("Soltar", "button: ends the hold of an order"), Qt::Key_F3, session.may<contract::OrderRelease>(),
        decide(Decision::Release));
    add(tr("Prioridad y fecha", "button: gives an order another turn"), Qt::Key_F4,
        session.may<contract::OrderSchedule>(), decide(Decision::Schedule));
    add(tr("Mostrador", "button: keeps an order for a workstation"), Qt::Key_F8, session.may<contract::OrderCounter>(),
        decide(Decision::Counter));
    add(tr("Devolver a captura", "button: sends an order back"), Qt::Key_F6, session.may<contract::OrderSendBack>(),
        decide(Decision::SendBack));
    add(tr("Cancelar la orden", "button: cancels an order"), Qt::Key_F7, session.may<contract::OrderCancel>(),
        decide(Decision::Cancel));
    add(tr("Dar por buena", "button: two people find a refused page good"), Qt::Key_F10,
        session.may<contract::LineResolve>(), decide(Decision::Override));
    add(tr("Volver", "button: back to the list of orders"), Qt::Key_Escape, true, [this] { emit left(); });
}

void OrderPage::showOrder(const QString& order) {
    m_order = order;
    m_banner->clear();
    m_title->setText(tr("Orden %1", "title of the page; %1 is an order").arg(order));
    m_facts->clear();
    m_timeline->show(QList<QStringList>{});
    m_past = {};
    refresh();
    m_timeline->setFocus();
}

void OrderPage::refresh() {
    if (m_order.isEmpty()) return;
    m_busy->begin(tr("Buscando la historia…", "shown while an order's past is fetched"));
    m_place.ask(
        this, contract::OrderShow{told(m_order)},
        [this, asking = ++m_asking](const contract::OrderShown& order) {
            if (asking == m_asking) gather(order);
        },
        [this](const Trouble& trouble) {
            m_busy->end();
            m_banner->tell(trouble);
        });
}

/// What has been answered so far.
struct OrderPage::Gathering {
    OrderPast past;
    std::size_t awaited;
};

// An order may have used up several blanks; each has a past of its own.
void OrderPage::gather(const contract::OrderShown& order) {
    std::set<std::string> serials;
    for (const auto& step : order.stages)
        if (!step.blank.empty()) serials.insert(step.blank);
    const bool documented = !order.order.document.empty();
    const auto gathering = std::make_shared<Gathering>(Gathering{{order}, serials.size() + (documented ? 1 : 0)});
    const auto came = [this, gathering, asking = m_asking] {
        if (--gathering->awaited == 0 && asking == m_asking) fill(gathering->past);
    };
    const auto lacks = [this, came](const Trouble& trouble) {
        m_banner->tell(trouble,
                       tr("Falta una parte de la historia.", "a part of an order's past could not be fetched"));
        came();
    };
    if (gathering->awaited == 0) return fill(gathering->past);
    for (const auto& serial : serials)
        m_place.ask(
            this, contract::StockHistory{serial},
            [gathering, came](const contract::StockHistoryTold& history) {
                gathering->past.blanks.push_back(history);
                came();
            },
            lacks);
    if (documented)
        m_place.ask(
            this, contract::DocumentShow{order.order.document},
            [gathering, came](const contract::DocumentShown& document) {
                gathering->past.document = document;
                came();
            },
            lacks);
}

void OrderPage::fill(const OrderPast& past) {
    m_busy->end();
    m_past = past;
    m_facts->setText(factsOf(m_place, m_past).join(QStringLiteral(" · ")));
    QList<QStringList> rows;
    for (const auto& row : timelineOf(m_place, m_past)) rows << row.cells;
    m_timeline->show(rows);
}

std::function<void()> OrderPage::decided(Decision decision) {
    return [this, decision] {
        m_banner->tell(Standing::Done, doneWords(decision));
        refresh();
    };
}

}  // namespace gui
