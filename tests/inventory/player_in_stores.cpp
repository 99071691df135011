// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "inventory/places/presence.hpp"
#include "tests/inventory/player.hpp"

namespace inventory {
namespace {

constexpr std::array<std::string_view, 4> kStores{place::kVault, "vault:xela", place::kQuarantine, place::kDestruction};
constexpr std::array<std::string_view, 4> kStanding{state::kUsable, state::kSpoiled, state::kAnnulled, state::kExpired};

template <class Entries, class Index>
std::string entryOf(const Entries& entries, Index index) {
    return std::string{entries[static_cast<std::size_t>(index)]};
}

Participant outsider(const std::string& name) { return {"", name, "Auditoría Interna", "dpi"}; }

}  // namespace

std::string Player::store() { return entryOf(kStores, chance(60) ? below(2) : below(std::ssize(kStores))); }

std::string Player::anyOf(const std::string& question, const records::Values& values) {
    const auto rows = m_connection->query(question + " LIMIT 40", values);
    return rows.empty() ? std::string{} : rows[static_cast<std::size_t>(below(std::ssize(rows)))].text(0);
}

std::string Player::rangeIn(const std::string& place, std::string_view state) {
    const auto serial = serialIn(place, state);
    const auto* kind = m_items.itemOf(serial);
    const auto run = kind == nullptr ? std::nullopt : runOf(*m_connection, kind->id, *kind->serial.numberOf(serial));
    if (!run) return serial;
    const auto first = *kind->serial.numberOf(serial);
    return textOf(SerialRange{kind->id, first, std::min(run->range.last, first + below(12))}, *kind);
}

std::vector<std::string> Player::countedAt(const std::string& place, const std::string& item, Counting how) {
    std::vector<std::string> counted;
    for (const auto& range : presentAt(*m_connection, place))
        if (item.empty() || range.item == item) counted.push_back(textOf(range, *m_items.find(range.item)));
    if (how == Counting::Right) return counted;
    if (chance(15) && !counted.empty()) counted.pop_back();
    if (chance(5)) counted.push_back(serialNear(below(1000)));
    return counted;
}

void Player::prepareTransfer() {
    NewTransfer fresh{store(), store(), state::kUsable.data(), {}, {}, 0, "reposición", {}};
    if (chance(30)) fresh.state = entryOf(kStanding, below(std::ssize(kStanding)));
    if (chance(50)) {
        fresh.item = item();
        fresh.quantity = chance(5) ? -1 : 1 + below(40);
    } else {
        fresh.serials = {rangeIn(fresh.from, fresh.state)};
    }
    attempt("transfer.prepare", [&](auto& tx) { return m_transfers.prepare(tx, one(), fresh); });
}

/// The next step of some transfer, or one that is not its turn.
void Player::carryOnTransfer() {
    const auto id = anyOf("SELECT id FROM stock_transfer WHERE stage NOT IN ('received', 'returned', 'cancelled')");
    const auto found = m_transfers.find(*m_connection, id.empty() || chance(3) ? "TR-1999-000001" : id);
    const Transfer transfer = found ? *found : Transfer{};
    const std::string number = found ? transfer.id : "TR-1999-000001";
    const Dispatch dispatch{chance(5) ? "" : "Mario Xiloj", m_clock.now() + std::chrono::hours{chance(5) ? -1 : 24}};
    auto step = below(20);
    if (!chance(20)) {
        // Whose turn it is.
        constexpr std::array kTurns{std::pair{TransferStage::Prepared, 0}, std::pair{TransferStage::Approved, 1},
                                    std::pair{TransferStage::Sealed, 2}, std::pair{TransferStage::Dispatched, 3},
                                    std::pair{TransferStage::Returning, 3}};
        for (const auto& [stage, turn] : kTurns)
            if (transfer.stage == stage) step = turn;
        if (transfer.stage == TransferStage::Dispatched && chance(25)) step = 4;
        if (chance(6)) step = 5;
    }
    const auto serials = countedAt(transfer.transit(), "");
    const std::string seal = chance(5) ? "P-other" : transfer.seal;
    switch (step) {
        case 0: return attempt("transfer.approve", [&](auto& tx) { return m_transfers.approve(tx, second(), number); });
        case 1:
            return attempt("transfer.seal", [&](auto& tx) {
                return m_transfers.seal(tx, one(), number, "P-" + std::to_string(below(1'000'000)));
            });
        case 2:
            return attempt("transfer.dispatch",
                           [&](auto& tx) { return m_transfers.dispatch(tx, people(), number, dispatch); });
        case 3: {
            const Arrival arrival{seal, chance(5) ? SealFound::Broken : SealFound::Intact, serials,
                                  chance(50) ? OnDifference::OpenCase : OnDifference::Refuse};
            return attempt("transfer.receive", [&](auto& tx) {
                return m_transfers.receive(tx, chance(50) ? two() : second(), number, arrival);
            });
        }
        case 4: {
            SendBack back{seal, SealFound::Intact, {}, {}, {}, "no cabe", dispatch};
            if (chance(40)) {
                back.returned = serials;
                back.newSeal = "P-" + std::to_string(below(1'000'000));
            }
            return attempt("transfer.return", [&](auto& tx) {
                return m_transfers.sendBack(tx, chance(50) ? two() : second(), number, back);
            });
        }
        default:
            return attempt("transfer.cancel",
                           [&](auto& tx) { return m_transfers.cancel(tx, one(), number, "ya no hace falta"); });
    }
}

void Player::planCount() {
    const auto open =
        m_connection->queryOne("SELECT count(*) FROM stock_count WHERE state NOT IN ('closed', 'cancelled')");
    if (open->integer(0) >= 4) return carryOnCount();
    constexpr std::array<std::string_view, 4> kKinds{"planned", "cyclic", "unannounced", "wild"};
    const NewCount fresh{store(), entryOf(kKinds, chance(90) ? below(2) : below(4)),
                         chance(80) ? std::vector<std::string>{"card-visitor"} : std::vector<std::string>{item()}};
    attempt("count.plan", [&](auto& tx) { return m_counts.plan(tx, one(), fresh); });
}

/// What comes next in some count that is under way, for one of the two or for a third who may not.
void Player::carryOnCount() {
    const auto number = anyOf("SELECT number FROM stock_count WHERE state NOT IN ('closed', 'cancelled')");
    if (number.empty()) return planCount();
    const auto author = chance(50) ? one() : second();
    const auto state = anyOf("SELECT state FROM stock_count WHERE number = ?1", {number});
    if (state == "variance") {
        if (chance(12))
            return attempt("count.recount", [&](auto& tx) { return m_counts.demandRecount(tx, one(), number); });
        return attempt("count.approve",
                       [&](auto& tx) { return m_counts.approve(tx, people(), number, "Revisado por otros"); });
    }
    if (chance(2))
        return attempt("count.cancel", [&](auto& tx) { return m_counts.cancel(tx, one(), number, "Otro día"); });
    // Often both count one right after the other, before the others have moved much; else each when its turn comes.
    countFor(number, author);
    if (chance(60)) countFor(number, author.person.text() == one().person.text() ? second() : one());
}

void Player::countFor(const std::string& number, const records::Author& author) {
    const auto counting = anyOf(
        "SELECT k.counter FROM stock_count_counter k JOIN stock_count c ON c.number = k.count_number AND c.round = "
        "k.round WHERE k.count_number = ?1 AND k.counter = ?2 AND k.finished_at IS NULL",
        {number, author.person.text()});
    if (counting.empty()) attempt("count.start", [&](auto& tx) { return m_counts.start(tx, author, number); });
    const auto place = anyOf("SELECT place FROM stock_count WHERE number = ?1", {number});
    const auto items = anyOf("SELECT items FROM stock_count WHERE number = ?1", {number});
    const auto batch = std::to_string(m_random());
    // In every other count something is really not there, and both see just that; in the others people err.
    const bool lacks = (number.back() - '0') % 2 == 0;
    auto counted = countedAt(place, items, lacks ? Counting::Right : Counting::Mostly);
    if (lacks && !counted.empty()) counted.erase(counted.begin());
    attempt("count.scan", [&](auto& tx) { return m_counts.scan(tx, author, number, batch, counted); });
    attempt("count.finish", [&](auto& tx) { return m_counts.finish(tx, author, number); });
}

void Player::lose() {
    constexpr std::array<std::string_view, 3> kLosable{state::kUsable, state::kPersonalised, state::kSpoiled};
    if (chance(50)) {
        const auto serials = rangeIn(store(), entryOf(kLosable, below(std::ssize(kLosable))));
        return attempt("stock.report-missing",
                       [&](auto& tx) { return m_losses.reportMissing(tx, one(), {serials}, "No aparece"); });
    }
    const auto place = anyOf("SELECT DISTINCT place FROM stock_run WHERE state = 'missing'");
    const bool stolen = chance(50);
    const FormalReport report{stolen ? "stolen" : "lost",
                              {rangeIn(place, state::kMissing)},
                              "MP001-" + std::to_string(below(100'000)),
                              "Ministerio Público",
                              base::dayOf(m_clock.now())};
    attempt(stolen ? "stock.report-stolen" : "stock.report-lost",
            [&](auto& tx) { return m_losses.report(tx, people(), report); });
}

void Player::find() {
    const auto place = anyOf("SELECT DISTINCT place FROM stock_run WHERE state IN ('missing', 'lost', 'stolen')");
    const auto serials =
        chance(3) ? serialNear(below(kNumbersOfPlay)) : rangeIn(place, chance(60) ? state::kMissing : state::kStolen);
    attempt("stock.find", [&](auto& tx) { return m_losses.returnFound(tx, people(), {serials}, "Apareció"); });
}

void Player::withdraw() {
    if (chance(50)) {
        const auto serials = rangeIn(store(), state::kUsable);
        return attempt("stock.expire",
                       [&](auto& tx) { return m_withdrawals.expire(tx, people(), {serials}, "Diseño anterior"); });
    }
    const auto serial = serialIn(std::string{place::kDocuments}, state::kPersonalised);
    attempt("stock.annul", [&](auto& tx) { return m_withdrawals.annul(tx, people(), {serial}, "Devuelto"); });
}

void Player::quarantine() {
    const std::string here{place::kQuarantine};
    if (chance(60)) {
        const auto serials = rangeIn(here, state::kSpoiled);
        return perform("stock.quarantine-receive", [&](records::Transaction& tx) {
            const auto scan = m_quarantine.receive(tx, one(), {serials});
            return !scan ? Done::No : scan->fresh > 0 ? Done::Yes : Done::Repeated;
        });
    }
    const auto serials = rangeIn(here, entryOf(kStanding, 1 + below(3)));
    attempt("stock.to-destruction", [&](auto& tx) { return m_quarantine.toDestruction(tx, people(), {serials}); });
}

void Player::requestDestruction() {
    const auto state = entryOf(kStanding, 1 + below(3));
    DestructionSelection selection{{}, {}, {}, {}};
    if (chance(50))
        selection.serials = {rangeIn(std::string{place::kDestruction}, state), rangeIn(store(), state)};
    else
        selection = {{}, std::string{place::kDestruction}, state, {}};
    attempt("destruction.request", [&](auto& tx) {
        return m_destructions.request(tx, one(), {selection, "Acumulación"});
    });
}

/// The next step of some destruction, or one that is not its turn.
void Player::carryOnDestruction() {
    const auto number =
        anyOf("SELECT number FROM destruction WHERE number NOT IN (SELECT destruction FROM destruction_end)");
    const auto found = m_destructions.show(*m_connection, number);
    if (!found) return requestDestruction();
    const auto day = base::dayOf(m_clock.now());
    const auto stage = chance(10) ? static_cast<DestructionStage>(below(4)) : found->stage;
    if (chance(4))
        return attempt("destruction.cancel",
                       [&](auto& tx) { return m_destructions.cancel(tx, one(), number, "Se pospone"); });
    if (stage == DestructionStage::Requested)
        return attempt("destruction.authorise", [&](auto& tx) {
            return m_destructions.authorise(tx, second(), number, {"RES-12-2026", day});
        });
    if (stage == DestructionStage::Authorised)
        return attempt("destruction.commission", [&](auto& tx) {
            return m_destructions.nameCommission(tx, one(), number, {{"OFICIO-457", day}, {outsider("Eva Coy")}});
        });
    std::vector<std::string> lying;
    for (const auto& range : found->selected)
        if (!chance(5)) lying.push_back(textOf(range, *m_items.find(range.item)));
    if (found->scanned.empty() || chance(20))
        return perform("destruction.scan", [&](records::Transaction& tx) {
            const auto scan = m_destructions.scan(tx, one(), number, lying);
            return !scan ? Done::No : scan->fresh > 0 ? Done::Yes : Done::Repeated;
        });
    const Execution execution{"Trituración",
                              "la ciudad de Guatemala",
                              "Guatemala",
                              "Bodega 2",
                              "P-1",
                              "Servicios Generales",
                              {outsider("Luis Paz"), outsider("Rosa Tum")}};
    attempt("destruction.execute", [&](auto& tx) { return m_destructions.execute(tx, people(), number, execution); });
}

void Player::handOver() {
    const std::string place = chance(70) ? "vault:xela" : store();
    const auto kept = m_custody.history(*m_connection, place);
    const std::string keeper = kept && !kept->empty() ? kept->back().incoming : "";
    // Custody goes to the second, from whoever keeps the place now, if that is the first; or the other way
    // round.
    auto author = people();
    if (author.approver && keeper == author.person.text() && chance(90)) std::swap(author.person, *author.approver);
    const HandOver handing{place, author.person, countedAt(place, ""),
                           chance(50) ? OnDifference::OpenCase : OnDifference::Refuse};
    attempt("custody.handover", [&](auto& tx) { return m_custody.handOver(tx, author, handing); });
}

void Player::keepLots() {
    const std::string kind = chance(90) ? "laminate-card" : item();
    const auto lot = anyOf("SELECT DISTINCT lot FROM stock_lot WHERE item = ?1", {kind});
    const LotQuantity what{kind, lot.empty() ? "L-0" : lot, 1 + below(60)};
    switch (below(3)) {
        case 0: {
            const LotQuantity fresh{kind, "L-" + std::to_string(below(500)), 1 + below(500)};
            return attempt("stock.lot-receive",
                           [&](auto& tx) { return m_lots.receive(tx, people(), {fresh}, place::kVault, "OC-2"); });
        }
        case 1:
            return attempt("stock.lot-move", [&](auto& tx) {
                return m_lots.move(tx, people(), what, std::string{place::kVault}, placeOf(station()));
            });
        default:
            return attempt("stock.lot-consume", [&](auto& tx) {
                return m_lots.consume(tx, one(), station(), kind, what.quantity % 7, "turno");
            });
    }
}

}  // namespace inventory
