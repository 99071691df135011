// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/stock_desk.hpp"

#include <QHBoxLayout>
#include <QStackedWidget>

#include "gui/stock/balance_pages.hpp"
#include "gui/stock/count_page.hpp"
#include "gui/stock/count_pages.hpp"
#include "gui/stock/counting_page.hpp"
#include "gui/stock/destruction_page.hpp"
#include "gui/stock/destruction_pages.hpp"
#include "gui/stock/home_page.hpp"
#include "gui/stock/life_page.hpp"
#include "gui/stock/place_page.hpp"
#include "gui/stock/quarantine_pages.hpp"
#include "gui/stock/receipt_pages.hpp"
#include "gui/stock/receiving_page.hpp"
#include "gui/stock/reconciliation_page.hpp"
#include "gui/stock/supply_pages.hpp"
#include "gui/stock/transfer_page.hpp"
#include "gui/stock/transfer_pages.hpp"
#include "gui/theme/look.hpp"

namespace gui {

StockDesk::StockDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent),
      m_pages(new QStackedWidget{this}),
      m_home(new HomePage{place, this}),
      m_life(new LifePage{place, this}) {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    row->addWidget(m_pages);
    m_pages->addWidget(m_home);
    addPage(m_life);
    makePages();
    connect(m_home, &HomePage::workWanted, this, [this](Work work) {
        goTo(m_works.at(work));
        refresh();
    });
    connect(m_home, &HomePage::lifeWanted, this, &StockDesk::showLife);
}

void StockDesk::makePages() {
    auto* place = new PlacePage{m_place, this};
    auto* balances = makeBalances(m_place, this);
    auto* places = makePlaces(m_place, this);
    leadTo(balances, place);
    leadTo(places, place);
    add(Work::Balances, balances);
    add(Work::Places, places);
    addPage(place);
    auto* receipts = makeReceipts(m_place, this);
    auto* receiving = new ReceivingPage{m_place, this};
    leadTo(receipts, receiving);
    add(Work::Receipts, receipts);
    addPage(receiving);
    auto* transfers = makeTransfers(m_place, this);
    auto* transfer = new TransferPage{m_place, this};
    leadTo(transfers, transfer);
    add(Work::Transfers, transfers);
    addPage(transfer);
    add(Work::Requisitions, makeRequisitions(m_place, this));
    makeCountPages();
    makeEndingPages();
    add(Work::Reconciliation, new ReconciliationPage{m_place, this});
    add(Work::Forecast, new ForecastPage{m_place, this});
    add(Work::Quality, makeQuality(m_place, this));
}

void StockDesk::makeCountPages() {
    auto* counts = makeCounts(m_place, this);
    auto* count = new CountPage{m_place, this};
    auto* counting = new CountingPage{m_place, this};
    leadTo(counts, count);
    connect(count, &CountPage::countingWanted, this, [this, counting](const QString& number) {
        counting->begin(number);
        goTo(counting);
    });
    add(Work::Counts, counts);
    addPage(count);
    addPage(counting);
}

void StockDesk::makeEndingPages() {
    add(Work::Quarantine, makeQuarantine(m_place, this));
    add(Work::Losses, makeLosses(m_place, this));
    auto* destructions = makeDestructions(m_place, this);
    auto* destruction = new DestructionPage{m_place, this};
    leadTo(destructions, destruction);
    add(Work::Destructions, destructions);
    addPage(destruction);
}

template <class Page>
void StockDesk::leadTo(ListPage* list, Page* page) {
    connect(list, &ListPage::opened, this, [this, page](const QString& key) {
        page->show(key);
        goTo(page);
    });
}

void StockDesk::add(Work work, StockPage* page) {
    m_works.emplace(work, page);
    addPage(page);
}

void StockDesk::addPage(StockPage* page) {
    m_pages->addWidget(page);
    connect(page, &StockPage::left, this, &StockDesk::goBack);
    connect(page, &StockPage::lifeWanted, this, &StockDesk::showLife);
}

StockPage* StockDesk::page() const { return qobject_cast<StockPage*>(m_pages->currentWidget()); }

void StockDesk::goTo(QWidget* page) {
    if (m_pages->currentWidget() == page) return;
    m_path << m_pages->currentWidget();
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

void StockDesk::goBack() {
    if (auto* front = page()) front->rest();
    m_pages->setCurrentWidget(m_path.isEmpty() ? m_home : m_path.takeLast());
    refresh();
}

void StockDesk::refresh() {
    if (!m_place.session.isOpen()) return;
    if (auto* front = page()) return front->refresh();
    m_home->refresh();
}

void StockDesk::takeScan(const QString& read) {
    if (auto* front = page()) return front->takeScan(read);
    showLife(read);
}

void StockDesk::showLife(const QString& serial) {
    m_life->show(serial);
    goTo(m_life);
}

}  // namespace gui
