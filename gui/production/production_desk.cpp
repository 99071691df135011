// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/production_desk.hpp"

#include <QHBoxLayout>
#include <QStackedWidget>

#include "contract/acts_of_stock.hpp"
#include "gui/production/doubts_page.hpp"
#include "gui/production/orders_page.hpp"
#include "gui/production/shift_closing.hpp"
#include "gui/production/shift_opening.hpp"
#include "gui/production/side_panel.hpp"
#include "gui/production/work_page.hpp"
#include "gui/stock/spoiling.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

ProductionDesk::ProductionDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent),
      m_line(new LineWork{place, this}),
      m_pages(new QStackedWidget{this}),
      m_work(new WorkPage{place, *m_line, this}),
      m_opening(new ShiftOpening{place, this}),
      m_closing(new ShiftClosing{place, this}),
      m_doubts(new DoubtsPage{place, this}),
      m_orders(new OrdersPage{place, this}),
      m_side(new SidePanel{place, *m_line, this}) {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    row->setSpacing(kSpace);
    for (QWidget* page : std::initializer_list<QWidget*>{m_work, m_opening, m_closing, m_doubts, m_orders})
        m_pages->addWidget(page);
    row->addWidget(m_pages, 1);
    row->addWidget(m_side);
    follow();
}

void ProductionDesk::follow() {
    connect(m_line, &LineWork::looked, this, [this] { m_side->showStatus(m_line->status()); });
    connect(m_line, &LineWork::stateChanged, this, [this] {
        m_side->showStatus(m_line->status());
        if (m_line->state() == LineWork::State::Idle) askShift();
    });
    connect(m_line, &LineWork::refused, this, [this](const Trouble& why) {
        m_place.sounds.play(Cue::Refused);
        m_work->tell(why);
    });
    connect(m_work, &WorkPage::openingWanted, this, [this] { open(m_opening); });
    connect(m_side, &SidePanel::closingWanted, this, [this] { open(m_closing); });
    connect(m_side, &SidePanel::doubtsWanted, this, &ProductionDesk::openDoubts);
    connect(m_side, &SidePanel::spoilingWanted, this, &ProductionDesk::spoil);
    connect(m_side, &SidePanel::ordersWanted, this, [this] {
        m_pages->setCurrentWidget(m_orders);
        m_orders->refresh();
    });
    connect(m_opening, &ShiftOpening::opened, this, [this] {
        bringBack();
        m_work->banner().tell(Standing::Done,
                              tr("El turno tiene piezas. Puede empezar a trabajar.", "after a shift was opened"));
    });
    connect(m_closing, &ShiftClosing::closed, this, [this](const QString& words) {
        bringBack();
        m_work->banner().tell(Standing::Done, words);
    });
    connect(m_doubts, &DoubtsPage::resolved, this, [this] {
        bringBack();
        m_work->banner().tell(Standing::Done, tr("La duda quedó resuelta.", "after a doubt was resolved"));
    });
    connect(m_opening, &ShiftOpening::left, this, &ProductionDesk::bringBack);
    connect(m_closing, &ShiftClosing::left, this, &ProductionDesk::bringBack);
    connect(m_doubts, &DoubtsPage::left, this, &ProductionDesk::bringBack);
    connect(m_orders, &OrdersPage::left, this, &ProductionDesk::bringBack);
}

void ProductionDesk::refresh() {
    m_line->look();
    askShift();
}

void ProductionDesk::askShift() {
    if (!m_place.session.isOpen()) return;
    m_place.ask(
        this, contract::StockBalance{},
        [this](const contract::StockBalanced& balance) {
            m_items = shiftItemsOf(m_place, balance);
            m_work->showShift(m_items);
            m_side->showShift(m_items);
        },
        [this](const Trouble& why) { m_work->tell(why); });
}

void ProductionDesk::bringBack() {
    m_pages->setCurrentWidget(m_work);
    refresh();
}

// The counts are those of now: somebody may have handed out or taken back blanks elsewhere.
void ProductionDesk::open(QWidget* page) {
    m_place.ask(
        this, contract::StockBalance{},
        [this, page](const contract::StockBalanced& balance) {
            m_items = shiftItemsOf(m_place, balance);
            m_side->showShift(m_items);
            m_pages->setCurrentWidget(page);
            if (page == m_opening) m_opening->showItems(m_items);
            if (page == m_closing) m_closing->showItems(m_items);
        },
        [this](const Trouble& why) { m_work->tell(why); });
}

void ProductionDesk::spoil() {
    spoilBlank(
        m_place, this, {},
        [this](const QString& words) {
            bringBack();
            m_work->banner().tell(Standing::Done, words);
        },
        [this](const Trouble& why) { m_work->tell(why); });
}

void ProductionDesk::openDoubts() {
    m_pages->setCurrentWidget(m_doubts);
    m_doubts->showDoubts(m_line->status().inDoubt);
}

void ProductionDesk::takeScan(const QString& read) {
    if (m_pages->currentWidget() == m_closing) return m_closing->takeScan(read);
    if (m_pages->currentWidget() == m_doubts) return m_doubts->takeScan(read);
    if (m_pages->currentWidget() == m_orders) return m_orders->takeScan(read);
    m_work->takeScan(read);
}

QString ProductionDesk::staysFor() const {
    if (m_line->state() == LineWork::State::Idle) return {};
    return tr("La línea está trabajando a su nombre. Deténgala primero y espere a que termine el paso.",
              "why the person may not leave the workstation");
}

}  // namespace gui
