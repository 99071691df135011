// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include "contract/acts_of_stock.hpp"
#include "inventory/places/places.hpp"
#include "inventory/spoilage/shift_reconciliation.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/open_shift.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/stock_papers.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/sites.hpp"

namespace issuance {
namespace {

using namespace contract;

base::Result<StockReceived> receive(House& house, Call& call, const StockReceive& request) {
    const auto manifest = inventory::Manifest::read(request.manifest, *house.manifestSchema);
    if (!manifest) return manifest.refusal();
    const auto receipt = house.stock->receive(call.transaction(), call.author, *manifest);
    if (!receipt) return receipt.refusal();
    const auto act = issueReceiptAct(house, call, receipt->id);
    if (!act) return act.refusal();
    return StockReceived{receipt->id, receipt->quantity, *act};
}

base::Result<StockIssued> issue(House& house, Call& call, const StockIssue& request) {
    const auto station =
        records::Sites{house.clock}.lockOpen(call.transaction(), records::WorkstationId{request.workstation});
    if (!station) return station.refusal();
    const auto vault = inventory::vaultOf(call.connection, station->site);
    const auto issued =
        house.stock->issueToShift(call.transaction(), call.author, request.item, request.quantity, station->id, vault);
    if (!issued) return issued.refusal();
    return StockIssued{issued->shift, issued->ranges};
}

/// What the journal's entry of the closing says, which is what the two people stand for.
ShiftClosed closingOf(Call& call, const std::string& workstation, const std::string& shift) {
    const auto facts = records::lastFactsOf(call.connection, "stock.close", "shift", shift);
    const auto count = [&](const char* name) { return std::int64_t{std::stoll(facts.at(name))}; };
    ShiftClosed closed{
        workstation, shift, count("issued"), count("personalised"), count("spoiled"), count("returned"), 0, {}, {}, {}};
    closed.unexplained = closed.issued - closed.personalised - closed.spoiled - closed.returned;
    std::istringstream ranges{facts.at("serials")};
    for (std::string range; ranges >> range;) closed.ranges.push_back(range);
    return closed;
}

/// The closing of a workstation's shift, as `close` does it, with its signed paper.
template <class Close>
base::Result<ShiftClosed> closing(House& house, Call& call, const std::string& workstation, Close&& close) {
    const auto station = records::Sites{house.clock}.lockOpen(call.transaction(), records::WorkstationId{workstation});
    if (!station) return station.refusal();
    const auto shift = openShiftAt(call.connection, workstation);
    if (auto closed = close(station->id, inventory::vaultOf(call.connection, station->site)); !closed)
        return closed.refusal();
    const auto act = issueShiftReconciliation(house, call, shift.value());
    if (!act) return act.refusal();
    auto closed = closingOf(call, workstation, shift.value());
    closed.act = *act;
    for (const auto& found : inventory::casesOfShift(call.connection, shift.value())) closed.cases.push_back(found);
    return closed;
}

base::Result<ShiftClosed> closeShift(House& house, Call& call, const StockClose& request) {
    return closing(house, call, request.workstation, [&](const auto& station, const auto& vault) {
        return house.stock->closeShift(call.transaction(), call.author, station, request.returned, vault);
    });
}

base::Result<ShiftClosed> closeShiftShort(House& house, Call& call, const StockCloseShort& request) {
    return closing(house, call, request.workstation, [&](const auto& station, const auto& vault) {
        return house.stock->closeShiftShort(call.transaction(), call.author, station,
                                            {request.returned, request.reason}, vault);
    });
}

StockBalanced balance(House& house, Call& call) {
    StockBalanced balanced;
    for (const auto& line : house.stock->balance(call.connection)) {
        balanced.lines.push_back({line.item, line.place, line.state, line.quantity, line.unexplained, ""});
        balanced.unexplained += line.unexplained;
    }
    for (const auto& lot : inventory::Lots{*house.items, house.clock}.balance(call.connection)) {
        balanced.lines.push_back(
            {lot.item, lot.place, std::string{inventory::state::kUsable}, lot.quantity, lot.unexplained, lot.lot});
        balanced.unexplained += lot.unexplained;
    }
    return balanced;
}

struct Known {
    std::string_view kind;  ///< of the reference, or the first word of the detail
    std::string_view sql;   ///< what people call it, by its id
};

constexpr Known kKnown[] = {
    {"receipt", "SELECT supplier || ' ' || purchase FROM stock_receipt WHERE id = ?1"},
    {"shift", "SELECT workstation || ' ' || substr(opened_at, 1, 10) FROM stock_shift WHERE id = ?1"},
    {"order", "SELECT station || ' ' || reference FROM production_order WHERE id = ?1"},
    {"document", "SELECT number FROM document WHERE id = ?1"},
};

/// The names by which people know what an event belongs to: of its order or document, else of its reference.
std::string whatPeopleKnow(records::Connection& connection, const inventory::HistoryEvent& event) {
    for (const auto& [text, mark] : {std::pair{&event.detail, ' '}, std::pair{&event.reference, ':'}}) {
        const auto end = text->find(mark);
        if (end == std::string::npos) continue;
        for (const auto& known : kKnown)
            if (text->compare(0, end, known.kind) == 0)
                if (const auto row = connection.queryOne(known.sql, {text->substr(end + 1)})) return row->text(0);
    }
    return {};
}

base::Result<StockHistoryTold> history(House& house, Call& call, const StockHistory& request) {
    const auto found = house.stock->history(call.connection, request.serial);
    if (!found) return found.refusal();
    StockHistoryTold told{found->serial, found->item, found->state, found->place, {}, {}};
    if (const auto row =
            call.connection.queryOne("SELECT chip_identity FROM document WHERE blank_serial = ?1", {found->serial}))
        told.chipIdentity = row->text(0);
    const PeopleNames names{house, call.connection};
    for (const auto& event : found->events)
        told.events.push_back({event.time, event.event, event.place, event.state, names.of(event.person),
                               names.of(event.second), event.detail, event.reference,
                               whatPeopleKnow(call.connection, event)});
    return told;
}

}  // namespace

void addStockAnswers(ActTable& acts, House& house) {
    acts.answer<StockReceive>([&house](Call& call, const auto& request) { return receive(house, call, request); });
    acts.answer<StockIssue>([&house](Call& call, const auto& request) { return issue(house, call, request); });
    acts.answer<StockClose>([&house](Call& call, const auto& request) { return closeShift(house, call, request); });
    acts.answer<StockCloseShort>(
        [&house](Call& call, const auto& request) { return closeShiftShort(house, call, request); });
    acts.answer<StockBalance>([&house](Call& call, const auto&) { return balance(house, call); });
    acts.answer<StockHistory>([&house](Call& call, const auto& request) { return history(house, call, request); });
    acts.answer<StockExport>(
        [&house](Call& call, const auto&) { return TextExported{house.stock->exportCsv(call.connection)}; });
}

}  // namespace issuance
