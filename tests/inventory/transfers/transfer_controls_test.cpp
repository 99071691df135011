// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/transfers/transfer_fixture.hpp"

/// The controls of the house over transfers and low stock, by their numbers (ICAO 9303-2, appendix D and E).
namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class TransferControls : public TransferFixture {};
TROQUEL_ON_BOTH_ENGINES(TransferControls);

TEST_P(TransferControls, Control17ATransferLeavesTheVaultWithTwoPeople) {
    const auto id = prepare(asking(10))->id;
    ASSERT_TRUE(approve(id));
    ASSERT_TRUE(seal(id, "P-1"));
    EXPECT_EQ(codes(dispatch(id, by("ana"))), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(dispatch(id, by("ana", "ana"))), Codes{"people.same-person"});
    EXPECT_EQ(at("vault"), 100);
    EXPECT_TRUE(dispatch(id, by("ana", "beto")));
    ASSERT_TRUE(open({"mobile", "m1", "", "", records::OperatorId{"carla"}, {}, false, {}}));
    ASSERT_TRUE(arrive(id, {"P-1", SealFound::Intact, {"A0000001-A0000010"}}));
    auto guarded = asking(5);
    guarded.from = "vault:xela";
    guarded.to = "mobile:m1";
    const auto next = prepare(guarded)->id;
    ASSERT_TRUE(approve(next));
    ASSERT_TRUE(seal(next, "P-2"));
    EXPECT_EQ(codes(dispatch(next, by("carla"))), Codes{"people.second-person-missing"});
}

TEST_P(TransferControls, Control18ATransferStaysInTransitUntilItsSerialsAreConfirmed) {
    ASSERT_TRUE(act([&](auto& tx) {
        return m_transfers.setCap(tx, by("ana"), {"booklet-ordinary", "*", "vault:xela", 10});
    }));
    EXPECT_EQ(codes(prepare(asking(11))), Codes{"transfer.above-cap"});
    EXPECT_EQ(codes(act([&](auto& tx) {
                  return m_transfers.setCap(tx, by("ana"), {"paper", "*", "nowhere", 0});
              })),
              (Codes{"stock.bad-quantity", "stock.unknown-item", "custody.unknown-place"}));
    const auto id = sent(asking(10));
    EXPECT_EQ(stageOf(id), TransferStage::Dispatched);
    EXPECT_EQ(at("transit:" + id), 10);
    EXPECT_EQ(codes(issueFrom("vault:xela", 1, "xela-1")), Codes{"stock.vault-lacks"});
    EXPECT_TRUE(m_transfers.list(*m_connection, Transfers::Which::Overdue).empty());
    m_clock.advance(std::chrono::hours{25});
    const auto overdue = m_transfers.list(*m_connection, Transfers::Which::Overdue);
    ASSERT_EQ(overdue.size(), 1U);
    EXPECT_EQ(overdue.front().id, id);
    EXPECT_EQ(codes(arrive(id, {"P-1", SealFound::Intact, {"A0000001-A0000009"}})), Codes{"custody.not-counted"});
    EXPECT_EQ(at("transit:" + id), 10);
    ASSERT_TRUE(arrive(id, {"P-1", SealFound::Intact, {"A0000001-A0000010"}}));
    EXPECT_TRUE(m_transfers.list(*m_connection, Transfers::Which::Open).empty());
    EXPECT_EQ(at("vault:xela"), 10);
}

TEST_P(TransferControls, Control25AnItemBelowItsMinimumIsListedAndAskedFor) {
    const auto set = [&](const std::string& item, std::int64_t least) {
        return act([&](auto& tx) { return m_requisitions.setMinimum(tx, by("ana"), "vault:xela", item, least); });
    };
    for (const auto& item : m_items.items()) ASSERT_TRUE(set(item.id, 20)) << item.id;
    auto lines = m_requisitions.minimums(*m_connection);
    EXPECT_EQ(lines.size(), m_items.items().size());
    for (const auto& line : lines) EXPECT_TRUE(line.isLow()) << line.item;
    EXPECT_EQ(codes(set("paper", -1)), (Codes{"stock.bad-quantity", "stock.unknown-item"}));

    const NewRequisition fresh{"vault:xela", "booklet-ordinary", 20, "por debajo del mínimo"};
    const auto asked = act([&](auto& tx) { return m_requisitions.create(tx, by("carla"), fresh); });
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->id, "RQ-2026-000001");
    const auto decide = [&](const std::string& person) {
        return act([&](auto& tx) { return m_requisitions.approve(tx, by(person), asked->id, "vault"); });
    };
    EXPECT_EQ(codes(decide("carla")), Codes{"requisition.own-approval"});
    const auto approved = decide("ana");
    ASSERT_TRUE(approved);
    EXPECT_EQ(approved->stage, "approved");
    EXPECT_EQ(codes(decide("ana")), Codes{"requisition.decided"});
    EXPECT_EQ(stageOf(approved->transfer), TransferStage::Prepared);
    const auto ofBooklets = [&] {
        for (const auto& line : m_requisitions.minimums(*m_connection))
            if (line.item == "booklet-ordinary") return line;
        return Minimum{};
    };
    EXPECT_EQ(ofBooklets().onTheWay, 20);
    EXPECT_TRUE(ofBooklets().isLow());
    ASSERT_TRUE(approve(approved->transfer));
    ASSERT_TRUE(seal(approved->transfer, "P-1"));
    ASSERT_TRUE(dispatch(approved->transfer));
    ASSERT_TRUE(arrive(approved->transfer, {"P-1", SealFound::Intact, {"A0000001-A0000020"}}));
    EXPECT_EQ(ofBooklets().usable, 20);
    EXPECT_EQ(ofBooklets().onTheWay, 0);
    EXPECT_FALSE(ofBooklets().isLow());
}

TEST_P(TransferControls, ARequisitionIsDecidedOnce) {
    const auto create = [&](const NewRequisition& fresh) {
        return act([&](auto& tx) { return m_requisitions.create(tx, by("carla"), fresh); });
    };
    EXPECT_EQ(codes(create({"vault:xela", "laminate-card", 0, ""})), Codes{"stock.bad-quantity"});
    EXPECT_EQ(codes(create({"vault:xela", "paper", 0, ""})), (Codes{"stock.unknown-item", "stock.bad-quantity"}));
    EXPECT_EQ(codes(create({"vault:roma", "booklet-ordinary", 1, ""})), Codes{"custody.unknown-place"});
    const auto id = create({"vault:xela", "booklet-ordinary", 200, ""})->id;
    EXPECT_EQ(codes(act([&](auto& tx) { return m_requisitions.approve(tx, by("ana"), id, "vault"); })),
              Codes{"transfer.place-lacks"});
    ASSERT_TRUE(act([&](auto& tx) { return m_requisitions.refuse(tx, by("ana"), id, "no hay"); }));
    EXPECT_EQ(codes(act([&](auto& tx) { return m_requisitions.refuse(tx, by("ana"), id, "no hay"); })),
              Codes{"requisition.decided"});
    EXPECT_EQ(codes(act([&](auto& tx) { return m_requisitions.approve(tx, by("ana"), "RQ-1", "vault"); })),
              Codes{"requisition.unknown"});
    EXPECT_THROW(m_connection->execute("UPDATE stock_requisition SET stage = 'open', decided_at = NULL"),
                 base::Failure);
    EXPECT_EQ(m_requisitions.list(*m_connection).size(), 1U);
}

TEST_P(TransferControls, ARequisitionOfSuppliesIsAnsweredByMovementsOfLots) {
    const Lots lots{m_items, m_clock};
    const auto receive = act([&](auto& tx) {
        return lots.receive(tx, two(), {{"laminate-card", "L-1", 300}, {"laminate-card", "L-2", 300}}, "vault", "r");
    });
    ASSERT_TRUE(receive);
    ASSERT_TRUE(
        act([&](auto& tx) { return m_requisitions.setMinimum(tx, by("ana"), "vault:xela", "laminate-card", 400); }));
    const auto create = [&](std::int64_t quantity) {
        return act([&](auto& tx) {
                   return m_requisitions.create(tx, by("carla"), {"vault:xela", "laminate-card", quantity, ""});
               })
            ->id;
    };
    const auto approve = [&](const std::string& id) {
        return act([&](auto& tx) { return m_requisitions.approve(tx, by("ana"), id, "vault"); });
    };
    const auto move = [&](const std::string& id, const LotQuantity& what, const std::string& to = "vault:xela") {
        return act([&](auto& tx) -> base::Outcome {
            if (const auto answers = m_requisitions.checkAnswer(tx, id, what, to); !answers) return answers.refusal();
            return lots.move(tx, two(), what, "vault", to, "requisition:" + id);
        });
    };
    const auto minimum = [&] { return m_requisitions.minimums(*m_connection).front(); };
    EXPECT_EQ(codes(approve(create(601))), Codes{"stock.lot-lacks"});
    const auto id = create(400);
    EXPECT_EQ(codes(move(id, {"laminate-card", "L-1", 300})), Codes{"requisition.not-approved"});
    const auto approved = approve(id);
    ASSERT_TRUE(approved);
    EXPECT_EQ(approved->transfer, "");
    EXPECT_EQ(minimum().onTheWay, 400);
    ASSERT_TRUE(move(id, {"laminate-card", "L-1", 300}));
    EXPECT_EQ(m_requisitions.find(*m_connection, id)->moved, 300);
    EXPECT_EQ(minimum().usable, 300);
    EXPECT_EQ(minimum().onTheWay, 100);
    EXPECT_TRUE(minimum().isLow());
    EXPECT_EQ(codes(move(id, {"laminate-card", "L-2", 101})), Codes{"requisition.asks-otherwise"});
    EXPECT_EQ(codes(move(id, {"laminate-card", "L-2", 100}, "quarantine")), Codes{"requisition.asks-otherwise"});
    ASSERT_TRUE(move(id, {"laminate-card", "L-2", 100}));
    EXPECT_FALSE(minimum().isLow());
    EXPECT_EQ(minimum().onTheWay, 0);
    EXPECT_EQ(codes(move("RQ-9", {"laminate-card", "L-2", 1})), Codes{"requisition.unknown"});
}

}  // namespace
}  // namespace inventory
