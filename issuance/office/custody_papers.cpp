// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/custody_papers.hpp"

#include <algorithm>
#include <map>

#include "inventory/counts/counts.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/places/custody.hpp"
#include "inventory/places/presence.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using printing::ActList;
using printing::ActMap;

ActMap withRole(const House& house, records::Connection& connection, const std::string& person, const char* role) {
    if (person.empty()) return {{"nombre", "____________________"}, {"cargo", role}};
    return personOnPaper(house, connection, person);
}

ActMap contentOf(const std::string& item, const std::string& first, const std::string& last, std::int64_t quantity) {
    return {{"articulo", item}, {"del", first}, {"al", last}, {"cantidad", std::to_string(quantity)}};
}

ActMap contentOf(const House& house, const std::string& item, const inventory::SerialRange& range) {
    const auto& pattern = house.items->find(range.item)->serial;
    return contentOf(item, pattern.serialOf(range.first), pattern.serialOf(range.last), range.quantity());
}

/// What a package holds: its ranges, or where they are many, a line an item.
ActList contentsOf(const House& house, const std::vector<inventory::SerialRange>& ranges) {
    ActList lines;
    std::map<std::string, std::int64_t> sums;
    for (const auto& range : ranges) {
        sums[range.item] += range.quantity();
        if (ranges.size() <= kMostRowsOfRanges)
            lines.push_back(contentOf(house, itemOnPaper(house, range.item), range));
    }
    if (lines.empty())
        for (const auto& [item, quantity] : sums)
            lines.push_back(contentOf(itemOnPaper(house, item), kInAnnex, kInAnnex, quantity));
    return lines;
}

/// What somebody holds, on a card: its lines, the annex of what is too much for them, and the sum.
struct Holdings {
    ActList lines;
    ActList annex;
    std::int64_t total = 0;
};

void addLots(const House& house, Call& call, const std::string& place, Holdings& holdings) {
    for (const auto& lot : inventory::Lots{*house.items, house.clock}.balance(call.connection)) {
        if (lot.place != place || lot.quantity == 0) continue;
        holdings.total += lot.quantity;
        holdings.lines.push_back(contentOf(itemOnPaper(house, lot.item), lot.lot, lot.lot, lot.quantity));
    }
}

Holdings holdingsOf(const House& house, Call& call, const inventory::CustodyCard& card) {
    Holdings holdings;
    std::size_t ranges = 0;
    for (const auto& line : card.lines)
        if (inventory::isPhysical(line.state)) ranges += line.ranges.size();
    for (const auto& line : card.lines) {
        if (!inventory::isPhysical(line.state)) continue;  // a case answers for them, and nobody holds them
        const std::string item =
            itemOnPaper(house, line.item) + (line.state == "usable" ? "" : " (" + stateOnPaper(line.state) + ")");
        holdings.total += line.quantity;
        if (ranges > kMostRowsOfRanges) {
            holdings.lines.push_back(contentOf(item, kInAnnex, kInAnnex, line.quantity));
            holdings.annex.insert(holdings.annex.end(), line.ranges.begin(), line.ranges.end());
            continue;
        }
        for (const auto& range : base::expected(inventory::rangesFrom(line.ranges, *house.items), "custody card"))
            holdings.lines.push_back(contentOf(house, item, range));
    }
    addLots(house, call, card.place.id, holdings);
    if (holdings.lines.empty()) holdings.lines.push_back(contentOf("Sin existencias", "-", "-", 0));
    return holdings;
}

/// "transfer:TR-2026-000001" as people name it: "TR-2026-000001"; of what has no number of its own, the kind and where
/// its identifier begins.
std::string referenceOnPaper(const std::string& reference) {
    constexpr std::size_t kLongestNumber = 24;
    static const std::map<std::string, std::string> kKinds{
        {"receipt", "Recibo"}, {"shift", "Turno"}, {"loss", "Denuncia"}, {"handover", "Entrega de custodia"}};
    const auto colon = reference.find(':');
    if (colon == std::string::npos) return reference.empty() ? "-" : reference.substr(0, kLongestNumber);
    const auto kind = kKinds.find(reference.substr(0, colon));
    const auto rest = reference.substr(colon + 1);
    const auto name = rest.size() > kLongestNumber ? rest.substr(0, 8) : rest;
    return kind == kKinds.end() ? name : kind->second + " " + name;
}

std::string movementOnPaper(const std::string& event) {
    static const std::map<std::string, std::string> kEvents{{"receive", "Recepción de proveedor"},
                                                            {"issue", "Entrega para turno"},
                                                            {"return", "Devolución de turno"},
                                                            {"dispatch", "Salida en traslado"},
                                                            {"arrive", "Llegada de traslado"},
                                                            {"spoil", "Pieza dañada"},
                                                            {"to_destruction", "Hacia destrucción"},
                                                            {"destroy", "Destrucción"},
                                                            {"expire", "Baja por vencimiento"},
                                                            {"annul", "Anulación de documento"},
                                                            {"report-missing", "Falta"},
                                                            {"miss", "Falta"},
                                                            {"report-lost", "Denuncia de pérdida"},
                                                            {"report-stolen", "Denuncia de robo"},
                                                            {"find", "Apareció"},
                                                            {"adjust", "Ajuste de conteo"},
                                                            {"close", "Documento terminado"}};
    const auto found = kEvents.find(event);
    return found == kEvents.end() ? event : found->second;
}

/// What came to the place and left it since a moment, by day, act and what it belongs to.
ActList movementsSince(records::Connection& connection, const std::string& place, const std::string& since) {
    ActList lines;
    for (const auto& row : connection.query(
             "SELECT substr(time, 1, 10), event, coalesce(reference, ''), sum(CASE WHEN to_place = ?1 THEN quantity "
             "ELSE -quantity END) FROM stock_movement WHERE time > ?2 AND from_place <> to_place AND (from_place = ?1 "
             "OR to_place = ?1) GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3 LIMIT 200",
             {place, since})) {
        const auto quantity = row.integer(3);
        lines.push_back(ActMap{{"fecha", row.text(0)},
                               {"movimiento", movementOnPaper(row.text(1))},
                               {"documento", referenceOnPaper(row.text(2))},
                               {"cantidad", signedOnPaper(quantity)}});
    }
    return lines;
}

}  // namespace

base::Result<std::string> issueTransferManifest(House& house, Call& call, const inventory::Transfer& transfer) {
    auto& connection = call.connection;
    const auto now = base::formatTimestamp(house.clock.now());
    const auto there = inventory::Places{*house.items, house.clock}.find(connection, transfer.to);
    if (!there) return there.refusal();
    ActMap values{
        {"traslado", transfer.id},
        {"fecha", dayOnPaper(now)},
        {"hora", hourOnPaper(now)},
        {"origen", placeOnPaper(connection, transfer.from)},
        {"destino", there->name},
        {"transporta", transfer.carrier},
        {"precinto", transfer.seal},
        {"contenido", contentsOf(house, transfer.ranges)},
        {"series", transfer.ranges.size() > kMostRowsOfRanges ? rangesOnPaper(house, transfer.ranges) : ActList{}},
        {"total", std::to_string(inventory::quantityOf(transfer.ranges))},
        {"entrega", personOnPaper(house, connection, call.author.person.text())},
        {"recibe", withRole(house, connection, there->custodian, "Custodio del destino")}};
    if (!transfer.reason.empty()) values.emplace("observaciones", transfer.reason);
    return issuePaper(house, call, {"transfer-manifest", "transfer", transfer.id, std::move(values)});
}

base::Result<std::string> issueCustodyCard(House& house, Call& call, const std::string& place) {
    auto& connection = call.connection;
    if (inventory::Counts::isBlind(connection, call.author.person)) return base::Fault{"count.blind"_code};
    const auto card = inventory::Custody{*house.items, house.clock}.card(connection, place);
    if (!card) return card.refusal();
    const auto& custodian = card->place.custodian;
    if (custodian.empty()) return base::Fault{"custody.nobody"_code, {{"place", place}}};
    const auto before = connection.queryOne(
        "SELECT max(time) FROM act_paper WHERE kind = 'custody-card' AND object_kind = 'place' AND object_id = ?1",
        {place});
    auto responsible = personOnPaper(house, connection, custodian);
    responsible.emplace("unidad", card->place.site.empty() ? house.institution.organisation : card->place.site);
    const bool verifies = call.author.person.text() != custodian;
    auto holdings = holdingsOf(house, call, *card);
    return issuePaper(
        house, call,
        {"custody-card",
         "place",
         place,
         {{"fecha", dayOnPaper(base::formatTimestamp(house.clock.now()))},
          {"responsable", std::move(responsible)},
          {"lugar", card->place.name},
          {"existencias", std::move(holdings.lines)},
          {"series", std::move(holdings.annex)},
          {"total", std::to_string(holdings.total)},
          {"movimientos", movementsSince(connection, place, before ? before->textOrEmpty(0) : std::string{})},
          {"supervisor",
           withRole(house, connection, verifies ? call.author.person.text() : std::string{}, "Quien verifica")}}});
}

}  // namespace issuance
