// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>

#include "base/failure.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/migrations.hpp"
#include "inventory/places/places.hpp"
#include "inventory/reconciliation.hpp"
#include "inventory/reports/period.hpp"
#include "records/journal/verification.hpp"
#include "tests/inventory/catalogue.hpp"
#include "tests/inventory/player.hpp"
#include "tests/support/engine_test.hpp"

namespace inventory {
namespace {

/// What the players must have done, each at least once.
constexpr const char* kPlayed[] = {"stock.receive",
                                   "stock.issue",
                                   "stock.take",
                                   "stock.bind",
                                   "stock.personalise",
                                   "stock.spoil",
                                   "stock.close",
                                   "stock.move",
                                   "case.open",
                                   "transfer.prepare",
                                   "transfer.approve",
                                   "transfer.seal",
                                   "transfer.dispatch",
                                   "transfer.receive",
                                   "transfer.return",
                                   "transfer.cancel",
                                   "count.plan",
                                   "count.start",
                                   "count.scan",
                                   "count.finish",
                                   "count.recount",
                                   "count.approve",
                                   "count.cancel",
                                   "stock.report-missing",
                                   "stock.report-lost",
                                   "stock.report-stolen",
                                   "stock.find",
                                   "stock.expire",
                                   "stock.annul",
                                   "stock.quarantine-receive",
                                   "stock.to-destruction",
                                   "destruction.request",
                                   "destruction.authorise",
                                   "destruction.commission",
                                   "destruction.scan",
                                   "destruction.execute",
                                   "destruction.cancel",
                                   "custody.handover",
                                   "stock.lot-receive",
                                   "stock.lot-move",
                                   "stock.lot-consume"};
constexpr int kPlayers = 3;
constexpr int kActs = 340;  ///< of each player in a round

std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise) {
    const char* text = std::getenv(variable);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

/// Three pairs of people play in a process of their own, which is killed in the midst of it; then the books are opened
/// anew and looked at. TROQUEL_PROPERTY_ROUNDS and TROQUEL_PROPERTY_SEED say how often and with which seed. The seed
/// settles what each player tries; in which order the players get their turn is the machine's.
class PropertyTest : public support::EngineTest {
   protected:
    std::vector<records::MigrationSet> sets() const override { return {records::migrations(), migrations()}; }

    /// Every player and the second beside it is a custodian; there is a vault at Xela, which the first keeps.
    void SetUp() override {
        EngineTest::SetUp();
        const auto connection = database().connect();
        records::Transaction tx{*connection};
        for (int player = 0; player < kPlayers; ++player)
            for (const char* second : {"", "-second"}) {
                const auto name = "player-" + std::to_string(player) + second;
                connection->execute(
                    "INSERT INTO person (id, user_name, full_name, password_hash, clearance_end) VALUES (?1, ?1, ?1, "
                    "'-', '2099-12-31')",
                    {name});
                connection->execute("INSERT INTO person_role (person, role) VALUES (?1, 'custodian')", {name});
            }
        const base::SystemClock clock;
        const records::Author founders{records::OperatorId{"player-0"}, records::WorkstationId{"linea-1"},
                                       records::OperatorId{"player-1"}};
        base::expected(records::Sites{clock}.create(tx, founders, {records::SiteId{"xela"}, "Xela"}), "site");
        base::expected(
            Places{m_items, clock}.add(
                tx, founders,
                {"vault", "xela", "Bóveda Xela", "", records::OperatorId{"player-0"}, std::nullopt, false, {}}),
            "vault");
        tx.commit();
        for (const auto& row : connection->query("SELECT act, count(*) FROM journal_entry GROUP BY act"))
            m_told[row.text(0)] = row.integer(1);
    }

    /// The players in a process of their own, which writes the name of each act that is durable, a line each.
    pid_t startPlaying(std::uint64_t seed, int output) {
        const pid_t child = ::fork();
        if (child != 0) return child;
        try {
            const auto own = records::Database::open(migrated().address());
            std::mutex mutex;
            std::vector<std::thread> threads;
            for (int player = 0; player < kPlayers; ++player)
                threads.emplace_back([&, player] {
                    try {
                        Player{*own, m_items, "player-" + std::to_string(player),
                               seed * kPlayers + static_cast<std::uint64_t>(player),
                               [&](const std::string& act) {
                                   const std::lock_guard hold{mutex};
                                   const std::string line = act + "\n";
                                   if (::write(output, line.data(), line.size()) < 0) ::_exit(2);
                               }}
                            .play(kActs);
                    } catch (const std::exception& error) {
                        std::fprintf(stderr, "player %d: %s\n", player, error.what());
                        ::_exit(1);
                    }
                });
            for (auto& thread : threads) thread.join();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            ::_exit(1);
        }
        ::_exit(0);
    }

    /// Plays a round, killed after so many acts unless it ends before. Says whether it was killed.
    bool playRound(std::uint64_t seed, std::int64_t killAfter) {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        const pid_t child = startPlaying(seed, ends[1]);
        ::close(ends[1]);
        std::string line;
        std::int64_t played = 0;
        char letter = 0;
        while (::read(ends[0], &letter, 1) == 1) {
            if (letter != '\n') {
                line += letter;
                continue;
            }
            ++m_told[line];
            line.clear();
            if (++played == killAfter) ::kill(child, SIGKILL);
        }
        ::close(ends[0]);
        int status = 0;
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        const bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        EXPECT_TRUE(killed || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) << "a player found what must not be";
        m_kills += killed ? 1 : 0;
        m_acts += played;
        return killed;
    }

    void expectIntact() {
        const auto connection = database().connect();
        const auto number = [&](const char* question) { return connection->queryOne(question)->integer(0); };
        const auto books = reconcile(*connection);
        EXPECT_TRUE(books.broken.empty());
        EXPECT_EQ(books.unexplained(), 0);
        expectPeriodsJoin(*connection);
        EXPECT_EQ(number("SELECT count(*) FROM (SELECT item, place, state, sum(quantity) FROM stock_ledger WHERE state "
                         "<> 'none' GROUP BY item, place, state HAVING sum(quantity) <> 0 EXCEPT SELECT item, place, "
                         "state, sum(last_number - first_number + 1) FROM stock_run GROUP BY item, place, state) AS x"),
                  0)
            << "what the sums of the ledger say and the runs do not";
        EXPECT_EQ(
            number("SELECT coalesce(sum(last_number - first_number + 1), 0) FROM stock_run"),
            number("SELECT coalesce(sum(quantity), 0) FROM stock_receipt") +
                number("SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE from_state = 'none' AND event "
                       "<> 'receive'"))
            << "blanks that came or were found are still in the books, and no others";
        for (const auto& lot : Lots{m_items, base::SystemClock{}}.balance(*connection))
            EXPECT_EQ(lot.unexplained, 0) << lot.item << " " << lot.lot << " at " << lot.place;
        EXPECT_EQ(number("SELECT count(*) FROM stock_run WHERE place LIKE 'transit:%' AND state NOT IN ('missing', "
                         "'lost', 'stolen') AND substr(place, 9) NOT IN "
                         "(SELECT id FROM stock_transfer WHERE stage IN ('dispatched', 'returning'))"),
                  0)
            << "nothing is left on the way of a transfer that ended";
        EXPECT_EQ(number("SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE event = 'destroy'"),
                  number("SELECT coalesce(sum(r.last_number - r.first_number + 1), 0) FROM destruction_range r JOIN "
                         "destruction_execution e ON e.destruction = r.destruction"))
            << "what was destroyed is what destructions selected";
        EXPECT_EQ(number("SELECT count(*) FROM (SELECT order_id FROM blank WHERE live = 1 GROUP BY order_id HAVING "
                         "count(*) > 1) AS x"),
                  0);
        EXPECT_EQ(number("SELECT count(*) FROM (SELECT document_id FROM blank WHERE document_id IS NOT NULL GROUP BY "
                         "document_id HAVING count(*) > 1) AS x"),
                  0);
        EXPECT_EQ(number("SELECT count(*) FROM blank WHERE live = 1"),
                  number("SELECT coalesce(sum(last_number - first_number + 1), 0) FROM stock_run WHERE state IN "
                         "('in_use', 'personalised')"));
        EXPECT_EQ(number("SELECT count(*) FROM (SELECT workstation FROM stock_shift WHERE closed_at IS NULL GROUP BY "
                         "workstation HAVING count(*) > 1) AS x"),
                  0);
        const auto journal = records::verifyJournal(*connection, [](const auto&, auto, auto) { return false; });
        EXPECT_TRUE(journal.sound());
        expectNothingDurableIsLost(*connection);
    }

    /// Each act that was told as done is in the journal; and no more than were under way at a kill were not told.
    void expectNothingDurableIsLost(records::Connection& connection) {
        std::map<std::string, std::int64_t> entered;
        std::int64_t untold = 0;
        for (const auto& row : connection.query("SELECT act, count(*) FROM journal_entry GROUP BY act"))
            entered[row.text(0)] = row.integer(1);
        for (const auto& [act, count] : m_told) {
            const bool isAct = act.find('.') != std::string::npos;
            EXPECT_GE(entered[act], isAct ? count : 0) << act;
        }
        // What an act has as its consequence is entered beside it.
        for (const auto& [act, count] : entered)
            if (act != "case.open" && act != "count.judge") untold += count - m_told[act];
        EXPECT_LE(untold, m_kills * kPlayers);
    }

    static void expectPeriodsJoin(records::Connection& connection) {
        const auto now = base::SystemClock{}.now();
        const auto periods = periodBooks(connection, {beginOfBooks(), now - std::chrono::seconds{2}, endOfBooks()}, {});
        std::map<std::pair<std::string, Account>, std::int64_t> standing;
        for (const auto& period : periods) {
            EXPECT_EQ(period.unexplained(), 0);
            for (const auto& line : period.accounts) {
                EXPECT_EQ(line.missing(), 0) << line.item << " " << line.account.place << " " << line.account.state;
                const std::pair key{line.item, line.account};
                EXPECT_EQ(line.opening, standing[key]);
                standing[key] = line.closing;
            }
        }
    }

    ItemCatalogue m_items = productItems();
    std::map<std::string, std::int64_t> m_told;
    std::int64_t m_acts = 0;  ///< done, refused and forbidden
    std::int64_t m_kills = 0;
};
TROQUEL_ON_BOTH_ENGINES(PropertyTest);

TEST_P(PropertyTest, WhateverPeopleTryAndWheneverTheyAreKilledTheBooksStandIntact) {
    const auto rounds = numberFrom("TROQUEL_PROPERTY_ROUNDS", 24);
    const auto seed = numberFrom("TROQUEL_PROPERTY_SEED", std::random_device{}());
    std::cout << "TROQUEL_PROPERTY_SEED=" << seed << " TROQUEL_PROPERTY_ROUNDS=" << rounds << '\n';
    std::mt19937_64 random{seed};
    for (std::uint64_t round = 0; round < rounds && !HasFailure(); ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
        // Two rounds of three are killed, mostly; the third may come to its end.
        const std::int64_t killAfter =
            round % 3 == 2 ? std::int64_t{1} << 40 : 1 + static_cast<std::int64_t>(random() % (kPlayers * kActs));
        playRound(random(), killAfter);
        expectIntact();
    }
    // What is done seldom may need some rounds more.
    const auto somethingWasNeverDone = [&] {
        return std::any_of(std::begin(kPlayed), std::end(kPlayed), [&](const char* act) { return m_told[act] == 0; });
    };
    for (std::uint64_t round = 0; round < rounds && !HasFailure() && somethingWasNeverDone(); ++round) {
        playRound(random(), std::int64_t{1} << 40);
        expectIntact();
    }
    std::cout << m_acts << " acts tried, " << m_kills << " kills\n";
    for (const auto& [act, count] : m_told) std::cout << "  " << act << ' ' << count << '\n';
    EXPECT_GT(m_kills, 0);
    for (const auto* act : kPlayed) EXPECT_GT(m_told[act], 0) << act << " was never done";
}

}  // namespace
}  // namespace inventory
