// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "inventory/cases/cases.hpp"
#include "inventory/destruction/destruction_rows.hpp"
#include "inventory/destruction/destructions.hpp"
#include "inventory/number_series.hpp"
#include "inventory/ranges_held.hpp"
#include "inventory/spoilage/quarantine.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// What stands in an account, without what came there after the day.
std::vector<SerialRange> standingSince(records::Connection& connection, const Account& account, base::Date until) {
    std::vector<SerialRange> there;
    for (auto& run : runsAt(connection, account.place))
        if (run.account == account) there.push_back(std::move(run.range));
    std::vector<SerialRange> later;
    connection.forEach(
        "SELECT item, first_number, last_number FROM stock_movement WHERE to_place = ?1 AND to_state = ?2 AND "
        "to_state IN ('spoiled', 'annulled', 'expired') AND time >= ?3 AND (from_place <> to_place OR "
        "from_state <> to_state)",
        {account.place, account.state, base::formatTimestamp(std::chrono::sys_days{until} + std::chrono::days{1})},
        [&](const records::Row& row) {
            later.push_back({row.text(0), row.integer(1), row.integer(2)});
        });
    std::vector<SerialRange> twice;
    return without(there, unionOf(std::move(later), twice));
}

/// Open destructions that have some of these serials, with these serials.
std::vector<std::pair<SerialRange, std::string>> claimsOn(records::Connection& connection,
                                                          const std::vector<SerialRange>& ranges) {
    std::vector<std::pair<SerialRange, std::string>> claims;
    for (const auto& range : ranges)
        connection.forEach(
            "SELECT first_number, last_number, destruction FROM destruction_claim WHERE item = ?1 AND "
            "first_number <= ?3 AND last_number >= ?2 ORDER BY first_number",
            {range.item, range.first, range.last}, [&](const records::Row& row) {
                claims.push_back(
                    {{range.item, std::max(range.first, row.integer(0)), std::min(range.last, row.integer(1))},
                     row.text(2)});
            });
    return claims;
}

bool isDestroyable(std::string_view state) {
    return state == state::kSpoiled || state == state::kAnnulled || state == state::kExpired;
}

}  // namespace

base::Result<std::vector<SerialRange>> Destructions::selected(records::Transaction& tx,
                                                              const DestructionSelection& selection) const {
    auto given = rangesFrom(selection.serials, m_catalogue);
    if (!given) return given;
    if (!selection.place.empty()) {
        const auto until = selection.until.value_or(base::dayOf(m_clock.now()));
        for (auto& range : standingSince(tx.connection(), {selection.place, selection.state}, until))
            given->push_back(std::move(range));
    }
    std::vector<SerialRange> twice;
    auto ranges = unionOf(std::move(*given), twice);
    if (ranges.empty()) return base::Fault{"destruction.nothing-selected"_code};
    if (quantityOf(ranges) > kMostSerials)
        return base::Fault{"destruction.too-many"_code, {{"most", std::to_string(kMostSerials)}}};
    return ranges;
}

std::vector<base::Fault> Destructions::faultsOfSelection(records::Transaction& tx,
                                                         const std::vector<SerialRange>& ranges) const {
    std::vector<base::Fault> faults;
    std::vector<SerialRange> known;
    std::vector<SerialRange> spoiled;
    const auto notDestroyable = [&](const SerialRange& range, std::string_view state) {
        faults.push_back(faultOf("destruction.not-destroyable"_code, range));
        faults.back().arguments.emplace_back("state", state);
    };
    for (const auto& run : lockRuns(tx, ranges)) {
        known.push_back(run.range);
        if (run.account.state == state::kSpoiled) spoiled.push_back(run.range);
        if (!isDestroyable(run.account.state)) notDestroyable(run.range, run.account.state);
    }
    for (const auto& range : without(ranges, known)) notDestroyable(range, state::kNone);
    for (const auto& range : notReceived(tx.connection(), spoiled))
        faults.push_back(faultOf("stock.not-received"_code, range));
    for (const auto& [range, number] : claimsOn(tx.connection(), ranges)) {
        faults.push_back(faultOf("destruction.in-another"_code, range));
        faults.back().arguments.emplace_back("destruction", number);
    }
    return faults;
}

base::Result<std::string> Destructions::request(records::Transaction& tx, const records::Author& author,
                                                const DestructionRequest& request) const {
    if (!isPlainText(request.reason)) return base::Fault{"destruction.bad-text"_code, {{"field", "reason"}}};
    const auto ranges = selected(tx, request.selection);
    if (!ranges) return ranges.refusal();
    if (auto faults = faultsOfSelection(tx, *ranges); !faults.empty()) return base::Refusal{std::move(faults)};
    auto& connection = tx.connection();
    const auto now = m_clock.now();
    const std::string number = nextNumber(tx, "DEST", now);
    const std::string annex = annexHashOf(*ranges, m_catalogue);
    connection.execute(
        "INSERT INTO destruction (number, reason, requested_at, requested_by, quantity, annex) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {number, request.reason, base::formatTimestamp(now), author.person.text(), quantityOf(*ranges), annex});
    addRanges(connection, "destruction_range", number, *ranges);
    addRanges(connection, "destruction_claim", number, *ranges);
    journal(tx, author, "destruction.request", number,
            {{"quantity", std::to_string(quantityOf(*ranges))}, {"annex", annex}});
    return number;
}

base::Result<std::vector<Movement>> Destructions::destroying(records::Transaction& tx,
                                                             const std::vector<SerialRange>& ranges) const {
    for (const auto& range : ranges) lockPlaces(tx.connection(), range.item, {std::string{place::kDestruction}});
    std::vector<Movement> movements;
    std::vector<base::Fault> faults;
    for (const auto& run : lockRuns(tx, ranges)) {
        movements.push_back(
            {run.range, run.account, {std::string{place::kDestruction}, std::string{state::kDestroyed}}});
        if (isDestroyable(run.account.state)) continue;
        faults.push_back(faultOf("destruction.not-destroyable"_code, run.range));
        faults.back().arguments.emplace_back("state", run.account.state);
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return movements;
}

}  // namespace inventory
