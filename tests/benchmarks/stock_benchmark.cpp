// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/failure.hpp"
#include "inventory/holdings.hpp"
#include "inventory/migrations.hpp"
#include "inventory/reconciliation.hpp"
#include "inventory/stock.hpp"
#include "tests/benchmarks/bare_stock.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/benchmarks/stock_past.hpp"
#include "tests/inventory/catalogue.hpp"
#include "tests/support/engine_test.hpp"

/// The stock at national size, against the engine by itself: stock_benchmark [blanks [movements [engine]]], a million,
/// five millions and both engines unless told.
namespace {

using inventory::Account;

constexpr std::int64_t kBox = 500;
constexpr const char* kItem = "booklet-ordinary";

double secondsOf(const benchmarks::Work& work) { return 1 / benchmarks::rateOf(1, work); }

class Bench {
   public:
    explicit Bench(records::Engine engine)
        : m_migrated(engine, {records::migrations(), inventory::migrations()}),
          m_connection(m_migrated.database().connect()),
          m_owner(m_migrated.ownerDatabase().connect()) {
        m_owner->executeScript(
            "CREATE TABLE bare_blank (serial TEXT PRIMARY KEY, item TEXT NOT NULL, number BIGINT NOT NULL, "
            "place TEXT NOT NULL, state TEXT NOT NULL)");
        const std::string address = m_migrated.address();
        if (engine == records::Engine::Postgresql) {
            m_owner->executeScript("GRANT SELECT, INSERT, DELETE ON bare_blank TO troquel_program");
            m_bare = benchmarks::bareStockOnPostgresql(address);
        } else {
            m_bare = benchmarks::bareStockOnSqlite(address.substr(std::string{"sqlite:"}.size()));
        }
    }

    /// One delivery in boxes, with its movements and its journal entry, against as many rows.
    bool receipt(const char* engine, std::int64_t quantity) {
        const double bare = secondsOf([&] { m_bare->insertSerials(quantity); });
        inventory::Manifest manifest{"Imprenta", "OC-1", {}};
        const auto& serials = m_items.find(kItem)->serial;
        for (std::int64_t first = 0; first < quantity; first += kBox)
            manifest.ranges.push_back(
                {kItem, serials.serialOf(first), serials.serialOf(first + kBox - 1), std::to_string(first / kBox), 0});
        const double product = secondsOf([&] {
            records::Transaction transaction{*m_connection};
            base::expected(m_stock.receive(transaction, m_author, manifest), "receive");
            transaction.commit();
        });
        const std::string what = fmt::format("receipt of {} serials, {}", quantity, engine);
        const auto rows = static_cast<double>(quantity);
        return benchmarks::report(what.c_str(), rows / bare, rows / product, 0.50);
    }

    /// A range of 100,000 to another place and back.
    void transfer(const char* engine) {
        const std::int64_t quantity = 100'000;
        const inventory::SerialRange range{kItem, 50'250, 50'249 + quantity};
        const double seconds = secondsOf([&] { move(range, kVault, kDestruction); });
        fmt::print("{:<44} {:.4f} s for {} serials (goal: under 1 s)\n", fmt::format("transfer of a range, {}", engine),
                   seconds, quantity);
    }

    /// Blanks one by one to other states, as years leave them, until there are so many movements.
    void work(std::int64_t blanks, std::int64_t movements) {
        std::vector<Account> standing(static_cast<std::size_t>(blanks), kVault);
        for (const auto& range : inventory::rangesIn(*m_connection, kItem, kDestruction, blanks))
            std::fill(standing.begin() + range.first, standing.begin() + range.last + 1, kDestruction);
        const double seconds = secondsOf([&] {
            benchmarks::StockPast{*m_owner, kItem, std::move(standing)}.write(movements);
        });
        if (m_connection->engine() == records::Engine::Postgresql)
            for (const auto* table : {"stock_movement", "stock_run"})
                m_owner->executeScript(fmt::format("VACUUM ANALYZE {}", table));
        fmt::print("{} movements written in {:.0f} s\n", movements, seconds);
    }

    bool reconciliation(const char* engine) {
        inventory::Reconciliation books;
        std::vector<double> bare;
        std::vector<double> sums;
        std::vector<double> product;
        for (int turn = 0; turn < 3; ++turn) {
            bare.push_back(secondsOf([&] { m_bare->readMovements(); }));
            sums.push_back(secondsOf([&] { m_bare->sumAccounts(); }));
            product.push_back(secondsOf([&] { books = inventory::reconcile(*m_connection); }));
        }
        if (books.unexplained() != 0 || !books.broken.empty()) throw std::runtime_error{"the books do not balance"};
        const auto rows = static_cast<double>(books.movements);
        const double rate = rows / benchmarks::median(product);
        fmt::print("{} movements read and let go, {}: {:.0f}/s, reconciled {:.3f} of that\n", books.movements, engine,
                   rows / benchmarks::median(bare), rate * benchmarks::median(bare) / rows);
        const std::string what = fmt::format("reconciliation against sums by SQL, {}", engine);
        return benchmarks::report(what.c_str(), rows / benchmarks::median(sums), rate, 0.50);
    }

    bool history(const char* engine, std::int64_t blanks) {
        std::vector<double> times;
        const auto& serials = m_items.find(kItem)->serial;
        for (std::int64_t at = 0; at < 200; ++at) {
            const std::string serial = serials.serialOf(at * 7919 % blanks);
            times.push_back(secondsOf([&] { base::expected(m_stock.history(*m_connection, serial), "history"); }));
        }
        const double middle = benchmarks::median(times) * 1000;
        fmt::print("{:<44} {:.3f} ms median, {:.3f} ms worst of 200 (goal: at most 5 ms)\n",
                   fmt::format("history of a serial, {}", engine), middle,
                   *std::max_element(times.begin(), times.end()) * 1000);
        return middle <= 5;
    }

   private:
    void move(const inventory::SerialRange& range, const Account& from, const Account& to) {
        records::Transaction transaction{*m_connection};
        inventory::lockPlaces(*m_connection, range.item, {from.place, to.place});
        inventory::enterMovements(*m_connection, {"move", m_author, m_clock.now(), {}, {}}, {{range, from, to, {}}});
        transaction.commit();
    }

    const Account kVault{"vault", "usable"};
    const Account kDestruction{"destruction", "expired"};
    support::MigratedDatabase m_migrated;
    std::unique_ptr<records::Connection> m_connection;
    std::unique_ptr<records::Connection> m_owner;
    std::unique_ptr<benchmarks::BareStock> m_bare;
    inventory::ItemCatalogue m_items = inventory::productItems();
    base::SystemClock m_clock;
    inventory::Stock m_stock{m_items, m_clock};
    records::Author m_author{records::OperatorId{"ana"}, records::WorkstationId{"desk-1"}, records::OperatorId{"beto"}};
};

bool run(const char* name, records::Engine engine, std::int64_t blanks, std::int64_t movements) {
    Bench bench{engine};
    bool reached = bench.receipt(name, blanks);
    bench.transfer(name);
    bench.work(blanks, movements);
    reached = bench.reconciliation(name) && reached;
    return bench.history(name, blanks) && reached;
}

}  // namespace

int main(int count, char** arguments) {
    const std::int64_t blanks = count > 1 ? std::atoll(arguments[1]) : 1'000'000;
    const std::int64_t movements = count > 2 ? std::atoll(arguments[2]) : 5'000'000;
    const std::string_view engine = count > 3 ? arguments[3] : "";
    bool reached = true;
    if (engine != "postgresql") reached = run("SQLite", records::Engine::Sqlite, blanks, movements);
    if (engine != "sqlite") reached = run("PostgreSQL", records::Engine::Postgresql, blanks, movements) && reached;
    return reached ? 0 : 1;
}
