// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/task_queue.hpp"

#include <gmock/gmock.h>

#include <future>
#include <set>
#include <thread>

#include "base/failure.hpp"
#include "issuance/line/counter_book.hpp"
#include "tests/issuance/line/order_books_test.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr auto kLease = 120s;
constexpr std::int64_t kAttempts = 2;
const base::Date kToday = base::dayOf(base::Timestamp{1'800'000'000s});
constexpr Position kDoubt{Stage::Prepared, Standing::InDoubt};

class TaskQueueTest : public support::OrderBooksTest {
   protected:
    static records::Author author() {
        return {records::OperatorId{"oscar"}, records::WorkstationId{"linea-1"}, std::nullopt};
    }

    /// Runs an act in a transaction of its own, committed where it is not refused.
    template <class Work>
    auto act(Work&& work) {
        records::Transaction tx{*m_connection};
        auto result = work(tx);
        if (result) tx.commit();
        return result;
    }

    void add(const std::string& order, std::int64_t arrival, Route route = Route::PageFirst) {
        add(order, {Priority::Normal, std::nullopt, kToday, arrival}, route);
    }
    void add(const std::string& order, const Turn& turn, Route route = Route::PageFirst) {
        records::Transaction tx{*m_connection};
        m_connection->execute(
            "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, "
            "delivery_site, content, portrait, signature, received_at) "
            "VALUES (?1, 's', ?1, 'f', 'k', ?1, 'd', '{}', ?2, ?2, '')",
            {order, base::Bytes{1}});
        m_queue.add(tx, {ProductionOrderId{order}, turn, route, "booklet-ordinary"});
        tx.commit();
    }

    std::optional<Task> claim(Step step, const std::string& station = "a") {
        return act([&](auto& tx) { return m_queue.claim(tx, author(), LineStation{station}, {{step}}); });
    }
    base::Outcome report(Task& task, LineEvent event, const StepReport& report = {}) {
        return act([&](auto& tx) { return m_queue.report(tx, author(), task, event, report); });
    }
    base::Outcome reportEnd(const ActOutcome& outcome, Arrival arrival = Arrival::Kept) {
        return act([&](auto& tx) { return m_queue.reportEnd(tx, outcome, arrival); });
    }
    base::Result<Task> decide(const std::string& order, LineEvent event, const std::string& cause = "visto") {
        return act([&](auto& tx) {
            return m_queue.decide(tx, author(), ProductionOrderId{order}, event, {cause, ""});
        });
    }
    std::vector<Task> recoverLapsed() {
        records::Transaction tx{*m_connection};
        auto recovered = m_queue.recoverLapsed(tx, author());
        tx.commit();
        return recovered;
    }
    Position positionOf(const std::string& order) {
        return m_queue.find(*m_connection, ProductionOrderId{order})->position;
    }
    void addWorkstations() {
        m_connection->execute("INSERT INTO site (id, name) VALUES ('central', 'Central')");
        for (const std::string workstation : {"linea-1", "linea-2"})
            m_connection->execute("INSERT INTO workstation (id, name, site, active) VALUES (?1, ?1, 'central', 1)",
                                  {workstation});
    }
    /// Claims a step of the only order and finishes it.
    void pass(Step step) {
        auto task = claim(step);
        ASSERT_TRUE(task) << nameOf(step);
        if (isPhysical(step)) {
            ASSERT_TRUE(report(*task, LineEvent::Begin));
        }
        ASSERT_TRUE(report(*task, LineEvent::Finish));
    }
    /// The only order, with its page at the printer.
    Task printing() {
        pass(Step::Clear);
        pass(Step::Prepare);
        return printAgain();
    }
    Task printAgain() {
        auto task = claim(Step::Print).value();
        EXPECT_TRUE(report(task, LineEvent::Begin));
        return task;
    }
    /// Until what goes on beside waits for this connection's transaction, or is done. On SQLite it waits at once.
    template <class Result>
    void waitUntilItWaits(const std::future<Result>& beside) {
        if (GetParam() != records::Engine::Postgresql) return;
        const auto watching = ownerDatabase().connect();
        const auto waits = [&] {
            return watching->queryOne("SELECT count(*) FROM pg_locks WHERE NOT granted")->integer(0) > 0;
        };
        while (beside.wait_for(10ms) != std::future_status::ready && !waits()) continue;
    }
    /// Spoils one blank more than an order may.
    void spoilTooMany() {
        auto task = printing();
        ASSERT_TRUE(report(task, LineEvent::Refuse, {"print-failed", "A1"}));
        pass(Step::Prepare);
        task = printAgain();
        ASSERT_TRUE(report(task, LineEvent::Refuse, {"print-failed", "A2"}));
    }
    /// "step outcome cause blank", line by line.
    std::vector<std::string> historyOf(const std::string& order) {
        std::vector<std::string> lines;
        for (const auto& row : m_connection->query(
                 "SELECT stage, outcome, cause, blank FROM stage_event WHERE order_id = ?1 ORDER BY sequence", {order}))
            lines.push_back(row.text(0) + " " + row.text(1) + " " + row.text(2) + " " + row.text(3));
        return lines;
    }
    /// Claims at a connection of its own until nothing waits.
    std::vector<std::string> claimAll(const std::string& station) {
        const auto connection = database().connect();
        std::vector<std::string> taken;
        while (true) {
            records::Transaction tx{*connection};
            const auto task = m_queue.claim(tx, author(), LineStation{station}, {{Step::Clear}});
            if (!task) return taken;
            tx.commit();
            taken.push_back(task->order.text());
        }
    }

    base::ManualClock m_clock{base::Timestamp{1'800'000'000s}};
    TaskQueue m_queue{m_clock, kLease, kAttempts};
    CounterBook m_counters{m_clock};
};
TROQUEL_ON_BOTH_ENGINES(TaskQueueTest);

TEST_P(TaskQueueTest, TwoStationsThatClaimAtOnceNeverGetTheSameTask) {
    constexpr std::size_t kOrders = 60;
    for (std::size_t at = 0; at < kOrders; ++at) add("o" + std::to_string(at), static_cast<std::int64_t>(at));
    std::vector<std::string> theirs;
    std::thread other{[&] { theirs = claimAll("b"); }};
    const auto mine = claimAll("a");
    other.join();
    EXPECT_EQ(mine.size() + theirs.size(), kOrders);
    std::set<std::string> all{mine.begin(), mine.end()};
    all.insert(theirs.begin(), theirs.end());
    EXPECT_EQ(all.size(), kOrders);
}

TEST_P(TaskQueueTest, PassesOverATaskThatAnotherIsClaiming) {
    if (GetParam() == records::Engine::Sqlite) return;  // one writer at a time: there is no other to pass over
    add("o1", 1);
    add("o2", 2);
    records::Transaction first{*m_connection};
    EXPECT_EQ(m_queue.claim(first, author(), LineStation{"a"}, {{Step::Clear}})->order.text(), "o1");
    const auto connection = database().connect();
    records::Transaction second{*connection};
    EXPECT_EQ(m_queue.claim(second, author(), LineStation{"b"}, {{Step::Clear}})->order.text(), "o2");
}

TEST_P(TaskQueueTest, HandsOutTheSmallestRankFirst) {
    add("normal", 1);
    add("urgent-later", {Priority::Urgent, std::nullopt, kToday, 7});
    add("urgent", {Priority::Urgent, std::nullopt, kToday, 2});
    add("due", {Priority::Normal, kToday, kToday, 9});
    std::vector<std::string> order;
    while (const auto task = claim(Step::Clear)) order.push_back(task->order.text());
    EXPECT_THAT(order, ElementsAre("urgent", "urgent-later", "due", "normal"));
}

TEST_P(TaskQueueTest, AnOrderThatIsGivenAnotherTurnTakesIt) {
    add("o1", 1);
    add("o2", 2);
    const auto place = [&](const std::string& order) {
        return act([&](auto& tx) {
            return m_queue.place(tx, ProductionOrderId{order}, {Priority::Urgent, std::nullopt, kToday, 2});
        });
    };
    ASSERT_TRUE(place("o2"));
    EXPECT_EQ(claim(Step::Clear)->order.text(), "o2");
    ASSERT_TRUE(place("o2")) << "also while a station has it";
    ASSERT_TRUE(decide("o1", LineEvent::Cancel));
    EXPECT_TRUE(place("o1").refusal().has("order.ended"_code));
    EXPECT_TRUE(place("nobody").refusal().has("order.ended"_code));
}

// One order of a kind and place of delivery each: "k" for "d" and "k2" for "d2".
TEST_P(TaskQueueTest, AStationIsKeptToKindsAndSites) {
    add("o1", 1);
    add("o2", 2);
    m_connection->execute("UPDATE production_order SET kind = 'k2', delivery_site = 'd2' WHERE id = 'o2'");
    const auto take = [&](const std::vector<std::string>& items, const std::vector<std::string>& kinds,
                          const std::vector<std::string>& sites) {
        const auto task = act([&](auto& tx) {
            return m_queue.claim(tx, author(), LineStation{"a"}, {{Step::Clear}, items, kinds, sites});
        });
        return task ? task->order.text() : std::string{"none"};
    };
    EXPECT_EQ(take({}, {"k3"}, {}), "none");
    EXPECT_EQ(take({}, {"k"}, {"d2"}), "none");
    EXPECT_EQ(take({"booklet-ordinary"}, {"k3", "k2"}, {"d", "d2"}), "o2");
    EXPECT_EQ(take({}, {}, {"d2", "d"}), "o1");
}

TEST_P(TaskQueueTest, TakesWhatIsFurthestAmongTheStepsThatAStationDoes) {
    add("begun", 2);
    pass(Step::Clear);
    add("new", 1);
    const auto take = [&](const std::vector<Duty>& duties) {
        return act([&](auto& tx) { return m_queue.claim(tx, author(), LineStation{"a"}, {stepsOf(duties)}); });
    };
    EXPECT_FALSE(take({Duty::Encode, Duty::Inspect}));
    EXPECT_EQ(take(allDuties())->order.text(), "begun");
    EXPECT_EQ(take({Duty::Print})->order.text(), "new");
    EXPECT_FALSE(act([&](auto& tx) { return m_queue.claim(tx, author(), LineStation{"a"}, {}); }));
}

TEST_P(TaskQueueTest, AStationTakesOnlyBlanksThatItCanHandle) {
    add("o1", 1);
    const auto take = [&](const std::vector<std::string>& items) {
        return act([&](auto& tx) { return m_queue.claim(tx, author(), LineStation{"a"}, {{Step::Clear}, items}); });
    };
    EXPECT_FALSE(take({"card-visitor"}));
    EXPECT_FALSE(take({"card-visitor", "card-worker"}));
    EXPECT_TRUE(take({"card-visitor", "booklet-ordinary"}));
}

// Two workstations at one queue: the book lies in one of them.
TEST_P(TaskQueueTest, WhatHasABlankIsPrintedWhereTheBlankIs) {
    const records::Author elsewhere{records::OperatorId{"olga"}, records::WorkstationId{"linea-2"}, std::nullopt};
    const auto takeElsewhere = [&](Step step) {
        return act([&](auto& tx) { return m_queue.claim(tx, elsewhere, LineStation{"b"}, {{step}}); });
    };
    add("o1", 1);
    pass(Step::Clear);
    auto task = claim(Step::Prepare).value();
    ASSERT_TRUE(act([&](auto& tx) { return m_queue.settle(tx, task, author().workstation); }));
    // The station is gone after it took the blank: the order waits for its workstation.
    m_clock.advance(kLease + 1s);
    ASSERT_EQ(recoverLapsed().size(), 1U);
    EXPECT_FALSE(takeElsewhere(Step::Prepare));
    pass(Step::Prepare);
    EXPECT_FALSE(takeElsewhere(Step::Print));
    task = printAgain();
    // A spoiled blank binds the order to no place any more.
    ASSERT_TRUE(report(task, LineEvent::Refuse, {"print-failed", "A1"}));
    task = takeElsewhere(Step::Prepare).value();
    ASSERT_TRUE(act([&](auto& tx) { return m_queue.settle(tx, task, elsewhere.workstation); }));
    ASSERT_TRUE(report(task, LineEvent::Finish));
    EXPECT_FALSE(claim(Step::Print));
    task = takeElsewhere(Step::Print).value();
    ASSERT_TRUE(report(task, LineEvent::Begin));
    ASSERT_TRUE(report(task, LineEvent::Finish));
    // Whoever has the book before the reader encodes it.
    pass(Step::Encode);
}

TEST_P(TaskQueueTest, AnOrderWithoutAChipIsInspectedAfterPrinting) {
    add("o", 1, Route::PageOnly);
    pass(Step::Clear);
    pass(Step::Prepare);
    pass(Step::Print);
    EXPECT_FALSE(claim(Step::Encode));
    pass(Step::Inspect);
    EXPECT_EQ(positionOf("o"), (Position{Stage::Inspected, Standing::Ready}));
}

TEST_P(TaskQueueTest, AChipThatComesFirstIsEncodedBeforeItsPageIsPrinted) {
    add("o", 1, Route::ChipFirst);
    pass(Step::Clear);
    pass(Step::Prepare);
    EXPECT_FALSE(claim(Step::Print));
    pass(Step::Encode);
    EXPECT_FALSE(claim(Step::Encode));
    EXPECT_FALSE(claim(Step::Inspect));
    pass(Step::Print);
    pass(Step::Inspect);
    EXPECT_EQ(positionOf("o"), (Position{Stage::Inspected, Standing::Ready}));
}

// Of both routes, what has one of its acts behind it leaves before another is begun.
TEST_P(TaskQueueTest, TheSecondActIsTakenBeforeAnotherOrdersFirst) {
    const auto take = [&] {
        return act([&](auto& tx) {
                   return m_queue.claim(tx, author(), LineStation{"a"}, {stepsOf({Duty::Print, Duty::Encode})});
               })
            .value();
    };
    const auto finish = [&](Task& task) {
        if (isPhysical(task.step)) {
            EXPECT_TRUE(report(task, LineEvent::Begin));
        }
        EXPECT_TRUE(report(task, LineEvent::Finish));
    };
    add("chip-late", 3, Route::ChipFirst);
    pass(Step::Clear);
    pass(Step::Prepare);
    pass(Step::Encode);
    add("chip", 1, Route::ChipFirst);
    pass(Step::Clear);
    pass(Step::Prepare);
    add("page", 2, Route::PageFirst);
    pass(Step::Clear);
    pass(Step::Prepare);
    std::vector<std::string> taken;
    for (int step = 0; step < 5; ++step) {
        auto task = take();
        taken.push_back(task.order.text() + " " + std::string{nameOf(task.step)});
        finish(task);
    }
    EXPECT_THAT(taken, ElementsAre("chip-late print", "chip encode", "chip print", "page print", "page encode"));
}

// A blank that nothing was made of has not left its shift; neither does the printer ask which book lies in it.
TEST_P(TaskQueueTest, AChipThatComesFirstIsEncodedAndPrintedWhereTheBlankIs) {
    const records::Author elsewhere{records::OperatorId{"olga"}, records::WorkstationId{"linea-2"}, std::nullopt};
    const auto takeElsewhere = [&](Step step) {
        return act([&](auto& tx) { return m_queue.claim(tx, elsewhere, LineStation{"b"}, {{step}}); });
    };
    add("o", 1, Route::ChipFirst);
    pass(Step::Clear);
    auto task = claim(Step::Prepare).value();
    ASSERT_TRUE(act([&](auto& tx) { return m_queue.settle(tx, task, author().workstation); }));
    ASSERT_TRUE(report(task, LineEvent::Finish));
    EXPECT_FALSE(takeElsewhere(Step::Encode));
    pass(Step::Encode);
    EXPECT_FALSE(takeElsewhere(Step::Print));
    pass(Step::Print);
    EXPECT_TRUE(takeElsewhere(Step::Inspect));
}

TEST_P(TaskQueueTest, AChipThatIsRefusedBeforeItsPageStartsTheOrderAgainAndADoubtKeepsItsStep) {
    add("o", 1, Route::ChipFirst);
    pass(Step::Clear);
    pass(Step::Prepare);
    auto task = claim(Step::Encode).value();
    ASSERT_TRUE(report(task, LineEvent::Begin));
    ASSERT_TRUE(report(task, LineEvent::Refuse, {"personalization.chip-not-blank", "A1"}));
    EXPECT_EQ(positionOf("o"), (Position{Stage::Cleared, Standing::Ready}));
    pass(Step::Prepare);
    task = claim(Step::Encode).value();
    ASSERT_TRUE(report(task, LineEvent::Begin));
    m_clock.advance(kLease + 1s);
    ASSERT_EQ(recoverLapsed().size(), 1U);
    EXPECT_EQ(positionOf("o"), kDoubt);
    ASSERT_TRUE(decide("o", LineEvent::FoundDone));
    pass(Step::Print);
    EXPECT_THAT(historyOf("o"),
                ElementsAre("clear finish  ", "prepare finish  ", "encode refuse personalization.chip-not-blank A1",
                            "prepare finish  ", "encode lapse lease-lapsed ", "encode done visto ", "print finish  "));
}

TEST_P(TaskQueueTest, AnOrderThatIsKeptForACounterIsHandedToNobodyElse) {
    add("kept", 1);
    add("other", 2);
    addWorkstations();
    const auto keep = [&](const std::string& order, const std::string& workstation) {
        return act([&](auto& tx) {
            return m_counters.keep(tx, author(), ProductionOrderId{order}, records::WorkstationId{workstation},
                                   "viaja");
        });
    };
    const auto take = [&](const std::string& order, std::vector<Step> steps = stepsOf(allDuties())) {
        return act([&](auto& tx) {
            return m_queue.claimAtCounter(tx, author(), LineStation{"c"}, ProductionOrderId{order}, {std::move(steps)});
        });
    };
    EXPECT_FALSE(take("kept")) << "kept for nobody";
    EXPECT_TRUE(keep("kept", "nowhere").refusal().has("people.unknown-workstation"_code));
    EXPECT_TRUE(keep("no-such", "linea-1").refusal().has("order.unknown"_code));
    ASSERT_TRUE(keep("kept", "linea-1"));
    EXPECT_EQ(m_counters.workstationOf(*m_connection, ProductionOrderId{"kept"}).text(), "linea-1");
    EXPECT_FALSE(take("kept", {Step::Print}));
    EXPECT_EQ(claim(Step::Clear)->order.text(), "other");
    EXPECT_FALSE(claim(Step::Clear));
    auto task = take("kept").value();
    ASSERT_TRUE(report(task, LineEvent::Finish));
    EXPECT_FALSE(claim(Step::Prepare));
    ASSERT_TRUE(act([&](auto& tx) { return m_counters.letGo(tx, author(), ProductionOrderId{"kept"}, "se fue"); }));
    EXPECT_FALSE(take("kept"));
    EXPECT_EQ(claim(Step::Prepare)->order.text(), "kept");
}

TEST_P(TaskQueueTest, ACounterIsWhereTheBlankIsWhileTheNextStepIsDoneThere) {
    addWorkstations();
    const auto keep = [&](const std::string& workstation) {
        return act([&](auto& tx) {
            return m_counters.keep(tx, author(), ProductionOrderId{"o"}, records::WorkstationId{workstation}, "viaja");
        });
    };
    add("o", 1);
    pass(Step::Clear);
    auto task = claim(Step::Prepare).value();
    ASSERT_TRUE(act([&](auto& tx) { return m_queue.settle(tx, task, author().workstation); }));
    ASSERT_TRUE(report(task, LineEvent::Finish));
    EXPECT_TRUE(keep("linea-2").refusal().has("line.blank-elsewhere"_code));
    EXPECT_EQ(m_counters.workstationOf(*m_connection, ProductionOrderId{"o"}).text(), "");
    pass(Step::Print);
    EXPECT_TRUE(keep("linea-2")) << "the book is carried there";
    ASSERT_TRUE(decide("o", LineEvent::Cancel));
    EXPECT_TRUE(keep("linea-1").refusal().has("order.ended-already"_code));
    EXPECT_TRUE(m_counters.all(*m_connection).empty());
}

TEST_P(TaskQueueTest, ALeaseHoldsUntilItsEnd) {
    add("o", 1);
    ASSERT_TRUE(claim(Step::Clear));
    m_clock.advance(kLease);
    EXPECT_TRUE(recoverLapsed().empty());
    EXPECT_FALSE(claim(Step::Clear, "b"));
}

TEST_P(TaskQueueTest, ALapsedTaskGoesBackWhileNothingPhysicalHasBegun) {
    add("o", 1);
    ASSERT_TRUE(claim(Step::Clear));
    m_clock.advance(kLease + 1s);
    ASSERT_EQ(recoverLapsed().size(), 1U);
    EXPECT_EQ(positionOf("o"), (Position{Stage::Received, Standing::Ready}));
    EXPECT_TRUE(claim(Step::Clear, "b"));
}

TEST_P(TaskQueueTest, ALapsedTaskGoesIntoDoubtOnceAPhysicalActHasBegun) {
    add("o", 1);
    printing();
    m_clock.advance(kLease + 1s);
    ASSERT_EQ(recoverLapsed().size(), 1U);
    EXPECT_EQ(positionOf("o"), kDoubt);
    EXPECT_FALSE(claim(Step::Print, "b")) << "a machine went on from a doubt";
    m_clock.advance(kLease + 1s);
    EXPECT_TRUE(recoverLapsed().empty());
}

// The station comes back while another is about to take what has lapsed.
TEST_P(TaskQueueTest, ALeaseThatIsRenewedInTheSameMomentDoesNotLapse) {
    add("o1", 100);
    const auto task = printing();
    m_clock.advance(kLease + 1s);
    records::Transaction renewing{*m_connection};
    ASSERT_TRUE(m_queue.renew(renewing, task));
    auto recovered = std::async(std::launch::async, [&] {
        const auto another = database().connect();
        records::Transaction transaction{*another};
        const auto lapsed = m_queue.recoverLapsed(transaction, author()).size();
        transaction.commit();
        return lapsed;
    });
    waitUntilItWaits(recovered);
    renewing.commit();
    EXPECT_EQ(recovered.get(), 0U);
    EXPECT_EQ(positionOf("o1"), (Position{Stage::Prepared, Standing::Acting}));
}

TEST_P(TaskQueueTest, AnOrderAtWhichStationsFallSilentAgainAndAgainIsHeld) {
    add("o", 1);
    const auto lapse = [&] {
        ASSERT_TRUE(claim(Step::Clear, "a"));
        m_clock.advance(kLease + 1s);
        ASSERT_EQ(recoverLapsed().size(), 1U);
    };
    for (int time = 1; time < 5; ++time) {
        lapse();
        EXPECT_EQ(positionOf("o"), (Position{Stage::Received, Standing::Ready})) << time;
    }
    lapse();
    EXPECT_EQ(positionOf("o"), (Position{Stage::Received, Standing::Held}));
    EXPECT_FALSE(claim(Step::Clear, "b"));
    // A person lets it go on; once something else than a lapse happened to it, lapses are counted anew.
    ASSERT_TRUE(decide("o", LineEvent::ReleaseHold));
    auto task = claim(Step::Clear, "b").value();
    ASSERT_TRUE(report(task, LineEvent::Finish));
    ASSERT_TRUE(claim(Step::Prepare, "b"));
    m_clock.advance(kLease + 1s);
    recoverLapsed();
    EXPECT_EQ(positionOf("o"), (Position{Stage::Cleared, Standing::Ready}));
}

TEST_P(TaskQueueTest, AStationThatLostItsLeaseCannotReport) {
    add("o", 1);
    auto lost = claim(Step::Clear, "a").value();
    m_clock.advance(kLease + 1s);
    recoverLapsed();
    EXPECT_TRUE(report(lost, LineEvent::Finish).refusal().has("line.lease-lost"_code));
    auto held = claim(Step::Clear, "b").value();
    EXPECT_TRUE(report(lost, LineEvent::Finish).refusal().has("line.lease-lost"_code));
    EXPECT_TRUE(report(held, LineEvent::Finish));
    EXPECT_THAT(historyOf("o"), ElementsAre("clear lapse lease-lapsed ", "clear finish  "));
}

TEST_P(TaskQueueTest, WhatAStationKeptWhileTheBooksWereAwayEndsItsOwnActAlsoAfterItsLease) {
    add("o1", 100);
    const auto task = printing();
    const ActOutcome printed{task.order, "print",           task.attempt, task.station, task.beganAt,
                             author(),   LineEvent::Finish, "",           "A1"};
    m_clock.advance(kLease + 1s);
    ASSERT_EQ(recoverLapsed().size(), 1U);
    ASSERT_EQ(positionOf("o1"), kDoubt);
    auto another = printed;
    another.beganAt += 1us;
    EXPECT_FALSE(reportEnd(another)) << "of another act at the order";
    another = printed;
    another.attempt = 2;
    EXPECT_FALSE(reportEnd(another)) << "of another blank";
    EXPECT_FALSE(reportEnd(printed, Arrival::AtOnce)) << "of a station that stood still";
    EXPECT_FALSE(m_queue.hasEnded(*m_connection, printed));
    EXPECT_TRUE(reportEnd(printed));
    EXPECT_TRUE(m_queue.hasEnded(*m_connection, printed));
    EXPECT_EQ(positionOf("o1"), (Position{Stage::Printed, Standing::Ready}));
    EXPECT_FALSE(reportEnd(printed)) << "twice";
}

// A program that stood still and the next one at its workstation both report what was kept.
TEST_P(TaskQueueTest, OfTwoWhoReportTheSameInTheSameMomentOneFindsItEnded) {
    add("o1", 100);
    const auto task = printing();
    const ActOutcome printed{task.order, "print",           task.attempt, task.station, task.beganAt,
                             author(),   LineEvent::Finish, "",           "A1"};
    records::Transaction first{*m_connection};
    ASSERT_TRUE(m_queue.reportEnd(first, printed, Arrival::Kept));
    auto second = std::async(std::launch::async, [&] {
        const auto another = database().connect();
        records::Transaction transaction{*another};
        return m_queue.mayEnd(transaction, printed, Arrival::Kept);
    });
    waitUntilItWaits(second);
    first.commit();
    EXPECT_FALSE(second.get());
}

TEST_P(TaskQueueTest, ADoubtThatAStationOrAPersonToldIsNotEndedByAMachine) {
    add("o1", 100);
    auto task = printing();
    const ActOutcome printed{task.order, "print",           task.attempt, task.station, task.beganAt,
                             author(),   LineEvent::Finish, "",           "A1"};
    ASSERT_TRUE(report(task, LineEvent::Doubt, {"lost", "A1"}));
    EXPECT_FALSE(reportEnd(printed));
    ASSERT_TRUE(decide("o1", LineEvent::FoundUntouched));
    EXPECT_FALSE(reportEnd(printed));
    EXPECT_EQ(positionOf("o1"), (Position{Stage::Prepared, Standing::Ready}));
}

TEST_P(TaskQueueTest, OnlyTheStationThatHoldsATaskRenewsItsLease) {
    add("o", 1);
    const auto lost = claim(Step::Clear, "a").value();
    const auto renew = [&](const Task& task) { return act([&](auto& tx) { return m_queue.renew(tx, task); }); };
    m_clock.advance(kLease);
    EXPECT_TRUE(renew(lost));
    m_clock.advance(kLease);
    EXPECT_TRUE(recoverLapsed().empty());
    m_clock.advance(1s);
    ASSERT_EQ(recoverLapsed().size(), 1U);
    EXPECT_TRUE(renew(lost).refusal().has("line.lease-lost"_code));
    const auto held = claim(Step::Clear, "b").value();
    EXPECT_TRUE(renew(lost).refusal().has("line.lease-lost"_code));
    EXPECT_TRUE(renew(held));
}

TEST_P(TaskQueueTest, APersonSaysWhatBecameOfADoubt) {
    const std::pair<LineEvent, Position> verdicts[] = {{LineEvent::FoundDone, {Stage::Printed, Standing::Ready}},
                                                       {LineEvent::FoundUntouched, {Stage::Prepared, Standing::Ready}},
                                                       {LineEvent::FoundSpoiled, {Stage::Cleared, Standing::Ready}}};
    for (const auto& [verdict, position] : verdicts) {
        const std::string order{nameOf(verdict)};
        add(order, 1);
        auto task = printing();
        ASSERT_TRUE(report(task, LineEvent::Doubt, {"torn", "A1"}));
        ASSERT_TRUE(decide(order, verdict));
        EXPECT_EQ(positionOf(order), position) << order;
        EXPECT_TRUE(decide(order, verdict).refusal().has("line.not-allowed"_code));
        ASSERT_TRUE(decide(order, LineEvent::Cancel));
    }
}

TEST_P(TaskQueueTest, AnOrderThatSpoiledTooManyBlanksIsHeld) {
    add("o", 1);
    ASSERT_NO_FATAL_FAILURE(spoilTooMany());
    EXPECT_EQ(positionOf("o"), (Position{Stage::Cleared, Standing::Held}));
    EXPECT_FALSE(claim(Step::Prepare));
    EXPECT_THAT(historyOf("o"), ElementsAre("clear finish  ", "prepare finish  ", "print refuse print-failed A1",
                                            "prepare finish  ", "print refuse print-failed A2"));
}

TEST_P(TaskQueueTest, AnOrderHeldForItsBlanksGetsOneMoreWhenAPersonReleasesIt) {
    add("o", 1);
    ASSERT_NO_FATAL_FAILURE(spoilTooMany());
    ASSERT_TRUE(decide("o", LineEvent::ReleaseHold));
    EXPECT_EQ(positionOf("o"), (Position{Stage::Cleared, Standing::Ready}));
    pass(Step::Prepare);
    auto task = printAgain();
    ASSERT_TRUE(report(task, LineEvent::Refuse, {"print-failed", "A3"}));
    EXPECT_EQ(positionOf("o"), (Position{Stage::Cleared, Standing::Held}));
}

TEST_P(TaskQueueTest, AnOrderHeldForItsBlanksCanBeCancelled) {
    add("o", 1);
    ASSERT_NO_FATAL_FAILURE(spoilTooMany());
    ASSERT_TRUE(decide("o", LineEvent::Cancel));
    EXPECT_EQ(positionOf("o"), (Position{Stage::Cancelled, Standing::Ended}));
}

TEST_P(TaskQueueTest, AHeldOrderWaitsForItsReleaseAndACancelledOneEnds) {
    add("o", 1);
    ASSERT_TRUE(decide("o", LineEvent::Hold, "revisión"));
    EXPECT_FALSE(claim(Step::Clear));
    ASSERT_TRUE(decide("o", LineEvent::ReleaseHold));
    const auto task = claim(Step::Clear);
    ASSERT_TRUE(task);
    EXPECT_TRUE(decide("o", LineEvent::Cancel).refusal().has("line.not-allowed"_code)) << "a station works on it";
    m_clock.advance(kLease + 1s);
    recoverLapsed();
    ASSERT_TRUE(decide("o", LineEvent::Cancel, "desistió"));
    EXPECT_FALSE(claim(Step::Clear));
    EXPECT_TRUE(decide("o", LineEvent::ReleaseHold).refusal().has("line.not-allowed"_code));
    EXPECT_TRUE(decide("nobody", LineEvent::Cancel).refusal().has("order.unknown"_code));
    EXPECT_THAT(historyOf("o"), ElementsAre("clear hold revisión ", "clear release_hold visto ",
                                            "clear lapse lease-lapsed ", "clear cancel desistió "));
}

TEST_P(TaskQueueTest, APostponedTaskRests) {
    add("o", 1);
    auto task = claim(Step::Clear).value();
    ASSERT_TRUE(act([&](auto& tx) { return m_queue.postpone(tx, author(), task, 60s); }));
    EXPECT_FALSE(claim(Step::Clear));
    m_clock.advance(60s);
    EXPECT_TRUE(claim(Step::Clear));
    EXPECT_TRUE(historyOf("o").empty());
}

/// Books from before orders had turns.
class OlderOrdersTest : public support::OrderBooksTest {
   protected:
    static constexpr std::size_t kBeforeTurns = 24;
    std::vector<records::MigrationSet> sets() const override {
        auto older = migrations();
        older.migrations = older.migrations.first(kBeforeTurns);
        return {records::migrations(), inventory::migrations(), older};
    }
    void add(const std::string& order, std::int64_t rank, const std::string& received) {
        m_connection->execute(
            "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
            "content, portrait, signature, received_at) VALUES (?1, 's', ?1, 'f', 'k', ?1, 'd', '{}', ?2, ?2, ?3)",
            {order, base::Bytes{1}, received});
        m_connection->execute(
            "INSERT INTO line_task (order_id, stage, standing, rank, chip, item) VALUES (?1, 'received', 'ready', ?2, "
            "1, 'booklet-ordinary')",
            {order, rank});
    }
};
TROQUEL_ON_BOTH_ENGINES(OlderOrdersTest);

TEST_P(OlderOrdersTest, RankByTheDayOnWhichTheyWereTaken) {
    constexpr std::int64_t kOrdinary = 1'000'000'000'000;
    add("ordinary", kOrdinary + 7, "2026-11-02T14:00:00.000Z");
    add("urgent", 8, "2026-11-05T14:00:00.000Z");
    add("next", kOrdinary + 9, "2026-11-05T15:00:00.000Z");
    const std::vector<records::MigrationSet> all{records::migrations(), inventory::migrations(), migrations()};
    const base::SystemClock clock;
    records::migrate(ownerDatabase(), all, clock);
    m_connection = ownerDatabase().connect();
    using namespace std::chrono;
    const auto taken = [](int day) { return base::Date{year{2026} / 11 / day}; };
    std::vector<std::pair<std::string, std::int64_t>> found;
    for (const auto& row : m_connection->query("SELECT priority, rank FROM line_task ORDER BY rank"))
        found.emplace_back(row.text(0), row.integer(1));
    EXPECT_THAT(found, ElementsAre(std::pair{"urgent", rankOf({Priority::Urgent, std::nullopt, taken(5), 8})},
                                   std::pair{"normal", rankOf({Priority::Normal, std::nullopt, taken(2), 7})},
                                   std::pair{"normal", rankOf({Priority::Normal, std::nullopt, taken(5), 9})}));
    m_connection->execute("UPDATE line_task SET stage = 'sent_back', standing = 'ended' WHERE order_id = 'next'");
    EXPECT_THROW(m_connection->execute("UPDATE line_task SET stage = 'elsewhere'"), base::Failure);
}

}  // namespace
}  // namespace issuance
