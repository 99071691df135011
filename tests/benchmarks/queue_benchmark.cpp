// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <sys/resource.h>

#include <cstdlib>
#include <stdexcept>

#include "inventory/migrations.hpp"
#include "issuance/line/task_queue.hpp"
#include "issuance/migrations.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/support/engine_test.hpp"

/// What a claim costs, committed and with its journal entry, in a queue of a million waiting orders beside twenty
/// million finished stages, against the same in a queue of a thousand, in turns.
namespace {

constexpr std::int64_t kFew = 1000;
constexpr int kStagesOfOrder = 6;
constexpr int kClaimsATurn = 200;
constexpr int kTurns = 15;

std::string orderNumbered(std::int64_t at) { return fmt::format("2026-{:08}", at); }

/// A queue: the first orders have ended, with their history, and the others wait.
class Queue {
   public:
    Queue(records::Engine engine, std::int64_t waiting, std::int64_t finished)
        : m_migrated(engine, {records::migrations(), inventory::migrations(), issuance::migrations()}),
          m_owner(m_migrated.ownerDatabase().connect()),
          m_connection(m_migrated.database().connect()),
          m_finished(finished) {
        takeOrders(finished + waiting);
        if (engine == records::Engine::Postgresql)
            for (const auto* table : {"line_task", "stage_event", "production_order"})
                m_owner->executeScript(std::string{"VACUUM ANALYZE "} + table);
        else
            m_owner->executeScript("ANALYZE");
    }

    /// Claims a second, one after the other; what was claimed waits again afterwards.
    double rate() {
        const double rate = benchmarks::rateOf(kClaimsATurn, [this] {
            for (int at = 0; at < kClaimsATurn; ++at) claim();
        });
        m_owner->execute("UPDATE line_task SET standing = 'ready', claimed_by = '' WHERE claimed_by = 'station'");
        return rate;
    }

   private:
    void claim() {
        records::Transaction transaction{*m_connection};
        if (!m_queue.claim(transaction, m_author, m_station, {issuance::stepsOf(issuance::allDuties())}))
            throw std::runtime_error{"nothing to claim"};
        transaction.commit();
    }

    void takeOrders(std::int64_t orders) {
        m_owner->execute("INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES ('00', 's', 't', 'p')");
        insert("production_order",
               {"id", "station", "reference", "file_sha256", "kind", "receipt_number", "delivery_site", "content",
                "portrait", "signature", "received_at"},
               orders, [](std::int64_t at, records::Values& row) {
                   const std::string id = orderNumbered(at);
                   row = {id, "s", id, "00", "k", id, "d", "{}", base::Bytes{1}, base::Bytes{1}, "t"};
               });
        insert("line_task", {"order_id", "stage", "standing", "rank", "chip", "item"}, orders,
               [this](std::int64_t at, records::Values& row) {
                   const bool waits = at >= m_finished;
                   row = {orderNumbered(at),         waits ? "received" : "released",
                          waits ? "ready" : "ended", at,
                          std::int64_t{1},           "booklet-ordinary"};
               });
        insert("stage_event",
               {"order_id", "sequence", "attempt", "stage", "outcome", "cause", "began_at", "ended_at", "person",
                "workstation", "blank"},
               m_finished * kStagesOfOrder, [](std::int64_t at, records::Values& row) {
                   row = {orderNumbered(at / kStagesOfOrder),
                          at % kStagesOfOrder + 1,
                          std::int64_t{1},
                          "print",
                          "finish",
                          "",
                          "2026-11-28T00:00:00.000Z",
                          "2026-11-28T00:00:09.000Z",
                          "ana",
                          "linea-1",
                          "A1"};
               });
    }
    void insert(const std::string& table, const std::vector<std::string>& columns, std::int64_t rows,
                const std::function<void(std::int64_t, records::Values&)>& fill) {
        std::int64_t at = 0;
        m_owner->insertMany(table, columns, [&](records::Values& row) {
            if (at == rows) return false;
            fill(at++, row);
            return true;
        });
    }

    support::MigratedDatabase m_migrated;
    std::unique_ptr<records::Connection> m_owner;
    std::unique_ptr<records::Connection> m_connection;
    std::int64_t m_finished;
    base::SystemClock m_clock;
    issuance::TaskQueue m_queue{m_clock, std::chrono::minutes{5}, 3};
    records::Author m_author{records::OperatorId{"ana"}, records::WorkstationId{"linea-1"}, {}};
    issuance::LineStation m_station{"station"};
};

constexpr double kMostMemory = 150;

/// Megabytes that this program had at most: filling both queues is part of it.
double mostMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

bool run(const char* what, records::Engine engine, std::int64_t waiting, std::int64_t stages) {
    Queue few{engine, kFew, 0};
    Queue many{engine, waiting, stages / kStagesOfOrder};
    std::vector<double> small;
    std::vector<double> large;
    std::vector<double> ratios;
    for (int turn = -1; turn < kTurns; ++turn) {
        const double inFew = few.rate();
        const double inMany = many.rate();
        if (turn < 0) continue;
        small.push_back(inFew);
        large.push_back(inMany);
        ratios.push_back(inFew / inMany);
    }
    const double ratio = benchmarks::median(ratios);
    std::printf(
        "%-12s claims/s in %lld orders %6.0f, in %lld beside %lld stages %6.0f; time %.2f, goal at most 1.30  %s\n",
        what, static_cast<long long>(kFew), benchmarks::median(small), static_cast<long long>(waiting),
        static_cast<long long>(stages), benchmarks::median(large), ratio, ratio <= 1.3 ? "reached" : "MISSED");
    const double memory = mostMemory();
    std::printf("%-12s memory at most %.0f MB, goal under %.0f  %s\n", what, memory, kMostMemory,
                memory < kMostMemory ? "reached" : "MISSED");
    std::fflush(stdout);
    return ratio <= 1.3 && memory < kMostMemory;
}

}  // namespace

/// queue_benchmark [WAITING [STAGES]]: 1000000 and 20000000 unless told.
int main(int count, char** words) {
    const std::int64_t waiting = count > 1 ? std::atoll(words[1]) : 1'000'000;
    const std::int64_t stages = count > 2 ? std::atoll(words[2]) : 20'000'000;
    const bool onSqlite = run("SQLite", records::Engine::Sqlite, waiting, stages);
    const bool onPostgresql = run("PostgreSQL", records::Engine::Postgresql, waiting, stages);
    return onSqlite && onPostgresql ? 0 : 1;
}
