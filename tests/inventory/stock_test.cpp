// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/ledger_reading.hpp"
#include "inventory/reconciliation.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using namespace base::literals;
using testing::ElementsAre;
using testing::HasSubstr;
using Codes = std::vector<std::string>;

class StockTest : public StockFixture {};
TROQUEL_ON_BOTH_ENGINES(StockTest);

TEST_P(StockTest, ReceivesDeliveriesOfSeveralItemsIntoTheVault) {
    const auto receipt = receive({"Imprenta",
                                  "OC-1",
                                  {{"booklet-ordinary", "A0000001", "A0000500", "1", 0},
                                   {"card-visitor", "V0000011", "V0000020", "2", 0},
                                   {"booklet-ordinary", "A0000501", "A0000600", "3", 0}}});
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->quantity, 610);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault usable 600", "card-visitor vault usable 10"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(m_stock.history(*m_connection, "A0000501")->events[0].detail, "box 3");
}

TEST_P(StockTest, TakesTheLowestBlankAndBindsItToTheOrder) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    EXPECT_EQ(codes(take("o1")), Codes{"stock.no-blank"});
    ASSERT_TRUE(issue(2));
    EXPECT_EQ(*take("o1"), "A0000001");
    EXPECT_EQ(codes(take("o1")), Codes{"stock.order-has-blank"});
    EXPECT_EQ(*take("o2"), "A0000002");
    EXPECT_EQ(codes(take("o3")), Codes{"stock.no-blank"});
    ASSERT_TRUE(spoil("A0000001"));
    ASSERT_TRUE(issue(1));
    EXPECT_EQ(*take("o1"), "A0000003");
}

TEST_P(StockTest, GivesEachWorkstationItsOwnShift) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    const auto here = issue(2);
    const auto there = issue(2, two(), records::WorkstationId{"linea-2"});
    EXPECT_NE(here->shift, there->shift);
    EXPECT_THAT(there->ranges, ElementsAre("A0000003-A0000004"));
    make("o1");
    make("o2");
    EXPECT_EQ(codes(take("o3")), Codes{"stock.no-blank"});
    EXPECT_EQ(codes(close({"A0000003"})), Codes{"stock.not-of-shift"});
    EXPECT_TRUE(close({}));
}

TEST_P(StockTest, BindsABlankToOneDocumentOnly) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(3));
    EXPECT_EQ(codes(bind("A0000001", "d1")), Codes{"stock.wrong-state"});
    EXPECT_EQ(codes(bind("A7777777", "d1")), Codes{"stock.unknown-serial"});
    const auto serial = *take("o1");
    EXPECT_EQ(codes(personalise(serial)), Codes{"stock.not-bound"});
    ASSERT_TRUE(bind(serial, "d1"));
    EXPECT_EQ(codes(bind(serial, "d2")), Codes{"stock.bound-already"});
    const auto other = *take("o2");
    EXPECT_EQ(codes(bind(other, "d1")), Codes{"stock.document-has-blank"});
    EXPECT_TRUE(personalise(serial));
    EXPECT_EQ(codes(personalise(serial)), Codes{"stock.wrong-state"});
    EXPECT_TRUE(spoil(serial, SpoilCause::Inspection));
}

TEST_P(StockTest, TellsTheWholeHistoryOfASerial) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0001000")));
    ASSERT_TRUE(issue(300));
    make("o1");
    m_clock.advance(std::chrono::hours{1});
    const auto serial = make("o2");
    ASSERT_TRUE(spoil(serial, SpoilCause::Inspection));
    const auto history = m_stock.history(*m_connection, "A0000002");
    ASSERT_TRUE(history);
    EXPECT_EQ(history->item, "booklet-ordinary");
    EXPECT_EQ(history->state, "spoiled");
    EXPECT_EQ(history->place, "quarantine");
    EXPECT_EQ(history->events.back().time, "2026-11-23T01:00:00.000000Z");
    EXPECT_EQ(history->events.back().detail, "cause inspection");
    EXPECT_THAT(eventsOf("A0000002"),
                ElementsAre("receive vault usable ana+beto", "issue workstation:linea-1 usable ana+beto",
                            "take workstation:linea-1 in_use oscar", "bind workstation:linea-1 in_use oscar",
                            "personalise workstation:linea-1 personalised oscar", "spoil quarantine spoiled oscar"));
    EXPECT_THAT(eventsOf("A0001000"), ElementsAre("receive vault usable ana+beto"));
    EXPECT_TRUE(m_stock.history(*m_connection, "A0001001").refusal().has("stock.unknown-serial"_code));
}

TEST_P(StockTest, AppendsEveryActToTheJournalInTheSameTransaction) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(3));
    ASSERT_TRUE(spoil(make("o1")));
    const auto entries = number("SELECT count(*) FROM journal_entry");
    EXPECT_EQ(entries, 6);
    {
        records::Transaction tx{*m_connection};
        ASSERT_TRUE(m_stock.takeNext(tx, one(), kStation(), "booklet-ordinary", "o2"));
    }
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry"), entries);
    EXPECT_EQ(*take("o3"), "A0000002");
}

TEST_P(StockTest, TakesTheOneInHandOnlyWhereItIsUnusedThere) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(3));
    const auto takeThis = [&](const std::string& order, const std::string& serial,
                              const std::string& item = "booklet-ordinary") -> base::Result<std::string> {
        const auto unfit = m_stock.unfitFor(*m_connection, kStation(), item, serial);
        records::Transaction tx{*m_connection};
        auto taken = m_stock.takeThis(tx, one(), kStation(), item, order, serial);
        EXPECT_EQ(static_cast<bool>(taken), !unfit) << serial;
        if (taken) tx.commit();
        return taken;
    };
    EXPECT_EQ(*takeThis("o1", "A0000002"), "A0000002");
    EXPECT_TRUE(takeThis("o2", "A0000002").refusal().has("stock.not-of-shift"_code)) << "used";
    EXPECT_TRUE(takeThis("o2", "A0000004").refusal().has("stock.not-of-shift"_code)) << "in the vault";
    EXPECT_TRUE(takeThis("o2", "A0000001", "card-visitor").refusal().has("stock.other-item"_code));
    EXPECT_TRUE(takeThis("o2", "A0000099").refusal().has("stock.unknown-serial"_code));
    EXPECT_TRUE(takeThis("o2", "x").refusal().has("stock.unknown-serial"_code));
    EXPECT_EQ(*take("o2"), "A0000001");
    EXPECT_EQ(*take("o3"), "A0000003");
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(StockTest, NamesEverySerialThatItsMovementsDoNotExplain) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000010")));
    ASSERT_TRUE(issue(4));
    ASSERT_TRUE(reconcile(*m_connection).differences.empty());
    // Two swapped ends: every sum is as before.
    const auto owner = ownerDatabase().connect();
    if (GetParam() == records::Engine::Sqlite) owner->execute("INSERT INTO stock_turn VALUES (0)");
    owner->execute("UPDATE stock_run SET last_number = 3 WHERE first_number = 1");
    owner->execute("UPDATE stock_run SET last_number = 9 WHERE first_number = 5");
    owner->execute("INSERT INTO stock_run VALUES ('booklet-ordinary', 4, 4, 'vault', 'usable')");
    owner->execute("INSERT INTO stock_run VALUES ('booklet-ordinary', 10, 10, 'workstation:linea-1', 'usable')");
    const auto books = reconcile(*m_connection);
    ASSERT_EQ(books.differences.size(), 2U);
    EXPECT_EQ(books.unexplained(), 2);
    EXPECT_EQ(books.differences[0].range, (SerialRange{"booklet-ordinary", 4, 4}));
    EXPECT_EQ(books.differences[0].held->place, "vault");
    EXPECT_EQ(books.differences[0].entered->place, "workstation:linea-1");
    EXPECT_EQ(books.differences[1].range.first, 10);
    EXPECT_TRUE(books.broken.empty());
    EXPECT_THAT(balance(),
                ElementsAre("booklet-ordinary vault usable 6", "booklet-ordinary workstation:linea-1 usable 4"));
    EXPECT_EQ(unexplained(), 4);
}

/// By many connections, a few movements each, it must find what one finds.
TEST_P(StockTest, ReadsALedgerInPortionsAsInOne) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000040")));
    ASSERT_TRUE(issue(20));
    for (int at = 0; at < 12; ++at) ASSERT_TRUE(spoil(make("o" + std::to_string(at))));
    // One movement of the middle says that it took from elsewhere.
    const auto owner = ownerDatabase().connect();
    const auto told = number("SELECT max(id) FROM stock_movement") - 7;
    if (GetParam() == records::Engine::Sqlite) owner->executeScript("DROP TRIGGER stock_movement_refuses_UPDATE");
    owner->execute("UPDATE stock_movement SET from_place = 'vault' WHERE id = ?1", {told});

    std::vector<std::vector<std::int64_t>> broken;
    std::vector<std::map<std::pair<std::string, Account>, std::int64_t>> quantities;
    for (const std::int64_t portion : {1, 3, 1000}) {
        const records::Reading moment{*m_connection};
        Replay replay;
        std::vector<BrokenMovement> found;
        EXPECT_EQ(enterLedger(*m_connection, replay, found, portion), number("SELECT count(*) FROM stock_movement"));
        quantities.push_back(replay.quantities());
        broken.emplace_back();
        for (const auto& each : found) broken.back().push_back(each.movement);
    }
    EXPECT_THAT(broken, testing::Each(ElementsAre(told)));
    EXPECT_THAT(quantities, testing::Each(quantities.back()));
    EXPECT_GE(quantities.back().size(), 3U);
}

TEST_P(StockTest, ExportsEveryBlank) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000003")));
    ASSERT_TRUE(issue(2));
    ASSERT_TRUE(spoil(*take("o,1")));
    EXPECT_EQ(m_stock.exportCsv(*m_connection),
              "serial,item,place,state,order,document,cause\r\n"
              "A0000001,booklet-ordinary,quarantine,spoiled,\"o,1\",,print\r\n"
              "A0000002,booklet-ordinary,workstation:linea-1,usable,,,\r\n"
              "A0000003,booklet-ordinary,vault,usable,,,\r\n");
}

}  // namespace
}  // namespace inventory
