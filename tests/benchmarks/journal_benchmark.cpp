// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "records/journal/journal.hpp"
#include "tests/support/engine_test.hpp"

/// What the journal costs: transactions a second that change one row and append an entry, against the same transaction
/// without the entry, measured in turn in the same run.
namespace {

using namespace std::chrono_literals;

constexpr auto kTurn = 700ms;
constexpr int kTurns = 7;

enum class Work { Bare, Journalled };

class Bench {
   public:
    explicit Bench(records::Engine engine) : m_migrated(engine, {records::migrations()}) {
        m_migrated.ownerDatabase().connect()->executeScript(
            "CREATE TABLE bench_row (id BIGINT PRIMARY KEY, place TEXT NOT NULL)");
        if (engine == records::Engine::Postgresql)
            m_migrated.ownerDatabase().connect()->executeScript("GRANT INSERT ON bench_row TO troquel_program");
    }

    /// Transactions a second of so many clients for one turn.
    double rate(Work work, unsigned clients) {
        std::atomic<std::int64_t> done = 0;
        std::vector<std::thread> threads;
        const auto begin = std::chrono::steady_clock::now();
        for (unsigned client = 0; client < clients; ++client)
            threads.emplace_back([&] { done += runClient(work, begin + kTurn); });
        for (std::thread& thread : threads) thread.join();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        return static_cast<double>(done) / took.count();
    }

   private:
    std::int64_t runClient(Work work, std::chrono::steady_clock::time_point end) {
        const auto connection = m_migrated.database().connect();
        std::int64_t count = 0;
        for (; std::chrono::steady_clock::now() < end; ++count) {
            const std::int64_t id = ++m_ids;
            records::Transaction transaction{*connection};
            connection->execute("INSERT INTO bench_row (id, place) VALUES (?1, ?2)", {id, std::string{"vault"}});
            if (work == Work::Journalled) records::appendToJournal(transaction, m_clock, entryAbout(id));
            transaction.commit();
        }
        return count;
    }
    static records::JournalEntry entryAbout(std::int64_t id) {
        return {{records::OperatorId{"ana"}, records::WorkstationId{"desk-1"}, {}},
                "stock.move",
                "blank",
                std::to_string(id),
                "",
                {{"from", "vault"}, {"to", "shift-1"}}};
    }

    support::MigratedDatabase m_migrated;
    base::SystemClock m_clock;
    std::atomic<std::int64_t> m_ids = 0;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void report(const char* name, Bench& bench, unsigned clients) {
    std::vector<double> bare;
    std::vector<double> journalled;
    for (int turn = 0; turn < kTurns; ++turn) {
        bare.push_back(bench.rate(Work::Bare, clients));
        journalled.push_back(bench.rate(Work::Journalled, clients));
    }
    fmt::print("{:<12} {} client{}: bare {:7.0f}/s, with journal {:7.0f}/s, ratio {:.2f}\n", name, clients,
               clients == 1 ? " " : "s", median(bare), median(journalled), median(journalled) / median(bare));
}

}  // namespace

int main() {
    Bench sqlite{records::Engine::Sqlite};
    report("SQLite", sqlite, 1);
    Bench postgresql{records::Engine::Postgresql};
    for (const unsigned clients : {1U, 4U}) report("PostgreSQL", postgresql, clients);
}
