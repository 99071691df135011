// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "inventory/counts/count_rows.hpp"
#include "issuance/office/custody_papers.hpp"

namespace issuance {
namespace {

using printing::ActList;
using printing::ActMap;

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// "vault usable", as a finding tells where the books have a serial, in words.
std::string accountOnPaper(records::Connection& connection, const std::string& detail) {
    const auto blank = detail.find(' ');
    if (blank == std::string::npos) return detail;
    return placeOnPaper(connection, detail.substr(0, blank)) + " (" + stateOnPaper(detail.substr(blank + 1)) + ")";
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
        lines.push_back(ActMap{{"articulo", itemOnPaper(house, item)},
                               {"esperado", std::to_string(count.counted - difference)},
                               {"contado", std::to_string(count.counted)},
                               {"diferencia", signedOnPaper(difference)}});
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
        findings.rows.push_back(ActMap{{"serie", serials}, {"hallazgo", words}});
    }
    if (findings.rows.size() <= kMostRowsOfRanges) return {std::move(findings.rows), {}};
    findings.rows.clear();
    for (const auto& [words, quantity] : sums)
        findings.rows.push_back(
            ActMap{{"serie", kInAnnex}, {"hallazgo", signedOnPaper(quantity).substr(1) + " piezas: " + words}});
    return findings;
}

std::string reasonOnPaper(const std::string& kind) {
    if (kind == "cyclic") return "conteo cíclico según calendario";
    return kind == "unannounced" ? "conteo sorpresivo por persona ajena a la custodia" : "conteo programado";
}

/// How a variance was settled; empty where nothing differed.
std::string settlementOf(const House& house, records::Connection& connection, const inventory::Count& count) {
    if (count.closedWith.empty()) return {};
    const auto person = [&](const std::string& id) {
        return *personOnPaper(house, connection, id).at("nombre").text();
    };
    std::vector<std::string> cases;
    for (const auto& row : connection.query("SELECT number FROM stock_case WHERE reference = ?1 ORDER BY number",
                                            {"count:" + count.number}))
        cases.push_back(row.text(0));
    return "Aceptaron la diferencia " + person(count.closedBy) + " y " + person(count.closedWith) +
           ", que no contaron, por este motivo: " + count.reason +
           (cases.empty() ? "." : ". La responde: " + joined(cases) + ".");
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
    ActMap values{{"conteo", count.number},
                  {"lugar", placeOnPaper(connection, count.place)},
                  {"fecha", dayOnPaper(count.closedAt)},
                  {"inicio", hourOnPaper(began)},
                  {"fin", hourOnPaper(count.closedAt)},
                  {"motivo", reasonOnPaper(count.kind)},
                  {"renglones", linesOf(house, itemsOf(connection, count))},
                  {"diferencias", std::move(findings.rows)},
                  {"series", std::move(findings.annex)},
                  {"contaron", std::move(counters)}};
    if (auto settlement = settlementOf(house, connection, count); !settlement.empty())
        values.emplace("solucion", std::move(settlement));
    return issuePaper(house, call, {"count-act", "count", count.number, std::move(values)});
}

}  // namespace issuance
