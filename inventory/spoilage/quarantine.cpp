// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/spoilage/quarantine.hpp"

#include <map>
#include <set>

#include "inventory/ranges_held.hpp"
#include "inventory/spoilage/arrivals.hpp"
#include "inventory/transfers/reservations.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

std::set<std::string> quarantines(records::Connection& connection) {
    std::set<std::string> places;
    connection.forEach("SELECT id FROM stock_place WHERE kind = 'quarantine'", {},
                       [&](const records::Row& row) { places.insert(row.text(0)); });
    return places;
}

/// Spoiled blanks in every quarantine, by item and serial.
std::vector<Run> spoiledRuns(records::Connection& connection) {
    std::vector<Run> runs;
    connection.forEach(
        "SELECT item, first_number, last_number, place, state FROM stock_run WHERE state = 'spoiled' AND place IN "
        "(SELECT id FROM stock_place WHERE kind = 'quarantine') ORDER BY item, first_number",
        {}, [&](const records::Row& row) {
            runs.push_back({{row.text(0), row.integer(1), row.integer(2)}, {row.text(3), row.text(4)}});
        });
    return runs;
}

using ByItem = std::map<std::string, std::vector<SerialRange>>;

ByItem byItem(const std::vector<SerialRange>& ranges) {
    ByItem items;
    for (const auto& range : ranges) items[range.item].push_back(range);
    return items;
}

/// Ranges and accounts of blanks that a scan names, or a fault for all that stands elsewhere.
struct Found {
    std::vector<Run> runs;
    std::vector<base::Fault> faults;
};

Found inQuarantine(records::Transaction& tx, const ItemCatalogue& catalogue, const std::vector<SerialRange>& ranges,
                   const std::set<std::string_view>& states) {
    Found found{lockRuns(tx, ranges), {}};
    const auto places = quarantines(tx.connection());
    std::vector<SerialRange> known;
    const auto fault = [&](const SerialRange& range, std::string_view state, const std::string& place) {
        found.faults.push_back({"stock.not-in-quarantine"_code,
                                {{"serial", textOf(range, *catalogue.find(range.item))},
                                 {"state", std::string{state}},
                                 {"place", place}}});
    };
    for (const auto& run : found.runs) {
        known.push_back(run.range);
        if (!places.contains(run.account.place) || !states.contains(run.account.state))
            fault(run.range, run.account.state, run.account.place);
    }
    for (const auto& range : without(ranges, known)) fault(range, state::kNone, "-");
    return found;
}

std::vector<Movement> confirmations(const std::vector<Run>& runs, const std::vector<SerialRange>& fresh) {
    std::vector<Movement> movements;
    for (const auto& run : runs)
        for (const auto& range : fresh) {
            const SerialRange part{run.range.item, std::max(run.range.first, range.first),
                                   std::min(run.range.last, range.last)};
            if (range.item == run.range.item && part.first <= part.last)
                movements.push_back({part, run.account, run.account});
        }
    return movements;
}

}  // namespace

std::vector<SerialRange> notReceived(records::Connection& connection, const std::vector<SerialRange>& spoiled) {
    std::vector<SerialRange> lacking;
    for (const auto& [item, ranges] : byItem(spoiled)) {
        const Arrivals arrivals{connection, item, ranges.front().first, ranges.back().last};
        for (const auto& range : ranges)
            arrivals.visit(range.first, range.last, [&](std::int64_t first, std::int64_t last, const auto& entry) {
                if (entry.receivedAt.empty()) lacking.push_back({range.item, first, last});
            });
    }
    return lacking;
}

std::vector<Quarantined> Quarantine::list(records::Connection& connection, Of of) const {
    const auto runs = spoiledRuns(connection);
    std::vector<Quarantined> found;
    for (auto begin = runs.begin(); begin != runs.end();) {
        auto end = begin;
        while (end != runs.end() && end->range.item == begin->range.item) ++end;
        const Arrivals arrivals{connection, begin->range.item, begin->range.first, std::prev(end)->range.last};
        for (auto run = begin; run != end; ++run)
            arrivals.visit(run->range.first, run->range.last,
                           [&](std::int64_t first, std::int64_t last, const Arrivals::Entry& entry) {
                               const Of is = entry.receivedAt.empty() ? Of::NotReceived : Of::Received;
                               if (of != Of::All && of != is) return;
                               found.push_back({{run->range.item, first, last},
                                                run->account.place,
                                                entry.cause,
                                                entry.announcedAt,
                                                entry.announcedBy,
                                                entry.receivedAt,
                                                entry.receivedBy});
                           });
        begin = end;
    }
    return found;
}

base::Result<std::vector<SerialRange>> Quarantine::scanned(const std::vector<std::string>& serials) const {
    auto ranges = rangesFrom(serials, m_catalogue);
    if (!ranges) return ranges;
    if (ranges->empty()) return base::Fault{"stock.scan-nothing"_code};
    std::vector<SerialRange> twice;  // a scanner sends twice
    return unionOf(std::move(*ranges), twice);
}

void Quarantine::journal(records::Transaction& tx, const records::Author& author, std::string_view act,
                         const std::vector<SerialRange>& ranges) const {
    for (const auto& range : ranges)
        records::appendToJournal(tx, m_clock,
                                 {author,
                                  std::string{act},
                                  "blank",
                                  textOf(range, *m_catalogue.find(range.item)),
                                  "",
                                  {{"quantity", std::to_string(range.quantity())}}});
}

base::Result<QuarantineScan> Quarantine::receive(records::Transaction& tx, const records::Author& author,
                                                 const std::vector<std::string>& serials) const {
    const auto ranges = scanned(serials);
    if (!ranges) return ranges.refusal();
    auto found = inQuarantine(tx, m_catalogue, *ranges, {state::kSpoiled});
    if (!found.faults.empty()) return base::Refusal{std::move(found.faults)};
    const auto fresh = notReceived(tx.connection(), *ranges);
    enterMovements(tx.connection(), {"confirm", author, m_clock.now()}, confirmations(found.runs, fresh));
    journal(tx, author, "stock.quarantine-receive", fresh);
    return QuarantineScan{quantityOf(fresh), quantityOf(*ranges) - quantityOf(fresh)};
}

base::Result<std::int64_t> Quarantine::toDestruction(records::Transaction& tx, const records::Author& author,
                                                     const std::vector<std::string>& serials) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const auto ranges = scanned(serials);
    if (!ranges) return ranges.refusal();
    auto& connection = tx.connection();
    for (const auto& [item, some] : byItem(*ranges)) lockPlaces(connection, item, {std::string{place::kDestruction}});
    auto found = inQuarantine(tx, m_catalogue, *ranges, {state::kSpoiled, state::kAnnulled, state::kExpired});
    std::vector<SerialRange> spoiled;
    std::vector<Movement> movements;
    for (const auto& run : found.runs) {
        if (run.account.state == state::kSpoiled) spoiled.push_back(run.range);
        movements.push_back({run.range, run.account, {std::string{place::kDestruction}, run.account.state}});
        for (const auto& reserved : reservedWithin(connection, run.range))
            found.faults.push_back(
                {"transfer.reserved"_code,
                 {{"serial", textOf(reserved, *m_catalogue.find(reserved.item))}, {"place", run.account.place}}});
    }
    for (const auto& range : notReceived(connection, spoiled))
        found.faults.push_back({"stock.not-received"_code, {{"serial", textOf(range, *m_catalogue.find(range.item))}}});
    if (!found.faults.empty()) return base::Refusal{std::move(found.faults)};
    enterMovements(connection, {"to_destruction", author, m_clock.now()}, movements);
    journal(tx, author, "stock.to-destruction", *ranges);
    return quantityOf(*ranges);
}

base::Outcome Quarantine::addEvidence(records::Transaction& tx, const records::Author& author, std::string_view serial,
                                      const Evidence& evidence) const {
    const base::Fault unknown{"stock.unknown-serial"_code, {{"serial", std::string{serial}}}};
    const Item* item = m_catalogue.itemOf(serial);
    if (item == nullptr) return unknown;
    const std::int64_t number = *item->serial.numberOf(serial);
    const auto runs = lockRuns(tx, {{item->id, number, number}});
    if (runs.empty()) return unknown;
    if (const auto& state = runs.front().account.state; state != state::kSpoiled)
        return base::Fault{"stock.not-spoiled"_code, {{"serial", std::string{serial}}, {"state", state}}};
    const auto added = tx.connection().execute(
        "INSERT INTO stock_evidence (item, number, content, format, time, person) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT DO NOTHING",
        {item->id, number, evidence.content, evidence.format, base::formatTimestamp(m_clock.now()),
         author.person.text()});
    if (added == 0) return base::Fault{"stock.evidence-known"_code, {{"serial", std::string{serial}}}};
    records::appendToJournal(tx, m_clock,
                             {author,
                              "stock.evidence",
                              "blank",
                              std::string{serial},
                              "",
                              {{"sha256", evidence.content}, {"format", evidence.format}}});
    return {};
}

base::Result<std::vector<Evidence>> Quarantine::evidenceOf(records::Connection& connection,
                                                           std::string_view serial) const {
    const Item* item = m_catalogue.itemOf(serial);
    if (item == nullptr) return base::Fault{"stock.unknown-serial"_code, {{"serial", std::string{serial}}}};
    std::vector<Evidence> found;
    connection.forEach(
        "SELECT content, format, time, person FROM stock_evidence WHERE item = ?1 AND number = ?2 ORDER BY time",
        {item->id, *item->serial.numberOf(serial)}, [&](const records::Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
        });
    return found;
}

}  // namespace inventory
