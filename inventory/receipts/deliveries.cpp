// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/deliveries.hpp"

#include <set>
#include <tuple>

#include "base/digest.hpp"
#include "inventory/receipts/delivery_rows.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

void keepRanges(records::Connection& connection, const std::string& delivery,
                const std::vector<AnnouncedRange>& ranges) {
    auto next = ranges.begin();
    connection.insertMany("stock_delivery_range",
                          {"delivery", "item", "first_number", "last_number", "box", "seal", "line"},
                          [&](records::Values& values) {
                              if (next == ranges.end()) return false;
                              values = {delivery,  next->range.item, next->range.first, next->range.last,
                                        next->box, next->seal,       next->line};
                              ++next;
                              return true;
                          });
}

void keepLots(records::Connection& connection, const std::string& delivery, const std::vector<AnnouncedLot>& lots) {
    for (const auto& lot : lots)
        connection.execute(
            "INSERT INTO stock_delivery_lot (delivery, item, lot, quantity, box, seal, line) VALUES (?1, ?2, ?3, ?4, "
            "?5, ?6, ?7)",
            {delivery, lot.what.item, lot.what.lot, lot.what.quantity, lot.box, lot.seal, lot.line});
}

std::vector<base::Fault> faultsOfLots(const std::vector<AnnouncedLot>& lots) {
    std::vector<base::Fault> faults;
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (const auto& lot : lots)
        if (!seen.emplace(lot.what.item, lot.what.lot, lot.box).second)
            faults.push_back({"stock.lot-twice"_code,
                              {{"item", lot.what.item}, {"lot", lot.what.lot}},
                              "line " + std::to_string(lot.line)});
    return faults;
}

}  // namespace

std::vector<AnnouncedRange> announcedRanges(records::Connection& connection, const std::string& delivery) {
    std::vector<AnnouncedRange> ranges;
    connection.forEach(
        "SELECT item, first_number, last_number, box, seal, line FROM stock_delivery_range WHERE delivery = ?1 ORDER "
        "BY item, first_number",
        {delivery}, [&](const records::Row& row) {
            ranges.push_back({{row.text(0), row.integer(1), row.integer(2)}, row.text(3), row.text(4), row.integer(5)});
        });
    return ranges;
}

std::vector<AnnouncedLot> announcedLots(records::Connection& connection, const std::string& delivery) {
    std::vector<AnnouncedLot> lots;
    connection.forEach(
        "SELECT item, lot, quantity, box, seal, line FROM stock_delivery_lot WHERE delivery = ?1 ORDER BY item, lot, "
        "box",
        {delivery}, [&](const records::Row& row) {
            lots.push_back({{row.text(0), row.text(1), row.integer(2)}, row.text(3), row.text(4), row.integer(5)});
        });
    return lots;
}

std::int64_t roundOf(records::Connection& connection, const std::string& delivery) {
    return connection
        .queryOne("SELECT coalesce(max(round), 1) FROM stock_delivery_scan WHERE delivery = ?1", {delivery})
        ->integer(0);
}

void Deliveries::journal(records::Transaction& tx, const records::Author& author, const std::string& act,
                         const std::string& delivery, const std::string& reason,
                         std::vector<std::pair<std::string, std::string>> facts) const {
    records::appendToJournal(tx, m_clock, {author, act, "delivery", delivery, reason, std::move(facts)});
}

base::Result<Deliveries::Open> Deliveries::lockOpen(records::Connection& connection,
                                                    const std::string& delivery) const {
    std::string question = "SELECT supplier, purchase, outcome FROM stock_delivery WHERE id = ?1";
    if (connection.engine() == records::Engine::Postgresql) question += " FOR UPDATE";
    const auto row = connection.queryOne(question, {delivery});
    if (!row) return base::Fault{"stock.unknown-delivery"_code, {{"delivery", delivery}}};
    if (!row->isNull(2))
        return base::Fault{"stock.delivery-ended"_code, {{"delivery", delivery}, {"outcome", row->text(2)}}};
    return Open{row->text(0), row->text(1)};
}

base::Result<std::string> Deliveries::announce(records::Transaction& tx, const records::Author& author,
                                               const Announcement& announcement, const std::string& manifest) const {
    auto& connection = tx.connection();
    if (auto faults = faultsOfLots(announcement.lots); !faults.empty()) return base::Refusal{std::move(faults)};
    const std::string id = base::randomId();
    const auto added = connection.execute(
        "INSERT INTO stock_delivery (id, supplier, purchase, manifest, form, announced_at, announced_by) VALUES (?1, "
        "?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
        {id, announcement.supplier, announcement.purchase, manifest, announcement.form,
         base::formatTimestamp(m_clock.now()), author.person.text()});
    if (added == 0) return base::Fault{"stock.manifest-announced"_code};
    keepRanges(connection, id, announcement.ranges);
    keepLots(connection, id, announcement.lots);
    journal(tx, author, "stock.announce", id, "",
            {{"supplier", announcement.supplier},
             {"purchase", announcement.purchase},
             {"manifest", manifest},
             {"form", announcement.form},
             {"ranges", std::to_string(announcement.ranges.size())},
             {"lots", std::to_string(announcement.lots.size())},
             {"quantity", std::to_string(announcement.quantity())}});
    return id;
}

base::Outcome Deliveries::reject(records::Transaction& tx, const records::Author& author, const std::string& delivery,
                                 const std::string& reason) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (reason.empty()) return base::Fault{"stock.reason-missing"_code};
    if (const auto open = lockOpen(tx.connection(), delivery); !open) return open.refusal();
    tx.connection().execute("UPDATE stock_delivery SET ended_at = ?2, outcome = 'rejected' WHERE id = ?1",
                            {delivery, base::formatTimestamp(m_clock.now())});
    journal(tx, author, "stock.reject", delivery, reason, {});
    return {};
}

std::vector<Delivery> Deliveries::list(records::Connection& connection) const {
    std::vector<Delivery> found;
    connection.forEach(
        "SELECT id, supplier, purchase, form, announced_at, announced_by, ended_at, coalesce(outcome, 'announced'), "
        "(SELECT coalesce(sum(last_number - first_number + 1), 0) FROM stock_delivery_range WHERE delivery = d.id), "
        "(SELECT coalesce(sum(quantity), 0) FROM stock_delivery_lot WHERE delivery = d.id) FROM stock_delivery d ORDER "
        "BY announced_at DESC, id",
        {}, [&](const records::Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                             row.textOrEmpty(6), row.text(7), row.integer(8) + row.integer(9), 0});
        });
    for (auto& delivery : found)
        if (delivery.outcome == "announced") delivery.scanned = check(connection, delivery.id)->scanned;
    return found;
}

}  // namespace inventory
