// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/transfers/transfer_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class ArrivalTest : public TransferFixture {
   protected:
    Arrival whole() const { return {"P-1", SealFound::Intact, {"A0000001-A0000010"}}; }
};
TROQUEL_ON_BOTH_ENGINES(ArrivalTest);

TEST_P(ArrivalTest, IsConfirmedOnceEvenIfScannedTwice) {
    const auto id = sent(asking(10));
    auto twice = whole();
    twice.scanned = {"A0000001-A0000006", "A0000006-A0000010", "A0000003"};
    ASSERT_TRUE(arrive(id, twice));
    EXPECT_EQ(codes(arrive(id, whole())), Codes{"transfer.wrong-stage"});
    EXPECT_EQ(at("vault:xela"), 10);
    EXPECT_FALSE(m_places.find(*m_connection, "transit:" + id)->active);
    EXPECT_THAT(eventsOf("A0000005"),
                ElementsAre("receive vault usable ana+beto", "dispatch transit:" + id + " usable ana+beto",
                            "arrive vault:xela usable carla"));
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act LIKE 'transfer.%'"), 5);
}

TEST_P(ArrivalTest, IsNotConfirmedByWhoSent) {
    const auto id = sent(asking(10));
    EXPECT_EQ(codes(arrive(id, whole(), by("ana", "carla"))), Codes{"transfer.sender-receives"});
}

TEST_P(ArrivalTest, WithADifferenceIsRefusedOrOpensACase) {
    const auto id = sent(asking(10));
    Arrival short1{"P-1", SealFound::Intact, {"A0000001-A0000008", "A0000050"}};
    const auto refused = arrive(id, short1);
    EXPECT_EQ(codes(refused), (Codes{"custody.not-counted", "custody.not-here"}));
    EXPECT_EQ(refused.refusal().faults()[0].arguments[0].second, "A0000009-A0000010");
    short1.onDifference = OnDifference::OpenCase;
    EXPECT_EQ(codes(arrive(id, short1)), Codes{"people.second-person-missing"});
    const auto received = arrive(id, short1, by("carla", "beto"));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->stage, TransferStage::Received);
    EXPECT_EQ(at("vault:xela"), 8);
    EXPECT_EQ(at("transit:" + id, "missing"), 2);
    EXPECT_EQ(at("vault"), 90);
    const auto opened = m_cases.show(*m_connection, received->events.back().caseId);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->reference, "transfer:" + id);
    EXPECT_EQ(opened->matters.size(), 2U);
    EXPECT_TRUE(m_places.find(*m_connection, "transit:" + id)->active);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(ArrivalTest, WithABrokenOrOtherSealTakesTwoAndACase) {
    const auto id = sent(asking(10));
    auto broken = whole();
    broken.found = SealFound::Broken;
    EXPECT_EQ(codes(arrive(id, broken)), Codes{"people.second-person-missing"});
    auto other = whole();
    other.seal = "P-9";
    EXPECT_EQ(codes(arrive(id, other)), Codes{"people.second-person-missing"});
    const auto received = arrive(id, other, by("carla", "beto"));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->events.back().detail, "seal P-9");
    const auto opened = m_cases.show(*m_connection, received->events.back().caseId);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->place, "vault:xela");
    EXPECT_EQ(at("vault:xela"), 10);
}

TEST_P(ArrivalTest, AWholeUnopenedPackageGoesBackUncounted) {
    const auto id = sent(asking(10));
    EXPECT_EQ(codes(sendBack(id, {"P-1", SealFound::Intact, {}, {}, "", "", {"", m_clock.now()}})),
              (Codes{"transfer.no-carrier", "transfer.bad-arrival", "transfer.no-reason"}));
    const auto back = sendBack(id, {"P-1", SealFound::Intact, {}, {}, "", "no se pidió", inADay()});
    ASSERT_TRUE(back);
    EXPECT_EQ(back->stage, TransferStage::Returning);
    EXPECT_EQ(back->seal, "P-1");
    EXPECT_EQ(at("vault:xela"), 0);
    const auto received = arrive(id, whole(), by("beto"));
    ASSERT_TRUE(received);
    EXPECT_EQ(received->stage, TransferStage::Returned);
    EXPECT_EQ(at("vault"), 100);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(ArrivalTest, APartIsKeptAndTheRestGoesBackCountedUnderANewSeal) {
    const auto id = sent(asking(10));
    SendBack back{"P-1", SealFound::Intact, {"A0000001-A0000004"}, {}, "P-2", "sobran", inADay()};
    EXPECT_EQ(codes(sendBack(id, back)), Codes{"transfer.nothing-returned"});
    back.returned = {"A0000005-A0000009"};
    EXPECT_EQ(codes(sendBack(id, back)), Codes{"custody.not-counted"});
    back.returned = {"A0000004-A0000010"};
    EXPECT_EQ(codes(sendBack(id, back)), Codes{"transfer.both-ways"});
    back.returned = {"A0000005-A0000010"};
    auto sameSeal = back;
    sameSeal.newSeal = "P-1";
    EXPECT_EQ(codes(sendBack(id, sameSeal)), Codes{"transfer.seal-used"});
    ASSERT_TRUE(sendBack(id, back));
    EXPECT_EQ(at("vault:xela"), 4);
    EXPECT_EQ(at("transit:" + id), 6);
    ASSERT_TRUE(arrive(id, {"P-2", SealFound::Intact, {"A0000005-A0000010"}}, by("beto")));
    EXPECT_EQ(at("vault"), 96);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(ArrivalTest, APackageWithABrokenSealGoesBackCountedByTwoWithACase) {
    const auto id = sent(asking(10));
    SendBack back{"P-1", SealFound::Broken, {}, {"A0000001-A0000010"}, "P-2", "precinto roto", inADay()};
    EXPECT_EQ(codes(sendBack(id, back)), Codes{"people.second-person-missing"});
    const auto returning = sendBack(id, back, by("carla", "beto"));
    ASSERT_TRUE(returning);
    EXPECT_TRUE(m_cases.show(*m_connection, returning->events.back().caseId));
    EXPECT_EQ(returning->seal, "P-2");
    EXPECT_EQ(at("transit:" + id), 10);
}

TEST_P(ArrivalTest, BeyondTheCapacityIsRefused) {
    ASSERT_TRUE(open({"mobile", "m1", "", "", records::OperatorId{"carla"}, 15, false, {}}));
    auto fresh = asking(10);
    fresh.to = "mobile:m1";
    const auto first = sent(fresh, "P-1");
    const auto second = sent(fresh, "P-2");
    ASSERT_TRUE(arrive(first, whole()));
    EXPECT_EQ(codes(arrive(second, {"P-2", SealFound::Intact, {"A0000011-A0000020"}})), Codes{"custody.place-full"});
    EXPECT_EQ(codes(prepare(fresh)), Codes{"custody.place-full"});
    EXPECT_EQ(at("transit:" + second), 10);
}

}  // namespace
}  // namespace inventory
