// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/transfers/transfers.hpp"

#include <set>

#include "inventory/number_series.hpp"
#include "inventory/places/places.hpp"
#include "inventory/places/presence.hpp"
#include "inventory/stock_blank.hpp"
#include "inventory/transfers/reservations.hpp"
#include "inventory/transfers/transfer_choice.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::size_t kLongestSeal = 40;

}  // namespace

base::Result<Transfer> Transfers::prepare(records::Transaction& tx, const records::Author& author,
                                          const NewTransfer& fresh) const {
    auto& connection = tx.connection();
    Choice choice;
    choose(connection, fresh, choice);
    if (!choice.faults.empty()) return base::Refusal{std::move(choice.faults)};
    Transfer transfer{nextNumber(tx, "TR", m_clock.now()),
                      fresh.from,
                      fresh.to,
                      fresh.state,
                      TransferStage::Prepared,
                      fresh.reason,
                      fresh.requisition,
                      {},
                      {},
                      {}};
    transfer.ranges = transfer.outstanding = choice.ranges;
    connection.execute(
        "INSERT INTO stock_transfer (id, from_place, to_place, state, stage, reason, requisition) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7)",
        {transfer.id, transfer.from, transfer.to, transfer.state, std::string{nameOf(transfer.stage)}, transfer.reason,
         records::orNull(transfer.requisition)});
    for (const auto& range : transfer.ranges)
        connection.execute(
            "INSERT INTO stock_transfer_range (transfer, item, first_number, last_number) VALUES (?1, ?2, ?3, ?4)",
            {transfer.id, range.item, range.first, range.last});
    reserve(connection, transfer.id, transfer.ranges);
    tell(tx, author, transfer, {{}, "prepare", {}, {}, {}, std::to_string(quantityOf(transfer.ranges)), {}});
    return transfer;
}

base::Result<Transfer> Transfers::lock(records::Connection& connection, std::string_view id, TransferStep step) const {
    connection.queryOne(
        std::string{"SELECT id FROM stock_transfer WHERE id = ?1"} += lockWords(connection, " FOR UPDATE"),
        {std::string{id}});
    auto transfer = find(connection, id);
    if (!transfer) return transfer;
    const auto next = following(transfer->stage, step);
    if (!next)
        return base::Fault{"transfer.wrong-stage"_code,
                           {{"transfer", transfer->id}, {"stage", std::string{nameOf(transfer->stage)}}}};
    transfer->stage = *next;
    lockItems(connection, *transfer);
    return transfer;
}

void Transfers::lockItems(records::Connection& connection, const Transfer& transfer) const {
    std::set<std::string> items;
    for (const auto& range : transfer.ranges) items.insert(range.item);
    for (const auto& item : items) lockPlaces(connection, item, {transfer.from, transfer.to, transfer.transit()});
}

base::Outcome Transfers::approve(records::Transaction& tx, const records::Author& author, std::string_view id) const {
    const auto transfer = lock(tx.connection(), id, TransferStep::Approve);
    if (!transfer) return transfer.refusal();
    if (transfer->events.front().person == author.person.text())
        return base::Fault{"transfer.own-approval"_code, {{"transfer", transfer->id}}};
    put(tx, author, *transfer, {{}, "approve", {}, {}, {}, {}, {}});
    return {};
}

base::Outcome Transfers::useSeal(records::Connection& connection, const Transfer& transfer,
                                 const std::string& number) const {
    if (number.empty() || number.size() > kLongestSeal)
        return base::Fault{"transfer.bad-seal"_code, {{"seal", number}}};
    const auto added =
        connection.execute("INSERT INTO stock_seal (number, transfer, time) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                           {number, transfer.id, base::formatTimestamp(m_clock.now())});
    if (added == 0) return base::Fault{"transfer.seal-used"_code, {{"seal", number}}};
    return {};
}

base::Outcome Transfers::seal(records::Transaction& tx, const records::Author& author, std::string_view id,
                              const std::string& number) const {
    auto transfer = lock(tx.connection(), id, TransferStep::Seal);
    if (!transfer) return transfer.refusal();
    if (auto used = useSeal(tx.connection(), *transfer, number); !used) return used;
    transfer->seal = number;
    put(tx, author, *transfer, {{}, "seal", {}, {}, {}, number, {}});
    return {};
}

std::vector<base::Fault> Transfers::faultsOfDeparture(const Dispatch& dispatch) const {
    std::vector<base::Fault> faults;
    if (dispatch.carrier.empty()) faults.push_back({"transfer.no-carrier"_code, {}});
    if (dispatch.expected <= m_clock.now())
        faults.push_back({"transfer.bad-arrival"_code, {{"expected", base::formatTimestamp(dispatch.expected)}}});
    return faults;
}

base::Outcome Transfers::dispatch(records::Transaction& tx, const records::Author& author, std::string_view id,
                                  const Dispatch& dispatch) const {
    auto& connection = tx.connection();
    auto transfer = lock(connection, id, TransferStep::Dispatch);
    if (!transfer) return transfer.refusal();
    if (isGuarded(connection, transfer->from))
        if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto faults = faultsOfDeparture(dispatch);
    const Account from{transfer->from, transfer->state};
    std::vector<Movement> movements;
    for (const auto& range : transfer->ranges) {
        std::vector<SerialRange> there;
        for (auto& run : runsWithin(connection, range))
            if (run.account == from) there.push_back(std::move(run.range));
        for (const auto& gone : without({range}, there))
            faults.push_back({"transfer.not-there"_code,
                              {{"serial", textOf(gone, *m_catalogue.find(gone.item))}, {"place", transfer->from}}});
        movements.push_back({range, from, {transfer->transit(), transfer->state}});
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    connection.execute("INSERT INTO stock_place (id, kind, name, guarded) VALUES (?1, 'transit', ?2, 0)",
                       {transfer->transit(), transfer->id});
    enterMovements(connection, {"dispatch", author, m_clock.now(), transfer->reference()}, movements);
    endReservations(connection, transfer->id);
    transfer->carrier = dispatch.carrier;
    transfer->expected = base::formatTimestamp(dispatch.expected);
    put(tx, author, *transfer, {{}, "dispatch", {}, {}, {}, {}, {}});
    return {};
}

base::Outcome Transfers::cancel(records::Transaction& tx, const records::Author& author, std::string_view id,
                                const std::string& reason) const {
    const auto transfer = lock(tx.connection(), id, TransferStep::Cancel);
    if (!transfer) return transfer.refusal();
    if (reason.empty()) return base::Fault{"transfer.no-reason"_code, {{"transfer", transfer->id}}};
    endReservations(tx.connection(), transfer->id);
    put(tx, author, *transfer, {{}, "cancel", {}, {}, {}, reason, {}});
    return {};
}

/// The transfer as it stands after a step, with the step's event and journal entry.
void Transfers::put(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
                    const TransferEvent& event) const {
    tx.connection().execute(
        "UPDATE stock_transfer SET stage = ?2, seal = ?3, carrier = ?4, expected_at = ?5 WHERE id = ?1",
        {transfer.id, std::string{nameOf(transfer.stage)}, records::orNull(transfer.seal),
         records::orNull(transfer.carrier), records::orNull(transfer.expected)});
    tell(tx, author, transfer, event);
}

void Transfers::tell(records::Transaction& tx, const records::Author& author, const Transfer& transfer,
                     const TransferEvent& event) const {
    const std::string stage{nameOf(transfer.stage)};
    tx.connection().execute(
        "INSERT INTO stock_transfer_event (transfer, number, time, event, stage, person, second, detail, case_number) "
        "SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM stock_transfer_event WHERE transfer = ?1",
        {transfer.id, base::formatTimestamp(m_clock.now()), event.event, stage, author.person.text(),
         author.approver ? records::Value{author.approver->text()} : records::Value{}, event.detail,
         records::orNull(event.caseId)});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "transfer." + event.event,
                              "transfer",
                              transfer.id,
                              {},
                              {{"from", transfer.from},
                               {"to", transfer.to},
                               {"stage", stage},
                               {"serials", textOf(transfer.ranges, m_catalogue)},
                               {"case", event.caseId}}});
}

}  // namespace inventory
