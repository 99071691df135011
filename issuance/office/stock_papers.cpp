// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/stock_papers.hpp"

#include <algorithm>
#include <map>

#include "inventory/places/places.hpp"
#include "inventory/spoilage/arrivals.hpp"
#include "inventory/spoilage/shift_reconciliation.hpp"

namespace issuance {
namespace {

using inventory::Destruction;
using printing::ActList;
using printing::ActMap;

std::string causeOnPaper(records::Connection& connection, const std::string& code) {
    const auto known = inventory::knownCause(connection, code);
    return known ? known->spanish : code;
}

ActMap onPaper(const House& house, records::Connection& connection, const inventory::Participant& one) {
    if (one.person.empty()) return {{"nombre", one.name}, {"cargo", one.office}};
    auto values = personOnPaper(house, connection, one.person);
    if (!one.office.empty()) values.insert_or_assign("cargo", one.office);
    return values;
}

ActList onPaper(const House& house, records::Connection& connection,
                const std::vector<inventory::Participant>& people) {
    ActList list;
    for (const auto& one : people) list.push_back(onPaper(house, connection, one));
    return list;
}

/// What was destroyed, by why it could not be used and item; a cause is that of the last spoiling.
ActList causesOf(const House& house, records::Connection& connection, const Destruction& done) {
    std::map<std::pair<std::string, std::string>, std::int64_t> quantities;
    const auto count = [&](const std::string& why, const std::string& item, std::int64_t quantity) {
        quantities[{why, itemOnPaper(house, item)}] += quantity;
    };
    for (const auto& row :
         connection.query("SELECT item, first_number, last_number, from_state FROM stock_movement WHERE reference = ?1",
                          {"destruction:" + done.number})) {
        const auto item = row.text(0);
        const auto first = row.integer(1);
        const auto last = row.integer(2);
        if (row.text(3) != inventory::state::kSpoiled)
            count(row.text(3) == inventory::state::kAnnulled ? "Documento anulado" : "Vencida sin uso", item,
                  last - first + 1);
        else
            inventory::Arrivals{connection, item, first, last}.visit(
                first, last, [&](std::int64_t from, std::int64_t to, const auto& entry) {
                    count(causeOnPaper(connection, entry.cause), item, to - from + 1);
                });
    }
    ActList list;
    for (const auto& [key, quantity] : quantities)
        list.push_back(ActMap{{"causa", key.first}, {"articulo", key.second}, {"cantidad", std::to_string(quantity)}});
    return list;
}

ActList serialsOf(const House& house, const std::vector<inventory::SerialRange>& ranges) {
    ActList serials;
    for (const auto& range : ranges) {
        const auto& pattern = house.items->find(range.item)->serial;
        for (auto number = range.first; number <= range.last; ++number) serials.push_back(pattern.serialOf(number));
    }
    return serials;
}

std::string withDate(const inventory::Decision& decision) {
    const std::string date = base::formatDate(decision.date);
    return decision.document + ", de fecha " + date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
}

ActMap lineOf(const House& house, const inventory::ShiftLine& line) {
    return {{"articulo", itemOnPaper(house, line.item)},       {"recibidas", std::to_string(line.issued)},
            {"utilizadas", std::to_string(line.used)},         {"sin_usar", std::to_string(line.unused)},
            {"defectuosas", std::to_string(line.defective)},   {"estropeadas", std::to_string(line.spoiled)},
            {"diferencia", std::to_string(line.unexplained())}};
}

/// Lines that a receipt's paper holds before it sums them up by item.
constexpr std::size_t kMostReceiptLines = 500;

struct ReceivedRange {
    inventory::SerialRange range;
    std::string detail;
    std::string place;
};

std::vector<ReceivedRange> receivedBy(records::Connection& connection, const std::string& receipt) {
    std::vector<ReceivedRange> ranges;
    connection.forEach(
        "SELECT item, first_number, last_number, detail, to_place FROM stock_movement WHERE reference = ?1 ORDER BY id",
        {"receipt:" + receipt}, [&](const records::Row& row) {
            ranges.push_back({{row.text(0), row.integer(1), row.integer(2)}, row.text(3), row.text(4)});
        });
    return ranges;
}

struct ReceivedLot {
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    std::string place;
};

std::vector<ReceivedLot> lotsReceivedBy(records::Connection& connection, const std::string& receipt) {
    std::vector<ReceivedLot> lots;
    connection.forEach(
        "SELECT item, lot, quantity, to_place FROM stock_lot_movement WHERE reference = ?1 AND event = 'receive' "
        "ORDER BY id",
        {"receipt:" + receipt}, [&](const records::Row& row) {
            lots.push_back({row.text(0), row.text(1), row.integer(2), row.text(3)});
        });
    return lots;
}

ActMap lineOf(const House& house, const inventory::SerialRange& range, const std::string& lot, std::int64_t quantity) {
    const auto& pattern = house.items->find(range.item)->serial;
    return {{"articulo", itemOnPaper(house, range.item)},
            {"lote", lot},
            {"del", pattern.serialOf(range.first)},
            {"al", pattern.serialOf(range.last)},
            {"cantidad", std::to_string(quantity)}};
}

ActList linesOf(const House& house, const std::vector<ReceivedRange>& received) {
    ActList lines;
    std::map<std::string, std::pair<inventory::SerialRange, std::int64_t>> items;
    for (const auto& [range, detail, place] : received) {
        const std::string box = detail.rfind("box ", 0) == 0 ? "Caja " + detail.substr(4) : "-";
        if (received.size() <= kMostReceiptLines) lines.push_back(lineOf(house, range, box, range.quantity()));
        auto& [whole, quantity] = items.try_emplace(range.item, range, 0).first->second;
        whole.first = std::min(whole.first, range.first);
        whole.last = std::max(whole.last, range.last);
        quantity += range.quantity();
    }
    if (lines.empty())
        for (const auto& [item, sum] : items) lines.push_back(lineOf(house, sum.first, "Varias cajas", sum.second));
    return lines;
}

/// Ranges of a case that an explanation names; the case itself has them all.
constexpr std::size_t kMostNamed = 20;

/// What a shift lacks, under which case and why, with whose consent it was closed.
std::string explanationOf(const House& house, records::Connection& connection, const std::string& shift) {
    std::string text;
    for (const auto& number : inventory::casesOfShift(connection, shift)) {
        const auto found = base::expected(house.cases->show(connection, number), "case of a shift");
        std::string serials;
        std::size_t named = 0;
        for (const auto& matter : found.matters) {
            if (!matter.serials || matter.found >= matter.expected) continue;
            if (++named > kMostNamed) continue;
            serials += (serials.empty() ? "" : ", ") + textOf(*matter.serials, *house.items->find(matter.item));
        }
        if (named > kMostNamed) serials += " y otras";
        text += (text.empty() ? "faltan " : "; faltan ") + serials + " (caso " + number + ": " + found.reason + ")";
    }
    return text + "; el supervisor que firma consintió el cierre con diferencia";
}

}  // namespace

base::Result<std::string> issueReceiptAct(House& house, Call& call, const std::string& receipt) {
    auto& connection = call.connection;
    const auto row =
        connection.queryOne("SELECT supplier, purchase, time, quantity FROM stock_receipt WHERE id = ?1", {receipt});
    const auto received = receivedBy(connection, receipt);
    const auto lots = lotsReceivedBy(connection, receipt);
    const std::string& placeId = received.empty() ? lots.at(0).place : received.front().place;
    const auto place =
        base::expected(inventory::Places{*house.items, house.clock}.find(connection, placeId), "place of a receipt");
    const std::string keeper = place.custodian.empty()
                                   ? "quienes la reciben"
                                   : *personOnPaper(house, connection, place.custodian).at("nombre").text();
    ActList lines = linesOf(house, received);
    for (const auto& lot : lots)
        lines.push_back(ActMap{{"articulo", itemOnPaper(house, lot.item)},
                               {"lote", lot.lot},
                               {"del", "-"},
                               {"al", "-"},
                               {"cantidad", std::to_string(lot.quantity)}});
    return issuePaper(house, call,
                      {"stock-receipt",
                       "receipt",
                       receipt,
                       {{"lugar", "la ciudad de Guatemala"},
                        {"fecha", dayOnPaper(row->text(2))},
                        {"hora", hourOnPaper(row->text(2))},
                        {"proveedor", row->text(0)},
                        {"contrato", row->text(1)},
                        {"nota_envio", receipt.substr(0, 8)},
                        {"bodega", place.name},
                        {"custodio", keeper},
                        {"renglones", std::move(lines)},
                        {"total", std::to_string(row->integer(3))},
                        {"entrega", ActMap{{"nombre", "Representante del proveedor"}, {"cargo", row->text(0)}}},
                        {"recibe", personOnPaper(house, connection, call.author.person.text())},
                        {"testigo", personOnPaper(house, connection, call.author.approver.value().text())}}});
}

base::Result<std::string> issueDestructionAct(House& house, Call& call, const Destruction& done) {
    auto& connection = call.connection;
    const auto& execution = done.execution;
    ActList carriedOut{personOnPaper(house, connection, done.endedBy), personOnPaper(house, connection, done.second)};
    return issuePaper(house, call,
                      {"destruction-act",
                       "destruction",
                       done.number,
                       {{"solicitud", done.number},
                        {"municipio", execution.municipality},
                        {"departamento", execution.department},
                        {"recinto", execution.premises},
                        {"fecha", dayOnPaper(done.endedAt)},
                        {"hora", hourOnPaper(done.scanBegan)},
                        {"nombramiento", withDate(*done.commission)},
                        {"comision", onPaper(house, connection, done.members)},
                        {"testigos", onPaper(house, connection, execution.witnesses)},
                        {"ejecutores", std::move(carriedOut)},
                        {"precinto", execution.seal},
                        {"total", std::to_string(done.quantity)},
                        {"causas", causesOf(house, connection, done)},
                        {"metodo", execution.method},
                        {"inicio", hourOnPaper(done.scanEnded)},
                        {"fin", hourOnPaper(done.endedAt)},
                        {"receptor_residuos", execution.wasteReceiver},
                        {"fundamento", "la autorización contenida en " + withDate(*done.authorisation)},
                        {"series", serialsOf(house, done.selected)},
                        {"huella", done.annex}}});
}

base::Result<std::string> issueShiftReconciliation(House& house, Call& call, const std::string& shift) {
    auto& connection = call.connection;
    const auto found = inventory::reconcileShift(connection, shift);
    ActMap values{{"turno", shift.substr(0, 8)},
                  {"estacion", found.workstation},
                  {"fecha", dayOnPaper(found.openedAt)},
                  {"apertura", hourOnPaper(found.openedAt)},
                  {"cierre", hourOnPaper(found.closedAt)},
                  {"operador", personOnPaper(house, connection, call.author.person.text())},
                  {"supervisor", personOnPaper(house, connection, call.author.approver.value().text())}};
    ActList lines;
    bool balanced = true;
    for (const auto& line : found.lines) {
        lines.push_back(lineOf(house, line));
        balanced = balanced && line.unexplained() == 0;
    }
    ActList spoilage;
    for (const auto& one : found.spoilage)
        spoilage.push_back(ActMap{{"serie", house.items->find(one.item)->serial.serialOf(one.number)},
                                  {"causa", causeOnPaper(connection, one.cause)}});
    values.emplace("renglones", std::move(lines));
    values.emplace("piezas", std::move(spoilage));
    if (!balanced) values.emplace("explicacion", explanationOf(house, connection, shift));
    return issuePaper(house, call, {"shift-reconciliation", "shift", shift, std::move(values)});
}

}  // namespace issuance
