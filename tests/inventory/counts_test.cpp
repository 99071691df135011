// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/counts/counts.hpp"

#include <set>
#include <thread>

#include "inventory/losses/losses.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Codes = std::vector<std::string>;
using Serials = std::vector<std::string>;

class CountControls : public StockFixture {
   protected:
    void SetUp() override {
        StockFixture::SetUp();
        ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    }
    static records::Author person(const std::string& name) {
        return {records::OperatorId{name}, kStation(), std::nullopt};
    }
    static records::Author approvers() {
        return {records::OperatorId{"sonia"}, kStation(), records::OperatorId{"saul"}};
    }
    std::string plan(const NewCount& fresh = {"vault", "planned", {}}) {
        return base::expected(act([&](auto& tx) { return m_counts.plan(tx, person("sonia"), fresh); }), "plan");
    }
    auto start(const std::string& number, const std::string& name) {
        return act([&](auto& tx) { return m_counts.start(tx, person(name), number); });
    }
    auto scan(const std::string& number, const std::string& name, const std::string& batch, const Serials& scans) {
        return act([&](auto& tx) { return m_counts.scan(tx, person(name), number, batch, scans); });
    }
    auto finish(const std::string& number, const std::string& name) {
        return act([&](auto& tx) { return m_counts.finish(tx, person(name), number); });
    }
    auto approve(const std::string& number, const records::Author& author = approvers()) {
        return act([&](auto& tx) { return m_counts.approve(tx, author, number, "Revisado"); });
    }
    /// A whole round by ana and beto; the state after it.
    std::string count(const std::string& number, const Serials& ana, const Serials& beto) {
        for (const auto& [name, scans] : {std::pair{"ana", ana}, std::pair{"beto", beto}}) {
            base::expected(start(number, name), "start");
            base::expected(scan(number, name, "1", scans), "scan");
        }
        EXPECT_EQ(*finish(number, "ana"), "counting");
        return *finish(number, "beto");
    }
    Count shown(const std::string& number, const std::string& reader = "sonia") {
        return base::expected(m_counts.show(*m_connection, records::OperatorId{reader}, number), "show");
    }
    std::vector<std::string> findings(const std::string& number) {
        std::vector<std::string> lines;
        for (const auto& finding : shown(number).findings)
            lines.push_back(finding.finding + " " + textOf(finding.range, *m_items.find(finding.range.item)) + " " +
                            finding.detail);
        return lines;
    }
    Cases m_cases{m_items, m_clock};
    Counts m_counts{m_items, m_cases, m_clock};
};
TROQUEL_ON_BOTH_ENGINES(CountControls);

TEST_P(CountControls, Control03ACountTakesTwoDifferentPeople) {
    const auto number = plan();
    EXPECT_EQ(number, "CONTEO-2026-000001");
    ASSERT_TRUE(start(number, "ana"));
    ASSERT_TRUE(start(number, "ana"));
    ASSERT_TRUE(scan(number, "ana", "1", {"A0000001-A0000100"}));
    EXPECT_EQ(*finish(number, "ana"), "counting");
    EXPECT_EQ(codes(start(number, "ana")), Codes{"count.not-counting"});
    EXPECT_EQ(codes(finish(number, "ana")), Codes{"count.not-counting"});
    ASSERT_TRUE(start(number, "beto"));
    EXPECT_EQ(codes(start(number, "carla")), Codes{"count.two-counters"});
    EXPECT_EQ(codes(scan(number, "carla", "1", {"A0000001"})), Codes{"count.not-counting"});
    ASSERT_TRUE(scan(number, "beto", "1", {"A0000001-A0000100"}));
    EXPECT_EQ(*finish(number, "beto"), "closed");
    EXPECT_THAT(findings(number), IsEmpty());
    EXPECT_EQ(shown(number).counters[1].quantity, 100);
}

TEST_P(CountControls, Control04FiguresThatDifferAreCountedAgainAndAcceptedByOthers) {
    const auto number = plan();
    EXPECT_EQ(count(number, {"A0000001-A0000100"}, {"A0000001-A0000099"}), "recount");
    EXPECT_EQ(codes(approve(number)), Codes{"count.wrong-state"});
    EXPECT_EQ(count(number, {"A0000001-A0000098"}, {"A0000001-A0000099"}), "recount");
    EXPECT_EQ(count(number, {"A0000001-A0000098"}, {"A0000001-A0000098"}), "variance");
    EXPECT_THAT(findings(number), ElementsAre("lacking A0000099-A0000100 vault usable"));
    EXPECT_EQ(codes(approve(number, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(approve(number, {records::OperatorId{"sonia"}, kStation(), records::OperatorId{"beto"}})),
              Codes{"count.approved-by-counter"});
    ASSERT_TRUE(act([&](auto& tx) { return m_counts.demandRecount(tx, person("sonia"), number); }));
    EXPECT_EQ(count(number, {"A0000001-A0000098"}, {"A0000001-A0000098"}), "variance");
    const auto closing = approve(number);
    ASSERT_TRUE(closing);
    EXPECT_THAT(closing->cases, ElementsAre("CASO-2026-000001"));
    EXPECT_EQ(codes(approve(number)), Codes{"count.wrong-state"});
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault missing 2", "booklet-ordinary vault usable 98"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(m_cases.show(*m_connection, "CASO-2026-000001")->reference, "count:" + number);
    EXPECT_EQ(eventsOf("A0000100").back(), "adjust vault missing sonia+saul");
}

TEST_P(CountControls, ASealedBoxIsCountedByItsLabelAndALabelOfTwoBoxesIsNot) {
    const auto number = plan();
    EXPECT_EQ(count(number, {"1"}, {"A0000001-A0000050", "A0000051-A0000100"}), "closed");
    EXPECT_EQ(shown(number).counters[0].quantity, 100);
    const auto after = plan();
    ASSERT_TRUE(receive(delivery("A0000201", "A0000300")));
    ASSERT_TRUE(start(after, "ana"));
    EXPECT_EQ(codes(scan(after, "ana", "1", {"1", "no-such-box"})), (Codes{"stock.box-ambiguous", "stock.bad-range"}));
    EXPECT_TRUE(scan(after, "ana", "1", {"A0000201-A0000300"}));
}

TEST_P(CountControls, NobodySeesAFigureBeforeBothHaveFinished) {
    const auto number = plan();
    ASSERT_TRUE(start(number, "ana"));
    ASSERT_TRUE(scan(number, "ana", "1", {"A0000001-A0000040"}));
    ASSERT_TRUE(start(number, "beto"));
    EXPECT_FALSE(shown(number, "beto").counters[0].quantity);
    EXPECT_EQ(shown(number, "ana").counters[0].quantity, 40);
    EXPECT_TRUE(Counts::isBlind(*m_connection, records::OperatorId{"ana"}));
    EXPECT_FALSE(Counts::isBlind(*m_connection, records::OperatorId{"sonia"}));
    ASSERT_TRUE(finish(number, "ana"));
    EXPECT_TRUE(Counts::isBlind(*m_connection, records::OperatorId{"ana"}));
    ASSERT_TRUE(finish(number, "beto"));
    EXPECT_EQ(shown(number).state, "recount");
    EXPECT_THAT(findings(number), IsEmpty());
    EXPECT_TRUE(Counts::isBlind(*m_connection, records::OperatorId{"beto"}));
    EXPECT_EQ(count(number, {"A0000001-A0000100"}, {"A0000001-A0000100"}), "closed");
    EXPECT_FALSE(Counts::isBlind(*m_connection, records::OperatorId{"beto"}));
}

TEST_P(CountControls, Control25UnannouncedCountsAreMadeByPeopleOutsideCustodyAndOnSchedule) {
    const auto owner = ownerDatabase().connect();
    for (const char* name : {"eva", "luis"}) {
        owner->execute(
            "INSERT INTO person (id, user_name, full_name, password_hash, clearance_end) VALUES (?1, ?1, ?1, 'x', "
            "'2030-01-01')",
            {std::string{name}});
    }
    owner->execute("INSERT INTO person_role (person, role) VALUES ('eva', 'custodian')");
    owner->execute(
        "INSERT INTO stock_handover (place, number, time, incoming, person, quantity, missing, surplus) VALUES "
        "('vault', 1, '2026-11-22T00:00:00.000000Z', 'luis', 'luis', 0, 0, 0)");
    owner->execute("UPDATE stock_place SET custodian = 'luis' WHERE id = 'vault'");
    const auto number = plan({"vault", "unannounced", {}});
    for (const char* name : {"eva", "luis"}) {
        EXPECT_EQ(codes(start(number, name)), Codes{"count.in-custody"});
        EXPECT_THAT(m_counts.list(*m_connection, records::OperatorId{name}), IsEmpty());
        EXPECT_EQ(codes(m_counts.show(*m_connection, records::OperatorId{name}, number)), Codes{"count.unknown"});
        EXPECT_EQ(codes(act([&](auto& tx) {
                      return m_counts.plan(tx, person(name), {"vault", "unannounced", {}});
                  })),
                  Codes{"count.in-custody"});
    }
    ASSERT_TRUE(act([&](auto& tx) { return m_counts.schedule(tx, person("sonia"), "vault", 7); }));
    EXPECT_TRUE(m_counts.due(*m_connection)[0].overdue);
    EXPECT_EQ(count(number, {"A0000001-A0000100"}, {"A0000100", "A0000001-A0000099"}), "closed");
    EXPECT_EQ(base::formatDate(m_counts.due(*m_connection)[0].due), "2026-11-30");
    EXPECT_FALSE(m_counts.due(*m_connection)[0].overdue);
    m_clock.advance(std::chrono::days{7});
    EXPECT_TRUE(m_counts.due(*m_connection)[0].overdue);
    ASSERT_TRUE(act([&](auto& tx) { return m_counts.schedule(tx, person("sonia"), "vault", 0); }));
    EXPECT_THAT(m_counts.due(*m_connection), IsEmpty());
}

TEST_P(CountControls, TakesWhatScannersSendTwiceOnceAndGoesOnAfterAStop) {
    const auto number = plan();
    ASSERT_TRUE(start(number, "ana"));
    ASSERT_TRUE(scan(number, "ana", "lote-1", {"A0000001-A0000060"}));
    const auto again = scan(number, "ana", "lote-1", {"A0000001-A0000060"});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->quantity, 60);
    EXPECT_EQ(codes(scan(number, "ana", "lote-1", {"A0000001"})), Codes{"count.batch-differs"});
    const auto resumed = start(number, "ana");
    EXPECT_THAT(resumed->batches, ElementsAre("lote-1"));
    EXPECT_EQ(resumed->quantity, 60);
    const auto overlapping = scan(number, "ana", "lote-2", {"A0000051-A0000100", "A0000100"});
    EXPECT_EQ(overlapping->quantity, 100);
    EXPECT_EQ(overlapping->repeated, 11);
}

TEST_P(CountControls, RefusesHostileScansWholeAndKeepsNothingOfThem) {
    const auto number = plan({"vault", "planned", {"booklet-ordinary"}});
    ASSERT_TRUE(start(number, "ana"));
    EXPECT_EQ(codes(scan(number, "ana", "1", {"A0000001", "'; DROP TABLE blank", "A0000005-A0000002", ""})),
              (Codes{"stock.bad-range", "stock.bad-range", "stock.bad-range"}));
    EXPECT_EQ(codes(scan(number, "ana", "1", {"A0000001-A9999999", "V0000001"})),
              (Codes{"count.range-too-large", "count.not-of-count"}));
    EXPECT_EQ(codes(scan(number, "ana", "", {"A0000001"})), Codes{"count.bad-batch"});
    EXPECT_EQ(codes(scan(number, "ana", std::string(65, 'x'), {"A0000001"})), Codes{"count.bad-batch"});
    EXPECT_EQ(codes(scan(number, "ana", "1", Serials(10'001, "A0000001"))), Codes{"count.bad-batch"});
    EXPECT_EQ(codes(scan("CONTEO-2026-999999", "ana", "1", {"A0000001"})), Codes{"count.unknown"});
    EXPECT_EQ(start(number, "ana")->quantity, 0);
}

TEST_P(CountControls, SetsApartWhatMovedDuringTheCount) {
    const auto number = plan();
    ASSERT_TRUE(start(number, "ana"));
    ASSERT_TRUE(scan(number, "ana", "1", {"A0000001-A0000100"}));
    ASSERT_TRUE(issue(5));
    ASSERT_TRUE(start(number, "beto"));
    ASSERT_TRUE(scan(number, "beto", "1", {"A0000006-A0000100"}));
    ASSERT_TRUE(finish(number, "ana"));
    EXPECT_EQ(*finish(number, "beto"), "closed");
    EXPECT_THAT(findings(number), ElementsAre("moved A0000001-A0000005 "));
}

TEST_P(CountControls, ClosesAVarianceByMovementsAndCasesOnly) {
    Losses losses{m_items, m_cases, m_clock};
    ASSERT_TRUE(issue(10));
    ASSERT_TRUE(act([&](auto& tx) { return losses.reportMissing(tx, one(), {"A0000020"}, "No está"); }));
    const Serials scans{"A0000005", "A0000011-A0000098", "A0000500-A0000501"};
    const auto number = plan();
    EXPECT_EQ(count(number, scans, scans), "recount");
    EXPECT_EQ(count(number, scans, scans), "variance");
    EXPECT_THAT(findings(number),
                ElementsAre("lacking A0000099-A0000100 vault usable", "elsewhere A0000005 workstation:linea-1 usable",
                            "found_again A0000020 vault missing", "unknown A0000500-A0000501 "));
    const auto closing = approve(number);
    ASSERT_TRUE(closing);
    EXPECT_EQ(closing->cases.size(), 2U);
    EXPECT_THAT(balance(),
                ElementsAre("booklet-ordinary quarantine withheld 3", "booklet-ordinary vault missing 2",
                            "booklet-ordinary vault usable 87", "booklet-ordinary workstation:linea-1 usable 10"));
    EXPECT_EQ(unexplained(), 0);
    const auto discrepancy = m_cases.show(*m_connection, closing->cases[1]);
    EXPECT_EQ(discrepancy->matters[0].detail, "workstation:linea-1 usable");
    EXPECT_EQ(shown(number).closedBy, "sonia");
    EXPECT_EQ(shown(number).closedWith, "saul");
}

TEST_P(CountControls, CountsOnePlaceOnceAtATimeAndMayBeCancelled) {
    const auto first = plan();
    const auto second = plan();
    ASSERT_TRUE(start(first, "ana"));
    EXPECT_EQ(codes(start(second, "beto")), Codes{"count.place-busy"});
    ASSERT_TRUE(act([&](auto& tx) { return m_counts.cancel(tx, person("sonia"), first, "Corte de luz"); }));
    EXPECT_FALSE(Counts::isBlind(*m_connection, records::OperatorId{"ana"}));
    EXPECT_EQ(codes(scan(first, "ana", "1", {"A0000001"})), Codes{"count.not-counting"});
    ASSERT_TRUE(start(second, "beto"));
    EXPECT_EQ(codes(act([&](auto& tx) {
                  return m_counts.plan(tx, person("sonia"), {"supplier", "weekly", {"gold"}});
              })),
              (Codes{"count.unknown-place", "count.unknown-kind", "stock.unknown-item"}));
}

TEST_P(CountControls, TwoWhoFinishAtOnceJudgeTheRoundOnce) {
    const auto number = plan();
    for (const char* name : {"ana", "beto"}) {
        ASSERT_TRUE(start(number, name));
        ASSERT_TRUE(scan(number, name, "1", {"A0000001-A0000100"}));
    }
    std::string theirs;
    std::thread other{[&] {
        const auto connection = database().connect();
        records::Transaction tx{*connection};
        theirs = base::expected(m_counts.finish(tx, person("beto"), number), "finish");
        tx.commit();
    }};
    const auto mine = *finish(number, "ana");
    other.join();
    EXPECT_EQ((std::set<std::string>{mine, theirs}), (std::set<std::string>{"counting", "closed"}));
    EXPECT_EQ(shown(number).state, "closed");
}

}  // namespace
}  // namespace inventory
