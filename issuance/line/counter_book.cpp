// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/counter_book.hpp"

#include <optional>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Connection;

struct Kept {
    Position position;
    std::optional<Step> step;
    std::string blankAt, counter;
};

base::Result<Kept> keptNow(Connection& connection, const ProductionOrderId& order) {
    const auto row = connection.queryOne(
        "SELECT stage, standing, chip, chip_first, workstation, counter FROM line_task WHERE order_id = ?1",
        {order.text()});
    if (!row) return base::Fault{"order.unknown"_code, {{"order", order.text()}}};
    const Position position{stageNamed(row->text(0)).value(), standingNamed(row->text(1)).value()};
    return Kept{position, stepAfter(position.stage, routeIn(*row, 2)), row->text(4), row->text(5)};
}

bool isWorkstation(Connection& connection, const records::WorkstationId& workstation) {
    return connection.queryOne("SELECT 1 FROM workstation WHERE id = ?1", {workstation.text()}).has_value();
}

/// What stands against keeping it there.
std::optional<base::Fault> faultOf(const Kept& kept, const ProductionOrderId& order,
                                   const records::WorkstationId& workstation) {
    if (!kept.step)
        return base::Fault{"order.ended-already"_code,
                           {{"order", order.text()}, {"stage", std::string{nameOf(kept.position.stage)}}}};
    const bool elsewhere = !kept.blankAt.empty() && kept.blankAt != workstation.text();
    if (elsewhere && isAtTheBlank(kept.position.stage, *kept.step))
        return base::Fault{"line.blank-elsewhere"_code, {{"order", order.text()}, {"workstation", kept.blankAt}}};
    return std::nullopt;
}

}  // namespace

base::Outcome CounterBook::keep(records::Transaction& transaction, const records::Author& author,
                                const ProductionOrderId& order, const records::WorkstationId& workstation,
                                const std::string& reason) const {
    auto& connection = transaction.connection();
    const auto before = keptNow(connection, order);
    if (!before) return before.refusal();
    if (reason.empty()) return base::Fault{"order.counter-reason-missing"_code};
    if (!isWorkstation(connection, workstation))
        return base::Fault{"people.unknown-workstation"_code, {{"workstation", workstation.text()}}};
    // Written before it is looked at, so that no station takes the order to another blank meanwhile.
    connection.execute("UPDATE line_task SET counter = ?2, counter_by = ?3 WHERE order_id = ?1",
                       {order.text(), workstation.text(), author.person.text()});
    if (const auto fault = faultOf(*keptNow(connection, order), order, workstation)) return *fault;
    appendToJournal(transaction, m_clock,
                    {author,
                     "order.counter",
                     "order",
                     order.text(),
                     reason,
                     {{"workstation", workstation.text()}, {"workstation_was", before->counter}}});
    return {};
}

base::Outcome CounterBook::letGo(records::Transaction& transaction, const records::Author& author,
                                 const ProductionOrderId& order, const std::string& reason) const {
    const auto kept = keptNow(transaction.connection(), order);
    if (!kept) return kept.refusal();
    if (reason.empty()) return base::Fault{"order.counter-reason-missing"_code};
    if (kept->counter.empty()) return base::Fault{"order.not-at-counter"_code, {{"order", order.text()}}};
    transaction.connection().execute("UPDATE line_task SET counter = '', counter_by = '' WHERE order_id = ?1",
                                     {order.text()});
    appendToJournal(transaction, m_clock,
                    {author, "order.counter-end", "order", order.text(), reason, {{"workstation_was", kept->counter}}});
    return {};
}

records::WorkstationId CounterBook::workstationOf(Connection& connection, const ProductionOrderId& order) const {
    const auto row = connection.queryOne("SELECT counter FROM line_task WHERE order_id = ?1", {order.text()});
    return records::WorkstationId{row ? row->text(0) : std::string{}};
}

std::optional<base::Fault> CounterBook::faultOfMaking(Connection& connection, const records::Author& author,
                                                      const ProductionOrderId& order) const {
    const auto row =
        connection.queryOne("SELECT counter, counter_by FROM line_task WHERE order_id = ?1", {order.text()});
    if (!row || row->text(0) != author.workstation.text())
        return base::Fault{"line.not-at-counter"_code,
                           {{"order", order.text()}, {"workstation", author.workstation.text()}}};
    if (row->text(1) == author.person.text()) return base::Fault{"line.kept-by-maker"_code, {{"order", order.text()}}};
    return std::nullopt;
}

std::vector<CounterOrder> CounterBook::all(Connection& connection) const {
    std::vector<CounterOrder> orders;
    for (const auto& row : connection.query(
             "SELECT order_id, counter, stage, standing FROM line_task WHERE counter <> '' AND standing <> "
             "'ended' ORDER BY counter, order_id"))
        orders.push_back({ProductionOrderId{row.text(0)},
                          records::WorkstationId{row.text(1)},
                          {stageNamed(row.text(2)).value(), standingNamed(row.text(3)).value()}});
    return orders;
}

}  // namespace issuance
