// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/lots/lots.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "inventory/ledger.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

base::Fault badQuantity(std::int64_t quantity) {
    return {"stock.bad-quantity"_code, {{"quantity", std::to_string(quantity)}}};
}

base::Fault lacks(const LotQuantity& what, const std::string& place, std::int64_t available) {
    return {"stock.lot-lacks"_code,
            {{"item", what.item},
             {"lot", what.lot},
             {"place", place},
             {"quantity", std::to_string(what.quantity)},
             {"available", std::to_string(available)}}};
}

std::int64_t ofLotAt(records::Connection& connection, const LotQuantity& what, const std::string& place) {
    const auto row = connection.queryOne("SELECT quantity FROM stock_lot WHERE item = ?1 AND lot = ?2 AND place = ?3",
                                         {what.item, what.lot, place});
    return row ? row->integer(0) : 0;
}

bool isKnown(records::Connection& connection, const std::string& item, const std::string& lot) {
    return connection.queryOne("SELECT 1 FROM stock_lot WHERE item = ?1 AND lot = ?2", {item, lot}).has_value();
}

/// What the place is; none where there is no such place, or it is outside or closed.
std::optional<std::string> kindOf(records::Connection& connection, const std::string& place) {
    const auto row =
        connection.queryOne("SELECT kind FROM stock_place WHERE id = ?1 AND active = 1 AND kind <> 'outside'", {place});
    if (!row) return std::nullopt;
    return row->text(0);
}

/// Whether the workstation would hold more than a shift may need (control 5).
std::optional<base::Fault> faultOfShiftLimit(records::Connection& connection, const Item& item, std::int64_t quantity,
                                             const std::string& place) {
    const auto unused = connection
                            .queryOne("SELECT coalesce(sum(quantity), 0) FROM stock_lot WHERE item = ?1 AND place = ?2",
                                      {item.id, place})
                            ->integer(0);
    if (quantity <= item.shiftLimit - unused) return std::nullopt;
    return base::Fault{"stock.above-shift-limit"_code,
                       {{"quantity", std::to_string(quantity)},
                        {"unused", std::to_string(unused)},
                        {"limit", std::to_string(item.shiftLimit)}}};
}

bool isGuarded(records::Connection& connection, const std::string& place) {
    return connection.queryOne("SELECT 1 FROM stock_place WHERE id = ?1 AND guarded = 1", {place}).has_value();
}

}  // namespace

/// One row of the ledger of lots; no place is outside.
struct Lots::Entry {
    std::string_view event;
    LotQuantity what;
    std::string from;
    std::string to;
    std::string reference = {};
    std::string reason = {};
};

void Lots::enter(records::Transaction& tx, const records::Author& author, const Entry& entry) const {
    tx.connection().execute(
        "INSERT INTO stock_lot_movement (time, event, person, second, workstation, item, lot, quantity, from_place, "
        "to_place, reference, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        {base::formatTimestamp(m_clock.now()), std::string{entry.event}, author.person.text(),
         author.approver ? records::orNull(author.approver->text()) : records::Value{}, author.workstation.text(),
         entry.what.item, entry.what.lot, entry.what.quantity, records::orNull(entry.from), records::orNull(entry.to),
         records::orNull(entry.reference), entry.reason});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "stock.lot-" + std::string{entry.event},
                              "lot",
                              entry.what.item + " " + entry.what.lot,
                              entry.reason,
                              {{"quantity", std::to_string(entry.what.quantity)},
                               {"from", entry.from},
                               {"to", entry.to},
                               {"reference", entry.reference}}});
}

base::Result<const Item*> Lots::counted(std::string_view item) const {
    const Item* kind = m_catalogue.find(item);
    if (kind == nullptr) return base::Fault{"stock.unknown-item"_code, {{"item", std::string{item}}}};
    if (!kind->isCounted()) return base::Fault{"stock.item-serialised"_code, {{"item", kind->id}}};
    return kind;
}

std::vector<base::Fault> Lots::faultsOfReceipt(records::Connection& connection,
                                               const std::vector<LotQuantity>& lots) const {
    std::vector<base::Fault> faults;
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& lot : lots) {
        const base::Fault unnumbered{"stock.lot-without-number"_code, {{"item", lot.item}}};
        if (const auto item = counted(lot.item); !item) faults.push_back(item.refusal().first());
        if (lot.quantity <= 0) faults.push_back(badQuantity(lot.quantity));
        if (lot.lot.empty())
            faults.push_back(unnumbered);
        else if (!seen.emplace(lot.item, lot.lot).second)
            faults.push_back({"stock.lot-twice"_code, {{"item", lot.item}, {"lot", lot.lot}}});
        else if (isKnown(connection, lot.item, lot.lot))
            faults.push_back({"stock.lot-known"_code, {{"item", lot.item}, {"lot", lot.lot}}});
    }
    return faults;
}

base::Outcome Lots::receive(records::Transaction& tx, const records::Author& author,
                            const std::vector<LotQuantity>& lots, std::string_view place,
                            const std::string& reference) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const std::string here{place};
    std::set<std::string> items;
    for (const auto& lot : lots) items.insert(lot.item);
    for (const auto& item : items) lockPlaces(tx.connection(), item, {here});
    if (auto faults = faultsOfReceipt(tx.connection(), lots); !faults.empty()) return base::Refusal{std::move(faults)};
    for (const auto& lot : lots) enter(tx, author, {"receive", lot, "", here, reference});
    return {};
}

base::Outcome Lots::move(records::Transaction& tx, const records::Author& author, const LotQuantity& what,
                         const std::string& from, const std::string& to, const std::string& reference) const {
    const auto item = counted(what.item);
    if (!item) return item.refusal();
    if (what.quantity <= 0) return badQuantity(what.quantity);
    auto& connection = tx.connection();
    const auto kind = kindOf(connection, to);
    if (!kind || from == to) return base::Fault{"stock.unknown-place"_code, {{"place", to}}};
    if (!(*item)->mayBeHeldBy(*kind))
        return base::Fault{"stock.not-held-there"_code, {{"item", what.item}, {"place", to}}};
    lockPlaces(connection, what.item, {from, to});
    if (const auto here = ofLotAt(connection, what, from); here < what.quantity) return lacks(what, from, here);
    if (*kind == "workstation")
        if (const auto fault = faultOfShiftLimit(connection, **item, what.quantity, to)) return *fault;
    if (isGuarded(connection, from))
        if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    enter(tx, author, {"move", what, from, to, reference});
    return {};
}

base::Result<std::vector<LotQuantity>> Lots::consume(records::Transaction& tx, const records::Author& author,
                                                     const records::WorkstationId& workstation, std::string_view item,
                                                     std::int64_t quantity, const std::string& reference) const {
    const auto kind = counted(item);
    if (!kind) return kind.refusal();
    if (quantity <= 0) return badQuantity(quantity);
    auto& connection = tx.connection();
    const std::string here = placeOf(workstation);
    lockPlaces(connection, (*kind)->id, {here});
    std::vector<LotQuantity> used;
    std::int64_t left = quantity;
    const auto lotsHere = connection.query(
        "SELECT l.lot, l.quantity FROM stock_lot l JOIN stock_lot_movement m ON m.item = l.item AND m.lot = l.lot AND "
        "m.event = 'receive' WHERE l.item = ?1 AND l.place = ?2 AND l.quantity > 0 ORDER BY m.id",
        {(*kind)->id, here});
    for (const auto& row : lotsHere) {
        const std::int64_t some = std::min(left, row.integer(1));
        if (some > 0) used.push_back({(*kind)->id, row.text(0), some});
        left -= some;
    }
    if (left > 0) return lacks({(*kind)->id, "", quantity}, here, quantity - left);
    for (const auto& lot : used) enter(tx, author, {"consume", lot, here, "", reference});
    return used;
}

base::Outcome Lots::adjust(records::Transaction& tx, const records::Author& author, const LotQuantity& counted,
                           const std::string& place, const std::string& reason) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (const auto item = this->counted(counted.item); !item) return item.refusal();
    if (counted.quantity < 0) return badQuantity(counted.quantity);
    if (reason.empty()) return base::Fault{"stock.reason-missing"_code};
    auto& connection = tx.connection();
    if (!kindOf(connection, place)) return base::Fault{"stock.unknown-place"_code, {{"place", place}}};
    lockPlaces(connection, counted.item, {place});
    if (!isKnown(connection, counted.item, counted.lot))
        return base::Fault{"stock.lot-unknown"_code, {{"item", counted.item}, {"lot", counted.lot}}};
    const std::int64_t difference = counted.quantity - ofLotAt(connection, counted, place);
    const LotQuantity what{counted.item, counted.lot, std::abs(difference)};
    if (difference < 0) enter(tx, author, {"adjust", what, place, "", "", reason});
    if (difference > 0) enter(tx, author, {"adjust", what, "", place, "", reason});
    return {};
}

std::int64_t Lots::quantityAt(records::Connection& connection, std::string_view item, const std::string& place) const {
    return connection
        .queryOne("SELECT coalesce(sum(quantity), 0) FROM stock_lot WHERE place = ?1 AND item = ?2",
                  {place, std::string{item}})
        ->integer(0);
}

std::vector<LotBalance> Lots::atWorkstations(records::Connection& connection) const {
    std::vector<LotBalance> balances;
    for (const auto& row : connection.query("SELECT l.item, l.place, sum(l.quantity) FROM stock_lot l JOIN stock_place "
                                            "p ON p.id = l.place WHERE p.kind "
                                            "= 'workstation' GROUP BY l.item, l.place ORDER BY l.place, l.item"))
        balances.push_back({row.text(0), "", row.text(1), row.integer(2), 0});
    return balances;
}

std::vector<LotBalance> Lots::balance(records::Connection& connection) const {
    std::map<std::tuple<std::string, std::string, std::string>, LotBalance> lines;
    const auto lineOf = [&](const records::Row& row) -> LotBalance& {
        return lines
            .try_emplace({row.text(0), row.text(1), row.text(2)},
                         LotBalance{row.text(0), row.text(1), row.text(2), 0, 0})
            .first->second;
    };
    connection.forEach("SELECT item, lot, place, quantity FROM stock_lot", {}, [&](const records::Row& row) {
        auto& line = lineOf(row);
        line.quantity = row.integer(3);
        line.unexplained += row.integer(3);
    });
    connection.forEach(
        "SELECT item, lot, place, sum(quantity) FROM (SELECT item, lot, to_place AS place, quantity FROM "
        "stock_lot_movement WHERE to_place IS NOT NULL UNION ALL SELECT item, lot, from_place, -quantity FROM "
        "stock_lot_movement WHERE from_place IS NOT NULL) AS entries GROUP BY item, lot, place",
        {}, [&](const records::Row& row) { lineOf(row).unexplained -= row.integer(3); });
    std::vector<LotBalance> found;
    for (auto& [key, line] : lines) {
        line.unexplained = std::abs(line.unexplained);
        if (line.quantity != 0 || line.unexplained != 0) found.push_back(std::move(line));
    }
    return found;
}

}  // namespace inventory
