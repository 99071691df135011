// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/national_house.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "base/failure.hpp"
#include "inventory/reconciliation.hpp"
#include "inventory/reports/period.hpp"
#include "inventory/reports/year.hpp"

namespace simulation {

using inventory::Account;

namespace {

constexpr std::int64_t kBox = 500;
constexpr int kSpoiledOfHundred = 2;
constexpr const char* kSiteKinds[] = {"mobile",    "mobile",    "mobile",    "mobile",
                                      "consulate", "consulate", "consulate", "consulate"};

const Account kVault{"vault", "usable"};

records::WorkstationId stationNumbered(int number) { return records::WorkstationId{fmt::format("linea-{}", number)}; }

}  // namespace

NationalHouse::NationalHouse(records::Engine engine, std::int64_t actsPerTransaction)
    : m_migrated(engine, {records::migrations(), inventory::migrations()}),
      m_connection(m_migrated.database().connect()),
      m_actsPerTransaction(actsPerTransaction) {
    const auto add = [&](const std::string& id, const std::string& kind) {
        m_migrated.ownerDatabase().connect()->execute(
            "INSERT INTO stock_place (id, kind, name, guarded) VALUES (?1, ?2, ?1, 0) ON CONFLICT DO NOTHING",
            {id, kind});
    };
    add("transit", "transit");
    for (const char* kind : kSiteKinds) {
        m_sites.push_back(fmt::format("{}:{}", kind, m_sites.size() + 1));
        add(m_sites.back(), kind);
    }
}

void NationalHouse::receive(std::int64_t quantity) {
    inventory::Manifest manifest{"Imprenta", fmt::format("OC-{}", m_received), {}};
    for (std::int64_t first = m_received; first < m_received + quantity; first += kBox) {
        const auto last = std::min(first + kBox, m_received + quantity) - 1;
        manifest.ranges.push_back(
            {kItem, item().serial.serialOf(first), item().serial.serialOf(last), std::to_string(first / kBox), 0});
    }
    commit([&](auto& tx) { return base::expected(m_stock.receive(tx, m_custodians, manifest), "receive"); });
    m_received += quantity;
}

void NationalHouse::produce(std::int64_t documents) {
    const std::int64_t each = documents / kStations;
    for (int number = 1; number <= kStations; ++number)
        makeAt(stationNumbered(number), number == kStations ? documents - each * (kStations - 1) : each);
}

void NationalHouse::makeAt(const records::WorkstationId& station, std::int64_t documents) {
    if (documents <= 0) return;
    const std::int64_t issued = documents + documents * kSpoiledOfHundred / 100 + 5;
    commit([&](auto& tx) {
        return base::expected(m_stock.issueToShift(tx, m_custodians, kItem, issued, station), "issue");
    });
    const records::Author author{records::OperatorId{"oscar"}, station, std::nullopt};
    for (std::int64_t made = 0; made < documents;) {
        records::Transaction tx{*m_connection};
        for (std::int64_t acts = 0; acts < m_actsPerTransaction && made < documents;) {
            const auto order = std::to_string(m_documents + m_spoiled);
            const auto serial = base::expected(m_stock.takeNext(tx, author, station, kItem, order), "take");
            const bool spoils = (m_documents + m_spoiled) % 100 < kSpoiledOfHundred && made + 1 < documents;
            if (spoils) {
                base::expected(m_stock.spoil(tx, author, serial, inventory::SpoilCause::Print), "spoil");
                ++m_spoiled;
                acts += 2;
                continue;
            }
            base::expected(m_stock.bindToDocument(tx, author, serial, serial), "bind");
            base::expected(m_stock.markPersonalised(tx, author, serial), "personalise");
            ++m_documents;
            ++made;
            acts += 3;
        }
        tx.commit();
    }
    std::vector<std::string> returned;
    const Account unused{inventory::placeOf(station), "usable"};
    for (const auto& range : inventory::rangesIn(*m_connection, kItem, unused))
        returned.push_back(inventory::textOf(range, item()));
    commit([&](auto& tx) {
        base::expected(m_stock.closeShift(tx, m_custodians, station, returned), "close");
        return true;
    });
}

void NationalHouse::move(const inventory::SerialRange& range, const Account& from, const Account& to) {
    commit([&](auto&) {
        inventory::lockPlaces(*m_connection, range.item, {from.place, to.place});
        inventory::enterMovements(*m_connection, {"move", m_custodians, m_clock.now(), {}, {}},
                                  {{range, from, to, {}}});
        return true;
    });
}

void NationalHouse::compareEverywhere() {
    ++m_comparisons;
    m_differences +=
        m_connection
            ->queryOne(
                "SELECT count(*) FROM (SELECT item, place, state, sum(quantity) FROM stock_ledger WHERE "
                "state <> 'none' GROUP BY item, place, state HAVING sum(quantity) <> 0 EXCEPT SELECT item, "
                "place, state, sum(last_number - first_number + 1) FROM stock_run GROUP BY item, place, "
                "state) AS differing")
            ->integer(0);
}

std::int64_t NationalHouse::inVault() { return inventory::quantityIn(*m_connection, kItem, kVault); }

std::string NationalHouse::durability() {
    if (m_connection->engine() == records::Engine::Postgresql)
        return fmt::format("synchronous_commit={}, fsync={}",
                           m_connection->queryOne("SHOW synchronous_commit")->text(0),
                           m_connection->queryOne("SHOW fsync")->text(0));
    return fmt::format("journal_mode={}, synchronous={} (2 is FULL)",
                       m_connection->queryOne("PRAGMA journal_mode")->text(0),
                       m_connection->queryOne("PRAGMA synchronous")->integer(0));
}

double NationalHouse::megabytes() {
    if (m_connection->engine() == records::Engine::Postgresql)
        return static_cast<double>(m_connection->queryOne("SELECT pg_database_size(current_database())")->integer(0)) /
               1e6;
    m_connection->query("PRAGMA wal_checkpoint(TRUNCATE)");
    const auto file = m_migrated.address().substr(std::string{"sqlite:"}.size());
    return static_cast<double>(std::filesystem::file_size(file)) / 1e6;
}

void NationalHouse::printTotals() {
    const Seconds took = std::chrono::steady_clock::now() - m_began;
    const auto number = [&](const char* question) { return m_connection->queryOne(question)->integer(0); };
    fmt::print("{} blanks received, {} documents made, {} blanks spoiled at the line, {} places compared {} times\n",
               m_received, m_documents, m_spoiled, number("SELECT count(*) FROM stock_place WHERE kind <> 'transit'"),
               m_comparisons);
    fmt::print("{} movements, {} runs, {} shifts, {} journal entries\n", number("SELECT count(*) FROM stock_movement"),
               number("SELECT count(*) FROM stock_run"), number("SELECT count(*) FROM stock_shift"),
               number("SELECT count(*) FROM journal_entry"));
    fmt::print("time {:.0f} s, database {:.0f} MB\n", took.count(), megabytes());
}

bool NationalHouse::printReconciliations() {
    const auto began = std::chrono::steady_clock::now();
    const auto books = inventory::reconcile(*m_connection);
    const Seconds whole = std::chrono::steady_clock::now() - began;
    const auto year = inventory::yearReport(*m_connection, 2026);
    const Seconds both = std::chrono::steady_clock::now() - began;
    std::int64_t open = 0;
    for (const auto& line : year.lines)
        open += line.opening + line.year.received + line.year.back - line.year.documents - line.year.destroyed -
                line.year.lost - line.closing;
    fmt::print(
        "unexplained: books {}, year by months {}, comparisons {}; opening + in - out - closing: {} ({:.1f} s, {:.1f} "
        "s)\n",
        books.unexplained() + std::ssize(books.broken), year.unexplained, m_differences, open, whole.count(),
        (both - whole).count());
    return books.unexplained() == 0 && books.broken.empty() && year.unexplained == 0 && m_differences == 0 && open == 0;
}

}  // namespace simulation
