// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/destruction_fixture.hpp"

#include "inventory/spoilage/shift_reconciliation.hpp"
#include "inventory/transfers/transfers.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;
using Of = Quarantine::Of;

class QuarantineTest : public DestructionFixture {
   protected:
    std::vector<std::string> listed(Of of) {
        std::vector<std::string> lines;
        for (const auto& line : m_quarantine.list(*m_connection, of))
            lines.push_back(textOf(line.range, *m_items.find(line.range.item)) + " " + line.cause + " " +
                            line.announcedBy + ">" + line.receivedBy);
        return lines;
    }
    auto toDestruction(const std::vector<std::string>& serials, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_quarantine.toDestruction(tx, author, serials); });
    }
    static std::string hash(char digit) { return std::string(64, digit); }
};
TROQUEL_ON_BOTH_ENGINES(QuarantineTest);

TEST_P(QuarantineTest, SpoiledBlanksAreAnnouncedUntilSomebodyHoldsThem) {
    spoilTen();
    EXPECT_EQ(listed(Of::NotReceived).size(), 10U);
    const auto first = confirm({"A0000002-A0000003", "A0000003"});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->fresh, 2);
    EXPECT_EQ(first->repeated, 0);
    const auto again = confirm({"A0000003-A0000004"});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->fresh, 1);
    EXPECT_EQ(again->repeated, 1);
    EXPECT_THAT(listed(Of::Received), ElementsAre("A0000002 supplier ana>oscar", "A0000003 supplier ana>oscar",
                                                  "A0000004 supplier ana>oscar"));
    EXPECT_EQ(listed(Of::NotReceived).size(), 7U);
    EXPECT_EQ(listed(Of::All).size(), 10U);
    EXPECT_EQ(eventsOf("A0000003").back(), "confirm quarantine spoiled oscar");
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(QuarantineTest, OnlyWhatIsThereIsReceived) {
    spoilTen();
    EXPECT_EQ(codes(confirm({"A0000001", "A0000011-A0000012", "A0000999"})),
              (Codes{"stock.not-in-quarantine", "stock.not-in-quarantine"}));
    EXPECT_EQ(codes(confirm({"X1"})), Codes{"stock.bad-range"});
    EXPECT_EQ(codes(confirm({})), Codes{"stock.scan-nothing"});
    EXPECT_EQ(listed(Of::Received), Codes{});
}

TEST_P(QuarantineTest, OnlyReceivedBlanksGoToTheDestructionStoreWithTwoPeople) {
    spoilTen();
    ASSERT_TRUE(confirm({"A0000001-A0000004"}));
    EXPECT_EQ(codes(toDestruction({"A0000001"}, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(toDestruction({"A0000004-A0000005"})), Codes{"stock.not-received"});
    EXPECT_EQ(codes(toDestruction({"A0000011"})), Codes{"stock.not-in-quarantine"});
    const auto moved = toDestruction({"A0000001-A0000004"});
    ASSERT_TRUE(moved);
    EXPECT_EQ(*moved, 4);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary destruction spoiled 4",
                                       "booklet-ordinary quarantine spoiled 6", "booklet-ordinary vault usable 10"));
    EXPECT_EQ(codes(toDestruction({"A0000001"})), Codes{"stock.not-in-quarantine"});
}

TEST_P(QuarantineTest, WhatATransferReservedDoesNotGoToTheDestructionStoreBesideIt) {
    spoilTen();
    ASSERT_TRUE(confirm({"A0000001-A0000004"}));
    const Transfers transfers{m_items, m_clock};
    NewTransfer fresh;
    fresh.from = place::kQuarantine;
    fresh.to = place::kDestruction;
    fresh.state = state::kSpoiled;
    fresh.serials = {"A0000002-A0000003"};
    fresh.reason = "destrucción";
    ASSERT_EQ(codes(act([&](auto& tx) { return transfers.prepare(tx, one(), fresh); })), Codes{});
    EXPECT_EQ(codes(toDestruction({"A0000001-A0000004"})), Codes{"transfer.reserved"});
    EXPECT_TRUE(toDestruction({"A0000001", "A0000004"}));
}

TEST_P(QuarantineTest, AWithheldBlankThatIsSpoiledIsReceivedAnew) {
    spoilTen();
    ASSERT_TRUE(confirm({"A0000001"}));
    const auto pair = two();
    const auto move = [&](const Account& from, const Account& to) {
        enterMovements(*m_connection, {"adjust", pair, m_clock.now()}, {{{"booklet-ordinary", 1, 1}, from, to}});
    };
    move({"quarantine", "spoiled"}, {"quarantine", "missing"});
    move({"quarantine", "missing"}, {"quarantine", "withheld"});
    EXPECT_EQ(codes(spoil("A0000001", SpoilCause::Doubt)), Codes{"people.second-person-missing"});
    ASSERT_TRUE(spoil("A0000001", SpoilCause::Doubt, two()));
    EXPECT_EQ(listed(Of::NotReceived).front(), "A0000001 doubt ana>");
    ASSERT_TRUE(confirm({"A0000001"}));
    EXPECT_EQ(listed(Of::Received).front(), "A0000001 doubt ana>oscar");
}

TEST_P(QuarantineTest, CausesAreDataToWhichTheHouseAdds) {
    std::vector<std::string> names;
    for (const auto& known : knownCauses(*m_connection)) names.push_back(known.cause.code);
    EXPECT_THAT(names,
                ElementsAre("cancelled", "chip", "doubt", "inspection", "laminate", "operator", "print", "supplier"));
    for (const auto& cause : {SpoilCause::Print, SpoilCause::Chip, SpoilCause::Laminate, SpoilCause::Operator,
                              SpoilCause::Supplier, SpoilCause::Inspection, SpoilCause::Doubt, SpoilCause::Cancelled})
        EXPECT_TRUE(knownCause(*m_connection, cause.code)) << cause.code;
    spoilTen();
    EXPECT_EQ(codes(spoil("A0000011", {"agua"}, two())), Codes{"stock.unknown-cause"});
    const auto put = [&](const KnownCause& cause) {
        return act([&](auto& tx) { return putCause(tx, one(), m_clock, cause); });
    };
    EXPECT_EQ(codes(put({{"Agua sucia"}, "Agua", "Water"})), Codes{"stock.bad-cause"});
    EXPECT_EQ(codes(put({{"agua"}, "", "Water"})), Codes{"stock.bad-cause"});
    ASSERT_TRUE(put({{"agua"}, "Daño por agua", "Water"}));
    EXPECT_TRUE(spoil("A0000011", {"agua"}, two()));
}

TEST_P(QuarantineTest, ABlankOfAnOrderIsSpoiledByItsLineOnly) {
    base::expected(receive(delivery("A0000001", "A0000003")), "receipt");
    base::expected(issue(3), "issue");
    const auto serial = *take("o1");
    const auto direct = [&](const std::string& which) {
        return act([&](auto& tx) { return m_stock.spoilUnused(tx, one(), which, SpoilCause::Operator); });
    };
    EXPECT_EQ(codes(direct(serial)), Codes{"stock.blank-of-order"});
    EXPECT_TRUE(direct("A0000002"));
    EXPECT_TRUE(spoil(serial));
}

TEST_P(QuarantineTest, APhotographIsBoundToItsSerialForGood) {
    spoilTen();
    const auto add = [&](const std::string& serial, char digit) {
        return act([&](auto& tx) { return m_quarantine.addEvidence(tx, one(), serial, {hash(digit), "jpeg"}); });
    };
    ASSERT_TRUE(add("A0000001", 'a'));
    ASSERT_TRUE(add("A0000001", 'b'));
    EXPECT_EQ(codes(add("A0000001", 'a')), Codes{"stock.evidence-known"});
    EXPECT_EQ(codes(add("A0000011", 'a')), Codes{"stock.not-spoiled"});
    EXPECT_EQ(codes(add("A0000999", 'a')), Codes{"stock.unknown-serial"});
    EXPECT_EQ(base::expected(m_quarantine.evidenceOf(*m_connection, "A0000001"), "evidence").size(), 2U);
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act = 'stock.evidence' AND object_id = 'A0000001'"), 2);
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_evidence"), base::Failure);
}

TEST_P(QuarantineTest, Control08AShiftShowsUsedUnusedDefectiveAndSpoiledAndNothingUnexplained) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    const auto shift = base::expected(issue(8), "issue").shift;
    make("o1");
    make("o2");
    ASSERT_TRUE(spoil(*take("o3"), SpoilCause::Chip));
    ASSERT_TRUE(spoil(*take("o4"), SpoilCause::Print));
    ASSERT_TRUE(spoil(*take("o4"), SpoilCause::Operator));
    EXPECT_EQ(reconcileShift(*m_connection, shift).lines.front().unexplained(), 5);
    ASSERT_TRUE(close({"A0000006-A0000008"}));
    const auto found = reconcileShift(*m_connection, shift);
    ASSERT_EQ(found.lines.size(), 1U);
    const auto& line = found.lines.front();
    EXPECT_EQ(line.issued, 8);
    EXPECT_EQ(line.used, 2);
    EXPECT_EQ(line.unused, 3);
    EXPECT_EQ(line.defective, 1);
    EXPECT_EQ(line.spoiled, 2);
    EXPECT_EQ(line.unexplained(), 0);
    EXPECT_FALSE(found.closedAt.empty());
    ASSERT_EQ(found.spoilage.size(), 3U);
    EXPECT_EQ(found.spoilage.front().number, 3);
    EXPECT_EQ(found.spoilage.front().cause, "chip");
    EXPECT_THROW(reconcileShift(*m_connection, "none"), base::Failure);
}

}  // namespace
}  // namespace inventory
