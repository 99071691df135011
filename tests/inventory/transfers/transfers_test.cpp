// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>
#include <thread>

#include "inventory/transfers/reservations.hpp"
#include "tests/inventory/transfers/transfer_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Codes = std::vector<std::string>;

class TransfersTest : public TransferFixture {};
TROQUEL_ON_BOTH_ENGINES(TransfersTest);

TEST_P(TransfersTest, ReserveTheLowestFreeSerialsWhichStayWhereTheyAre) {
    const auto first = prepare(asking(10));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->id, "TR-2026-000001");
    EXPECT_EQ(textOf(first->ranges, m_items), "A0000001-A0000010");
    EXPECT_EQ(textOf(prepare(asking(5))->ranges, m_items), "A0000011-A0000015");
    EXPECT_EQ(at("vault"), 100);
    const auto issued = issue(5);
    ASSERT_TRUE(issued);
    EXPECT_THAT(issued->ranges, ElementsAre("A0000016-A0000020"));
    EXPECT_EQ(codes(issue(81)), Codes{"stock.vault-lacks"});
    EXPECT_EQ(codes(prepare(asking({"A0000010-A0000016"}))),
              (Codes{"transfer.not-there", "transfer.reserved", "transfer.reserved"}));
    EXPECT_EQ(codes(prepare(asking(81))), Codes{"transfer.place-lacks"});
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(TransfersTest, KeepReservedSerialsFromEverybodyElse) {
    const auto id = prepare(asking(10))->id;
    EXPECT_EQ(move({"booklet-ordinary", 10, 12}, "vault", "vault:xela"), "records.constraint");
    EXPECT_EQ(move({"booklet-ordinary", 10, 10}, "vault", "vault:xela", "transfer:TR-2026-000099"),
              "records.constraint");
    EXPECT_EQ(move({"booklet-ordinary", 11, 12}, "vault", "vault:xela"), "done");
    EXPECT_THROW(m_connection->execute("INSERT INTO stock_reservation VALUES ('booklet-ordinary', 5, 20, ?1)", {id}),
                 base::Failure);
    ASSERT_TRUE(cancel(id));
    EXPECT_EQ(move({"booklet-ordinary", 10, 10}, "vault", "vault:xela"), "done");
}

TEST_P(TransfersTest, AreRefusedWithEveryFaultAtOnce) {
    EXPECT_EQ(codes(prepare({"vault", "vault", "lost", {}, {}, 0, {}, {}})),
              (Codes{"transfer.same-place", "transfer.bad-state", "transfer.nothing-asked"}));
    EXPECT_EQ(codes(prepare({"documents", "nowhere", "usable", {"A0000001"}, {}, 0, {}, {}})),
              (Codes{"transfer.bad-place", "custody.unknown-place"}));
    EXPECT_EQ(codes(prepare({"vault", "quarantine", "usable", {"A0000001"}, {}, 0, {}, {}})),
              Codes{"transfer.not-kept-there"});
    EXPECT_EQ(codes(prepare({"quarantine", "vault:xela", "spoiled", {"A0000001"}, {}, 0, {}, {}})),
              Codes{"transfer.not-kept-there"});
    auto paper = asking(5);
    paper.item = "ribbon-colour";
    EXPECT_EQ(codes(prepare(paper)), Codes{"stock.item-counted"});
    EXPECT_EQ(codes(prepare(asking(0))), Codes{"stock.bad-quantity"});
    EXPECT_EQ(codes(prepare(asking({"A0000001", "nothing"}))), Codes{"stock.bad-range"});
    EXPECT_EQ(number("SELECT count(*) FROM stock_transfer"), 0);
    EXPECT_EQ(codes(approve("TR-2026-000001")), Codes{"transfer.unknown"});
}

TEST_P(TransfersTest, GoStepByStepAndNoOtherWay) {
    for (const auto stage : kTransferStages) {
        std::set<std::string> next;
        for (const auto step : kTransferSteps)
            if (const auto to = following(stage, step)) next.insert(std::string{nameOf(*to)});
        for (const auto to : kTransferStages) {
            const auto id = "TR-" + std::string{nameOf(stage)} + "-" + std::string{nameOf(to)};
            m_connection->execute(
                "INSERT INTO stock_transfer (id, from_place, to_place, state, stage, reason, seal, carrier, "
                "expected_at) "
                "VALUES (?1, 'vault', 'vault:xela', 'usable', ?2, '', 's', 'c', 'e')",
                {id, std::string{nameOf(stage)}});
            const auto change = [&] {
                m_connection->execute("UPDATE stock_transfer SET stage = ?2 WHERE id = ?1",
                                      {id, std::string{nameOf(to)}});
            };
            if (next.count(std::string{nameOf(to)}) > 0)
                EXPECT_NO_THROW(change()) << id;
            else
                EXPECT_THROW(change(), base::Failure) << id;
        }
    }
}

TEST_P(TransfersTest, TakeASecondPersonAndASealOfTheirOwn) {
    const auto id = prepare(asking(10))->id;
    EXPECT_EQ(codes(approve(id, by("ana"))), Codes{"transfer.own-approval"});
    EXPECT_EQ(codes(seal(id, "P-1")), Codes{"transfer.wrong-stage"});
    ASSERT_TRUE(approve(id));
    EXPECT_EQ(codes(seal(id, "")), Codes{"transfer.bad-seal"});
    ASSERT_TRUE(seal(id, "P-1"));
    const auto other = prepare(asking(10))->id;
    ASSERT_TRUE(approve(other));
    EXPECT_EQ(codes(seal(other, "P-1")), Codes{"transfer.seal-used"});
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_seal"), base::Failure);
    EXPECT_EQ(codes(act([&](auto& tx) {
                  return m_transfers.dispatch(tx, by("ana", "beto"), id, {"", m_clock.now()});
              })),
              (Codes{"transfer.no-carrier", "transfer.bad-arrival"}));
}

TEST_P(TransfersTest, AreCancelledBeforeTheyLeaveOnly) {
    const auto id = prepare(asking(10))->id;
    EXPECT_EQ(codes(cancel(id, "")), Codes{"transfer.no-reason"});
    ASSERT_TRUE(cancel(id));
    EXPECT_EQ(codes(cancel(id)), Codes{"transfer.wrong-stage"});
    EXPECT_EQ(textOf(prepare(asking(1))->ranges, m_items), "A0000001");
    const auto gone = sent(asking(10));
    EXPECT_EQ(codes(cancel(gone)), Codes{"transfer.wrong-stage"});
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_transfer"), base::Failure);
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_transfer_event"), base::Failure);
}

TEST_P(TransfersTest, DoNotLeaveWithSerialsThatAreNoLongerThere) {
    const auto id = prepare(asking(10))->id;
    ASSERT_TRUE(approve(id));
    ASSERT_TRUE(seal(id, "P-1"));
    ASSERT_TRUE(spoil("A0000004", SpoilCause::Supplier, two()));
    const auto refused = dispatch(id);
    EXPECT_EQ(codes(refused), Codes{"transfer.not-there"});
    EXPECT_EQ(refused.refusal().first().arguments[0].second, "A0000004");
    EXPECT_EQ(stageOf(id), TransferStage::Sealed);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(TransfersTest, BringSpoiledBlanksToTheDestructionStore) {
    ASSERT_TRUE(spoil("A0000004", SpoilCause::Supplier, two()));
    const auto id = sent({"quarantine", "destruction", "spoiled", {"A0000004"}, {}, 0, "destrucción", {}});
    EXPECT_EQ(at("transit:" + id, "spoiled"), 1);
    ASSERT_TRUE(arrive(id, {"P-1", SealFound::Intact, {"A0000004"}}));
    EXPECT_EQ(at("destruction", "spoiled"), 1);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(TransfersTest, NeverReserveASerialForTwo) {
    const auto prepareMany = [this](const std::string& person) {
        std::vector<std::string> taken;
        const auto connection = database().connect();
        for (int at = 0; at < 10; ++at) {
            records::Transaction tx{*connection};
            const auto prepared = m_transfers.prepare(tx, by(person), asking(5));
            if (!prepared) break;
            tx.commit();
            taken.push_back(textOf(prepared->ranges, m_items));
        }
        return taken;
    };
    std::vector<std::string> theirs;
    std::thread other{[&] { theirs = prepareMany("beto"); }};
    const auto mine = prepareMany("ana");
    other.join();
    std::set<std::string> all{mine.begin(), mine.end()};
    all.insert(theirs.begin(), theirs.end());
    EXPECT_EQ(mine.size() + theirs.size(), 20U);
    EXPECT_EQ(number("SELECT sum(last_number - first_number + 1) FROM stock_reservation"), 100);
    EXPECT_EQ(number("SELECT count(DISTINCT id) FROM stock_transfer"), 20);
    EXPECT_EQ(codes(prepare(asking(1))), Codes{"transfer.place-lacks"});
}

TEST_P(TransfersTest, OfTwoCustodiansWhoDispatchAtOnceOneDoes) {
    const auto id = prepare(asking(10))->id;
    ASSERT_TRUE(approve(id));
    ASSERT_TRUE(seal(id, "P-1"));
    const auto attempt = [&](const records::Author& author) {
        const auto connection = database().connect();
        records::Transaction tx{*connection};
        const auto done = m_transfers.dispatch(tx, author, id, inADay());
        if (done) tx.commit();
        return static_cast<bool>(done);
    };
    bool theirs = false;
    std::thread other{[&] { theirs = attempt(by("beto", "carla")); }};
    const bool mine = attempt(by("ana", "beto"));
    other.join();
    EXPECT_NE(mine, theirs);
    EXPECT_EQ(at("transit:" + id), 10);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(TransfersTest, LeaveNothingHalfDoneWhereAStepIsNotCommitted) {
    const auto id = prepare(asking(10))->id;
    const auto torn = [&](auto&& step) {
        const auto connection = database().connect();
        records::Transaction tx{*connection};
        step(tx);  // and the process dies before the commit
    };
    torn([&](auto& tx) { ASSERT_TRUE(m_transfers.approve(tx, by("beto"), id)); });
    EXPECT_EQ(stageOf(id), TransferStage::Prepared);
    ASSERT_TRUE(approve(id));
    torn([&](auto& tx) { ASSERT_TRUE(m_transfers.seal(tx, by("ana"), id, "P-1")); });
    ASSERT_TRUE(seal(id, "P-1"));
    torn([&](auto& tx) { ASSERT_TRUE(m_transfers.dispatch(tx, by("ana", "beto"), id, inADay())); });
    EXPECT_EQ(at("vault"), 100);
    EXPECT_EQ(quantityOf(m_transfers.find(*m_connection, id)->outstanding), 10);
    ASSERT_TRUE(dispatch(id));
    torn([&](auto& tx) {
        ASSERT_TRUE(m_transfers.receive(tx, by("carla"), id, {"P-1", SealFound::Intact, {"A0000001-A0000010"}}));
    });
    EXPECT_EQ(at("transit:" + id), 10);
    ASSERT_TRUE(arrive(id, {"P-1", SealFound::Intact, {"A0000001-A0000010"}}));
    EXPECT_EQ(at("vault:xela"), 10);
    EXPECT_EQ(unexplained(), 0);
}

}  // namespace
}  // namespace inventory
