// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/stores.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/failure.hpp"
#include "inventory/places/presence.hpp"

namespace simulation {

namespace {

constexpr std::int64_t kShortTransfer = 30;   ///< each so many, one serial does not arrive
constexpr std::int64_t kForgottenCount = 20;  ///< each so many, a counter forgets a serial at first
constexpr const char* kLaminate = "laminate-booklet";

}  // namespace

records::Author Stores::by(const char* person) {
    return {records::OperatorId{person}, records::WorkstationId{"boveda"}, std::nullopt};
}

records::Author Stores::by(const char* person, const char* second) {
    return {records::OperatorId{person}, records::WorkstationId{"boveda"}, records::OperatorId{second}};
}

template <class Work>
auto Stores::act(const char* what, Work&& work) {
    records::Transaction tx{m_house.connection()};
    const auto result = work(tx);
    base::expected(result, what);
    tx.commit();
    if constexpr (!std::is_same_v<decltype(result), const base::Outcome>) return *result;
}

std::vector<std::string> Stores::textsOf(const std::vector<inventory::SerialRange>& ranges) const {
    std::vector<std::string> texts;
    for (const auto& range : ranges) texts.push_back(inventory::textOf(range, m_house.item()));
    return texts;
}

/// As a counter scans them: no more at a time than one scan may name.
std::vector<std::string> Stores::scansOf(const std::vector<inventory::SerialRange>& ranges) const {
    std::vector<inventory::SerialRange> pieces;
    for (const auto& range : ranges)
        for (auto first = range.first; first <= range.last; first += inventory::Counts::kMostOfScan)
            pieces.push_back({range.item, first, std::min(range.last, first + inventory::Counts::kMostOfScan - 1)});
    return textsOf(pieces);
}

std::vector<std::string> Stores::lowestAt(const std::string& place, std::int64_t quantity) {
    return textsOf(inventory::lowestIn(m_house.connection(), NationalHouse::kItem, {place, "usable"}, quantity));
}

void Stores::transfer(const std::string& from, const std::string& to, std::int64_t quantity) {
    const auto fresh = act("prepare", [&](auto& tx) {
        return m_transfers.prepare(tx, by("ana"),
                                   {from, to, "usable", {}, NationalHouse::kItem, quantity, "reposición", {}});
    });
    const auto& id = fresh.id;
    const std::string seal = "P-" + id;
    act("approve", [&](auto& tx) { return m_transfers.approve(tx, by("beto"), id); });
    act("seal", [&](auto& tx) { return m_transfers.seal(tx, by("ana"), id, seal); });
    act("dispatch", [&](auto& tx) {
        return m_transfers.dispatch(tx, by("ana", "beto"), id,
                                    {"Transporte 7", m_house.clock().now() + std::chrono::hours{24}});
    });
    auto ranges = fresh.ranges;
    const bool falls = ++m_transfersDone % kShortTransfer == 0 && quantity > 1;
    if (falls && --ranges.back().last < ranges.back().first) ranges.pop_back();
    const inventory::Arrival arrival{seal, inventory::SealFound::Intact, textsOf(ranges),
                                     falls ? inventory::OnDifference::OpenCase : inventory::OnDifference::Refuse};
    const auto received = act("receive transfer", [&](auto& tx) {
        return m_transfers.receive(tx, falls ? by("carla", "dora") : by("carla"), id, arrival);
    });
    m_openStep += received.stage == inventory::TransferStage::Received ? 0 : 1;
    m_transferred += quantity - (falls ? 1 : 0);
}

void Stores::withdrawAt(const std::string& site, std::int64_t quantity) {
    const auto serials = lowestAt(site, quantity);
    if (serials.empty()) return;
    m_withdrawn += act("withdraw", [&](auto& tx) {
        return m_withdrawals.expire(tx, by("carla", "dora"), serials, "Plazo de uso cumplido");
    });
}

void Stores::countRound(const std::string& number, const std::vector<std::string>& scans, bool forgets) {
    for (const char* counter : {"elsa", "fabio"}) {
        act("start count", [&](auto& tx) { return m_counts.start(tx, by(counter), number); });
        auto seen = scans;
        if (forgets && counter == std::string_view{"fabio"}) seen.pop_back();
        constexpr auto kBatch = static_cast<std::ptrdiff_t>(inventory::Counts::kMostOfBatch);
        std::int64_t batch = 0;
        for (auto from = seen.begin(); from != seen.end();) {
            const auto to = from + std::min(kBatch, seen.end() - from);
            act("scan", [&](auto& tx) {
                return m_counts.scan(tx, by(counter), number, std::to_string(++batch), {from, to});
            });
            from = to;
        }
    }
    for (const char* counter : {"elsa", "fabio"})
        act("finish count", [&](auto& tx) { return m_counts.finish(tx, by(counter), number); });
}

void Stores::count(const std::string& place) {
    const auto there = inventory::presentAt(m_house.connection(), place);
    const auto scans = scansOf(there);
    if (scans.empty()) return;
    const auto number = act("plan count", [&](auto& tx) {
        return m_counts.plan(tx, by("gabriel"), {place, "unannounced", {}});
    });
    const bool forgets = ++m_countsDone % kForgottenCount == 0;
    countRound(number, scans, forgets);
    if (forgets) countRound(number, scans, false);
    const auto after = m_counts.show(m_house.connection(), records::OperatorId{"gabriel"}, number);
    m_openStep += base::expected(after, "show count").state == "closed" ? 0 : 1;
    m_counted += inventory::quantityOf(there);
}

void Stores::receiveSpoiled() {
    std::vector<inventory::SerialRange> announced;
    for (const auto& each : m_quarantine.list(m_house.connection(), inventory::Quarantine::Of::NotReceived))
        announced.push_back(each.range);
    if (announced.empty()) return;
    act("receive spoiled", [&](auto& tx) { return m_quarantine.receive(tx, by("ana"), textsOf(announced)); });
}

void Stores::destroy() {
    receiveSpoiled();
    std::vector<inventory::SerialRange> ready;
    for (const char* state : {"spoiled", "expired"})
        for (const auto& range : inventory::rangesIn(m_house.connection(), NationalHouse::kItem, {"quarantine", state}))
            ready.push_back(range);
    if (ready.empty()) return;
    act("to destruction", [&](auto& tx) { return m_quarantine.toDestruction(tx, by("ana", "beto"), textsOf(ready)); });
    const auto today = base::dayOf(m_house.clock().now());
    const auto number = act("request", [&](auto& tx) {
        return m_destructions.request(tx, by("ana"), {{textsOf(ready), {}, {}, {}}, "Acumulación del trimestre"});
    });
    act("authorise", [&](auto& tx) {
        return m_destructions.authorise(tx, by("sara"), number, {"RES-" + number, today});
    });
    act("commission", [&](auto& tx) {
        return m_destructions.nameCommission(tx, by("sara"), number,
                                             {{"OFICIO-" + number, today}, {{"ana", "", "Custodia", ""}}});
    });
    act("scan at the spot", [&](auto& tx) { return m_destructions.scan(tx, by("ana"), number, textsOf(ready)); });
    act("execute", [&](auto& tx) {
        return m_destructions.execute(
            tx, by("ana", "beto"), number,
            {"Trituración",
             "la ciudad de Guatemala",
             "Guatemala",
             "Bodega 2",
             "P-" + number,
             "Servicios Generales",
             {{"", "Ramona Sic", "Auditoría Interna", "dpi"}, {"", "Julio Pop", "Auditoría Interna", "dpi"}}});
    });
    m_destroyed += inventory::quantityOf(ready);
}

void Stores::lose(const std::string& site) {
    const auto ranges = inventory::lowestIn(m_house.connection(), NationalHouse::kItem, {site, "usable"}, 3);
    if (ranges.empty() || ranges.front().quantity() < 3) return;
    const auto serial = [&](std::int64_t which) {
        return m_house.item().serial.serialOf(ranges.front().first + which);
    };
    const auto missing = act("report missing", [&](auto& tx) {
        return m_losses.reportMissing(tx, by("carla"), textsOf({ranges.front()}), "No aparecen en el arqueo");
    });
    const auto today = base::dayOf(m_house.clock().now());
    for (const auto& [which, kind] : {std::pair{0, "stolen"}, std::pair{1, "lost"}})
        act("report loss", [&](auto& tx) {
            return m_losses.report(tx, by("sara", "ana"),
                                   {kind, {serial(which)}, "MP001-" + serial(which), "Ministerio Público", today});
        });
    act("find", [&](auto& tx) {
        return m_losses.returnFound(tx, by("carla", "dora"), {serial(2)}, "Apareció detrás del archivo");
    });
    act("spoil found", [&](auto& tx) {
        return m_house.stock().spoilUnused(tx, by("carla", "dora"), serial(2), inventory::SpoilCause{"operator"});
    });
    for (const auto& number : missing.cases)
        act("resolve case", [&](auto& tx) {
            return m_cases.resolve(tx, by("sara", "ana"), number, "Denunciadas; una apareció y se inutilizó");
        });
    m_lost += 2;
}

void Stores::receiveLaminates(std::int64_t quantity) {
    const auto lot = fmt::format("L-{}", m_laminates);
    act("receive lots", [&](auto& tx) {
        return m_lots.receive(tx, by("ana", "beto"), {{kLaminate, lot, quantity}}, "vault", "receipt:" + lot);
    });
    m_laminates += quantity;
}

void Stores::useLaminates(int station, std::int64_t quantity) {
    const records::WorkstationId there{fmt::format("linea-{}", station)};
    std::int64_t wanted = quantity;
    for (const auto& lot : m_lots.balance(m_house.connection())) {
        if (wanted == 0 || lot.item != kLaminate || lot.place != "vault" || lot.quantity == 0) continue;
        const auto some = std::min(wanted, lot.quantity);
        act("move lot", [&](auto& tx) {
            return m_lots.move(tx, by("ana", "beto"), {kLaminate, lot.lot, some}, "vault", inventory::placeOf(there));
        });
        wanted -= some;
    }
    if (quantity == wanted) return;
    act("consume", [&](auto& tx) {
        return m_lots.consume(tx, by("oscar"), there, kLaminate, quantity - wanted, "simulated day");
    });
}

void Stores::adjustLaminates() {
    for (const auto& lot : m_lots.balance(m_house.connection())) {
        if (lot.item != kLaminate || lot.place != "vault" || lot.quantity < 2) continue;
        act("adjust lot", [&](auto& tx) {
            return m_lots.adjust(tx, by("ana", "beto"), {kLaminate, lot.lot, lot.quantity - 2}, "vault",
                                 "Dos láminas rotas en el paquete");
        });
        return;
    }
}

std::int64_t Stores::unexplained() {
    std::int64_t found = m_openStep;
    for (const auto& lot : m_lots.balance(m_house.connection())) found += lot.unexplained;
    found += std::ssize(m_transfers.list(m_house.connection(), inventory::Transfers::Which::Open));
    return found;
}

void Stores::printTotals() const {
    fmt::print(
        "{} transfers with {} blanks, {} counts of {} blanks by two people, {} withdrawn, {} destroyed, {} lost or "
        "stolen, {} laminates received\n",
        m_transfersDone, m_transferred, m_countsDone, m_counted, m_withdrawn, m_destroyed, m_lost, m_laminates);
}

}  // namespace simulation
