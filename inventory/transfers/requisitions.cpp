// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/transfers/requisitions.hpp"

#include "inventory/holdings.hpp"
#include "inventory/number_series.hpp"
#include "inventory/places/places.hpp"
#include "inventory/stock_blank.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::string_view kColumns =
    "SELECT id, place, item, quantity, reason, stage, requested_at, requested_by, decided_at, decided_by, transfer, "
    "(SELECT coalesce(sum(m.quantity), 0) FROM stock_lot_movement m WHERE m.reference = 'requisition:' || "
    "stock_requisition.id) FROM stock_requisition";

Requisition requisitionFrom(const records::Row& row) {
    return {row.text(0), row.text(1), row.text(2),        row.integer(3),     row.text(4),         row.text(5),
            row.text(6), row.text(7), row.textOrEmpty(8), row.textOrEmpty(9), row.textOrEmpty(10), row.integer(11)};
}

std::int64_t countedAt(records::Connection& connection, const std::string& item, const std::string& place) {
    return connection
        .queryOne("SELECT coalesce(sum(quantity), 0) FROM stock_lot WHERE item = ?1 AND place = ?2", {item, place})
        ->integer(0);
}

/// Of what is counted: approved for the place and not moved to it yet.
std::int64_t owedTo(const std::vector<Requisition>& asked, const std::string& place, const std::string& item) {
    std::int64_t owed = 0;
    for (const auto& each : asked)
        if (each.place == place && each.item == item && each.stage == "approved") owed += each.quantity - each.moved;
    return owed;
}

/// Blanks of transfers to the place that have not arrived.
std::int64_t onTheWayTo(records::Connection& connection, const std::string& place, const std::string& item) {
    return connection
        .queryOne(
            "SELECT coalesce(sum(r.last_number - r.first_number + 1), 0) FROM stock_transfer t JOIN "
            "stock_transfer_range "
            "r ON r.transfer = t.id WHERE t.to_place = ?1 AND r.item = ?2 AND t.state = 'usable' AND t.stage IN "
            "('prepared', 'approved', 'sealed', 'dispatched')",
            {place, item})
        ->integer(0);
}

}  // namespace

base::Outcome Requisitions::setMinimum(records::Transaction& tx, const records::Author& author, std::string_view place,
                                       std::string_view item, std::int64_t least) const {
    auto& connection = tx.connection();
    const std::string where{place};
    const std::string what{item};
    std::vector<base::Fault> faults;
    if (least < 0) faults.push_back({"stock.bad-quantity"_code, {{"quantity", std::to_string(least)}}});
    if (m_catalogue.find(item) == nullptr) faults.push_back({"stock.unknown-item"_code, {{"item", what}}});
    if (!connection.queryOne("SELECT 1 FROM stock_place WHERE id = ?1", {where}))
        faults.push_back({"custody.unknown-place"_code, {{"place", where}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    connection.execute(
        "INSERT INTO stock_minimum (place, item, least) VALUES (?1, ?2, ?3) ON CONFLICT (place, item) DO UPDATE SET "
        "least = excluded.least",
        {where, what, least});
    records::appendToJournal(
        tx, m_clock, {author, "minimum.set", "place", where, {}, {{"item", what}, {"least", std::to_string(least)}}});
    return {};
}

std::vector<Minimum> Requisitions::minimums(records::Connection& connection) const {
    std::vector<Minimum> found;
    for (const auto& row :
         connection.query("SELECT place, item, least FROM stock_minimum WHERE least > 0 ORDER BY place, item"))
        found.push_back({row.text(0), row.text(1), row.integer(2), 0, 0});
    const auto asked = list(connection);
    for (auto& minimum : found) {
        if (const Item* item = m_catalogue.find(minimum.item); item != nullptr && item->isCounted()) {
            minimum.usable = countedAt(connection, minimum.item, minimum.place);
            minimum.onTheWay = owedTo(asked, minimum.place, minimum.item);
            continue;
        }
        minimum.usable = quantityIn(connection, minimum.item, {minimum.place, std::string{state::kUsable}});
        minimum.onTheWay = onTheWayTo(connection, minimum.place, minimum.item);
    }
    return found;
}

base::Result<Requisition> Requisitions::create(records::Transaction& tx, const records::Author& author,
                                               const NewRequisition& fresh) const {
    auto& connection = tx.connection();
    const Item* item = m_catalogue.find(fresh.item);
    std::vector<base::Fault> faults;
    if (item == nullptr) faults.push_back({"stock.unknown-item"_code, {{"item", fresh.item}}});
    if (fresh.quantity <= 0)
        faults.push_back({"stock.bad-quantity"_code, {{"quantity", std::to_string(fresh.quantity)}}});
    if (faults.empty()) faults = faultsOfArrival(connection, fresh.place, *item, fresh.quantity);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto now = m_clock.now();
    const Requisition asked{nextNumber(tx, "RQ", now),
                            fresh.place,
                            fresh.item,
                            fresh.quantity,
                            fresh.reason,
                            "open",
                            base::formatTimestamp(now),
                            author.person.text(),
                            {},
                            {},
                            {},
                            0};
    connection.execute(
        "INSERT INTO stock_requisition (id, place, item, quantity, reason, stage, requested_at, requested_by) VALUES "
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        {asked.id, asked.place, asked.item, asked.quantity, asked.reason, asked.stage, asked.requestedAt,
         asked.requestedBy});
    records::appendToJournal(
        tx, m_clock,
        {author,
         "requisition.create",
         "requisition",
         asked.id,
         {},
         {{"place", asked.place}, {"item", asked.item}, {"quantity", std::to_string(asked.quantity)}}});
    return asked;
}

base::Result<Requisition> Requisitions::lock(records::Connection& connection, std::string_view id) const {
    connection.queryOne(
        std::string{"SELECT id FROM stock_requisition WHERE id = ?1"} += lockWords(connection, " FOR UPDATE"),
        {std::string{id}});
    return find(connection, id);
}

base::Result<Requisition> Requisitions::lockOpen(records::Connection& connection, std::string_view id) const {
    auto found = lock(connection, id);
    if (found && found->stage != "open")
        return base::Fault{"requisition.decided"_code, {{"requisition", found->id}, {"stage", found->stage}}};
    return found;
}

void Requisitions::decide(records::Transaction& tx, const records::Author& author, const Requisition& decided,
                          const std::string& reason) const {
    tx.connection().execute(
        "UPDATE stock_requisition SET stage = ?2, decided_at = ?3, decided_by = ?4, transfer = ?5 WHERE id = ?1",
        {decided.id, decided.stage, base::formatTimestamp(m_clock.now()), author.person.text(),
         records::orNull(decided.transfer)});
    records::appendToJournal(tx, m_clock,
                             {author,
                              decided.stage == "approved" ? "requisition.approve" : "requisition.refuse",
                              "requisition",
                              decided.id,
                              reason,
                              {{"transfer", decided.transfer}}});
}

/// The transfer's number; none for what is counted.
base::Result<std::string> Requisitions::prepared(records::Transaction& tx, const records::Author& author,
                                                 const Requisition& asked, const std::string& from) const {
    if (const Item* item = m_catalogue.find(asked.item); item != nullptr && item->isCounted()) {
        const auto here = countedAt(tx.connection(), asked.item, from);
        if (here >= asked.quantity) return std::string{};
        return base::Fault{"stock.lot-lacks"_code,
                           {{"item", asked.item},
                            {"lot", ""},
                            {"place", from},
                            {"quantity", std::to_string(asked.quantity)},
                            {"available", std::to_string(here)}}};
    }
    const auto transfer = Transfers{m_catalogue, m_clock}.prepare(
        tx, author,
        {from, asked.place, std::string{state::kUsable}, {}, asked.item, asked.quantity, asked.reason, asked.id});
    if (!transfer) return transfer.refusal();
    return transfer->id;
}

base::Result<Requisition> Requisitions::approve(records::Transaction& tx, const records::Author& author,
                                                std::string_view id, const std::string& from) const {
    auto asked = lockOpen(tx.connection(), id);
    if (!asked) return asked;
    if (asked->requestedBy == author.person.text())
        return base::Fault{"requisition.own-approval"_code, {{"requisition", asked->id}}};
    auto transfer = prepared(tx, author, *asked, from);
    if (!transfer) return transfer.refusal();
    asked->stage = "approved";
    asked->transfer = std::move(transfer).value();
    decide(tx, author, *asked, {});
    return find(tx.connection(), id);
}

base::Outcome Requisitions::refuse(records::Transaction& tx, const records::Author& author, std::string_view id,
                                   const std::string& reason) const {
    auto asked = lockOpen(tx.connection(), id);
    if (!asked) return asked.refusal();
    asked->stage = "refused";
    decide(tx, author, *asked, reason);
    return {};
}

base::Outcome Requisitions::checkAnswer(records::Transaction& tx, std::string_view id, const LotQuantity& what,
                                        const std::string& to) const {
    const auto asked = lock(tx.connection(), id);
    if (!asked) return asked.refusal();
    if (asked->stage != "approved")
        return base::Fault{"requisition.not-approved"_code, {{"requisition", asked->id}, {"stage", asked->stage}}};
    const auto wanted = asked->quantity - asked->moved;
    if (asked->item == what.item && asked->place == to && what.quantity <= wanted) return {};
    return base::Fault{"requisition.asks-otherwise"_code,
                       {{"requisition", asked->id},
                        {"item", asked->item},
                        {"place", asked->place},
                        {"quantity", std::to_string(wanted)}}};
}

std::vector<Requisition> Requisitions::list(records::Connection& connection) const {
    std::vector<Requisition> found;
    for (const auto& row : connection.query(std::string{kColumns} + " ORDER BY id"))
        found.push_back(requisitionFrom(row));
    return found;
}

base::Result<Requisition> Requisitions::find(records::Connection& connection, std::string_view id) const {
    const auto row = connection.queryOne(std::string{kColumns} + " WHERE id = ?1", {std::string{id}});
    if (!row) return base::Fault{"requisition.unknown"_code, {{"requisition", std::string{id}}}};
    return requisitionFrom(*row);
}

}  // namespace inventory
