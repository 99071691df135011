// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/delivery_rows.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// Where the rows of one scan go: who read them, when, and under which numbers.
struct Reading {
    const std::string& delivery;
    const records::Author& author;
    std::string time;
    std::int64_t round;
    std::int64_t position;

    records::Values next(const std::string& box) {
        return {
            delivery, ++position, round, time, author.person.text(), author.approver->text(), author.workstation.text(),
            box};
    }
};

constexpr std::string_view kInsert =
    "INSERT INTO stock_delivery_scan (delivery, position, round, time, person, second, workstation, box, ";

void keepBox(records::Connection& connection, Reading& reading, const Scan& scan, bool whole) {
    auto values = reading.next(scan.box);
    values.insert(values.end(), {scan.seal, std::int64_t{whole ? 1 : 0}});
    connection.execute(std::string{kInsert} + "seal, whole) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", values);
}

void keepRange(records::Connection& connection, Reading& reading, const std::string& box, const SerialRange& range) {
    auto values = reading.next(box);
    values.insert(values.end(), {std::int64_t{0}, range.item, range.first, range.last});
    connection.execute(std::string{kInsert} +
                           "whole, item, first_number, last_number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                           "?11, ?12)",
                       values);
}

void keepLot(records::Connection& connection, Reading& reading, const std::string& box, const LotQuantity& lot) {
    auto values = reading.next(box);
    values.insert(values.end(), {std::int64_t{0}, lot.item, lot.lot, lot.quantity});
    connection.execute(
        std::string{kInsert} + "whole, item, lot, quantity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        values);
}

/// What of a range was read in this box before.
std::vector<SerialRange> readBefore(records::Connection& connection, const Reading& reading, const std::string& box,
                                    const SerialRange& range) {
    std::vector<SerialRange> ranges;
    connection.forEach(
        "SELECT item, first_number, last_number FROM stock_delivery_scan WHERE delivery = ?1 AND round = ?2 AND item = "
        "?3 AND box = ?4 AND first_number <= ?6 AND last_number >= ?5 ORDER BY first_number",
        {reading.delivery, reading.round, range.item, box, range.first, range.last}, [&](const records::Row& row) {
            ranges.push_back({row.text(0), row.integer(1), row.integer(2)});
        });
    return ranges;
}

std::vector<base::Fault> faultsOf(const Scan& scan, const ItemCatalogue& catalogue) {
    std::vector<base::Fault> faults;
    if (scan.serials.empty() && scan.lots.empty() && scan.box.empty() && !scan.anew)
        faults.push_back({"stock.scan-empty"_code});
    for (const auto& lot : scan.lots) {
        const Item* item = catalogue.find(lot.item);
        if (item == nullptr)
            faults.push_back({"stock.unknown-item"_code, {{"item", lot.item}}});
        else if (!item->isCounted())
            faults.push_back({"stock.item-serialised"_code, {{"item", lot.item}}});
        if (lot.lot.empty()) faults.push_back({"stock.lot-without-number"_code, {{"item", lot.item}}});
        if (lot.quantity < 0)
            faults.push_back({"stock.bad-quantity"_code, {{"quantity", std::to_string(lot.quantity)}}});
    }
    return faults;
}

}  // namespace

base::Result<ScanTaken> Deliveries::scan(records::Transaction& tx, const records::Author& author,
                                         const std::string& delivery, const Scan& scan) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto& connection = tx.connection();
    if (const auto open = lockOpen(connection, delivery); !open) return open.refusal();
    auto faults = faultsOf(scan, m_catalogue);
    auto ranges = rangesFrom(scan.serials, m_catalogue);
    if (!ranges) faults.insert(faults.end(), ranges.refusal().faults().begin(), ranges.refusal().faults().end());
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    const std::int64_t position =
        connection
            .queryOne("SELECT coalesce(max(position), 0) FROM stock_delivery_scan WHERE delivery = ?1", {delivery})
            ->integer(0);
    Reading reading{delivery, author, base::formatTimestamp(m_clock.now()),
                    roundOf(connection, delivery) + (scan.anew && position > 0 ? 1 : 0), position};
    ScanTaken taken;
    std::vector<SerialRange> twice;
    const auto read = unionOf(std::move(*ranges), twice);
    const bool whole = read.empty() && scan.lots.empty() && !scan.box.empty();
    if (!scan.box.empty()) keepBox(connection, reading, scan, whole);
    for (const auto& range : read)
        for (const auto& part : without({range}, readBefore(connection, reading, scan.box, range))) {
            keepRange(connection, reading, scan.box, part);
            taken.fresh += part.quantity();
        }
    taken.repeated = quantityOf(read) - taken.fresh + quantityOf(twice);
    for (const auto& lot : scan.lots) keepLot(connection, reading, scan.box, lot);
    journal(tx, author, "stock.scan", delivery, "",
            {{"box", scan.box},
             {"round", std::to_string(reading.round)},
             {"ranges", std::to_string(read.size())},
             {"fresh", std::to_string(taken.fresh)},
             {"lots", std::to_string(scan.lots.size())}});
    return taken;
}

}  // namespace inventory
