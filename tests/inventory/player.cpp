// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/player.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include "base/failure.hpp"
#include "records/journal/journal.hpp"

namespace inventory {
namespace {

constexpr std::array<std::string_view, 3> kItems{"booklet-ordinary", "card-visitor", "sticker-visa"};
constexpr std::array<std::string_view, 2> kStations{"linea-1", "linea-2"};
constexpr auto kNumbers = Player::kNumbersOfPlay;

bool isRace(const base::Failure& failure) {
    const auto name = failure.code().name();
    return name == "records.unique" || name == "records.busy" || name == "stock.shift-contended";
}

}  // namespace

Player::Player(records::Database& database, const ItemCatalogue& items, std::string name, std::uint64_t seed, Tell tell)
    : m_items(items),
      m_connection(database.connect()),
      m_name(std::move(name)),
      m_random(seed),
      m_tell(std::move(tell)) {}

const std::vector<Player::Choice>& Player::choices() {
    static const std::vector<Choice> all{{4, &Player::receive},
                                         {8, &Player::issue},
                                         {28, &Player::take},
                                         {22, &Player::bind},
                                         {18, &Player::personalise},
                                         {8, &Player::spoil},
                                         {3, &Player::close},
                                         {1, &Player::openCase},
                                         {5, &Player::moveAsOnePleases},
                                         {3, &Player::tamper},
                                         {5, &Player::prepareTransfer},
                                         {14, &Player::carryOnTransfer},
                                         {2, &Player::planCount},
                                         {14, &Player::carryOnCount},
                                         {3, &Player::lose},
                                         {3, &Player::find},
                                         {3, &Player::withdraw},
                                         {6, &Player::quarantine},
                                         {2, &Player::requestDestruction},
                                         {8, &Player::carryOnDestruction},
                                         {2, &Player::handOver},
                                         {4, &Player::keepLots}};
    return all;
}

void Player::play(int acts) {
    const auto& all = choices();
    const int sum = std::accumulate(all.begin(), all.end(), 0, [](int so, const Choice& c) { return so + c.weight; });
    for (int played = 0; played < acts; ++played) {
        if (chance(2)) m_clock.setBack(std::chrono::hours{chance(50) ? 0 : below(72)});
        auto ticket = static_cast<int>(below(sum));
        for (const auto& choice : all)
            if ((ticket -= choice.weight) < 0) {
                (this->*choice.act)();
                break;
            }
    }
}

std::int64_t Player::below(std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>{0, limit - 1}(m_random);
}

records::WorkstationId Player::station() {
    return records::WorkstationId{std::string{kStations[static_cast<std::size_t>(below(kStations.size()))]}};
}

std::string Player::item() {
    if (chance(2)) return chance(50) ? "cheese" : "laminate-card";
    return std::string{kItems[static_cast<std::size_t>(below(kItems.size()))]};
}

std::string Player::serialNear(std::int64_t number) {
    const auto name = std::string{kItems[static_cast<std::size_t>(below(kItems.size()))]};
    return m_items.find(name)->serial.serialOf(number);
}

std::string Player::serialIn(const std::string& place, std::string_view state) {
    if (chance(10)) return serialNear(below(kNumbers));
    const auto rows = m_connection->query(
        "SELECT item, first_number, last_number FROM stock_run WHERE place = ?1 AND state = ?2 ORDER BY item, "
        "first_number LIMIT 12",
        {place, std::string{state}});
    if (rows.empty()) return serialNear(below(kNumbers));
    const auto& row = rows[static_cast<std::size_t>(below(std::ssize(rows)))];
    return m_items.find(row.text(0))->serial.serialOf(row.integer(1) + below(row.integer(2) - row.integer(1) + 1));
}

records::Author Player::one() const {
    return {records::OperatorId{m_name}, records::WorkstationId{"linea-1"}, std::nullopt};
}

records::Author Player::second() const { return {*two().approver, records::WorkstationId{"linea-1"}, std::nullopt}; }

records::Author Player::two() const {
    return {records::OperatorId{m_name}, records::WorkstationId{"linea-1"}, records::OperatorId{m_name + "-second"}};
}

records::Author Player::people() {
    if (chance(4)) return one();
    auto author = two();
    if (chance(4)) author.approver = author.person;
    return author;
}

/// Rows that this connection has written so far, by the engine's own count.
std::int64_t Player::written() {
    const char* question = m_connection->engine() == records::Engine::Sqlite
                               ? "SELECT total_changes()"
                               : "SELECT sum(pg_stat_get_xact_tuples_inserted(oid) + "
                                 "pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid))::bigint "
                                 "FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";
    return m_connection->queryOne(question)->integer(0);
}

void Player::perform(const std::string& act, const std::function<Done(records::Transaction&)>& work) {
    try {
        records::Transaction tx{*m_connection};
        const auto before = written();
        const auto done = work(tx);
        if (done != Done::Yes && written() != before) throw std::logic_error{act + " was not done and wrote"};
        tx.commit();
        m_tell(done == Done::Yes ? act : done == Done::No ? "refused" : "repeated");
    } catch (const base::Failure& failure) {
        if (!isRace(failure)) throw;
        m_tell("raced");
    }
}

void Player::receive() {
    Manifest manifest{"Imprenta", "OC-" + std::to_string(below(1000)), {}};
    const auto kind = item();
    const Item* known = m_items.find(kind);
    for (auto ranges = below(4); ranges >= 0; --ranges) {
        const auto first = below(kNumbers);
        const auto last = chance(3) ? first - 1 : first + below(150);
        const bool serial = known != nullptr && !known->isCounted() && last >= 0;
        manifest.ranges.push_back({kind, serial ? known->serial.serialOf(first) : "A1",
                                   serial ? known->serial.serialOf(last) : "?", std::to_string(ranges), 0});
    }
    attempt("stock.receive", [&](auto& tx) { return m_stock.receive(tx, people(), manifest); });
}

void Player::issue() {
    const auto quantity = chance(5) ? below(20'000) - 100 : 1 + below(25);
    attempt("stock.issue", [&](auto& tx) { return m_stock.issueToShift(tx, people(), item(), quantity, station()); });
}

void Player::take() {
    // Some orders are asked for by everybody, so that they have a blank already.
    const auto order = chance(5) ? "common-" + std::to_string(below(50))
                                 : m_name + "-" + std::to_string(m_random()) + "-" + std::to_string(++m_orders);
    attempt("stock.take", [&](auto& tx) { return m_stock.takeNext(tx, one(), station(), item(), order); });
}

void Player::bind() {
    const auto serial = serialIn(placeOf(station()), state::kInUse);
    const auto document = chance(5) ? "common-" + std::to_string(below(50)) : "document-" + serial;
    attempt("stock.bind", [&](auto& tx) { return m_stock.bindToDocument(tx, one(), serial, document); });
}

void Player::personalise() {
    const auto serial = serialIn(placeOf(station()), state::kInUse);
    attempt("stock.personalise", [&](auto& tx) { return m_stock.markPersonalised(tx, one(), serial); });
}

void Player::spoil() {
    constexpr std::array<std::string_view, 5> kStates{state::kUsable, state::kInUse, state::kInUse,
                                                      state::kPersonalised, state::kSpoiled};
    const auto place = chance(20) ? std::string{place::kVault} : placeOf(station());
    const auto serial = serialIn(place, kStates[static_cast<std::size_t>(below(kStates.size()))]);
    constexpr std::array<std::string_view, 4> kCauses{"print", "chip", "operator", "bored"};
    const SpoilCause cause{std::string{kCauses[static_cast<std::size_t>(below(kCauses.size()))]}};
    attempt("stock.spoil", [&](auto& tx) { return m_stock.spoil(tx, people(), serial, cause); });
}

/// Spoils what is still in use first, most of the time; then brings back what is there, with something missing or too
/// much now and then.
void Player::close() {
    const auto workstation = station();
    const auto place = placeOf(workstation);
    std::vector<std::string> returned;
    for (const auto& run : runsAt(*m_connection, place)) {
        const auto& serials = m_items.find(run.range.item)->serial;
        if (run.account.state == state::kUsable) returned.push_back(textOf(run.range, *m_items.find(run.range.item)));
        for (auto number = run.range.first; run.account.state == state::kInUse && number <= run.range.last; ++number)
            attempt("stock.spoil", [&](auto& tx) {
                return m_stock.spoil(tx, one(), serials.serialOf(number), SpoilCause::Cancelled);
            });
    }
    if (chance(15) && !returned.empty()) returned.pop_back();
    if (chance(15)) returned.push_back(serialNear(below(kNumbers)));
    attempt("stock.close", [&](auto& tx) { return m_stock.closeShift(tx, people(), workstation, returned); });
}

void Player::openCase() {
    const auto kind = chance(50) ? CaseKind::Discrepancy : CaseKind::SupplierClaim;
    attempt("case.open", [&](auto& tx) {
        m_cases.open(tx, two(), {kind, std::string{place::kVault}, "", "conteo de prueba", {}});
        return true;
    });
}

/// A movement past all acts, between the stores only. The database lets through what a life of a blank allows, and
/// refuses the rest.
void Player::moveAsOnePleases() {
    constexpr std::array<std::string_view, 3> kPlaces{place::kVault, place::kQuarantine, place::kDestruction};
    constexpr std::array<std::string_view, 12> kStates{
        state::kNone,    state::kUsable,  state::kInUse, state::kPersonalised, state::kSpoiled,  state::kAnnulled,
        state::kExpired, state::kMissing, state::kLost,  state::kStolen,       state::kWithheld, state::kDestroyed};
    const auto first = below(kNumbers);
    const auto name = std::string{kItems[static_cast<std::size_t>(below(kItems.size()))]};
    const auto row = m_connection->queryOne(
        "SELECT item, first_number, last_number, place, state FROM stock_run WHERE item = ?1 AND first_number >= ?2 "
        "AND place IN ('vault', 'quarantine', 'destruction') ORDER BY first_number LIMIT 1",
        {name, first});
    if (!row) return;
    const SerialRange range{row->text(0), row->integer(1), std::min(row->integer(2), row->integer(1) + below(20))};
    const Account to{std::string{kPlaces[static_cast<std::size_t>(below(kPlaces.size()))]},
                     std::string{kStates[static_cast<std::size_t>(below(kStates.size()))]}};
    const auto author = people();
    try {
        records::Transaction tx{*m_connection};
        Act act{"move", author, m_clock.now(), {}, {}};
        if (to.state == state::kSpoiled && row->text(4) != state::kSpoiled) act.cause = "supplier";
        enterMovements(*m_connection, act, {{range, {row->text(3), row->text(4)}, to, {}}});
        records::appendToJournal(tx, m_clock, {author, "stock.move", "range", range.item, "", {}});
        tx.commit();
        m_tell("stock.move");
    } catch (const base::Failure& failure) {
        if (!isRace(failure) && failure.code().name() != "records.constraint") throw;
        m_tell("forbidden");
    }
}

void Player::tamper() {
    constexpr std::array<const char*, 9> kForbidden{
        "UPDATE stock_movement SET quantity = quantity + 1",
        "DELETE FROM stock_movement",
        "UPDATE stock_run SET state = 'usable'",
        "DELETE FROM stock_run",
        "INSERT INTO stock_run VALUES ('card-visitor', 9999999, 9999999, 'vault', 'usable')",
        "UPDATE blank SET order_id = 'mine'",
        "DELETE FROM blank",
        "UPDATE journal_entry SET act = 'nothing'",
        "DELETE FROM stock_place WHERE id = 'vault'"};
    const char* statement = kForbidden[static_cast<std::size_t>(below(kForbidden.size()))];
    const auto table = std::string_view{statement}.find("blank") != std::string_view::npos
                           ? "SELECT 1 FROM blank LIMIT 1"
                           : "SELECT 1 FROM stock_run LIMIT 1";
    if (!m_connection->queryOne(table)) return;  // nothing to be changed yet
    try {
        records::Transaction tx{*m_connection};
        m_connection->execute(statement);
    } catch (const base::Failure&) {
        return m_tell("forbidden");
    }
    throw std::logic_error{std::string{statement} + " went through"};
}

}  // namespace inventory
