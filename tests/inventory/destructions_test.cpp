// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include "tests/inventory/destruction_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class DestructionsTest : public DestructionFixture {
   protected:
    void SetUp() override {
        DestructionFixture::SetUp();
        spoilTen();
        base::expected(confirm({kAll}), "confirm");
    }
    std::int64_t count(std::string_view question) { return StockFixture::number(question); }

    std::vector<Participant> m_witnesses{insider("wilma"), outsider("Beatriz Gómez")};
};
TROQUEL_ON_BOTH_ENGINES(DestructionsTest);

TEST_P(DestructionsTest, Control10DestroysWithSerialsCommissionScanAndTwoWitnesses) {
    const auto number = base::expected(request({{kAll}, "", "", {}}), "request");
    EXPECT_EQ(number, "DEST-2026-000001");
    EXPECT_EQ(codes(scan(number, {kAll})), Codes{"destruction.wrong-stage"});
    EXPECT_EQ(codes(commission(number)), Codes{"destruction.wrong-stage"});
    EXPECT_EQ(codes(authorise(number, one())), Codes{"destruction.same-person"});
    ASSERT_TRUE(authorise(number));
    EXPECT_EQ(codes(authorise(number)), Codes{"destruction.wrong-stage"});
    EXPECT_EQ(codes(commission(number, {})), Codes{"destruction.too-few"});
    ASSERT_TRUE(commission(number));
    ASSERT_TRUE(scan(number, {"A0000001-A0000009"}));
    EXPECT_EQ(codes(execute(number, m_witnesses, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(execute(number, m_witnesses, twice())), Codes{"people.same-person"});
    EXPECT_EQ(codes(execute(number, {insider("wilma")})), (Codes{"destruction.too-few", "destruction.not-scanned"}));
    ASSERT_TRUE(scan(number, {"A0000010"}));
    ASSERT_TRUE(execute(number, m_witnesses));
    EXPECT_EQ(stageOf(number), Stage::Executed);
    EXPECT_THAT(balance(),
                ElementsAre("booklet-ordinary destruction destroyed 10", "booklet-ordinary vault usable 10"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(eventsOf("A0000005").back(), "destroy destruction destroyed ana+beto");
    EXPECT_EQ(count("SELECT count(*) FROM journal_entry WHERE act = 'destruction.execute' AND approver = 'beto'"), 1);
}

TEST_P(DestructionsTest, Control11WhatIsDestroyedNeverReturns) {
    const auto number = ready();
    ASSERT_TRUE(scan(number, {kAll}));
    ASSERT_TRUE(execute(number, m_witnesses));
    EXPECT_EQ(codes(cancel(number)), Codes{"destruction.wrong-stage"});
    EXPECT_EQ(codes(request({{"A0000001"}, "", "", {}})), Codes{"destruction.not-destroyable"});
    const auto pair = two();
    for (const std::string state : {"usable", "spoiled", "withheld", "missing", "destroyed"})
        EXPECT_THROW(enterMovements(*m_connection, {"adjust", pair, m_clock.now()},
                                    {{{"booklet-ordinary", 1, 1}, {"destruction", "destroyed"}, {"vault", state}}}),
                     base::Failure)
            << state;
    for (const char* statement : {"DELETE FROM destruction", "UPDATE destruction_range SET last_number = 1",
                                  "DELETE FROM destruction_end", "DELETE FROM destruction_execution"})
        EXPECT_THROW(m_connection->execute(statement), base::Failure) << statement;
}

TEST_P(DestructionsTest, WitnessesTakeNoPartAndComeOnce) {
    const auto number = ready();
    ASSERT_TRUE(scan(number, {kAll}));
    EXPECT_EQ(codes(execute(number, {insider("beto"), insider("ana")})),
              (Codes{"destruction.witness-takes-part", "destruction.witness-takes-part"}));
    EXPECT_EQ(codes(execute(number, {outsider("Beatriz Gómez"), outsider("BEATRIZ  Gómez")})),
              Codes{"destruction.participant-twice"});
    EXPECT_EQ(codes(execute(number, {{"", "Beatriz Gómez", "Auditoría", "12345"}, insider("wilma")})),
              Codes{"destruction.bad-participant"});
    EXPECT_EQ(stageOf(number), Stage::Commissioned);
}

TEST_P(DestructionsTest, AScannerMayRepeatAndStopButReadsNothingElse) {
    const auto number = ready();
    EXPECT_EQ(codes(scan(number, {"A0000001", "A0000011"})), Codes{"destruction.not-selected"});
    EXPECT_EQ(base::expected(m_destructions.show(*m_connection, number), "show").scanned.size(), 0U);
    const auto first = scan(number, {"A0000003", "A0000001", "A0000003"});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->fresh, 2);
    const auto more = scan(number, {"A0000001-A0000006"});
    ASSERT_TRUE(more);
    EXPECT_EQ(more->fresh, 4);
    EXPECT_EQ(more->repeated, 2);
    EXPECT_EQ(more->scanned, 6);
    EXPECT_EQ(more->selected, 10);
    const auto faults = execute(number, m_witnesses);
    ASSERT_FALSE(faults);
    EXPECT_EQ(faults.refusal().first().arguments.front().second, "A0000007-A0000010");
}

TEST_P(DestructionsTest, ASerialIsInOneOpenDestructionAndCancellingFreesIt) {
    const auto number = base::expected(request({{"A0000001-A0000005"}, "", "", {}}), "request");
    const auto other = request({{"A0000004-A0000007"}, "", "", {}});
    EXPECT_EQ(codes(other), (Codes{"destruction.in-another"}));
    EXPECT_EQ(other.refusal().first().arguments, (std::vector<std::pair<std::string, std::string>>{
                                                     {"serial", "A0000004-A0000005"}, {"destruction", number}}));
    EXPECT_THROW(m_connection->execute("INSERT INTO destruction_claim (item, first_number, last_number, destruction) "
                                       "VALUES ('booklet-ordinary', 5, 6, ?1)",
                                       {number}),
                 base::Failure);
    ASSERT_TRUE(cancel(number));
    EXPECT_EQ(stageOf(number), Stage::Cancelled);
    EXPECT_EQ(codes(cancel(number)), Codes{"destruction.wrong-stage"});
    EXPECT_TRUE(request({{"A0000004-A0000007"}, "", "", {}}));
}

TEST_P(DestructionsTest, SelectsAllOfAnAccountUpToADay) {
    m_clock.advance(std::chrono::hours{48});
    ASSERT_TRUE(spoil("A0000011", SpoilCause::Supplier, two()));
    EXPECT_EQ(codes(request({{}, "quarantine", "spoiled", {}})), Codes{"stock.not-received"});
    const auto before = base::Date{std::chrono::year{2026} / 11 / 24};
    const auto number = base::expected(request({{}, "quarantine", "spoiled", before}), "request");
    const auto found = base::expected(m_destructions.show(*m_connection, number), "show");
    EXPECT_EQ(found.selected, (std::vector<SerialRange>{{"booklet-ordinary", 1, 10}}));
    EXPECT_EQ(found.annex, annexHashOf(found.selected, m_items));
    EXPECT_EQ(annexOf({{"booklet-ordinary", 9, 10}}, m_items), "A0000009\nA0000010\n");
    EXPECT_EQ(codes(request({{}, "quarantine", "annulled", {}})), Codes{"destruction.nothing-selected"});
    EXPECT_EQ(codes(request({{"A0000012", "A0000999"}, "", "", {}})),
              (Codes{"destruction.not-destroyable", "destruction.not-destroyable"}));
}

TEST_P(DestructionsTest, AnnulledAndExpiredOnesAreDestroyedWhereTheyStand) {
    const auto pair = two();
    enterMovements(*m_connection, {"expire", pair, m_clock.now()},
                   {{{"booklet-ordinary", 15, 16}, {"vault", "usable"}, {"destruction", "expired"}}});
    const auto number = ready({{"A0000015-A0000016", "A0000001"}, "", "", {}});
    ASSERT_TRUE(scan(number, {"A0000001", "A0000015-A0000016"}));
    ASSERT_TRUE(execute(number, m_witnesses));
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary destruction destroyed 3",
                                       "booklet-ordinary quarantine spoiled 9", "booklet-ordinary vault usable 8"));
}

TEST_P(DestructionsTest, WhatWentMissingMeanwhileIsNotDestroyed) {
    const auto number = ready();
    ASSERT_TRUE(scan(number, {kAll}));
    const auto pair = two();
    enterMovements(*m_connection, {"adjust", pair, m_clock.now()},
                   {{{"booklet-ordinary", 3, 4}, {"quarantine", "spoiled"}, {"quarantine", "missing"}}});
    const auto refused = execute(number, m_witnesses);
    EXPECT_EQ(codes(refused), Codes{"destruction.not-destroyable"});
    EXPECT_EQ(refused.refusal().first().arguments.front().second, "A0000003-A0000004");
    EXPECT_EQ(stageOf(number), Stage::Commissioned);
    EXPECT_EQ(count("SELECT count(*) FROM stock_run WHERE state = 'destroyed'"), 0);
}

TEST_P(DestructionsTest, ACommissionIsNamedAnewAndTheLastCounts) {
    const auto number = ready();
    ASSERT_TRUE(commission(number, {outsider("Marta Cumatz"), insider("wilma")}));
    const auto found = base::expected(m_destructions.show(*m_connection, number), "show");
    ASSERT_EQ(found.members.size(), 2U);
    EXPECT_EQ(found.members.front().name, "Marta Cumatz");
    ASSERT_TRUE(scan(number, {kAll}));
    EXPECT_EQ(codes(execute(number, m_witnesses)), Codes{"destruction.witness-takes-part"});
}

TEST_P(DestructionsTest, TwoWhoAskAtOnceDoNotGetTheSameSerials) {
    std::vector<std::string> outcomes(2);
    const auto ask = [&](std::size_t at) {
        const auto connection = database().connect();
        for (int attempt = 0; attempt < 5 && outcomes[at].empty(); ++attempt) try {
                records::Transaction tx{*connection};
                const auto number = m_destructions.request(tx, one(), {{{kAll}, "", "", {}}, "A la vez"});
                if (number) tx.commit();
                outcomes[at] = number ? *number : number.refusal().first().code.name();
            } catch (const base::Failure& failure) {
                if (failure.next() != base::NextStep::Retry) outcomes[at] = failure.what();
            }
    };
    std::thread other{ask, 1};
    ask(0);
    other.join();
    std::sort(outcomes.begin(), outcomes.end());
    EXPECT_EQ(outcomes, (Codes{"DEST-2026-000001", "destruction.in-another"}));
}

}  // namespace
}  // namespace inventory
