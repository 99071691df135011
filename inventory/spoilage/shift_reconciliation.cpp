// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/spoilage/shift_reconciliation.hpp"

#include <map>
#include <set>

#include "base/failure.hpp"
#include "inventory/ledger.hpp"

namespace inventory {
namespace {

using namespace base::literals;

std::set<std::string> defectiveCauses(records::Connection& connection) {
    std::set<std::string> codes;
    for (const auto& known : knownCauses(connection))
        if (known.defective) codes.insert(known.cause.code);
    return codes;
}

}  // namespace

ShiftReconciliation reconcileShift(records::Connection& connection, const std::string& shift) {
    const auto row =
        connection.queryOne("SELECT workstation, opened_at, closed_at FROM stock_shift WHERE id = ?1", {shift});
    if (!row) throw base::Failure{"stock.no-such-shift"_code, base::NextStep::Stop, shift};
    ShiftReconciliation found{shift, row->text(0), row->text(1), row->textOrEmpty(2), {}, {}};
    const auto defective = defectiveCauses(connection);
    std::map<std::string, ShiftLine> lines;
    connection.forEach(
        "SELECT item, first_number, last_number, event, cause, to_state FROM stock_movement WHERE reference = ?1 "
        "ORDER BY id",
        {"shift:" + shift}, [&](const records::Row& movement) {
            auto& line = lines.try_emplace(movement.text(0), ShiftLine{movement.text(0)}).first->second;
            const auto quantity = movement.integer(2) - movement.integer(1) + 1;
            if (movement.text(3) == "issue") line.issued += quantity;
            if (movement.text(3) == "return") line.unused += quantity;
            if (movement.text(3) == "close" && movement.text(5) == state::kPersonalised) line.used += quantity;
            if (movement.isNull(4)) return;
            (defective.contains(movement.text(4)) ? line.defective : line.spoiled) += quantity;
            for (auto number = movement.integer(1); number <= movement.integer(2); ++number)
                found.spoilage.push_back({line.item, number, movement.text(4)});
        });
    for (auto& [item, line] : lines) found.lines.push_back(std::move(line));
    return found;
}

std::vector<std::string> casesOfShift(records::Connection& connection, const std::string& shift) {
    std::vector<std::string> numbers;
    for (const auto& row : connection.query(
             "SELECT DISTINCT m.case_number FROM stock_case_matter m JOIN stock_case c ON c.number = m.case_number "
             "WHERE m.found < m.expected AND c.kind IN ('discrepancy', 'missing') AND EXISTS (SELECT 1 FROM "
             "stock_movement i WHERE i.reference = ?1 AND i.event = 'issue' AND i.item = m.item AND i.first_number <= "
             "m.last_number AND i.last_number >= m.first_number AND i.time <= c.opened_at) AND c.place = (SELECT "
             "'workstation:' || workstation FROM stock_shift WHERE id = ?2) ORDER BY m.case_number",
             {"shift:" + shift, shift}))
        numbers.push_back(row.text(0));
    return numbers;
}

}  // namespace inventory
