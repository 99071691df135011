// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/supervision_desk.hpp"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_planning.hpp"
#include "contract/acts_of_reports.hpp"
#include "gui/production/doubts_page.hpp"
#include "gui/supervision/alarms.hpp"
#include "gui/supervision/case_list.hpp"
#include "gui/supervision/case_page.hpp"
#include "gui/supervision/line_page.hpp"
#include "gui/supervision/line_watch.hpp"
#include "gui/supervision/order_page.hpp"
#include "gui/supervision/plan_page.hpp"
#include "gui/supervision/reports_page.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/order_list.hpp"

namespace gui {
namespace {

/// What may be watched by whoever looks at orders, stock and cases; who may not is not told of it.
std::vector<std::string> topicsFor(const Session& session) {
    std::vector<std::string> topics{"line"};
    if (session.may<contract::CaseList>()) topics.emplace_back("cases");
    if (session.may<contract::StockForecast>()) topics.emplace_back("stock");
    if (session.may<contract::PkiStatus>()) topics.emplace_back("keys");
    return topics;
}

}  // namespace

SupervisionDesk::SupervisionDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent),
      m_alarms(new Alarms{place, this}),
      m_tabs(new QHBoxLayout),
      m_pages(new QStackedWidget{this}),
      m_line(new LinePage{place, this}),
      m_orders(makeOrderList(place, this)),
      m_order(new OrderPage{place, this}),
      m_doubts(new DoubtsPage{place, this}),
      m_cases(makeCaseList(place, this)),
      m_case(new CasePage{place, this}),
      m_plan(new PlanPage{place, this}),
      m_reports(new ReportsPage{place, this}),
      m_watch(new LineWatch{place, topicsFor(place.session), this}) {
    layOut();
    addPages();
    follow();
    m_doubts->showDoubts({});
    show(m_line);
}

void SupervisionDesk::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kSpace, kGap, kSpace, kGap);
    column->setSpacing(kGap);
    column->addWidget(m_alarms);
    m_tabs->setSpacing(kGap);
    column->addLayout(m_tabs);
    column->addWidget(m_pages, 1);
}

void SupervisionDesk::addPage(const QString& title, Qt::Key key, bool may, QWidget* page, std::function<void()> open) {
    m_pages->addWidget(page);
    if (!may) return;
    auto* tab = new ActionButton{title, Qt::CTRL | key};
    tab->setCheckable(true);
    setRole(*tab, "tab");
    connect(tab, &QPushButton::clicked, this, [this, page, open] {
        show(page);
        open();
    });
    m_tabs->addWidget(tab);
    m_shown.emplace_back(page, tab);
}

void SupervisionDesk::addPages() {
    const auto& session = m_place.session;
    addPage(tr("Línea", "tab: the line as it is now"), Qt::Key_1, true, m_line, [this] { m_line->refresh(); });
    addPage(tr("Órdenes", "tab: the list of orders"), Qt::Key_2, true, m_orders, [this] {
        m_orders->refresh();
        m_orders->focusRows();
    });
    addPage(tr("Dudas", "tab: orders in doubt"), Qt::Key_3, session.may<contract::LineResolve>(), m_doubts,
            [this] { openDoubts(); });
    addPage(tr("Casos", "tab: cases"), Qt::Key_4, session.may<contract::CaseList>(), m_cases, [this] {
        m_cases->refresh();
        m_cases->focusRows();
    });
    addPage(tr("Plan", "tab: what will be ready when"), Qt::Key_5, session.may<contract::LinePlan>(), m_plan,
            [this] { m_plan->refresh(); });
    addPage(tr("Informes", "tab: reports"), Qt::Key_6, session.may<contract::ReportLine>(), m_reports,
            [this] { m_reports->refresh(); });
    m_tabs->addStretch();
    m_pages->addWidget(m_order);
    m_pages->addWidget(m_case);
}

void SupervisionDesk::follow() {
    connect(m_line, &LinePage::looked, m_alarms, &Alarms::showLine);
    connect(m_line, &LinePage::stageWanted, this, [this](const QString& stage) {
        m_orders->choose("stage", stage);
        show(m_orders);
        m_orders->refresh();
        m_orders->focusRows();
    });
    connect(m_orders, &ListView::opened, this, &SupervisionDesk::openOrder);
    connect(m_orders, &ListView::listed, this, [this] {
        if (m_scanned.isEmpty() || m_orders->rows().query().text != m_scanned) return;
        m_scanned.clear();
        if (m_orders->rows().rowCount() == 1) openOrder(m_orders->rows().row(0).key);
    });
    connect(m_order, &OrderPage::left, this, [this] {
        show(m_orders);
        m_orders->refresh();
        m_orders->focusRows();
    });
    connect(m_doubts, &DoubtsPage::resolved, this, &SupervisionDesk::openDoubts);
    connect(m_doubts, &DoubtsPage::left, this, [this] {
        show(m_line);
        m_line->refresh();
    });
    connect(m_cases, &ListView::opened, this, [this](const QString& number) {
        show(m_case);
        m_case->showCase(number);
    });
    connect(m_case, &CasePage::left, this, [this] {
        show(m_cases);
        m_cases->refresh();
        m_cases->focusRows();
    });
    connect(m_watch, &LineWatch::changed, this, &SupervisionDesk::look);
}

// A page of one order or case belongs to the list that it was opened from.
void SupervisionDesk::show(QWidget* page) {
    m_pages->setCurrentWidget(page);
    const QWidget* of = page == m_order ? m_orders : page == m_case ? m_cases : page;
    for (const auto& [each, tab] : m_shown) tab->setChecked(each == of);
}

void SupervisionDesk::refresh() {
    if (!m_place.session.isOpen()) return;
    m_watch->begin();
    m_alarms->refresh();
    m_line->begin();
    auto* page = m_pages->currentWidget();
    if (page == m_orders) m_orders->refresh();
    if (page == m_cases) m_cases->refresh();
}

// Nobody looks while the window is locked or another desk is in front; a refresh comes before they do again.
void SupervisionDesk::look(const QSet<QString>& topics) {
    if (!isVisible()) return;
    if (topics.contains("line")) m_line->refresh();
    if (topics.contains("cases") || topics.contains("stock") || topics.contains("keys")) m_alarms->refresh();
    auto* page = m_pages->currentWidget();
    if (page == m_orders && topics.contains("line")) m_orders->refresh();
    if (page == m_order && topics.contains("line")) m_order->refresh();
    if (page == m_cases && topics.contains("cases")) m_cases->refresh();
}

void SupervisionDesk::openOrder(const QString& order) {
    show(m_order);
    m_order->showOrder(order);
}

void SupervisionDesk::openDoubts() {
    show(m_doubts);
    m_place.ask(
        this, contract::LineStatus{},
        [this](const contract::LineStatusTold& status) { m_doubts->showDoubts(status.inDoubt); },
        [this](const Trouble&) {
            show(m_line);
            m_line->refresh();  // where it is said what keeps it
        });
}

// What is read is looked for among the orders, wherever the person is; the only one that it fits is opened.
void SupervisionDesk::takeScan(const QString& read) {
    if (m_pages->currentWidget() == m_doubts) return m_doubts->takeScan(read);
    if (m_pages->currentWidget() == m_cases) return m_cases->narrow(read);
    show(m_orders);
    m_orders->choose("stage", {});
    m_orders->choose("standing", {});
    m_scanned = read.trimmed();
    m_orders->narrow(m_scanned);
    m_orders->focusRows();
}

}  // namespace gui
