// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/places/custody.hpp"

#include <map>

#include "inventory/cases/cases.hpp"
#include "inventory/ledger.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/operators.hpp"

namespace inventory {
namespace {

using namespace base::literals;

std::int64_t nextNumber(records::Connection& connection, const std::string& place) {
    return connection.queryOne("SELECT coalesce(max(number), 0) + 1 FROM stock_handover WHERE place = ?1", {place})
        ->integer(0);
}

bool present(const records::Author& author, const std::string& person) {
    return author.person.text() == person || (author.approver && author.approver->text() == person);
}

}  // namespace

std::vector<base::Fault> Custody::faultsOfPeople(records::Connection& connection, const records::Author& author,
                                                 const Place& place, const records::OperatorId& incoming) const {
    std::vector<base::Fault> faults;
    if (!place.active) faults.push_back({"custody.place-closed"_code, {{"place", place.id}}});
    if (!records::holdsRole(connection, incoming, records::Role::Custodian))
        faults.push_back({"custody.bad-custodian"_code, {{"person", incoming.text()}}});
    if (!present(author, incoming.text()))
        faults.push_back({"custody.incoming-absent"_code, {{"person", incoming.text()}}});
    if (place.custodian == incoming.text()) {
        faults.push_back({"custody.same-custodian"_code, {{"place", place.id}}});
    } else if (!place.custodian.empty() && !present(author, place.custodian) &&
               records::holdsRole(connection, records::OperatorId{place.custodian}, records::Role::Custodian)) {
        faults.push_back({"custody.outgoing-absent"_code, {{"person", place.custodian}}});
    }
    return faults;
}

base::Result<HandedOver> Custody::handOver(records::Transaction& tx, const records::Author& author,
                                           const HandOver& handOver) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto& connection = tx.connection();
    for (const auto& item : m_catalogue.items()) lockPlaces(connection, item.id, {handOver.place});
    const auto place = Places{m_catalogue, m_clock}.find(connection, handOver.place);
    if (!place) return place.refusal();
    if (auto faults = faultsOfPeople(connection, author, *place, handOver.incoming); !faults.empty())
        return base::Refusal{std::move(faults)};
    const auto counted = countedFrom(connection, handOver.counted, m_catalogue);
    if (!counted) return counted.refusal();
    const auto difference = differenceOf(presentAt(connection, place->id), *counted);
    if (!difference.none() && handOver.onDifference == OnDifference::Refuse)
        return base::Refusal{faultsOf(connection, m_catalogue, difference)};
    HandedOver done{place->id,
                    nextNumber(connection, place->id),
                    base::formatTimestamp(m_clock.now()),
                    place->custodian,
                    handOver.incoming.text(),
                    author.person.text(),
                    author.approver->text(),
                    quantityOf(*counted),
                    quantityOf(difference.missing),
                    quantityOf(difference.surplus),
                    {}};
    if (!difference.none()) done.caseId = openCase(tx, author, done, difference);
    record(tx, done, *counted);
    records::appendToJournal(tx, m_clock,
                             {author,
                              "custody.handover",
                              "place",
                              done.place,
                              {},
                              {{"number", std::to_string(done.number)},
                               {"outgoing", done.outgoing},
                               {"incoming", done.incoming},
                               {"quantity", std::to_string(done.quantity)},
                               {"case", done.caseId}}});
    return done;
}

std::string Custody::openCase(records::Transaction& tx, const records::Author& author, const HandedOver& done,
                              const CountDifference& difference) const {
    auto& connection = tx.connection();
    const std::string reference = "handover:" + done.place + ":" + std::to_string(done.number);
    auto opened = Cases{m_catalogue, m_clock}.open(
        tx, author, {CaseKind::Discrepancy, done.place, reference, "hand-over", mattersOf(connection, difference)});
    std::vector<Movement> lost;
    for (const auto& range : difference.missing)
        for (const auto& run : runsWithin(connection, range))
            lost.push_back({run.range, run.account, {done.place, std::string{state::kMissing}}});
    enterMovements(connection, {"miss", author, m_clock.now(), reference}, lost);
    return opened;
}

void Custody::appoint(records::Transaction& tx, const records::Author& author, const std::string& place,
                      const records::OperatorId& custodian) const {
    const HandedOver first{
        place, 1, base::formatTimestamp(m_clock.now()), {}, custodian.text(), author.person.text(), {}, 0, 0, 0, {}};
    record(tx, first, {});
    records::appendToJournal(tx, m_clock,
                             {author, "custody.appoint", "place", place, {}, {{"incoming", custodian.text()}}});
}

void Custody::record(records::Transaction& tx, const HandedOver& done, const std::vector<SerialRange>& counted) const {
    auto& connection = tx.connection();
    connection.execute(
        "INSERT INTO stock_handover (place, number, time, outgoing, incoming, person, second, quantity, missing, "
        "surplus, case_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {done.place, done.number, done.time, records::orNull(done.outgoing), done.incoming, done.person,
         records::orNull(done.second), done.quantity, done.missing, done.surplus, records::orNull(done.caseId)});
    for (const auto& range : counted)
        connection.execute(
            "INSERT INTO stock_handover_range (place, number, item, first_number, last_number) VALUES (?1, ?2, ?3, ?4, "
            "?5)",
            {done.place, done.number, range.item, range.first, range.last});
    connection.execute("UPDATE stock_place SET custodian = ?2 WHERE id = ?1", {done.place, done.incoming});
}

base::Result<CustodyCard> Custody::card(records::Connection& connection, std::string_view place) const {
    auto found = Places{m_catalogue, m_clock}.find(connection, place);
    if (!found) return found.refusal();
    CustodyCard card{std::move(*found), {}, {}, 0};
    if (const auto last = connection.queryOne(
            "SELECT time FROM stock_handover WHERE place = ?1 ORDER BY number DESC LIMIT 1", {card.place.id}))
        card.since = last->text(0);
    std::map<std::pair<std::string, std::string>, std::vector<SerialRange>> held;
    for (auto& run : runsAt(connection, place))
        held[{run.range.item, run.account.state}].push_back(std::move(run.range));
    for (const auto& [key, ranges] : held) {
        CardLine line{key.first, key.second, quantityOf(ranges), {}};
        for (const auto& range : ranges) line.ranges.push_back(textOf(range, *m_catalogue.find(range.item)));
        card.quantity += line.quantity;
        card.lines.push_back(std::move(line));
    }
    return card;
}

base::Result<std::vector<HandedOver>> Custody::history(records::Connection& connection, std::string_view place) const {
    const auto found = Places{m_catalogue, m_clock}.find(connection, place);
    if (!found) return found.refusal();
    std::vector<HandedOver> changes;
    for (const auto& row : connection.query(
             "SELECT place, number, time, outgoing, incoming, person, second, quantity, missing, surplus, case_id FROM "
             "stock_handover WHERE place = ?1 ORDER BY number",
             {found->id}))
        changes.push_back({row.text(0), row.integer(1), row.text(2), row.textOrEmpty(3), row.text(4), row.text(5),
                           row.textOrEmpty(6), row.integer(7), row.integer(8), row.integer(9), row.textOrEmpty(10)});
    return changes;
}

}  // namespace inventory
