// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "inventory/places/places.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"
#include "records/operators/sites.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

base::Result<StockReceived> receive(House& house, Call& call, const StockReceive& request) {
    const auto manifest = inventory::Manifest::read(request.manifest, *house.manifestSchema);
    if (!manifest) return manifest.refusal();
    const auto receipt = house.stock->receive(call.transaction(), call.author, *manifest);
    if (!receipt) return receipt.refusal();
    return StockReceived{receipt->id, receipt->quantity};
}

base::Result<StockIssued> issue(House& house, Call& call, const StockIssue& request) {
    const auto known = records::Sites{house.clock}.workstations(call.connection);
    const auto station = std::find_if(known.begin(), known.end(), [&](const auto& each) {
        return each.active && each.id.text() == request.workstation;
    });
    if (station == known.end())
        return base::Fault{"people.unknown-workstation"_code, {{"workstation", request.workstation}}, {}};
    const auto vault = inventory::vaultOf(call.connection, station->site);
    const auto issued =
        house.stock->issueToShift(call.transaction(), call.author, request.item, request.quantity, station->id, vault);
    if (!issued) return issued.refusal();
    return StockIssued{issued->shift, issued->ranges};
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

base::Result<StockHistoryTold> history(House& house, Call& call, const StockHistory& request) {
    const auto found = house.stock->history(call.connection, request.serial);
    if (!found) return found.refusal();
    StockHistoryTold told{found->serial, found->item, found->state, found->place, {}};
    const PeopleNames names{house, call.connection};
    for (const auto& event : found->events)
        told.events.push_back({event.time, event.event, event.place, event.state, names.of(event.person),
                               names.of(event.second), event.detail});
    return told;
}

}  // namespace

void addStockAnswers(ActTable& acts, House& house) {
    acts.answer<StockReceive>([&house](Call& call, const auto& request) { return receive(house, call, request); });
    acts.answer<StockIssue>([&house](Call& call, const auto& request) { return issue(house, call, request); });
    acts.answer<StockBalance>([&house](Call& call, const auto&) { return balance(house, call); });
    acts.answer<StockHistory>([&house](Call& call, const auto& request) { return history(house, call, request); });
    acts.answer<StockExport>(
        [&house](Call& call, const auto&) { return TextExported{house.stock->exportCsv(call.connection)}; });
}

}  // namespace issuance
