// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/orders_page.hpp"

#include <QVBoxLayout>

#include "gui/widgets/action_button.hpp"
#include "gui/widgets/order_list.hpp"

namespace gui {

OrdersPage::OrdersPage(const Workplace& place, QWidget* parent) : QWidget(parent), m_list(makeOrderList(place, this)) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    auto* back = new ActionButton{tr("Volver", "button: back to the work"), Qt::Key_Escape};
    connect(back, &QPushButton::clicked, this, &OrdersPage::left);
    m_list->actions().insertWidget(0, back);
}

void OrdersPage::refresh() {
    m_list->refresh();
    m_list->focusRows();
}

}  // namespace gui
