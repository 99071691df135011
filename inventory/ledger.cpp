// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/ledger.hpp"

#include <algorithm>
#include <bit>

namespace inventory {
namespace {

const std::vector<std::string>& columns() {
    static const std::vector<std::string> names{"time",       "event",        "person",      "second",   "workstation",
                                                "item",       "first_number", "last_number", "quantity", "span",
                                                "from_place", "from_state",   "to_place",    "to_state", "reference",
                                                "cause",      "detail"};
    return names;
}

records::Values rowOf(const Act& act, const Movement& movement) {
    const auto& author = act.author;
    return {base::formatTimestamp(act.time),
            std::string{act.event},
            author.person.text(),
            author.approver ? records::orNull(author.approver->text()) : records::Value{},
            author.workstation.text(),
            movement.range.item,
            movement.range.first,
            movement.range.last,
            movement.range.quantity(),
            spanOf(movement.range.quantity()),
            movement.from.place,
            movement.from.state,
            movement.to.place,
            movement.to.state,
            records::orNull(act.reference),
            records::orNull(act.cause),
            movement.detail};
}

void enterOne(records::Connection& connection, const Act& act, const Movement& movement) {
    connection.execute(
        "INSERT INTO stock_movement (time, event, person, second, workstation, item, first_number, last_number, "
        "quantity, span, from_place, from_state, to_place, to_state, reference, cause, detail) VALUES (?1, ?2, ?3, ?4, "
        "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        rowOf(act, movement));
}

}  // namespace

std::string placeOf(const records::WorkstationId& workstation) { return "workstation:" + workstation.text(); }

void knowWorkstation(records::Connection& connection, const records::WorkstationId& workstation,
                     std::string_view vault) {
    connection.execute(
        "INSERT INTO stock_place (id, kind, name, site, guarded) VALUES (?1, 'workstation', ?2, (SELECT site FROM "
        "stock_place WHERE id = ?3), 0) ON CONFLICT DO NOTHING",
        {placeOf(workstation), workstation.text(), std::string{vault}});
}

std::int64_t spanOf(std::int64_t quantity) {
    return static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(quantity) - 1));
}

void enterMovements(records::Connection& connection, const Act& act, const std::vector<Movement>& movements) {
    if (movements.size() == 1) return enterOne(connection, act, movements.front());
    if (movements.empty()) return;
    auto next = movements.begin();
    connection.insertMany("stock_movement", columns(), [&](records::Values& values) {
        if (next == movements.end()) return false;
        values = rowOf(act, *next++);
        return true;
    });
}

void lockPlaces(records::Connection& connection, std::string_view item, std::vector<std::string> places) {
    if (connection.engine() != records::Engine::Postgresql) return;
    std::sort(places.begin(), places.end());
    for (const auto& place : places)
        connection.query("SELECT 1 FROM (SELECT stock_lock(?1, ?2)) AS held", {std::string{item}, place});
}

}  // namespace inventory
