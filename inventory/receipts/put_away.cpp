// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "base/failure.hpp"
#include "inventory/receipts/boxes.hpp"
#include "inventory/receipts/delivery_rows.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

using namespace base::literals;

std::set<std::string> itemsOf(const std::vector<AnnouncedRange>& ranges) {
    std::set<std::string> items;
    for (const auto& range : ranges) items.insert(range.range.item);
    return items;
}

std::vector<LotQuantity> wholeLots(const std::vector<AnnouncedLot>& lots) {
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    for (const auto& lot : lots) sums[{lot.what.item, lot.what.lot}] += lot.what.quantity;
    std::vector<LotQuantity> whole;
    for (const auto& [name, quantity] : sums) whole.push_back({name.first, name.second, quantity});
    return whole;
}

/// One movement a range, so that the box it came in is known of every serial.
std::vector<Movement> movementsInto(const std::string& vault, const std::vector<AnnouncedRange>& ranges) {
    const Account from{std::string{place::kSupplier}, std::string{state::kNone}};
    const Account to{vault, std::string{state::kUsable}};
    std::vector<Movement> movements;
    for (const auto& range : ranges)
        movements.push_back({range.range, from, to, range.box.empty() ? "" : "box " + range.box});
    return movements;
}

std::vector<Box> boxesOf(const std::vector<AnnouncedRange>& ranges) {
    std::vector<Box> boxes;
    for (const auto& range : ranges) boxes.push_back({range.box, range.range, range.seal});
    return boxes;
}

}  // namespace

base::Outcome Deliveries::checkPlace(records::Connection& connection, const std::string& delivery,
                                     const std::string& place) const {
    if (!connection.queryOne("SELECT 1 FROM stock_place WHERE id = ?1 AND kind = 'vault' AND active = 1", {place}))
        return base::Fault{"stock.not-a-vault"_code, {{"place", place}}};
    std::vector<base::Fault> faults;
    auto items = itemsOf(announcedRanges(connection, delivery));
    for (const auto& lot : announcedLots(connection, delivery)) items.insert(lot.what.item);
    for (const auto& item : items)
        if (!m_catalogue.find(item)->mayBeHeldBy("vault"))
            faults.push_back({"stock.not-held-there"_code, {{"item", item}, {"place", place}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return {};
}

base::Result<std::int64_t> Deliveries::putAway(records::Transaction& tx, const records::Author& author,
                                               const PutAway& request) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto& connection = tx.connection();
    const auto open = lockOpen(connection, request.delivery);
    if (!open) return open.refusal();
    if (const auto fits = checkPlace(connection, request.delivery, request.place); !fits) return fits.refusal();
    const auto ranges = announcedRanges(connection, request.delivery);
    for (const auto& item : itemsOf(ranges))
        lockPlaces(connection, item, {std::string{place::kSupplier}, request.place});
    auto check = base::expected(this->check(connection, request.delivery), request.delivery);
    if (request.gapReason.empty())
        for (auto& gap : check.gaps) check.faults.push_back(std::move(gap));
    if (!check.faults.empty()) return base::Refusal{std::move(check.faults)};

    const Act act{"receive", author, m_clock.now(), "receipt:" + request.delivery, {}};
    const std::string time = base::formatTimestamp(act.time);
    connection.execute("INSERT INTO stock_receipt (id, supplier, purchase, time, quantity) VALUES (?1, ?2, ?3, ?4, ?5)",
                       {request.delivery, open->supplier, open->purchase, time, check.announced});
    enterMovements(connection, act, movementsInto(request.place, ranges));
    base::expected(
        Lots{m_catalogue, m_clock}.receive(tx, author, wholeLots(announcedLots(connection, request.delivery)),
                                           request.place, act.reference),
        act.reference);
    keepBoxes(connection, request.delivery, boxesOf(ranges));
    connection.execute("UPDATE stock_delivery SET ended_at = ?2, outcome = 'put_away' WHERE id = ?1",
                       {request.delivery, time});
    journal(tx, author, "stock.put-away", request.delivery, request.gapReason,
            {{"place", request.place},
             {"supplier", open->supplier},
             {"purchase", open->purchase},
             {"ranges", std::to_string(ranges.size())},
             {"quantity", std::to_string(check.announced)}});
    return check.announced;
}

base::Result<Acceptance> Deliveries::acceptance(records::Connection& connection, const std::string& receipt) const {
    const auto row =
        connection.queryOne("SELECT supplier, purchase, time, quantity FROM stock_receipt WHERE id = ?1", {receipt});
    if (!row) return base::Fault{"stock.unknown-receipt"_code, {{"receipt", receipt}}};
    Acceptance act{receipt, row->text(0), row->text(1), row->text(2), {}, {}, {}, row->integer(3), {}};
    std::map<std::string, AcceptedItem> items;
    const auto take = [&](const records::Row& found, std::int64_t quantity, std::string content) {
        act.first = found.text(0);
        act.second = found.textOrEmpty(1);
        act.place = found.text(2);
        auto& item = items[found.text(3)];
        item.item = found.text(3);
        item.unit = m_catalogue.find(item.item)->unit;
        item.quantity += quantity;
        item.contents.push_back(std::move(content));
    };
    connection.forEach(
        "SELECT person, second, to_place, item, first_number, last_number FROM stock_movement WHERE reference = ?1 AND "
        "event = 'receive' ORDER BY item, first_number",
        {"receipt:" + receipt}, [&](const records::Row& found) {
            const SerialRange range{found.text(3), found.integer(4), found.integer(5)};
            take(found, range.quantity(), textOf(range, *m_catalogue.find(range.item)));
        });
    connection.forEach(
        "SELECT person, second, to_place, item, lot, quantity FROM stock_lot_movement WHERE reference = ?1 AND event = "
        "'receive' ORDER BY item, lot",
        {"receipt:" + receipt}, [&](const records::Row& found) {
            take(found, found.integer(5), found.text(4) + ": " + std::to_string(found.integer(5)));
        });
    connection.forEach("SELECT DISTINCT item, label FROM stock_box WHERE receipt = ?1 ORDER BY item, label", {receipt},
                       [&](const records::Row& found) { items[found.text(0)].boxes.push_back(found.text(1)); });
    for (auto& [id, item] : items) act.items.push_back(std::move(item));
    return act;
}

}  // namespace inventory
