// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "inventory/cases/cases.hpp"
#include "inventory/holdings.hpp"
#include "inventory/places/places.hpp"
#include "inventory/run_map.hpp"
#include "inventory/stock_blank.hpp"
#include "inventory/transfers/reservations.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

using namespace base::literals;

Account stockOf(std::string_view vault) { return {std::string{vault}, std::string{state::kUsable}}; }

/// Whether the workstation would hold more unused blanks than a shift may need (control 5).
std::optional<base::Fault> faultOfShiftLimit(records::Connection& connection, const Item& item, std::int64_t quantity,
                                             const Account& atWork) {
    const std::int64_t unused = quantityIn(connection, item.id, atWork);
    if (quantity <= item.shiftLimit - unused) return std::nullopt;
    return base::Fault{"stock.above-shift-limit"_code,
                       {{"quantity", std::to_string(quantity)},
                        {"unused", std::to_string(unused)},
                        {"limit", std::to_string(item.shiftLimit)}}};
}

/// Missing, or what became of missing ones: a case answers for them, and they stay in the books of the workstation.
bool isReportedMissing(std::string_view state) {
    return state == state::kMissing || state == state::kLost || state == state::kStolen;
}

std::string openShift(records::Connection& connection, const records::WorkstationId& workstation,
                      base::Timestamp time) {
    // Again where there is none, for another may close the shift that stood in the way while we wait for it.
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (auto shift = lockOpenShift(connection, workstation)) return *shift;
        connection.execute(
            "INSERT INTO stock_shift (id, workstation, opened_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            {base::randomId(), workstation.text(), base::formatTimestamp(time)});
    }
    throw base::Failure{"stock.shift-contended"_code, base::NextStep::Retry, workstation.text()};
}

std::vector<Movement> movementsOf(const std::vector<SerialRange>& ranges, const Account& from, const Account& to) {
    std::vector<Movement> movements;
    for (const auto& range : ranges) movements.push_back({range, from, to});
    return movements;
}

}  // namespace

std::optional<std::string> lockOpenShift(records::Connection& connection, const records::WorkstationId& workstation) {
    const auto row =
        connection.queryOne(std::string{"SELECT id FROM stock_shift WHERE workstation = ?1 AND closed_at IS NULL"} +=
                            lockWords(connection, " FOR UPDATE"),
                            {workstation.text()});
    if (!row) return std::nullopt;
    return row->text(0);
}

/// A shift at its end: what each blank issued to it has become, against what was brought back.
struct Stock::ShiftCount {
    std::string shift;
    std::string vault;  ///< to which the unused return
    std::vector<SerialRange> brought;
    std::vector<SerialRange> unused;
    std::vector<SerialRange> personalised;
    std::vector<SerialRange> missing;  ///< of the shift, under a case of their own
    std::vector<SerialRange> lacking;  ///< unused by the books, and nobody has brought them
    std::int64_t issued = 0;
    std::int64_t spoiled = 0;
    std::vector<base::Fault> faults;
};

base::Result<Issue> Stock::issueToShift(records::Transaction& tx, const records::Author& author, std::string_view item,
                                        std::int64_t quantity, const records::WorkstationId& workstation,
                                        std::string_view vault) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const Item* kind = m_catalogue.find(item);
    if (kind == nullptr) return base::Fault{"stock.unknown-item"_code, {{"item", std::string{item}}}};
    if (kind->isCounted()) return base::Fault{"stock.item-counted"_code, {{"item", kind->id}}};
    if (quantity <= 0) return base::Fault{"stock.bad-quantity"_code, {{"quantity", std::to_string(quantity)}}};
    auto& connection = tx.connection();
    const Account to{placeOf(workstation), std::string{state::kUsable}};
    const Account from = stockOf(vault);
    lockPlaces(connection, kind->id, {from.place, to.place});
    if (const auto fault = faultOfShiftLimit(connection, *kind, quantity, to)) return *fault;
    const auto ranges = lowestFree(connection, kind->id, from, quantity);
    if (quantityOf(ranges) < quantity)
        return base::Fault{"stock.vault-lacks"_code,
                           {{"item", kind->id},
                            {"quantity", std::to_string(quantity)},
                            {"available", std::to_string(quantityOf(ranges))}}};
    Act act = actOf("issue", author);
    knowWorkstation(connection, workstation, from.place);
    if (auto faults = faultsOfArrival(connection, to.place, *kind, quantity); !faults.empty())
        return base::Refusal{std::move(faults)};
    Issue issue{openShift(connection, workstation, act.time), {}};
    act.reference = shiftReference(issue.shift);
    enterMovements(connection, act, movementsOf(ranges, from, to));
    for (const auto& range : ranges) issue.ranges.push_back(textOf(range, *kind));
    journal(tx, act, "shift", issue.shift,
            {{"workstation", workstation.text()},
             {"item", kind->id},
             {"quantity", std::to_string(quantity)},
             {"serials", textOf(ranges, m_catalogue)}});
    return issue;
}

/// Works out from the shift's own movements what must still be at the workstation, and compares it with what the books
/// say is there and with what the two custodians hold in their hands.
void Stock::countShift(records::Connection& connection, const std::string& place, ShiftCount& count) const {
    const auto fault = [&](const base::FailureCode& code, const SerialRange& range) {
        count.faults.push_back({code, {{"serial", textOf(range, *m_catalogue.find(range.item))}}});
    };
    enum : RunMap::Mark { kThere, kGone };
    std::map<std::string, RunMap> accounted;
    connection.forEach(
        "SELECT item, first_number, last_number, event, to_place, to_state, from_state FROM stock_movement WHERE "
        "reference = ?1 ORDER BY id",
        {shiftReference(count.shift)}, [&](const records::Row& row) {
            const SerialRange range{row.text(0), row.integer(1), row.integer(2)};
            if (row.text(3) == "issue") count.issued += range.quantity();
            if (row.text(5) == state::kSpoiled && row.text(6) != state::kSpoiled) count.spoiled += range.quantity();
            accounted[range.item].put(range.first, range.last, row.text(4) == place ? kThere : kGone, std::nullopt);
        });
    std::vector<SerialRange> expected;
    for (const auto& [item, map] : accounted)
        for (const auto& stretch : map.stretches())
            if (stretch.mark == kThere) expected.push_back({item, stretch.first, stretch.last});
    std::vector<SerialRange> present;
    std::vector<SerialRange> reported;
    for (const auto& run : runsAt(connection, place)) {
        if (isReportedMissing(run.account.state)) {
            reported.push_back(run.range);
            continue;
        }
        present.push_back(run.range);
        if (run.account.state == state::kUsable) count.unused.push_back(run.range);
        if (run.account.state == state::kPersonalised) count.personalised.push_back(run.range);
        if (run.account.state == state::kInUse) fault("stock.still-in-use"_code, run.range);
    }
    std::vector<SerialRange> twice;
    present = unionOf(std::move(present), twice);
    const auto lacking = without(expected, present);
    const auto unexplained = without(lacking, unionOf(std::move(reported), twice));
    count.missing = without(lacking, unexplained);
    for (const auto& ranges : {unexplained, without(present, expected)})
        for (const auto& range : ranges) fault("stock.shift-unexplained"_code, range);
    count.lacking = without(count.unused, count.brought);
    for (const auto& range : without(count.brought, count.unused)) fault("stock.not-of-shift"_code, range);
}

base::Result<Stock::ShiftCount> Stock::countReturned(records::Transaction& tx,
                                                     const records::WorkstationId& workstation,
                                                     const std::vector<std::string>& returned,
                                                     std::string_view vault) const {
    auto& connection = tx.connection();
    const std::string here = placeOf(workstation);
    for (const auto& item : m_catalogue.items())
        lockPlaces(connection, item.id, {here, std::string{vault}, std::string{place::kDocuments}});
    const auto shift = lockOpenShift(connection, workstation);
    if (!shift) return base::Fault{"stock.no-shift"_code, {{"workstation", workstation.text()}}};
    auto ranges = rangesFrom(returned, m_catalogue);
    if (!ranges) return ranges.refusal();

    ShiftCount count;
    count.shift = *shift;
    count.vault = vault;
    std::vector<SerialRange> twice;
    count.brought = unionOf(std::move(*ranges), twice);
    for (const auto& range : twice)
        count.faults.push_back(
            {"stock.returned-twice"_code, {{"serial", textOf(range, *m_catalogue.find(range.item))}}});
    countShift(connection, here, count);
    return count;
}

base::Outcome Stock::closeShift(records::Transaction& tx, const records::Author& author,
                                const records::WorkstationId& workstation, const std::vector<std::string>& returned,
                                std::string_view vault) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto count = countReturned(tx, workstation, returned, vault);
    if (!count) return count.refusal();
    const auto fault = [&](const base::FailureCode& code, const SerialRange& range) {
        count->faults.push_back({code, {{"serial", textOf(range, *m_catalogue.find(range.item))}}});
    };
    for (const auto& range : count->lacking) fault("stock.not-returned"_code, range);
    for (const auto& range : count->missing) fault("stock.shift-short"_code, range);
    if (!count->faults.empty()) return base::Refusal{std::move(count->faults)};
    return settle(tx, author, workstation, *count);
}

base::Outcome Stock::closeShiftShort(records::Transaction& tx, const records::Author& author,
                                     const records::WorkstationId& workstation, const ShortReturn& back,
                                     std::string_view vault) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto count = countReturned(tx, workstation, back.returned, vault);
    if (!count) return count.refusal();
    if (!isPlainText(back.reason)) count->faults.push_back({"case.bad-text"_code, {{"most", "2000"}}});
    if (count->lacking.empty() && count->missing.empty())
        count->faults.push_back({"stock.shift-balances"_code, {{"workstation", workstation.text()}}});
    if (!count->faults.empty()) return base::Refusal{std::move(count->faults)};
    missLacking(tx, author, workstation, back.reason, *count);
    return settle(tx, author, workstation, *count);
}

/// What nobody has brought is missing from now on, under a case that answers for the shift.
void Stock::missLacking(records::Transaction& tx, const records::Author& author,
                        const records::WorkstationId& workstation, const std::string& reason, ShiftCount& count) const {
    if (count.lacking.empty()) return;
    const std::string here = placeOf(workstation);
    Act act = actOf("miss", author);
    act.reference = shiftReference(count.shift);
    NewCase fresh{CaseKind::Discrepancy, here, act.reference, reason, {}};
    for (const auto& range : count.lacking)
        fresh.matters.push_back(CaseMatter::lacking(range, std::string{state::kUsable}));
    Cases{m_catalogue, m_clock}.open(tx, author, fresh);
    enterMovements(
        tx.connection(), act,
        movementsOf(count.lacking, {here, std::string{state::kUsable}}, {here, std::string{state::kMissing}}));
    std::vector<SerialRange> twice;
    count.unused = without(count.unused, count.lacking);
    count.missing.insert(count.missing.end(), count.lacking.begin(), count.lacking.end());
    count.missing = unionOf(std::move(count.missing), twice);
}

base::Outcome Stock::settle(records::Transaction& tx, const records::Author& author,
                            const records::WorkstationId& workstation, const ShiftCount& count) const {
    auto& connection = tx.connection();
    const std::string here = placeOf(workstation);
    const std::string personalised{state::kPersonalised};
    Act returning = actOf("return", author);
    Act closing = actOf("close", author);
    returning.reference = closing.reference = shiftReference(count.shift);
    enterMovements(connection, returning,
                   movementsOf(count.unused, {here, std::string{state::kUsable}}, stockOf(count.vault)));
    enterMovements(
        connection, closing,
        movementsOf(count.personalised, {here, personalised}, {std::string{place::kDocuments}, personalised}));
    connection.execute("UPDATE stock_shift SET closed_at = ?2 WHERE id = ?1",
                       {count.shift, base::formatTimestamp(closing.time)});
    journal(tx, closing, "shift", count.shift,
            {{"workstation", workstation.text()},
             {"issued", std::to_string(count.issued)},
             {"personalised", std::to_string(quantityOf(count.personalised))},
             {"spoiled", std::to_string(count.spoiled)},
             {"returned", std::to_string(quantityOf(count.unused))},
             {"missing", std::to_string(quantityOf(count.missing))},
             {"serials", textOf(count.unused, m_catalogue)}});
    return {};
}

}  // namespace inventory
