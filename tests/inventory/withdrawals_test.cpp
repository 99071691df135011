// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/spoilage/withdrawals.hpp"

#include "inventory/reconciliation.hpp"
#include "tests/inventory/destruction_fixture.hpp"
#include "tests/inventory/transfers/transfer_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class WithdrawalsTest : public DestructionFixture {
   protected:
    auto expire(const std::vector<std::string>& serials, const std::string& reason = "Diseño anterior",
                const records::Author& author = two()) {
        return act([&](auto& tx) { return m_withdrawals.expire(tx, author, serials, reason); });
    }
    auto annul(const std::vector<std::string>& serials, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_withdrawals.annul(tx, author, serials, "Devuelto por el titular"); });
    }

    Withdrawals m_withdrawals{m_items, m_clock};
};
TROQUEL_ON_BOTH_ENGINES(WithdrawalsTest);

TEST_P(WithdrawalsTest, ExpiredBlanksGoToQuarantineAndFromThereToDestructionOnly) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    const auto done = expire({"A0000003-A0000010", "A0000010"});
    ASSERT_TRUE(done);
    EXPECT_EQ(*done, 8);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary quarantine expired 8", "booklet-ordinary vault usable 12"));
    EXPECT_EQ(eventsOf("A0000003").back(), "expire quarantine expired ana+beto");
    EXPECT_EQ(codes(expire({"A0000003"})), Codes{"stock.wrong-state"});
    ASSERT_TRUE(act([&](auto& tx) { return m_quarantine.toDestruction(tx, two(), {"A0000003-A0000010"}); }));
    const auto number = ready({{}, "destruction", "expired", {}});
    ASSERT_TRUE(scan(number, {"A0000003-A0000010"}));
    ASSERT_TRUE(execute(number, {outsider("Ramona Sic"), outsider("Julio Pop")}));
    EXPECT_EQ(stageOf(number), Stage::Executed);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(WithdrawalsTest, WhatIsNoUnusedBlankOfAStoreStaysWithEveryReasonTold) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    ASSERT_TRUE(issue(3));
    ASSERT_TRUE(take("order-1"));
    EXPECT_EQ(codes(expire({"A0000001-A0000002", "A0000021", "A0000004"}, " ")),
              (Codes{"stock.wrong-state", "stock.of-shift", "stock.unknown-serial", "case.bad-text"}));
    EXPECT_EQ(codes(expire({"A0000004"}, "Diseño anterior", one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(expire({"A0000004"}, "Diseño anterior", twice())), Codes{"people.same-person"});
    EXPECT_EQ(codes(expire({})), Codes{"stock.list-empty"});
    EXPECT_EQ(codes(annul({"A0000004"})), Codes{"stock.wrong-state"});
    EXPECT_EQ(number("SELECT count(*) FROM stock_movement WHERE event IN ('expire', 'annul')"), 0);
}

TEST_P(WithdrawalsTest, AnnulledDocumentsAreNamedAndNeverServeAgain) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000020")));
    ASSERT_TRUE(issue(2));
    const auto serial = make("order-1");
    EXPECT_EQ(codes(annul({serial})), Codes{"stock.of-shift"});
    ASSERT_TRUE(close({"A0000002"}));
    const auto annulled = annul({serial});
    ASSERT_TRUE(annulled);
    ASSERT_EQ(annulled->size(), 1U);
    EXPECT_EQ(annulled->front().document, serial);
    EXPECT_EQ(annulled->front().order, "order-1");
    EXPECT_EQ(eventsOf(serial).back(), "annul quarantine annulled ana+beto");
    EXPECT_EQ(codes(annul({serial})), Codes{"stock.wrong-state"});
    EXPECT_EQ(number("SELECT live FROM blank WHERE serial = 'A0000001'"), 0);
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(reconcile(*m_connection).unexplained(), 0);
}

class WithdrawalsAndTransfers : public TransferFixture {};
TROQUEL_ON_BOTH_ENGINES(WithdrawalsAndTransfers);

TEST_P(WithdrawalsAndTransfers, WhatIsReservedOrOnItsWayIsNotWithdrawn) {
    const auto expire = [&](const std::string& serials) {
        return act([&](auto& tx) {
            return Withdrawals{m_items, m_clock}.expire(tx, by("ana", "beto"), {serials}, "Diseño anterior");
        });
    };
    ASSERT_TRUE(prepare(asking(std::vector<std::string>{"A0000011-A0000020"})));
    EXPECT_EQ(codes(expire("A0000020-A0000021")), Codes{"transfer.reserved"});
    const auto id = sent(asking(std::vector<std::string>{"A0000001-A0000005"}));
    EXPECT_EQ(codes(expire("A0000005-A0000006")), Codes{"stock.on-the-way"});
    EXPECT_TRUE(expire("A0000006-A0000010"));
    EXPECT_EQ(at("quarantine", "expired"), 5);
    ASSERT_TRUE(arrive(id, {"P-1", SealFound::Intact, {"A0000001-A0000005"}}));
    ASSERT_TRUE(expire("A0000005"));
    EXPECT_EQ(at("quarantine", "expired"), 6);
}

}  // namespace
}  // namespace inventory
