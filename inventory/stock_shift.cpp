// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "inventory/stock_blank.hpp"
#include "inventory/two_people.hpp"

namespace inventory {
namespace {

using namespace base::literals;

std::optional<std::string> lockOpenShift(records::Connection& connection, const records::WorkstationId& workstation) {
    const auto row =
        connection.queryOne(std::string{"SELECT id FROM stock_shift WHERE workstation = ?1 AND closed_at IS NULL"} +=
                            lockWords(connection, " FOR UPDATE"),
                            {workstation.text()});
    if (!row) return std::nullopt;
    return row->text(0);
}

/// The lowest numbers of the item in the vault. Whoever else issues this item waits until we are done.
std::vector<std::int64_t> lowestInVault(records::Connection& connection, const std::string& item,
                                        std::int64_t quantity) {
    if (connection.engine() == records::Engine::Postgresql)
        connection.query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('stock ' || ?1, 0))) AS held",
                         {item});
    std::vector<std::int64_t> numbers;
    connection.forEach(std::string{"SELECT number FROM blank WHERE item = ?1 AND place = 'vault' AND state = 'usable' "
                                   "ORDER BY number LIMIT ?2"} += lockWords(connection, " FOR UPDATE"),
                       {item, quantity}, [&](const records::Row& row) { numbers.push_back(row.integer(0)); });
    return numbers;
}

void expectMoved(std::int64_t moved, const SerialRange& range) {
    if (moved != range.quantity())
        throw base::Failure{"stock.books-changed"_code, base::NextStep::CallSupervisor, range.item,
                            std::to_string(moved) + " of " + std::to_string(range.quantity()) + " blanks moved"};
}

void moveOutOfVault(records::Connection& connection, const SerialRange& range, const std::string& place,
                    const std::string& shift) {
    expectMoved(connection.execute("UPDATE blank SET place = ?4, shift = ?5 WHERE item = ?1 AND number BETWEEN ?2 AND "
                                   "?3 AND place = 'vault' AND state = 'usable'",
                                   {range.item, range.first, range.last, place, shift}),
                range);
}

void moveBackToVault(records::Connection& connection, const SerialRange& range, const std::string& shift) {
    expectMoved(connection.execute("UPDATE blank SET place = 'vault', shift = NULL WHERE shift = ?1 AND item = ?2 AND "
                                   "number BETWEEN ?3 AND ?4 AND state = 'usable'",
                                   {shift, range.item, range.first, range.last}),
                range);
}

std::int64_t unusedOf(records::Connection& connection, const std::string& shift, const std::string& item) {
    return connection
        .queryOne("SELECT count(*) FROM blank WHERE shift = ?1 AND item = ?2 AND state = 'usable'", {shift, item})
        ->integer(0);
}

/// Whether the shift, where one is open, would hold more unused blanks than it may need (control 5).
std::optional<base::Fault> faultOfShiftLimit(records::Connection& connection, const Item& item, std::int64_t quantity,
                                             const std::optional<std::string>& shift) {
    const std::int64_t unused = shift ? unusedOf(connection, *shift, item.id) : 0;
    if (quantity <= item.shiftLimit - unused) return std::nullopt;
    return base::Fault{"stock.above-shift-limit"_code,
                       {{"quantity", std::to_string(quantity)},
                        {"unused", std::to_string(unused)},
                        {"limit", std::to_string(item.shiftLimit)}}};
}

std::int64_t totalOf(const std::vector<Movement>& movements) {
    std::int64_t sum = 0;
    for (const auto& movement : movements) sum += movement.range.quantity();
    return sum;
}

using NumbersByItem = std::map<std::string, std::vector<std::int64_t>>;

std::vector<SerialRange> allRanges(const NumbersByItem& numbers) {
    std::vector<SerialRange> all;
    for (const auto& [item, of] : numbers)
        for (auto& range : rangesOf(item, of)) all.push_back(std::move(range));
    return all;
}

}  // namespace

/// A shift at its end: what each blank issued to it has become, against what was brought back.
struct Stock::ShiftCount {
    std::int64_t blanks = 0;
    std::int64_t spoiled = 0;
    NumbersByItem personalised;
    NumbersByItem returned;
    std::vector<base::Fault> faults;

    void count(const records::Row& blank, std::set<std::string>& brought) {
        const std::string& serial = blank.text(0);
        const std::string& now = blank.text(3);
        ++blanks;
        if (now == state::kUsable) {
            if (brought.erase(serial) == 0) faults.push_back({"stock.not-returned"_code, {{"serial", serial}}});
            returned[blank.text(1)].push_back(blank.integer(2));
        } else if (now == state::kInUse) {
            faults.push_back({"stock.still-in-use"_code, {{"serial", serial}, {"order", blank.textOrEmpty(4)}}});
        } else if (now == state::kPersonalised) {
            personalised[blank.text(1)].push_back(blank.integer(2));
        } else {
            ++spoiled;
        }
    }
};

std::string Stock::textOfRange(const SerialRange& range) const { return textOf(range, *m_catalogue.find(range.item)); }

std::string Stock::openShift(records::Connection& connection, const records::WorkstationId& workstation) const {
    // Again where there is none, for another may close the shift that stood in the way while we wait for it.
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (auto shift = lockOpenShift(connection, workstation)) return *shift;
        connection.execute(
            "INSERT INTO stock_shift (id, workstation, opened_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            {base::randomId(), workstation.text(), base::formatTimestamp(m_clock.now())});
    }
    throw base::Failure{"stock.shift-contended"_code, base::NextStep::Retry, workstation.text()};
}

base::Result<Issue> Stock::issueToShift(records::Transaction& tx, const records::Author& author, std::string_view item,
                                        std::int64_t quantity, const records::WorkstationId& workstation) const {
    if (const auto fault = faultOfTwoPeople(author)) return *fault;
    const Item* kind = m_catalogue.find(item);
    if (kind == nullptr) return base::Fault{"stock.unknown-item"_code, {{"item", std::string{item}}}};
    if (quantity <= 0) return base::Fault{"stock.bad-quantity"_code, {{"quantity", std::to_string(quantity)}}};
    auto& connection = tx.connection();
    if (const auto fault = faultOfShiftLimit(connection, *kind, quantity, lockOpenShift(connection, workstation)))
        return *fault;
    const auto numbers = lowestInVault(connection, kind->id, quantity);
    if (std::ssize(numbers) < quantity)
        return base::Fault{"stock.vault-lacks"_code,
                           {{"item", kind->id},
                            {"quantity", std::to_string(quantity)},
                            {"available", std::to_string(numbers.size())}}};
    Act act = actOf("issue", author);
    Issue issue{openShift(connection, workstation), {}};
    act.shift = issue.shift;
    const Account from{std::string{place::kVault}, std::string{state::kUsable}};
    const Account to{placeOf(workstation), std::string{state::kUsable}};
    std::vector<Movement> movements;
    std::string listed;
    for (const auto& range : rangesOf(kind->id, numbers)) {
        moveOutOfVault(connection, range, to.place, issue.shift);
        movements.push_back({range, from, to});
        issue.ranges.push_back(textOfRange(range));
        listed += (listed.empty() ? "" : " ") + issue.ranges.back();
    }
    enterMovements(connection, act, movements);
    journal(tx, act, "shift", issue.shift,
            {{"workstation", workstation.text()},
             {"item", kind->id},
             {"quantity", std::to_string(quantity)},
             {"serials", listed}});
    return issue;
}

base::Outcome Stock::closeShift(records::Transaction& tx, const records::Author& author,
                                const records::WorkstationId& workstation,
                                const std::vector<std::string>& returnedSerials) const {
    if (const auto fault = faultOfTwoPeople(author)) return *fault;
    auto& connection = tx.connection();
    const auto shift = lockOpenShift(connection, workstation);
    if (!shift) return base::Fault{"stock.no-shift"_code, {{"workstation", workstation.text()}}};

    ShiftCount count;
    std::set<std::string> brought;
    for (const auto& serial : returnedSerials)
        if (!brought.insert(serial).second) count.faults.push_back({"stock.returned-twice"_code, {{"serial", serial}}});
    connection.forEach("SELECT serial, item, number, state, order_id FROM blank WHERE shift = ?1 ORDER BY item, number",
                       {*shift}, [&](const records::Row& blank) { count.count(blank, brought); });
    for (const auto& serial : brought) count.faults.push_back({"stock.not-of-shift"_code, {{"serial", serial}}});
    const auto issued = connection
                            .queryOne(
                                "SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE shift = ?1 AND "
                                "event = 'issue'",
                                {*shift})
                            ->integer(0);
    if (issued != count.blanks)
        count.faults.push_back({"stock.shift-unexplained"_code,
                                {{"issued", std::to_string(issued)}, {"found", std::to_string(count.blanks)}}});
    if (!count.faults.empty()) return base::Refusal{std::move(count.faults)};
    return settle(tx, author, workstation, *shift, count);
}

base::Outcome Stock::settle(records::Transaction& tx, const records::Author& author,
                            const records::WorkstationId& workstation, const std::string& shift,
                            const ShiftCount& count) const {
    auto& connection = tx.connection();
    const Account unused{placeOf(workstation), std::string{state::kUsable}};
    const Account vault{std::string{place::kVault}, std::string{state::kUsable}};
    const Account made{placeOf(workstation), std::string{state::kPersonalised}};
    const Account documents{std::string{place::kDocuments}, std::string{state::kPersonalised}};
    std::vector<Movement> back;
    for (const auto& range : allRanges(count.returned)) {
        moveBackToVault(connection, range, shift);
        back.push_back({range, unused, vault});
    }
    std::vector<Movement> finished;
    for (const auto& range : allRanges(count.personalised)) finished.push_back({range, made, documents});
    connection.execute("UPDATE blank SET place = 'documents' WHERE shift = ?1 AND state = 'personalised'", {shift});

    Act returning = actOf("return", author);
    Act closing = actOf("close", author);
    returning.shift = closing.shift = shift;
    enterMovements(connection, returning, back);
    enterMovements(connection, closing, finished);
    connection.execute("UPDATE stock_shift SET closed_at = ?2 WHERE id = ?1",
                       {shift, base::formatTimestamp(closing.time)});
    std::string listed;
    for (const auto& movement : back) listed += (listed.empty() ? "" : " ") + textOfRange(movement.range);
    journal(tx, closing, "shift", shift,
            {{"workstation", workstation.text()},
             {"issued", std::to_string(count.blanks)},
             {"personalised", std::to_string(totalOf(finished))},
             {"spoiled", std::to_string(count.spoiled)},
             {"returned", std::to_string(totalOf(back))},
             {"serials", listed}});
    return {};
}

}  // namespace inventory
