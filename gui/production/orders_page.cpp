// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/orders_page.hpp"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "contract/acts_of_orders.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/empty_state.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

constexpr const char* kStages[] = {"received", "cleared",   "prepared", "printed",
                                   "encoded",  "inspected", "released", "cancelled"};

PagedTable::Row rowOf(const Workplace& place, const contract::OrderLine& order) {
    const auto word = [&](const std::string& code) { return shown(place.wording.word(code)); };
    return {shown(order.order),
            {shown(order.order), shown(place.names.of(order.kind)), word(order.stage), word(order.standing),
             word(order.priority), shown(order.due), shown(order.blank), QString::number(order.attempts),
             shown(place.wording.reasons(order.reason).front())}};
}

}  // namespace

OrdersPage::OrdersPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_stage(new QComboBox{this}),
      m_orders(
          new PagedTable{{tr("Orden", "column: number of the order"), tr("Clase", "column: kind of document"),
                          tr("Etapa", "column: stage of the order"), tr("Situación", "column: standing of the order"),
                          tr("Prioridad", "column: priority"), tr("Vence", "column: day on which the order is due"),
                          tr("Pieza", "column: serial of the blank"), tr("Intento", "column: number of the attempt"),
                          tr("Motivo", "column: why it is held or was sent back")},
                         [this](const QString& after, int limit, PagedTable::Arrived arrived) {
                             fetch(after, limit, std::move(arrived));
                         },
                         this}),
      m_view(new QTableView{this}),
      m_nothing(new EmptyState{
          tr("No hay órdenes en esta etapa", "an empty list of orders"),
          tr("Elija otra etapa, o espere a que lleguen órdenes de captura.", "advice at an empty list of orders"),
          this}) {
    layOut();
    connect(m_stage, &QComboBox::currentIndexChanged, this, &OrdersPage::refresh);
    connect(m_orders, &PagedTable::arrived, this, [this] {
        const bool empty = m_orders->rowCount() == 0;
        m_view->setHidden(empty);
        m_nothing->setVisible(empty && !m_orders->isLoading());
    });
}

void OrdersPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* title = new QLabel{tr("Órdenes", "title of the page"), this};
    setRole(*title, "large");
    auto* head = new QHBoxLayout;
    auto* label = new QLabel{tr("Etapa", "label of the choice of a stage"), this};
    label->setBuddy(m_stage);
    m_stage->addItem(tr("Todas", "all stages"), QString{});
    for (const char* stage : kStages) m_stage->addItem(shown(m_place.wording.word(stage)), QString{stage});
    m_stage->setMinimumHeight(kTarget - kGap);
    m_stage->setMinimumWidth(220);
    m_stage->setAccessibleName(label->text());
    head->addWidget(title);
    head->addStretch();
    head->addWidget(label);
    head->addWidget(m_stage);
    m_view->setModel(m_orders);
    m_view->setAccessibleName(title->text());
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kTarget - kSpace);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {130, 190, 105, 105, 105, 95, 100, 85};
    for (int at = 0; at < static_cast<int>(std::size(widths)); ++at) m_view->setColumnWidth(at, widths[at]);
    auto* back = new ActionButton{tr("Volver", "button: back to the work"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, &OrdersPage::left);
    column->addLayout(head);
    for (QWidget* each : std::initializer_list<QWidget*>{m_banner, m_view, m_nothing})
        column->addWidget(each, each == m_banner ? 0 : 1);
    column->addWidget(back, 0, Qt::AlignLeft);
    m_nothing->hide();
}

void OrdersPage::refresh() {
    m_banner->clear();
    m_orders->reload();
    m_view->setFocus();
}

void OrdersPage::fetch(const QString& after, int limit, PagedTable::Arrived arrived) {
    contract::OrderList request;
    if (const auto stage = m_stage->currentData().toString(); !stage.isEmpty()) request.stage = told(stage);
    if (!after.isEmpty()) request.after = told(after);
    request.limit = limit;
    m_place.ask(
        this, request,
        [this, arrived](const contract::OrdersListed& listed) {
            std::vector<PagedTable::Row> rows;
            for (const auto& order : listed.orders) rows.push_back(rowOf(m_place, order));
            arrived(std::move(rows));
        },
        [this, arrived](const Trouble& trouble) {
            m_banner->tell(trouble);
            arrived({});
        });
}

}  // namespace gui
