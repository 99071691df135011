// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "inventory/migrations.hpp"
#include "issuance/line/task_queue.hpp"
#include "issuance/migrations.hpp"
#include "tests/benchmarks/bare_claims.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/support/engine_test.hpp"

/// Claims of the line's queue, committed and with their journal entry, against the bare durable transaction of
/// bare_claims.hpp, in turns. Both begin each turn with the same number of tasks ready.
namespace {

using benchmarks::BareClaims;

constexpr std::int64_t kTasks = 4000;
constexpr int kClaimsATurn = 1200;
constexpr int kTurns = 11;

constexpr const char* kBareTables =
    "CREATE TABLE bare_task (order_id TEXT PRIMARY KEY, stage TEXT NOT NULL, standing TEXT NOT NULL, "
    "rank BIGINT NOT NULL, attempt BIGINT NOT NULL DEFAULT 1, chip BIGINT NOT NULL, item TEXT NOT NULL, "
    "claimed_by TEXT NOT NULL DEFAULT '', claimed_until TEXT NOT NULL DEFAULT '', began_at TEXT NOT NULL DEFAULT '', "
    "not_before TEXT NOT NULL DEFAULT '', hold_reason TEXT NOT NULL DEFAULT '');"
    "CREATE INDEX bare_task_queue ON bare_task (standing, stage, rank);"
    "CREATE TABLE bare_event (id BIGINT PRIMARY KEY, order_id TEXT NOT NULL, station TEXT NOT NULL, "
    "time TEXT NOT NULL);";

class Bench {
   public:
    Bench(records::Engine engine, unsigned clients)
        : m_migrated(engine, {records::migrations(), inventory::migrations(), issuance::migrations()}),
          m_owner(m_migrated.ownerDatabase().connect()) {
        m_owner->executeScript(kBareTables);
        if (engine == records::Engine::Postgresql)
            m_owner->executeScript("GRANT SELECT, INSERT, UPDATE ON bare_task, bare_event TO troquel_program");
        takeOrders();
        const std::string address = m_migrated.address();
        for (unsigned client = 0; client < clients; ++client) {
            m_connections.push_back(m_migrated.database().connect());
            m_bare.push_back(engine == records::Engine::Sqlite
                                 ? benchmarks::bareClaimsOnSqlite(address.substr(std::string{"sqlite:"}.size()))
                                 : benchmarks::bareClaimsOnPostgresql(address));
        }
    }

    double bareRate() {
        fill("bare_task");
        return rate([this](std::size_t client) { m_bare[client]->claim(++m_ids); });
    }

    double productRate() {
        fill("line_task");
        return rate([this](std::size_t client) {
            records::Transaction transaction{*m_connections[client]};
            const issuance::LineStation station{"station-" + std::to_string(client)};
            if (!m_queue.claim(transaction, m_author, station, {{issuance::Step::Clear}}))
                throw std::runtime_error{"nothing to claim"};
            transaction.commit();
        });
    }

   private:
    /// Claims a second of all clients together.
    double rate(const std::function<void(std::size_t)>& claim) {
        const int each = kClaimsATurn / static_cast<int>(m_bare.size());
        return benchmarks::rateOf(each * static_cast<int>(m_bare.size()), [&] {
            std::vector<std::thread> threads;
            for (std::size_t client = 0; client < m_bare.size(); ++client)
                threads.emplace_back([&, client] {
                    for (int at = 0; at < each; ++at) claim(client);
                });
            for (auto& thread : threads) thread.join();
        });
    }

    void takeOrders() {
        m_owner->execute("INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES ('00', 's', 't', 'p')");
        std::int64_t at = 0;
        m_owner->insertMany("production_order",
                            {"id", "station", "reference", "file_sha256", "kind", "receipt_number", "delivery_site",
                             "content", "portrait", "signature", "received_at"},
                            [&](records::Values& row) {
                                const std::string id = orderNumbered(at);
                                row = {id, "s", id, "00", "k", id, "d", "{}", base::Bytes{1}, base::Bytes{1}, "t"};
                                return ++at <= kTasks;
                            });
    }

    /// The table as it is when so many orders have just been received; the planner knows it as in service.
    void fill(const std::string& table) {
        m_owner->executeScript("DELETE FROM " + table);
        std::int64_t at = 0;
        m_owner->insertMany(table, {"order_id", "stage", "standing", "rank", "chip", "item"},
                            [&](records::Values& row) {
                                row = {orderNumbered(at), "received", "ready", at, std::int64_t{1}, "passport"};
                                return ++at <= kTasks;
                            });
        if (m_owner->engine() == records::Engine::Postgresql) m_owner->executeScript("VACUUM ANALYZE " + table);
    }

    static std::string orderNumbered(std::int64_t at) { return fmt::format("2026-{:06}", at); }

    support::MigratedDatabase m_migrated;
    std::unique_ptr<records::Connection> m_owner;
    std::vector<std::unique_ptr<records::Connection>> m_connections;
    std::vector<std::unique_ptr<BareClaims>> m_bare;
    base::SystemClock m_clock;
    issuance::TaskQueue m_queue{m_clock, std::chrono::minutes{5}, 3};
    records::Author m_author{records::OperatorId{"ana"}, records::WorkstationId{"desk-1"}, {}};
    std::atomic<long long> m_ids = 0;
};

bool run(const char* what, records::Engine engine, unsigned clients, double goal) {
    Bench bench{engine, clients};
    bench.bareRate();
    bench.productRate();
    std::vector<double> bare;
    std::vector<double> product;
    for (int turn = 0; turn < kTurns; ++turn) {
        bare.push_back(bench.bareRate());
        product.push_back(bench.productRate());
    }
    return benchmarks::report(what, benchmarks::median(bare), benchmarks::median(product), goal);
}

}  // namespace

int main() {
    const bool sqlite = run("claims on SQLite, 1 client", records::Engine::Sqlite, 1, 0.65);
    const bool postgresql = run("claims on PostgreSQL, 4 clients", records::Engine::Postgresql, 4, 0.70);
    return sqlite && postgresql ? 0 : 1;
}
