// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_requisitions.hpp"
#include "inventory/transfers/requisitions.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace contract;

inventory::Requisitions requisitionsOf(House& house) { return {*house.items, house.clock}; }

RequisitionLine lineOf(const inventory::Requisition& requisition, const PeopleNames& names) {
    return {requisition.id,          requisition.place,
            requisition.item,        requisition.quantity,
            requisition.reason,      requisition.stage,
            requisition.requestedAt, names.of(requisition.requestedBy),
            requisition.decidedAt,   names.of(requisition.decidedBy),
            requisition.transfer,    requisition.moved};
}

base::Result<RequisitionLine> lineOf(House& house, Call& call, const base::Result<inventory::Requisition>& result) {
    if (!result) return result.refusal();
    return lineOf(*result, {house, call.connection});
}

MinimumsListed minimums(House& house, Call& call, const MinimumList& request) {
    MinimumsListed listed;
    for (const auto& minimum : requisitionsOf(house).minimums(call.connection))
        if (minimum.isLow() || !request.onlyLow)
            listed.lines.push_back(
                {minimum.place, minimum.item, minimum.least, minimum.usable, minimum.onTheWay, minimum.isLow()});
    return listed;
}

base::Result<Done> doneIf(const base::Outcome& outcome) {
    if (!outcome) return outcome.refusal();
    return Done{};
}

}  // namespace

void addRequisitionAnswers(ActTable& acts, House& house) {
    acts.answer<MinimumSet>([&house](Call& call, const auto& request) {
        return doneIf(requisitionsOf(house).setMinimum(call.transaction(), call.author, request.place, request.item,
                                                       request.least));
    });
    acts.answer<MinimumList>([&house](Call& call, const auto& request) { return minimums(house, call, request); });
    acts.answer<RequisitionCreate>([&house](Call& call, const auto& request) {
        return lineOf(house, call,
                      requisitionsOf(house).create(call.transaction(), call.author,
                                                   {request.place, request.item, request.quantity, request.reason}));
    });
    acts.answer<RequisitionApprove>([&house](Call& call, const auto& request) {
        return lineOf(
            house, call,
            requisitionsOf(house).approve(call.transaction(), call.author, request.requisition, request.from));
    });
    acts.answer<RequisitionRefuse>([&house](Call& call, const auto& request) {
        return doneIf(
            requisitionsOf(house).refuse(call.transaction(), call.author, request.requisition, request.reason));
    });
    acts.answer<RequisitionList>([&house](Call& call, const auto&) {
        RequisitionsListed listed;
        const PeopleNames names{house, call.connection};
        for (const auto& requisition : requisitionsOf(house).list(call.connection))
            listed.requisitions.push_back(lineOf(requisition, names));
        return listed;
    });
}

}  // namespace issuance
