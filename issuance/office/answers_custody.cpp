// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_custody.hpp"
#include "inventory/places/custody.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/custody_papers.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace contract;

PlaceLine lineOf(const inventory::Place& place, const PeopleNames& names) {
    return {place.id,       place.kind,    place.name,   place.site, names.of(place.custodian),
            place.capacity, place.guarded, place.active, place.items};
}

HandoverLine lineOf(const inventory::HandedOver& change, const PeopleNames& names) {
    return {change.number,
            change.time,
            names.of(change.outgoing),
            names.of(change.incoming),
            names.of(change.person),
            names.of(change.second),
            change.quantity,
            change.missing,
            change.surplus,
            change.caseId};
}

/// Refusals name people as people know them.
base::Refusal named(const base::Refusal& refusal, const PeopleNames& names) {
    auto faults = refusal.faults();
    for (auto& fault : faults)
        for (auto& [name, value] : fault.arguments)
            if (name == "person") value = names.of(value);
    return base::Refusal{std::move(faults)};
}

inventory::Custody custodyOf(House& house) { return {*house.items, house.clock}; }
inventory::Places placesOf(House& house) { return {*house.items, house.clock}; }

base::Result<PlaceAdded> add(House& house, Call& call, const PlaceAdd& request) {
    const auto custodian = house.operators->named(call.connection, request.custodian);
    if (!custodian) return custodian.refusal();
    const auto added = placesOf(house).add(call.transaction(), call.author,
                                           {request.kind, request.key, request.name, request.site, custodian->id,
                                            request.capacity, request.guarded, request.items});
    if (!added) return named(added.refusal(), {house, call.connection});
    return PlaceAdded{*added};
}

PlacesListed list(House& house, Call& call) {
    PlacesListed listed;
    const PeopleNames names{house, call.connection};
    for (const auto& place : placesOf(house).list(call.connection)) listed.places.push_back(lineOf(place, names));
    return listed;
}

base::Result<CustodyShown> show(House& house, Call& call, const PlaceShow& request) {
    const auto card = custodyOf(house).card(call.connection, request.place);
    if (!card) return card.refusal();
    CustodyShown shown{lineOf(card->place, {house, call.connection}), card->since, card->quantity, {}};
    for (const auto& line : card->lines) shown.lines.push_back({line.item, line.state, line.quantity, line.ranges});
    return shown;
}

base::Result<Done> close(House& house, Call& call, const PlaceClose& request) {
    if (auto closed = placesOf(house).close(call.transaction(), call.author, request.place, request.reason); !closed)
        return closed.refusal();
    return Done{};
}

base::Result<HandoverLine> handOver(House& house, Call& call, const CustodyHandover& request) {
    const auto incoming = house.operators->named(call.connection, request.incoming);
    if (!incoming) return incoming.refusal();
    const PeopleNames names{house, call.connection};
    const auto done = custodyOf(house).handOver(
        call.transaction(), call.author,
        {request.place, incoming->id, request.counted,
         request.openCase ? inventory::OnDifference::OpenCase : inventory::OnDifference::Refuse});
    if (!done) return named(done.refusal(), names);
    return lineOf(*done, names);
}

base::Result<CustodyTold> history(House& house, Call& call, const CustodyHistory& request) {
    const auto changes = custodyOf(house).history(call.connection, request.place);
    if (!changes) return changes.refusal();
    CustodyTold told{request.place, {}};
    const PeopleNames names{house, call.connection};
    for (const auto& change : *changes) told.changes.push_back(lineOf(change, names));
    return told;
}

}  // namespace

void addCustodyAnswers(ActTable& acts, House& house) {
    acts.answer<PlaceAdd>([&house](Call& call, const auto& request) { return add(house, call, request); });
    acts.answer<PlaceList>([&house](Call& call, const auto&) { return list(house, call); });
    acts.answer<PlaceShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
    acts.answer<PlaceClose>([&house](Call& call, const auto& request) { return close(house, call, request); });
    acts.answer<CustodyHandover>([&house](Call& call, const auto& request) { return handOver(house, call, request); });
    acts.answer<contract::CustodyCard>([&house](Call& call, const auto& request) -> base::Result<CardIssued> {
        const auto act = issueCustodyCard(house, call, request.place);
        if (!act) return act.refusal();
        return CardIssued{*act};
    });
    acts.answer<CustodyHistory>([&house](Call& call, const auto& request) { return history(house, call, request); });
}

}  // namespace issuance
