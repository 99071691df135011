// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_transfers.hpp"
#include "inventory/transfers/transfers.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/custody_papers.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using inventory::Transfers;

Transfers transfersOf(House& house) { return {*house.items, house.clock}; }

std::vector<std::string> textsOf(const std::vector<inventory::SerialRange>& ranges, const House& house) {
    std::vector<std::string> texts;
    for (const auto& range : ranges) texts.push_back(inventory::textOf(range, *house.items->find(range.item)));
    return texts;
}

TransferShown shownOf(const inventory::Transfer& transfer, const House& house, const PeopleNames& names) {
    TransferShown shown{transfer.id,
                        transfer.from,
                        transfer.to,
                        transfer.state,
                        std::string{nameOf(transfer.stage)},
                        transfer.reason,
                        transfer.requisition,
                        transfer.seal,
                        transfer.carrier,
                        transfer.expected,
                        transfer.overdue,
                        inventory::quantityOf(transfer.ranges),
                        textsOf(transfer.ranges, house),
                        textsOf(transfer.outstanding, house),
                        {},
                        {}};
    for (const auto& event : transfer.events)
        shown.events.push_back({event.time, event.event, event.stage, names.of(event.person), names.of(event.second),
                                event.detail, event.caseId});
    return shown;
}

/// The transfer as it stands after an act, or why it was refused.
template <class Outcome>
base::Result<TransferShown> after(House& house, Call& call, const Outcome& outcome, const std::string& id) {
    if (!outcome) return outcome.refusal();
    const auto transfer = transfersOf(house).find(call.connection, id);
    if (!transfer) return transfer.refusal();
    auto shown = shownOf(*transfer, house, {house, call.connection});
    shown.manifest = paperAbout(call.connection, "transfer", id);
    return shown;
}

inventory::SealFound sealFound(bool broken) {
    return broken ? inventory::SealFound::Broken : inventory::SealFound::Intact;
}

base::Result<TransferShown> prepare(House& house, Call& call, const TransferPrepare& request) {
    const auto prepared = transfersOf(house).prepare(
        call.transaction(), call.author,
        {request.from, request.to, request.state, request.serials, request.item, request.quantity, request.reason, {}});
    if (!prepared) return prepared.refusal();
    return after(house, call, base::Outcome{}, prepared->id);
}

/// A moment in UTC to the second, as people write it, or a day: its end.
base::Result<base::Timestamp> momentOf(const std::string& text) {
    constexpr std::size_t kDay = 10, kToSecond = 20;
    if (text.size() == kDay) return base::parseTimestamp(text + "T23:59:59.000000Z");
    if (text.size() == kToSecond && text.back() == 'Z')
        return base::parseTimestamp(text.substr(0, kToSecond - 1) + ".000000Z");
    return base::parseTimestamp(text);
}

base::Result<TransferShown> dispatch(House& house, Call& call, const TransferDispatch& request) {
    const auto expected = momentOf(request.expected);
    if (!expected) return expected.refusal();
    auto& tx = call.transaction();
    const auto left = transfersOf(house).dispatch(tx, call.author, request.transfer, {request.carrier, *expected});
    if (!left) return left.refusal();
    const auto transfer = transfersOf(house).find(call.connection, request.transfer);
    if (!transfer) return transfer.refusal();
    const auto manifest = issueTransferManifest(house, call, *transfer);
    if (!manifest) return manifest.refusal();
    return after(house, call, left, request.transfer);
}

base::Result<TransferShown> receive(House& house, Call& call, const TransferReceive& request) {
    const inventory::Arrival arrival{
        request.seal, sealFound(request.sealBroken), request.scanned,
        request.openCase ? inventory::OnDifference::OpenCase : inventory::OnDifference::Refuse};
    return after(house, call, transfersOf(house).receive(call.transaction(), call.author, request.transfer, arrival),
                 request.transfer);
}

base::Result<TransferShown> sendBack(House& house, Call& call, const TransferReturn& request) {
    const auto expected = momentOf(request.expected);
    if (!expected) return expected.refusal();
    const inventory::SendBack back{
        request.seal,   sealFound(request.sealBroken), request.accepted, request.returned, request.newSeal,
        request.reason, {request.carrier, *expected}};
    return after(house, call, transfersOf(house).sendBack(call.transaction(), call.author, request.transfer, back),
                 request.transfer);
}

base::Result<TransfersListed> list(House& house, Call& call, const TransferList& request) {
    auto which = Transfers::Which::Open;
    if (request.which == "overdue")
        which = Transfers::Which::Overdue;
    else if (request.which == "all")
        which = Transfers::Which::All;
    else if (request.which != "open")
        return base::Fault{"transfer.unknown-list"_code, {{"which", request.which}}};
    TransfersListed listed;
    const PeopleNames names{house, call.connection};
    for (const auto& transfer : transfersOf(house).list(call.connection, which))
        listed.transfers.push_back(shownOf(transfer, house, names));
    return listed;
}

base::Result<Done> cap(House& house, Call& call, const TransferCap& request) {
    const auto set = transfersOf(house).setCap(call.transaction(), call.author,
                                               {request.item, request.from, request.to, request.most});
    if (!set) return set.refusal();
    return Done{};
}

}  // namespace

void addTransferAnswers(ActTable& acts, House& house) {
    acts.answer<TransferPrepare>([&house](Call& call, const auto& request) { return prepare(house, call, request); });
    acts.answer<TransferApprove>([&house](Call& call, const auto& request) {
        return after(house, call, transfersOf(house).approve(call.transaction(), call.author, request.transfer),
                     request.transfer);
    });
    acts.answer<TransferSeal>([&house](Call& call, const auto& request) {
        return after(house, call,
                     transfersOf(house).seal(call.transaction(), call.author, request.transfer, request.seal),
                     request.transfer);
    });
    acts.answer<TransferDispatch>([&house](Call& call, const auto& request) { return dispatch(house, call, request); });
    acts.answer<TransferReceive>([&house](Call& call, const auto& request) { return receive(house, call, request); });
    acts.answer<TransferReturn>([&house](Call& call, const auto& request) { return sendBack(house, call, request); });
    acts.answer<TransferCancel>([&house](Call& call, const auto& request) {
        return after(house, call,
                     transfersOf(house).cancel(call.transaction(), call.author, request.transfer, request.reason),
                     request.transfer);
    });
    acts.answer<TransferList>([&house](Call& call, const auto& request) { return list(house, call, request); });
    acts.answer<TransferShow>(
        [&house](Call& call, const auto& request) { return after(house, call, base::Outcome{}, request.transfer); });
    acts.answer<TransferCap>([&house](Call& call, const auto& request) { return cap(house, call, request); });
}

}  // namespace issuance
