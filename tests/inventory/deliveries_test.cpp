// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/deliveries.hpp"

#include <atomic>
#include <sstream>
#include <thread>

#include "inventory/low_stock.hpp"
#include "inventory/receipts/boxes.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Codes = std::vector<std::string>;

constexpr const char* kManifest =
    "item,first,last,box,seal,lot,quantity\n"
    "booklet-ordinary,A0000001,A0000500,C-1,P-1,,\n"
    "booklet-ordinary,A0000501,A0001000,C-2,P-2,,\n"
    "laminate-booklet,,,C-3,P-3,L-1,250\n";

class DeliveriesTest : public StockFixture {
   protected:
    std::string announce(const std::string& csv) {
        std::istringstream stream{csv};
        const auto read = base::expected(readCsvManifest(stream, {m_items, m_schema, "Imprenta", "OC-1"}), "csv");
        return base::expected(act([&](auto& tx) { return m_deliveries.announce(tx, one(), read, csv); }),
                              "announcement");
    }
    auto scan(const Scan& what, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_deliveries.scan(tx, author, m_delivery, what); });
    }
    auto putAway(const std::string& reason = {}, const records::Author& author = two(),
                 const std::string& place = "vault") {
        return act([&](auto& tx) { return m_deliveries.putAway(tx, author, {m_delivery, place, reason}); });
    }
    auto reject(const std::string& reason) {
        return act([&](auto& tx) { return m_deliveries.reject(tx, two(), m_delivery, reason); });
    }
    /// "code first-argument", fault by fault.
    std::vector<std::string> faults() {
        std::vector<std::string> lines;
        const auto check = base::expected(m_deliveries.check(*m_connection, m_delivery), "check");
        for (const auto& fault : check.faults) lines.push_back(fault.code.name() + " " + fault.arguments[0].second);
        for (const auto& gap : check.gaps) lines.push_back(gap.code.name() + " " + gap.arguments[0].second);
        return lines;
    }
    void scanAll() {
        for (const auto* box : {"1", "2", "3"})
            base::expected(scan({std::string{"C-"} + box, std::string{"P-"} + box, {}, {}}), box);
    }

    base::xml::Schema m_schema = schemaNamed("manifest.xsd");
    Deliveries m_deliveries{m_items, m_clock};
    std::string m_delivery;
};
TROQUEL_ON_BOTH_ENGINES(DeliveriesTest);

TEST_P(DeliveriesTest, GoFromTheirAnnouncementToTheVaultByTwoPeople) {
    m_delivery = announce(kManifest);
    EXPECT_EQ(codes(putAway()), (Codes{"stock.scan-missing", "stock.lot-differs"}));
    EXPECT_EQ(codes(scan({"C-1", "P-1", {}, {}}, one())), Codes{"people.second-person-missing"});
    scanAll();
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(codes(putAway("", one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(putAway("", two(), "quarantine")), Codes{"stock.not-a-vault"});
    const auto quantity = putAway();
    ASSERT_TRUE(quantity);
    EXPECT_EQ(*quantity, 1250);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault usable 1000"));
    EXPECT_EQ(unexplained(), 0);
    EXPECT_EQ(number("SELECT count(*) FROM stock_movement"), 2);
    EXPECT_EQ(number("SELECT quantity FROM stock_lot"), 250);
    EXPECT_THAT(*rangesScanned(*m_connection, {"C-2"}, m_items),
                ElementsAre(SerialRange{"booklet-ordinary", 501, 1000}));
    EXPECT_EQ(m_connection->queryOne("SELECT seal FROM stock_box WHERE label = 'C-2'")->text(0), "P-2");
    EXPECT_EQ(m_stock.history(*m_connection, "A0000501")->events[0].detail, "box C-2");
    EXPECT_EQ(codes(putAway()), Codes{"stock.delivery-ended"});
    EXPECT_EQ(codes(scan({"C-1", "P-1", {}, {}})), Codes{"stock.delivery-ended"});
    EXPECT_EQ(m_deliveries.list(*m_connection)[0].outcome, "put_away");
}

TEST_P(DeliveriesTest, SayWhatTheAcceptanceActSays) {
    m_delivery = announce(kManifest);
    scanAll();
    ASSERT_TRUE(putAway());
    const auto act = m_deliveries.acceptance(*m_connection, m_delivery);
    ASSERT_TRUE(act);
    EXPECT_EQ(act->supplier, "Imprenta");
    EXPECT_EQ(act->first + act->second, "anabeto");
    EXPECT_EQ(act->quantity, 1250);
    ASSERT_EQ(act->items.size(), 2U);
    EXPECT_THAT(act->items[0].contents, ElementsAre("A0000001-A0000500", "A0000501-A0001000"));
    EXPECT_THAT(act->items[0].boxes, ElementsAre("C-1", "C-2"));
    EXPECT_EQ(act->items[1].unit, "patch");
    EXPECT_THAT(act->items[1].contents, ElementsAre("L-1: 250"));
    EXPECT_EQ(codes(m_deliveries.acceptance(*m_connection, "none")), Codes{"stock.unknown-receipt"});
    ASSERT_TRUE(receive(delivery("A0002001", "A0002010")));
    EXPECT_EQ(number("SELECT count(*) FROM stock_box WHERE label = '1'"), 1);
}

TEST_P(DeliveriesTest, Control02EveryMismatchIsListedAtOnceAndBlocksPutAway) {
    ASSERT_TRUE(receive(delivery("A0000999", "A0001000")));
    m_delivery = announce(
        "item,first,last,box,seal,lot,quantity\n"
        "booklet-ordinary,A0000001,A0000500,C-1,P-1,,\n"
        "booklet-ordinary,A0000501,A0000800,C-2,P-2,,\n"
        "booklet-ordinary,A0000811,A0001000,C-2,P-2,,\n"
        "laminate-booklet,,,C-3,P-3,L-1,250\n");
    ASSERT_TRUE(scan({"C-1", "P-X", {"A0000001-A0000499", "A0000600"}, {}}));
    ASSERT_TRUE(scan({"C-2", "P-2", {"A0000501-A0000800", "A0000811-A0000990", "A0007777"}, {}}));
    ASSERT_TRUE(scan({"C-3", "P-3", {}, {{"laminate-booklet", "L-1", 249}, {"laminate-booklet", "L-2", 1}}}));
    ASSERT_TRUE(scan({"C-9", "P-9", {}, {}}));
    EXPECT_THAT(faults(),
                UnorderedElementsAre("stock.scan-missing A0000500", "stock.scan-missing A0000991-A0001000",
                                     "stock.scan-extra A0007777", "stock.scan-twice A0000600",
                                     "stock.scan-other-box A0000600", "stock.seal-differs C-1", "stock.box-unknown C-9",
                                     "stock.serials-known 2", "stock.lot-differs laminate-booklet",
                                     "stock.lot-differs laminate-booklet", "stock.serials-skipped A0000801-A0000810"));
    const auto refused = putAway();
    EXPECT_EQ(codes(refused).size(), 11U);
    EXPECT_EQ(codes(putAway("no vinieron")).size(), 10U);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault usable 2"));
}

TEST_P(DeliveriesTest, GapsWithinABoxNeedAReason) {
    m_delivery = announce("serial,box\nA0000001,C-1\nA0000002,C-1\nA0000004,C-1\n");
    ASSERT_TRUE(scan({"C-1", "", {"A0000001-A0000002", "A0000004"}, {}}));
    EXPECT_EQ(codes(putAway()), Codes{"stock.serials-skipped"});
    ASSERT_TRUE(putAway("A0000003 se dañó en imprenta"));
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act = 'stock.put-away' AND reason <> ''"), 1);
}

TEST_P(DeliveriesTest, AScannerThatRepeatsOrStopsDoesNoHarm) {
    m_delivery = announce("first,last\nA0000001,A0000010\n");
    const auto first = scan({"", "", {"A0000001-A0000004", "A0000003"}, {}});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->fresh, 4);
    EXPECT_EQ(first->repeated, 1);
    EXPECT_THAT(faults(), ElementsAre("stock.scan-missing A0000005-A0000010"));
    const auto again = scan({"", "", {"A0000001-A0000004"}, {}});
    EXPECT_EQ(again->fresh, 0);
    EXPECT_EQ(again->repeated, 4);
    m_connection = database().connect();  // the station died; another goes on
    const auto rest = scan({"", "", {"A0000003-A0000010"}, {}});
    EXPECT_EQ(rest->fresh, 6);
    EXPECT_EQ(rest->repeated, 2);
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(number("SELECT count(*) FROM stock_delivery_scan"), 2);
    EXPECT_TRUE(putAway());
}

TEST_P(DeliveriesTest, AScanMadeAnewForgetsTheEarlierOne) {
    m_delivery = announce("first,last\nA0000001,A0000010\n");
    ASSERT_TRUE(scan({"", "", {"A0000001-A0000020"}, {}}));
    EXPECT_THAT(faults(), ElementsAre("stock.scan-extra A0000011-A0000020"));
    Scan anew{"", "", {"A0000001-A0000010"}, {}, true};
    ASSERT_TRUE(scan(anew));
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(number("SELECT count(*) FROM stock_delivery_scan"), 2);
    EXPECT_THROW(m_connection->execute("DELETE FROM stock_delivery_scan"), base::Failure);
}

TEST_P(DeliveriesTest, ABoxStandsForItsContentsOnlyWithItsSeal) {
    m_delivery = announce("serial,box,seal\nA0000001,C-1,P-1\nA0000002,C-2,\n");
    ASSERT_TRUE(scan({"C-1", "P-7", {}, {}}));
    ASSERT_TRUE(scan({"C-2", "", {}, {}}));
    EXPECT_THAT(faults(), UnorderedElementsAre("stock.scan-missing A0000001-A0000002", "stock.seal-differs C-1"));
    ASSERT_TRUE(scan({"C-1", "P-1", {}, {}}));
    EXPECT_THAT(faults(), ElementsAre("stock.scan-missing A0000002"));
    ASSERT_TRUE(scan({"C-2", "", {"A0000002"}, {}}));
    EXPECT_TRUE(faults().empty());
}

TEST_P(DeliveriesTest, RefuseWhatCannotBeScanned) {
    m_delivery = announce("serial\nA0000001\n");
    EXPECT_EQ(codes(scan({})), Codes{"stock.scan-empty"});
    EXPECT_EQ(codes(scan({"", "", {"A000"}, {{"tinta", "", -1}, {"booklet-ordinary", "x", 1}}})),
              (Codes{"stock.unknown-item", "stock.lot-without-number", "stock.bad-quantity", "stock.item-serialised",
                     "stock.bad-range"}));
    m_delivery = "none";
    EXPECT_EQ(codes(scan({"C-1", "", {}, {}})), Codes{"stock.unknown-delivery"});
    EXPECT_EQ(codes(putAway()), Codes{"stock.unknown-delivery"});
}

TEST_P(DeliveriesTest, AreAnnouncedOnceUnlessTheyWereSentBack) {
    m_delivery = announce(kManifest);
    std::istringstream stream{kManifest};
    const auto same = *readCsvManifest(stream, {m_items, m_schema, "Imprenta", "OC-1"});
    const auto again = [&] { return act([&](auto& tx) { return m_deliveries.announce(tx, one(), same, kManifest); }); };
    EXPECT_EQ(codes(again()), Codes{"stock.manifest-announced"});
    EXPECT_EQ(codes(reject("")), Codes{"stock.reason-missing"});
    ASSERT_TRUE(reject("precintos rotos"));
    EXPECT_EQ(codes(reject("otra vez")), Codes{"stock.delivery-ended"});
    EXPECT_TRUE(again());
    EXPECT_THROW(m_connection->execute("UPDATE stock_delivery SET outcome = NULL, ended_at = NULL"), base::Failure);
}

TEST_P(DeliveriesTest, TwoPairsWhoPutAwayAtOnceDoItOnce) {
    m_delivery = announce(kManifest);
    scanAll();
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    const auto work = [&] {
        const auto connection = database().connect();
        records::Transaction tx{*connection};
        const auto result = m_deliveries.putAway(tx, two(), {m_delivery, "vault", ""});
        if (!result) {
            ++refused;
            return;
        }
        tx.commit();
        ++done;
    };
    std::thread other{work};
    work();
    other.join();
    EXPECT_EQ(done, 1);
    EXPECT_EQ(refused, 1);
    EXPECT_THAT(balance(), ElementsAre("booklet-ordinary vault usable 1000"));
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(DeliveriesTest, Control25EveryComponentRaisesTheAlarmOfLowStock) {
    for (const auto& stock : itemStocks(*m_connection, m_items)) EXPECT_TRUE(stock.isLow()) << stock.item->id;
    const Lots lots{m_items, m_clock};
    const std::int64_t minimum = m_items.find("laminate-card")->minimumStock;
    const auto receiveLot = [&](const std::string& lot, std::int64_t quantity) {
        return act([&](auto& tx) {
            return lots.receive(tx, two(), {{"laminate-card", lot, quantity}}, "vault", "receipt:x");
        });
    };
    const auto isLow = [&](const std::string& item) {
        for (const auto& stock : itemStocks(*m_connection, m_items))
            if (stock.item->id == item) return stock.isLow();
        throw base::Failure{base::FailureCode{"test.no-item"}, base::NextStep::Stop, item};
    };
    ASSERT_TRUE(receiveLot("L-1", minimum - 1));
    EXPECT_TRUE(isLow("laminate-card"));
    ASSERT_TRUE(receiveLot("L-2", 1));
    EXPECT_FALSE(isLow("laminate-card"));
    ASSERT_TRUE(act([&](auto& tx) {
        return lots.move(tx, two(), {"laminate-card", "L-2", 1}, "vault", "quarantine");
    }));
    EXPECT_TRUE(isLow("laminate-card"));
    ASSERT_TRUE(receive(delivery("A0000001", "A0060000")));
    EXPECT_FALSE(isLow("booklet-ordinary"));
    ASSERT_TRUE(spoil("A0000001", SpoilCause::Supplier, two()));
    EXPECT_TRUE(isLow("booklet-ordinary"));
}

}  // namespace
}  // namespace inventory
