// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/stock_fixture.hpp"

/// The controls of the house over its blanks, by their numbers (ICAO 9303-2, appendix D and E).
namespace inventory {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Codes = std::vector<std::string>;

class StockControls : public StockFixture {};
TROQUEL_ON_BOTH_ENGINES(StockControls);

TEST_P(StockControls, Control01NoBlankIsReceivedWithoutASerialOfItsOwn) {
    EXPECT_EQ(codes(receive({"Imprenta", "OC-1", {}})), Codes{"stock.manifest-empty"});
    EXPECT_EQ(codes(receive(delivery("", ""))), (Codes{"stock.bad-serial", "stock.bad-serial"}));
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    EXPECT_EQ(codes(receive(delivery("A0000100", "A0000200"))), Codes{"stock.serials-known"});
    EXPECT_EQ(number("SELECT sum(last_number - first_number + 1) FROM stock_run"), 100);
}

TEST_P(StockControls, Control02ADeliveryWithAFaultIsNotPutAwayAtAll) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    const Manifest manifest{"Imprenta",
                            "OC-2",
                            {{"booklet-ordinary", "A0000011", "A0000020", "1", 0},
                             {"booklet-ordinary", "A0000005", "A0000006", "2", 0},
                             {"booklet-official", "B0000001", "B0000010", "3", 0},
                             {"booklet-ordinary", "A0000009", "A0000010", "4", 0}}};
    const auto refused = receive(manifest);
    EXPECT_EQ(codes(refused), (Codes{"stock.serials-known", "stock.serials-known"}));
    EXPECT_EQ(refused.refusal().faults()[0].where, "range 2");
    EXPECT_EQ(refused.refusal().faults()[1].where, "range 4");
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault usable 10"));
    EXPECT_EQ(number("SELECT count(*) FROM stock_receipt"), 1);
}

TEST_P(StockControls, Control03TheSamePersonTwiceIsRefused) {
    EXPECT_EQ(codes(receive(delivery("A0000001", "A0000010"), twice())), Codes{"people.same-person"});
    EXPECT_EQ(codes(receive(delivery("A0000001", "A0000010"), one())), Codes{"people.second-person-missing"});
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    EXPECT_EQ(codes(issue(5, twice())), Codes{"people.same-person"});
    ASSERT_TRUE(issue(5));
    EXPECT_EQ(codes(close({}, twice())), Codes{"people.same-person"});
    EXPECT_EQ(codes(spoil("A0000001", SpoilCause::Print, twice())), Codes{"people.same-person"});
}

TEST_P(StockControls, Control04AnIssueListsItsSerialsAndIsGivenWholeOrNotAtAll) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(receive(delivery("A0000021", "A0000030")));
    const auto refused = issue(21);
    EXPECT_EQ(codes(refused), Codes{"stock.vault-lacks"});
    EXPECT_EQ(refused.refusal().first().arguments[2].second, "20");
    EXPECT_EQ(number("SELECT count(*) FROM stock_shift"), 0);
    const auto issued = issue(12);
    ASSERT_TRUE(issued);
    EXPECT_THAT(issued->ranges, ElementsAre("A0000001-A0000010", "A0000021-A0000022"));
    EXPECT_EQ(issue(1)->shift, issued->shift);
}

TEST_P(StockControls, Control05AShiftHoldsNoMoreThanItMayNeed) {
    m_items = base::expected(ItemCatalogue::of({{"booklet-ordinary", {}, {"A", 7, false}, 10}}), "items");
    ASSERT_TRUE(receive(delivery("A0000001", "A0000100")));
    EXPECT_EQ(codes(issue(11)), Codes{"stock.above-shift-limit"});
    ASSERT_TRUE(issue(6));
    EXPECT_EQ(codes(issue(5)), Codes{"stock.above-shift-limit"});
    EXPECT_TRUE(issue(4));
    EXPECT_EQ(codes(issue(0)), Codes{"stock.bad-quantity"});
    EXPECT_EQ(codes(issue(-1)), Codes{"stock.bad-quantity"});
}

TEST_P(StockControls, Control06AShiftClosesOnlyWhenEverySerialIsAccountedFor) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(6));
    make("o1");
    ASSERT_TRUE(spoil(*take("o2")));
    const auto open = *take("o3");
    EXPECT_THAT(codes(close({"A0000004", "A0000005", "A0000005", "A0000001", "A0000009"})),
                UnorderedElementsAre("stock.still-in-use", "stock.not-returned", "stock.returned-twice",
                                     "stock.not-of-shift", "stock.not-of-shift"));
    ASSERT_TRUE(spoil(open, SpoilCause::Cancelled));
    EXPECT_EQ(codes(close({"A0000004", "A0000005"})), Codes{"stock.not-returned"});
    ASSERT_TRUE(close({"A0000006", "A0000004", "A0000005"}));
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary documents personalised 1",
                                       "booklet-ordinary quarantine spoiled 2", "booklet-ordinary vault usable 7"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(codes(close({})), Codes{"stock.no-shift"});
    EXPECT_EQ(codes(take("o4")), Codes{"stock.no-blank"});
}

TEST_P(StockControls, Control07ReturnedBlanksAreCountedByTwoAndLogged) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000002")));
    ASSERT_TRUE(issue(2));
    EXPECT_EQ(codes(close({"A0000001", "A0000002"}, one())), Codes{"people.second-person-missing"});
    ASSERT_TRUE(close({"A0000001", "A0000002"}));
    EXPECT_THAT(eventsOf("A0000002"),
                ElementsAre("receive vault usable ana+beto", "issue workstation:linea-1 usable ana+beto",
                            "return vault usable ana+beto"));
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act = 'stock.close' AND approver = 'beto'"), 1);
    EXPECT_EQ(issue(2)->ranges, Codes{"A0000001-A0000002"});
}

TEST_P(StockControls, Control11ASpoiledBlankNeverReturns) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000003")));
    ASSERT_TRUE(issue(3));
    const auto serial = *take("o1");
    ASSERT_TRUE(spoil(serial, SpoilCause::Chip));
    EXPECT_EQ(codes(spoil(serial)), Codes{"stock.wrong-state"});
    EXPECT_EQ(codes(bind(serial, "d1")), Codes{"stock.wrong-state"});
    EXPECT_EQ(codes(personalise(serial)), Codes{"stock.wrong-state"});
    EXPECT_THAT(codes(close({"A0000001", "A0000002", "A0000003"})), ElementsAre("stock.not-of-shift"));
    EXPECT_NE(*take("o1"), serial);
    const Account spoiled{"quarantine", "spoiled"};
    const auto two = StockFixture::two();
    for (const std::string state : {"usable", "in_use", "personalised"})
        EXPECT_THROW(enterMovements(*m_connection, {"adjust", two, m_clock.now()},
                                    {{{"booklet-ordinary", 1, 1}, spoiled, {"vault", state}}}),
                     base::Failure);
}

TEST_P(StockControls, Control12TheLedgerIsNeverPurged) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000003")));
    ASSERT_TRUE(issue(3));
    for (const auto* statement :
         {"DELETE FROM stock_movement", "UPDATE stock_movement SET quantity = quantity", "DELETE FROM stock_receipt",
          "UPDATE stock_receipt SET supplier = 'x'", "DELETE FROM stock_run", "UPDATE stock_run SET place = 'supplier'",
          "INSERT INTO stock_run VALUES ('x', 1, 1, 'vault', 'usable')", "DELETE FROM stock_shift"})
        EXPECT_THROW(m_connection->execute(statement), base::Failure) << statement;
}

TEST_P(StockControls, Control17NothingLeavesTheVaultWithoutTwoPeople) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    EXPECT_EQ(codes(issue(5, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(spoil("A0000001", SpoilCause::Supplier, one())), Codes{"people.second-person-missing"});
    EXPECT_TRUE(spoil("A0000001", SpoilCause::Supplier, two()));
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary quarantine spoiled 1", "booklet-ordinary vault usable 9"));
}

}  // namespace
}  // namespace inventory
