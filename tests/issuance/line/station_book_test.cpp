// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/station_book.hpp"

#include <gmock/gmock.h>

#include "inventory/migrations.hpp"
#include "issuance/migrations.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kSilence = 120s;
const records::WorkstationId kFirst{"linea-1"};
const records::WorkstationId kSecond{"linea-2"};

class StationBookTest : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        m_connection = database().connect();
        m_connection->execute("INSERT INTO site (id, name) VALUES ('central', 'Central')");
        for (const auto& workstation : {kFirst, kSecond})
            m_connection->execute("INSERT INTO workstation (id, name, site, active) VALUES (?1, ?1, 'central', 1)",
                                  {workstation.text()});
    }
    void TearDown() override {
        m_connection.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override {
        return {records::migrations(), inventory::migrations(), migrations()};
    }

    template <class Work>
    auto act(Work&& work) {
        records::Transaction tx{*m_connection};
        auto result = work(tx);
        if (result) tx.commit();
        return result;
    }
    template <class Work>
    void change(Work&& work) {
        records::Transaction tx{*m_connection};
        work(tx);
        tx.commit();
    }
    void enter(const std::string& id, const records::WorkstationId& workstation, std::vector<Duty> duties = allDuties(),
               std::vector<std::string> items = {}) {
        change([&](auto& tx) {
            m_book.enter(tx, {LineStation{id}, workstation, kSupervisor.person, std::move(duties), std::move(items)});
        });
    }
    std::vector<std::string> present() {
        std::vector<std::string> ids;
        for (const auto& station : m_book.all(*m_connection)) ids.push_back(station.id.text());
        return ids;
    }
    base::Outcome rest(const records::WorkstationId& workstation, RestMode mode, const std::string& reason) {
        return act([&](auto& tx) { return m_book.rest(tx, kSupervisor, {workstation, mode, reason}); });
    }
    base::Outcome resume(const records::WorkstationId& workstation) {
        return act([&](auto& tx) { return m_book.resume(tx, kSupervisor, workstation); });
    }

    const records::Author kSupervisor{records::OperatorId{"sofia"}, kFirst, std::nullopt};
    base::ManualClock m_clock{base::Timestamp{1'800'000'000s}};
    StationBook m_book{m_clock, kSilence};
    TaskQueue m_queue{m_clock, kSilence, 3};
    std::unique_ptr<records::Connection> m_connection;
};
TROQUEL_ON_BOTH_ENGINES(StationBookTest);

TEST_P(StationBookTest, NamesStationsWithWhatTheyDo) {
    enter("b", kSecond, {Duty::Print}, {"booklet-ordinary", "card-worker"});
    enter("a", kFirst);
    EXPECT_THAT(present(), ElementsAre("a", "b"));
    const auto printing = m_book.all(*m_connection).back();
    EXPECT_THAT(printing.duties, ElementsAre(Duty::Print));
    EXPECT_THAT(printing.items, ElementsAre("booklet-ordinary", "card-worker"));
    EXPECT_EQ(printing.person, kSupervisor.person);
    EXPECT_EQ(printing.began, m_clock.now());
    EXPECT_FALSE(printing.task);
    change([&](auto& tx) { m_book.leave(tx, LineStation{"b"}); });
    EXPECT_THAT(present(), ElementsAre("a"));
}

TEST_P(StationBookTest, ForgetsWhoIsSilentForALease) {
    enter("silent", kFirst);
    enter("seen", kSecond);
    m_clock.advance(kSilence / 2);
    change([&](auto& tx) { m_book.seen(tx, LineStation{"seen"}); });
    m_clock.advance(kSilence / 2 + 1s);
    EXPECT_THAT(present(), ElementsAre("seen"));
    enter("new", kFirst);
    EXPECT_EQ(m_connection->queryOne("SELECT COUNT(*) FROM line_station")->integer(0), 2);
}

// A page takes its time, and the lease of the order is renewed meanwhile.
TEST_P(StationBookTest, WhoHoldsAnOrderIsThere) {
    m_connection->execute("INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES ('f', 's', '', '')");
    m_connection->execute(
        "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
        "content, portrait, signature, received_at) VALUES ('o', 's', 'o', 'f', 'k', 'o', 'd', '{}', ?1, ?1, '')",
        {base::Bytes{1}});
    enter("a", kFirst);
    change([&](auto& tx) {
        m_queue.add(tx, {ProductionOrderId{"o"},
                         {Priority::Normal, std::nullopt, base::dayOf(m_clock.now()), 1},
                         Route::PageFirst,
                         "booklet-ordinary"});
    });
    auto task = act([&](auto& tx) { return m_queue.claim(tx, kSupervisor, LineStation{"a"}, {{Step::Clear}}); });
    ASSERT_TRUE(task);
    m_clock.advance(kSilence - 1s);
    ASSERT_TRUE(act([&](auto& tx) { return m_queue.renew(tx, *task); }));
    m_clock.advance(2s);
    enter("b", kSecond);
    EXPECT_THAT(present(), ElementsAre("a", "b"));
    const auto station = m_book.all(*m_connection).front();
    ASSERT_TRUE(station.task);
    EXPECT_EQ(station.task->order.text(), "o");
    EXPECT_EQ(station.task->step, Step::Clear);
    m_clock.advance(kSilence);
    EXPECT_THAT(present(), ElementsAre("b"));
}

TEST_P(StationBookTest, AWorkstationRestsForAReasonUntilItIsResumed) {
    EXPECT_TRUE(
        rest(records::WorkstationId{"linea-9"}, RestMode::Pause, "x").refusal().has("people.unknown-workstation"_code));
    EXPECT_TRUE(rest(kFirst, RestMode::Pause, "").refusal().has("line.rest-reason-missing"_code));
    EXPECT_TRUE(resume(kFirst).refusal().has("line.does-not-rest"_code));
    EXPECT_THAT(m_book.rests(*m_connection), IsEmpty());

    ASSERT_TRUE(rest(kFirst, RestMode::Pause, "Cambio de cinta"));
    ASSERT_TRUE(rest(kFirst, RestMode::Drain, "Fin de turno"));
    const auto resting = m_book.restOf(*m_connection, kFirst);
    ASSERT_TRUE(resting);
    EXPECT_EQ(resting->mode, RestMode::Drain);
    EXPECT_EQ(resting->reason, "Fin de turno");
    EXPECT_EQ(resting->person, kSupervisor.person);
    EXPECT_FALSE(m_book.restOf(*m_connection, kSecond));
    EXPECT_EQ(m_book.rests(*m_connection).size(), 1U);

    ASSERT_TRUE(resume(kFirst));
    EXPECT_FALSE(m_book.restOf(*m_connection, kFirst));
}

}  // namespace
}  // namespace issuance
