// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/custody_papers.hpp"

#include <algorithm>
#include <map>

#include "inventory/counts/count_rows.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/places/custody.hpp"
#include "inventory/places/presence.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using printing::ActList;
using printing::ActMap;

std::string nameOfPlace(records::Connection& connection, const std::string& place) {
    const auto row = connection.queryOne("SELECT name FROM stock_place WHERE id = ?1", {place});
    return row ? row->text(0) : place;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string stateOnPaper(const std::string& state) {
    static const std::map<std::string, std::string> kStates{
        {"usable", "sin usar"},  {"in_use", "en trabajo"}, {"personalised", "personalizada"}, {"spoiled", "dañada"},
        {"annulled", "anulada"}, {"expired", "vencida"},   {"missing", "faltante"},           {"lost", "perdida"},
        {"stolen", "robada"},    {"withheld", "retenida"}, {"destroyed", "destruida"}};
    const auto found = kStates.find(state);
    return found == kStates.end() ? state : found->second;
}

/// "vault usable", as a finding tells where the books have a serial, in words.
std::string accountOnPaper(records::Connection& connection, const std::string& detail) {
    const auto blank = detail.find(' ');
    if (blank == std::string::npos) return detail;
    return nameOfPlace(connection, detail.substr(0, blank)) + " (" + stateOnPaper(detail.substr(blank + 1)) + ")";
}

std::string findingOnPaper(records::Connection& connection, const inventory::CountFinding& finding) {
    if (finding.finding == "lacking") return "No se encontró";
    if (finding.finding == "unknown") return "Se encontró y no consta en los libros";
    const char* words = finding.finding == "found_again" ? "Apareció; constaba en " : "Se encontró aquí; consta en ";
    return words + accountOnPaper(connection, finding.detail);
}

struct ItemCount {
    std::int64_t counted = 0;
    std::int64_t lacking = 0;
    std::int64_t surplus = 0;
};

/// The last round by item: what both counted, and how that differs from the books.
std::map<std::string, ItemCount> itemsOf(records::Connection& connection, const inventory::Count& count) {
    std::map<std::string, ItemCount> items;
    std::vector<inventory::SerialRange> moved;
    for (const auto& finding : count.findings) {
        if (finding.finding == "moved") moved.push_back(finding.range);
        auto& item = items[finding.range.item];
        if (finding.finding == "lacking")
            item.lacking += finding.range.quantity();
        else if (finding.finding != "moved" && finding.finding != "disputed")
            item.surplus += finding.range.quantity();
    }
    const auto last = std::find_if(count.counters.rbegin(), count.counters.rend(),
                                   [&](const auto& counter) { return !counter.finishedAt.empty(); });
    if (last == count.counters.rend()) return items;
    for (const auto& range :
         inventory::without(inventory::countedBy(connection, count, last->round, last->person), moved))
        items[range.item].counted += range.quantity();
    return items;
}

ActList linesOf(const House& house, const std::map<std::string, ItemCount>& items) {
    ActList lines;
    for (const auto& [item, count] : items) {
        const auto difference = count.surplus - count.lacking;
        lines.push_back(ActMap{{"item", itemOnPaper(house, item)},
                               {"expected", std::to_string(count.counted - difference)},
                               {"counted", std::to_string(count.counted)},
                               {"difference", signedOnPaper(difference)}});
    }
    return lines;
}

struct Findings {
    ActList rows;
    ActList annex;
};

/// Each serial or range that differs; where they are many, a line a finding, and the serials in the annex.
Findings findingsOf(const House& house, records::Connection& connection, const inventory::Count& count) {
    Findings findings;
    std::map<std::string, std::int64_t> sums;
    for (const auto& finding : count.findings) {
        if (finding.finding == "moved" || finding.finding == "disputed") continue;
        const auto serials = textOf(finding.range, *house.items->find(finding.range.item));
        const auto words = findingOnPaper(connection, finding);
        sums[words] += finding.range.quantity();
        findings.annex.push_back(serials);
        findings.rows.push_back(ActMap{{"serial", serials}, {"finding", words}});
    }
    if (findings.rows.size() <= kMostRowsOfRanges) return {std::move(findings.rows), {}};
    findings.rows.clear();
    for (const auto& [words, quantity] : sums)
        findings.rows.push_back(
            ActMap{{"serial", kInAnnex}, {"finding", signedOnPaper(quantity).substr(1) + " piezas: " + words}});
    return findings;
}

std::string reasonOnPaper(const std::string& kind) {
    if (kind == "cyclic") return "conteo cíclico según calendario";
    return kind == "unannounced" ? "conteo sorpresivo por persona ajena a la custodia" : "conteo programado";
}

/// How a variance was settled; empty where nothing differed.
std::string settlementOf(const House& house, records::Connection& connection, const inventory::Count& count) {
    if (count.closedWith.empty()) return {};
    const auto person = [&](const std::string& id) { return *personOnPaper(house, connection, id).at("name").text(); };
    std::vector<std::string> cases;
    for (const auto& row : connection.query("SELECT number FROM stock_case WHERE reference = ?1 ORDER BY number",
                                            {"count:" + count.number}))
        cases.push_back(row.text(0));
    return "Aceptaron la diferencia " + person(count.closedBy) + " y " + person(count.closedWith) +
           ", que no contaron, por este motivo: " + count.reason +
           (cases.empty() ? "." : ". La responde: " + joined(cases) + ".");
}

ActMap withRole(const House& house, records::Connection& connection, const std::string& person, const char* role) {
    if (person.empty()) return {{"name", "____________________"}, {"role", role}};
    return personOnPaper(house, connection, person);
}

ActMap contentOf(const std::string& item, const std::string& first, const std::string& last, std::int64_t quantity) {
    return {{"item", item}, {"first", first}, {"last", last}, {"quantity", std::to_string(quantity)}};
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
    for (const auto& line : card.lines) {
        if (!inventory::isPhysical(line.state)) continue;  // a case answers for them, and nobody holds them
        const std::string item =
            itemOnPaper(house, line.item) + (line.state == "usable" ? "" : " (" + stateOnPaper(line.state) + ")");
        holdings.total += line.quantity;
        if (line.ranges.size() > kMostRowsOfRanges) {
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
        lines.push_back(ActMap{{"date", row.text(0)},
                               {"movement", movementOnPaper(row.text(1))},
                               {"document", referenceOnPaper(row.text(2))},
                               {"quantity", signedOnPaper(quantity)}});
    }
    return lines;
}

}  // namespace

base::Result<std::string> issueCountAct(House& house, Call& call, const inventory::Count& count) {
    auto& connection = call.connection;
    ActList counters;
    std::string began = count.closedAt;
    for (const auto& counter : count.counters) {
        began = std::min(began, counter.startedAt);
        if (counter.round == count.round) counters.push_back(personOnPaper(house, connection, counter.person));
    }
    auto findings = findingsOf(house, connection, count);
    ActMap values{{"count", count.number},
                  {"place", nameOfPlace(connection, count.place)},
                  {"date", dayOnPaper(count.closedAt)},
                  {"start", hourOnPaper(began)},
                  {"end", hourOnPaper(count.closedAt)},
                  {"reason", reasonOnPaper(count.kind)},
                  {"lines", linesOf(house, itemsOf(connection, count))},
                  {"missing", std::move(findings.rows)},
                  {"serials", std::move(findings.annex)},
                  {"counters", std::move(counters)}};
    if (auto settlement = settlementOf(house, connection, count); !settlement.empty())
        values.emplace("settlement", std::move(settlement));
    return issuePaper(house, call, {"count-act", "count", count.number, std::move(values)});
}

base::Result<std::string> issueTransferManifest(House& house, Call& call, const inventory::Transfer& transfer) {
    auto& connection = call.connection;
    const auto now = base::formatTimestamp(house.clock.now());
    const auto there = inventory::Places{*house.items, house.clock}.find(connection, transfer.to);
    if (!there) return there.refusal();
    ActMap values{
        {"transfer", transfer.id},
        {"date", dayOnPaper(now)},
        {"time", hourOnPaper(now)},
        {"origin", nameOfPlace(connection, transfer.from)},
        {"destination", there->name},
        {"carrier", transfer.carrier},
        {"seal", transfer.seal},
        {"contents", contentsOf(house, transfer.ranges)},
        {"serials", transfer.ranges.size() > kMostRowsOfRanges ? rangesOnPaper(house, transfer.ranges) : ActList{}},
        {"total", std::to_string(inventory::quantityOf(transfer.ranges))},
        {"sender", personOnPaper(house, connection, call.author.person.text())},
        {"receiver", withRole(house, connection, there->custodian, "Custodio del destino")}};
    if (!transfer.reason.empty()) values.emplace("notes", transfer.reason);
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
    responsible.emplace("unit", card->place.site.empty() ? house.institution.organisation : card->place.site);
    const bool verifies = call.author.person.text() != custodian;
    auto holdings = holdingsOf(house, call, *card);
    return issuePaper(
        house, call,
        {"custody-card",
         "place",
         place,
         {{"date", dayOnPaper(base::formatTimestamp(house.clock.now()))},
          {"custodian", std::move(responsible)},
          {"place", card->place.name},
          {"holdings", std::move(holdings.lines)},
          {"serials", std::move(holdings.annex)},
          {"total", std::to_string(holdings.total)},
          {"movements", movementsSince(connection, place, before ? before->textOrEmpty(0) : std::string{})},
          {"supervisor",
           withRole(house, connection, verifies ? call.author.person.text() : std::string{}, "Quien verifica")}}});
}

}  // namespace issuance
