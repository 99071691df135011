// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/order_awaits.hpp"

#include "issuance/line/document_inspection.hpp"

namespace issuance {
namespace {

using contract::OrderAwaits;

/// Of an order that is ready for its next step.
std::string wishOfReady(const House& house, records::Connection& connection, const Task& task) {
    if (task.step != Step::Release) return "again";
    const auto document = house.documents->ofOrder(connection, task.order);
    return document && house.documents->pageAwaitsEyes(connection, document->id) ? "look" : "release";
}

std::string wishOf(const House& house, records::Connection& connection, const Task& task,
                   const std::string& holdReason) {
    switch (task.position.standing) {
        case Standing::Ready: return wishOfReady(house, connection, task);
        case Standing::Claimed:
        case Standing::Acting: return "wait";
        case Standing::InDoubt: return "resolve";
        case Standing::Held: return holdReason == refusedByLooks().name() ? "override" : "unhold";
        case Standing::Ended: return "nothing";
    }
    return "nothing";
}

}  // namespace

OrderAwaits awaitsOf(const House& house, records::Connection& connection, const ProductionOrderId& order,
                     const std::vector<contract::FaultLine>& setAside) {
    const auto task = house.queue->find(connection, order).value();
    const auto row = connection.queryOne("SELECT hold_reason FROM line_task WHERE order_id = ?1", {order.text()});
    const auto document = house.documents->ofOrder(connection, order);
    OrderAwaits awaits{order.text(),
                       std::string{nameOf(task.position.stage)},
                       std::string{nameOf(task.position.standing)},
                       document ? document->number.text() : std::string{},
                       {}};
    awaits.holdReason = row->text(0);
    awaits.wish = wishOf(house, connection, task, awaits.holdReason);
    if (awaits.wish == "again") awaits.reasons = setAside;
    return awaits;
}

}  // namespace issuance
