// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/places/presence.hpp"
#include "inventory/transfers/transfers.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::string_view kColumns =
    "SELECT id, from_place, to_place, state, stage, reason, requisition, seal, carrier, expected_at FROM "
    "stock_transfer";

bool isOnTheWay(TransferStage stage) { return stage == TransferStage::Dispatched || stage == TransferStage::Returning; }

Transfer transferFrom(const records::Row& row, const std::string& now) {
    Transfer transfer{
        row.text(0), row.text(1),        row.text(2),        row.text(3),        transferStageNamed(row.text(4)),
        row.text(5), row.textOrEmpty(6), row.textOrEmpty(7), row.textOrEmpty(8), row.textOrEmpty(9)};
    transfer.overdue = isOnTheWay(transfer.stage) && transfer.expected < now;
    return transfer;
}

std::vector<SerialRange> rangesFor(records::Connection& connection, std::string_view table, const std::string& id) {
    std::vector<SerialRange> ranges;
    connection.forEach("SELECT item, first_number, last_number FROM " + std::string{table} +
                           " WHERE transfer = ?1 ORDER BY item, first_number",
                       {id}, [&](const records::Row& row) {
                           ranges.push_back({row.text(0), row.integer(1), row.integer(2)});
                       });
    return ranges;
}

void readRanges(records::Connection& connection, Transfer& transfer) {
    transfer.ranges = rangesFor(connection, "stock_transfer_range", transfer.id);
    transfer.outstanding = isOnTheWay(transfer.stage) ? presentAt(connection, transfer.transit())
                                                      : rangesFor(connection, "stock_reservation", transfer.id);
}

}  // namespace

base::Result<Transfer> Transfers::find(records::Connection& connection, std::string_view id) const {
    const auto row = connection.queryOne(std::string{kColumns} + " WHERE id = ?1", {std::string{id}});
    if (!row) return base::Fault{"transfer.unknown"_code, {{"transfer", std::string{id}}}};
    auto transfer = transferFrom(*row, base::formatTimestamp(m_clock.now()));
    readRanges(connection, transfer);
    for (const auto& event : connection.query("SELECT time, event, stage, person, second, detail, case_number FROM "
                                              "stock_transfer_event WHERE transfer = "
                                              "?1 ORDER BY number",
                                              {transfer.id}))
        transfer.events.push_back({event.text(0), event.text(1), event.text(2), event.text(3), event.textOrEmpty(4),
                                   event.text(5), event.textOrEmpty(6)});
    return transfer;
}

std::vector<Transfer> Transfers::list(records::Connection& connection, Which which) const {
    const std::string now = base::formatTimestamp(m_clock.now());
    const std::string open = which == Which::All ? "" : " WHERE stage NOT IN ('received', 'returned', 'cancelled')";
    std::vector<Transfer> found;
    for (const auto& row : connection.query(std::string{kColumns} + open + " ORDER BY id")) {
        auto transfer = transferFrom(row, now);
        if (which == Which::Overdue && !transfer.overdue) continue;
        readRanges(connection, transfer);
        found.push_back(std::move(transfer));
    }
    return found;
}

base::Outcome Transfers::setCap(records::Transaction& tx, const records::Author& author, const BatchCap& cap) const {
    auto& connection = tx.connection();
    std::vector<base::Fault> faults;
    if (cap.most <= 0) faults.push_back({"stock.bad-quantity"_code, {{"quantity", std::to_string(cap.most)}}});
    if (cap.item != "*" && m_catalogue.find(cap.item) == nullptr)
        faults.push_back({"stock.unknown-item"_code, {{"item", cap.item}}});
    for (const auto* place : {&cap.from, &cap.to})
        if (*place != "*" && !connection.queryOne("SELECT 1 FROM stock_place WHERE id = ?1", {*place}))
            faults.push_back({"custody.unknown-place"_code, {{"place", *place}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    connection.execute(
        "INSERT INTO stock_batch_cap (item, from_place, to_place, most) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (item, "
        "from_place, to_place) DO UPDATE SET most = excluded.most",
        {cap.item, cap.from, cap.to, cap.most});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "transfer.cap",
                              "item",
                              cap.item,
                              {},
                              {{"from", cap.from}, {"to", cap.to}, {"most", std::to_string(cap.most)}}});
    return {};
}

std::vector<BatchCap> Transfers::caps(records::Connection& connection) const {
    std::vector<BatchCap> found;
    for (const auto& row : connection.query(
             "SELECT item, from_place, to_place, most FROM stock_batch_cap ORDER BY item, from_place, to_place"))
        found.push_back({row.text(0), row.text(1), row.text(2), row.integer(3)});
    return found;
}

}  // namespace inventory
