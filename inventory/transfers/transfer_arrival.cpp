// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "inventory/cases/cases.hpp"
#include "inventory/places/places.hpp"
#include "inventory/places/presence.hpp"
#include "inventory/transfers/transfers.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

using namespace base::literals;

/// Whoever sent the blanks on their way does not confirm that they arrived.
bool sent(const Transfer& transfer, const records::Author& author) {
    const auto departure = std::find_if(transfer.events.rbegin(), transfer.events.rend(), [](const auto& event) {
        return event.event == "dispatch" || event.event == "return";
    });
    return departure != transfer.events.rend() && departure->person == author.person.text();
}

}  // namespace

/// What a receiver found in a package.
struct Transfers::Finding {
    bool sealBroken = false;
    std::vector<SerialRange> arrived;
    CountDifference difference;

    [[nodiscard]] bool demandsCase() const { return sealBroken || !difference.none(); }
};

base::Result<Transfers::Finding> Transfers::examine(records::Connection& connection, const records::Author& author,
                                                    const Transfer& transfer,
                                                    const std::vector<std::string>& scanned) const {
    if (sent(transfer, author)) return base::Fault{"transfer.sender-receives"_code, {{"transfer", transfer.id}}};
    const auto counted = countedFrom(connection, scanned, m_catalogue);
    if (!counted) return counted.refusal();
    const auto expected = presentAt(connection, transfer.transit());
    Finding finding;
    finding.difference = differenceOf(expected, *counted);
    finding.arrived = without(*counted, finding.difference.surplus);
    return finding;
}

base::Result<Transfer> Transfers::receive(records::Transaction& tx, const records::Author& author, std::string_view id,
                                          const Arrival& arrival) const {
    auto& connection = tx.connection();
    auto transfer = lock(connection, id, TransferStep::Receive);
    if (!transfer) return transfer;
    auto finding = examine(connection, author, *transfer, arrival.scanned);
    if (!finding) return finding.refusal();
    finding->sealBroken = arrival.found == SealFound::Broken || arrival.seal != transfer->seal;
    if (finding->sealBroken || arrival.onDifference == OnDifference::OpenCase)
        if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (!finding->difference.none() && arrival.onDifference == OnDifference::Refuse)
        return base::Refusal{faultsOf(connection, m_catalogue, finding->difference)};
    std::string opened;
    if (finding->demandsCase()) opened = openCase(tx, author, *transfer, *finding, "seal read: " + arrival.seal);
    if (auto arrived = arrive(tx, author, *transfer, finding->arrived); !arrived) return arrived.refusal();
    std::vector<Movement> lost;
    const Account there{transfer->transit(), transfer->state};
    for (const auto& range : finding->difference.missing)
        lost.push_back({range, there, {there.place, std::string{state::kMissing}}});
    enterMovements(connection, {"miss", author, m_clock.now(), transfer->reference()}, lost);
    connection.execute(
        "UPDATE stock_place SET active = 0 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM stock_run WHERE place = ?1)",
        {transfer->transit()});
    put(tx, author, *transfer,
        {{}, "receive", {}, {}, {}, finding->sealBroken ? "seal " + arrival.seal : std::string{}, opened});
    return find(connection, id);
}

base::Result<Transfer> Transfers::sendBack(records::Transaction& tx, const records::Author& author, std::string_view id,
                                           const SendBack& back) const {
    auto& connection = tx.connection();
    auto transfer = lock(connection, id, TransferStep::Return);
    if (!transfer) return transfer;
    const bool broken = back.found == SealFound::Broken || back.seal != transfer->seal;
    if (broken)
        if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto faults = faultsOfDeparture(back.dispatch);
    if (back.reason.empty()) faults.push_back({"transfer.no-reason"_code, {{"transfer", transfer->id}}});
    const bool unopened = !broken && back.accepted.empty() && back.returned.empty() && back.newSeal.empty();
    if (!unopened && back.returned.empty())
        faults.push_back({"transfer.nothing-returned"_code, {{"transfer", transfer->id}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    std::string opened;
    if (!unopened) {
        const auto accepted = countedFrom(connection, back.accepted, m_catalogue);
        if (!accepted) return accepted.refusal();
        auto all = back.accepted;
        all.insert(all.end(), back.returned.begin(), back.returned.end());
        auto finding = examine(connection, author, *transfer, all);
        if (!finding) return finding.refusal();
        if (!finding->difference.none()) return base::Refusal{faultsOf(connection, m_catalogue, finding->difference)};
        const auto returned = countedFrom(connection, back.returned, m_catalogue);
        if (!returned) return returned.refusal();
        if (quantityOf(*accepted) + quantityOf(*returned) != quantityOf(finding->arrived))
            return base::Fault{"transfer.both-ways"_code, {{"transfer", transfer->id}}};
        if (auto used = useSeal(connection, *transfer, back.newSeal); !used) return used.refusal();
        finding->sealBroken = broken;
        if (broken) opened = openCase(tx, author, *transfer, *finding, "seal read: " + back.seal);
        transfer->seal = back.newSeal;
        auto inward = *transfer;
        inward.stage = TransferStage::Received;
        if (auto arrived = arrive(tx, author, inward, *accepted); !arrived) return arrived.refusal();
    }
    transfer->carrier = back.dispatch.carrier;
    transfer->expected = base::formatTimestamp(back.dispatch.expected);
    put(tx, author, *transfer, {{}, "return", {}, {}, {}, back.reason, opened});
    return find(connection, id);
}

base::Outcome Transfers::arrive(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
                                const std::vector<SerialRange>& ranges) const {
    auto& connection = tx.connection();
    std::map<std::string, std::int64_t> quantities;
    std::vector<Movement> movements;
    for (const auto& range : ranges) {
        quantities[range.item] += range.quantity();
        movements.push_back({range, {transfer.transit(), transfer.state}, {transfer.destination(), transfer.state}});
    }
    std::vector<base::Fault> faults;
    for (const auto& [item, quantity] : quantities)
        for (auto& fault : faultsOfArrival(connection, transfer.destination(), *m_catalogue.find(item), quantity))
            faults.push_back(std::move(fault));
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    enterMovements(connection, {"arrive", author, m_clock.now(), transfer.reference()}, movements);
    return {};
}

std::string Transfers::openCase(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
                                const Finding& finding, const std::string& reason) const {
    NewCase fresh{CaseKind::Discrepancy, transfer.destination(), transfer.reference(), reason,
                  mattersOf(tx.connection(), finding.difference)};
    if (finding.sealBroken)
        for (const auto& range : finding.arrived) fresh.matters.push_back(CaseMatter::concerned(range));
    return Cases{m_catalogue, m_clock}.open(tx, author, fresh);
}

}  // namespace inventory
