// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cases/cases.hpp"
#include "tests/inventory/places/custody_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class CustodyTest : public CustodyFixture {};
TROQUEL_ON_BOTH_ENGINES(CustodyTest);

TEST_P(CustodyTest, ChangesWithACountOfBothPeople) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    ASSERT_TRUE(spoil("A0000050", SpoilCause::Supplier, two()));
    const auto first = handOver("vault", "beto", {"A0000001-A0000049", "A0000051-A0000100"}, by("ana", "beto"));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->number, 1);
    EXPECT_EQ(first->outgoing, "");
    EXPECT_EQ(first->quantity, 99);
    m_clock.advance(std::chrono::hours{24});
    EXPECT_TRUE(handOver("vault", "carla", {"A0000051-A0000100", "A0000001-A0000049"}, by("carla", "beto")));
    EXPECT_EQ(m_places.find(*m_connection, "vault")->custodian, "carla");
    const auto history = m_custody.history(*m_connection, "vault");
    ASSERT_EQ(history->size(), 2U);
    EXPECT_EQ((*history)[1].outgoing, "beto");
    EXPECT_EQ((*history)[1].incoming, "carla");
    EXPECT_GT((*history)[1].time, (*history)[0].time);
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act = 'custody.handover'"), 2);
    for (const auto* statement :
         {"DELETE FROM stock_handover", "UPDATE stock_handover SET quantity = 0", "DELETE FROM stock_handover_range",
          "UPDATE stock_place SET custodian = 'ana' WHERE id = 'vault'"})
        EXPECT_THROW(m_connection->execute(statement), base::Failure) << statement;
}

TEST_P(CustodyTest, IsRefusedWithEveryDifferenceAndStaysAsItWas) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    const auto refused = handOver("vault", "beto", {"A0000001-A0000049", "A0000051-A0000099", "A0000200", "A0000200"},
                                  by("ana", "beto"));
    EXPECT_THAT(codes(refused), ElementsAre("custody.not-counted", "custody.not-counted", "custody.not-here"));
    EXPECT_EQ(refused.refusal().faults()[0].arguments[0].second, "A0000050");
    EXPECT_EQ(refused.refusal().faults()[2].arguments[1].second, "none");
    EXPECT_EQ(codes(handOver("vault", "beto", {"nothing"}, by("ana", "beto"))), Codes{"stock.bad-range"});
    EXPECT_TRUE(m_custody.history(*m_connection, "vault")->empty());
    EXPECT_EQ(m_places.find(*m_connection, "vault")->custodian, "");
}

TEST_P(CustodyTest, TakesBothPeopleUnlessTheOutgoingIsNoCustodianAnyMore) {
    ASSERT_TRUE(open(vaultAt("xela", "carla")));
    EXPECT_EQ(codes(handOver("vault:xela", "beto", {}, by("beto"))), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(handOver("vault:xela", "beto", {}, by("beto", "beto"))), Codes{"people.same-person"});
    EXPECT_EQ(codes(handOver("vault:xela", "beto", {}, by("ana", "beto"))), Codes{"custody.outgoing-absent"});
    EXPECT_EQ(codes(handOver("vault:xela", "beto", {}, by("ana", "carla"))), Codes{"custody.incoming-absent"});
    EXPECT_EQ(codes(handOver("vault:xela", "carla", {}, by("ana", "carla"))), Codes{"custody.same-custodian"});
    EXPECT_EQ(codes(handOver("vault:xela", "oscar", {}, by("oscar", "carla"))), Codes{"custody.bad-custodian"});
    m_connection->execute("UPDATE person SET active = 0 WHERE id = 'carla'");
    EXPECT_TRUE(handOver("vault:xela", "beto", {}, by("ana", "beto")));
    ASSERT_TRUE(close("vault:xela"));
    EXPECT_EQ(codes(handOver("vault:xela", "ana", {}, by("ana", "beto"))), Codes{"custody.place-closed"});
    EXPECT_EQ(codes(handOver("vault:roma", "ana", {}, by("ana", "beto"))), Codes{"custody.unknown-place"});
}

TEST_P(CustodyTest, CardShowsWhoHoldsWhat) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    ASSERT_TRUE(receive(delivery("B0000001", "B0000010", "booklet-official")));
    ASSERT_TRUE(spoil("A0000050", SpoilCause::Supplier, two()));
    ASSERT_TRUE(
        handOver("vault", "beto", {"A0000001-A0000049", "A0000051-A0000100", "B0000001-B0000010"}, by("ana", "beto")));
    const auto card = m_custody.card(*m_connection, "vault");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->place.custodian, "beto");
    EXPECT_EQ(card->since, base::formatTimestamp(m_clock.now()));
    EXPECT_EQ(card->quantity, 109);
    ASSERT_EQ(card->lines.size(), 2U);
    EXPECT_EQ(card->lines[0].item, "booklet-official");
    EXPECT_THAT(card->lines[1].ranges, ElementsAre("A0000001-A0000049", "A0000051-A0000100"));
}

TEST_P(CustodyTest, ChangesInSpiteOfDifferencesWithACase) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    const auto done = act([&](auto& tx) {
        return m_custody.handOver(
            tx, by("ana", "beto"),
            {"vault", records::OperatorId{"beto"}, {"A0000001-A0000098", "A0000200"}, OnDifference::OpenCase});
    });
    ASSERT_TRUE(done);
    EXPECT_EQ(done->missing, 2);
    EXPECT_EQ(done->surplus, 1);
    const auto opened = Cases{m_items, m_clock}.show(*m_connection, done->caseId);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->reference, "handover:vault:1");
    EXPECT_EQ(opened->matters.size(), 2U);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault missing 2", "booklet-ordinary vault usable 98"));
    EXPECT_EQ(unexplained(), 0);
}

}  // namespace
}  // namespace inventory
