// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/lots/lots.hpp"

#include <thread>

#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class LotsTest : public StockFixture {
   protected:
    auto receiveLots(const std::vector<LotQuantity>& lots, const records::Author& author = two()) {
        return act([&](auto& tx) { return m_lots.receive(tx, author, lots, "vault", "receipt:r1"); });
    }
    auto move(const LotQuantity& what, const std::string& from, const std::string& to,
              const records::Author& author = two()) {
        return act([&](auto& tx) { return m_lots.move(tx, author, what, from, to); });
    }
    auto consume(std::int64_t quantity) {
        return act([&](auto& tx) { return m_lots.consume(tx, one(), kStation(), kRibbon, quantity, "A0000001"); });
    }
    auto adjust(const LotQuantity& counted, const std::string& place, const std::string& reason = "conteo") {
        return act([&](auto& tx) { return m_lots.adjust(tx, two(), counted, place, reason); });
    }
    /// "item lot place quantity unexplained".
    std::vector<std::string> lots() {
        std::vector<std::string> lines;
        for (const auto& line : m_lots.balance(*m_connection))
            lines.push_back(line.item + " " + line.lot + " " + line.place + " " + std::to_string(line.quantity) + " " +
                            std::to_string(line.unexplained));
        return lines;
    }
    void toStation(const std::string& lot, std::int64_t quantity) {
        knowWorkstation(*m_connection, kStation());
        base::expected(move({kRibbon, lot, quantity}, "vault", kHere), lot);
    }
    std::string attempt(const std::string& statement) {
        try {
            m_connection->execute(statement);
        } catch (const base::Failure& failure) {
            return failure.code().name();
        }
        return "done";
    }

    static constexpr const char* kRibbon = "ribbon-colour";
    static constexpr const char* kHere = "workstation:linea-1";
    Lots m_lots{m_items, m_clock};
};
TROQUEL_ON_BOTH_ENGINES(LotsTest);

TEST_P(LotsTest, GoFromTheVaultToAWorkstationAndAreUsedUpOldestFirst) {
    ASSERT_TRUE(receiveLots({{kRibbon, "R-2", 100}, {"laminate-booklet", "L-1", 250}}));
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", 100}}));
    toStation("R-1", 30);
    toStation("R-2", 40);
    const auto used = consume(50);
    ASSERT_TRUE(used);
    EXPECT_THAT(*used, ElementsAre(LotQuantity{kRibbon, "R-2", 40}, LotQuantity{kRibbon, "R-1", 10}));
    EXPECT_THAT(lots(), ElementsAre("laminate-booklet L-1 vault 250 0", "ribbon-colour R-1 vault 70 0",
                                    "ribbon-colour R-1 workstation:linea-1 20 0", "ribbon-colour R-2 vault 60 0"));
    EXPECT_EQ(codes(consume(21)), Codes{"stock.lot-lacks"});
    EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE act = 'stock.lot-consume'"), 2);
}

TEST_P(LotsTest, Control01NothingIsReceivedWithoutALotNumberOfItsOwn) {
    EXPECT_EQ(codes(receiveLots({{kRibbon, "", 10}})), Codes{"stock.lot-without-number"});
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", 10}}));
    EXPECT_EQ(codes(receiveLots({{kRibbon, "R-1", 10},
                                 {kRibbon, "R-2", 0},
                                 {kRibbon, "R-3", 1},
                                 {kRibbon, "R-3", 1},
                                 {"booklet-ordinary", "R-4", 1},
                                 {"tinta", "R-5", 1}})),
              (Codes{"stock.lot-known", "stock.bad-quantity", "stock.lot-twice", "stock.item-serialised",
                     "stock.unknown-item"}));
    EXPECT_EQ(codes(receiveLots({{kRibbon, "R-9", 10}}, one())), Codes{"people.second-person-missing"});
    EXPECT_THAT(lots(), ElementsAre("ribbon-colour R-1 vault 10 0"));
}

TEST_P(LotsTest, LeaveTheVaultByTwoPeopleAndGoOnlyWhereTheyMayBe) {
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", 10}}));
    knowWorkstation(*m_connection, kStation());
    EXPECT_EQ(codes(move({kRibbon, "R-1", 5}, "vault", kHere, one())), Codes{"people.second-person-missing"});
    EXPECT_EQ(codes(move({kRibbon, "R-1", 11}, "vault", kHere)), Codes{"stock.lot-lacks"});
    EXPECT_EQ(codes(move({kRibbon, "R-1", 5}, "vault", "vault")), Codes{"stock.unknown-place"});
    EXPECT_EQ(codes(move({kRibbon, "R-1", 5}, "vault", "supplier")), Codes{"stock.unknown-place"});
    EXPECT_EQ(codes(move({kRibbon, "R-1", 5}, "vault", "documents")), Codes{"stock.not-held-there"});
    EXPECT_EQ(codes(move({kRibbon, "R-1", -5}, "vault", kHere)), Codes{"stock.bad-quantity"});
    ASSERT_TRUE(move({kRibbon, "R-1", 5}, "vault", kHere));
    EXPECT_TRUE(move({kRibbon, "R-1", 5}, kHere, "vault", one()));
    EXPECT_THAT(lots(), ElementsAre("ribbon-colour R-1 vault 10 0"));
}

TEST_P(LotsTest, Control05AWorkstationHoldsNoMoreThanAShiftMayNeed) {
    const std::int64_t limit = m_items.find(kRibbon)->shiftLimit;
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", limit}, {kRibbon, "R-2", limit}}));
    toStation("R-1", limit - 1);
    EXPECT_EQ(codes(move({kRibbon, "R-2", 2}, "vault", kHere)), Codes{"stock.above-shift-limit"});
    EXPECT_TRUE(move({kRibbon, "R-2", 1}, "vault", kHere));
}

TEST_P(LotsTest, AreCorrectedToACountForAReason) {
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", 10}}));
    EXPECT_EQ(codes(adjust({kRibbon, "R-1", 8}, "vault", "")), Codes{"stock.reason-missing"});
    EXPECT_EQ(codes(adjust({kRibbon, "R-7", 8}, "vault")), Codes{"stock.lot-unknown"});
    ASSERT_TRUE(adjust({kRibbon, "R-1", 8}, "vault"));
    ASSERT_TRUE(adjust({kRibbon, "R-1", 9}, "vault"));
    ASSERT_TRUE(adjust({kRibbon, "R-1", 9}, "vault"));
    EXPECT_THAT(lots(), ElementsAre("ribbon-colour R-1 vault 9 0"));
    EXPECT_EQ(number("SELECT count(*) FROM stock_lot_movement WHERE event = 'adjust'"), 2);
}

TEST_P(LotsTest, TheDatabaseItselfKeepsTheBalances) {
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", 10}}));
    const std::string insert =
        "INSERT INTO stock_lot_movement (time, event, person, second, workstation, item, lot, quantity, from_place, "
        "to_place, reason) VALUES ('t', ";
    EXPECT_EQ(attempt(insert + "'consume', 'a', 'b', 'w', 'ribbon-colour', 'R-1', 11, 'vault', NULL, '')"),
              "records.constraint");
    EXPECT_EQ(attempt(insert + "'consume', 'a', NULL, 'w', 'ribbon-colour', 'R-1', 1, 'vault', NULL, '')"),
              "records.constraint");
    EXPECT_EQ(attempt(insert + "'adjust', 'a', 'b', 'w', 'ribbon-colour', 'R-1', 1, 'vault', NULL, '')"),
              "records.constraint");
    EXPECT_EQ(attempt(insert + "'adjust', 'a', 'b', 'w', 'ribbon-colour', 'R-9', 1, NULL, 'vault', 'x')"),
              "records.constraint");
    EXPECT_EQ(attempt(insert + "'receive', 'a', 'a', 'w', 'ribbon-colour', 'R-9', 1, NULL, 'vault', '')"),
              "records.constraint");
    EXPECT_EQ(attempt(insert + "'move', 'a', 'b', 'w', 'ribbon-colour', 'R-1', 1, 'vault', 'found', '')"),
              "records.constraint");
    for (const auto* statement : {"DELETE FROM stock_lot", "UPDATE stock_lot SET quantity = 99",
                                  "DELETE FROM stock_lot_movement", "UPDATE stock_lot_movement SET quantity = 99",
                                  "INSERT INTO stock_lot (item, lot, place, quantity) VALUES ('x', 'y', 'vault', 1)"})
        EXPECT_NE(attempt(statement), "done") << statement;
    EXPECT_THAT(lots(), ElementsAre("ribbon-colour R-1 vault 10 0"));
}

TEST_P(LotsTest, TwoWhoMoveAtOnceNeverTakeMoreThanThereIs) {
    ASSERT_TRUE(receiveLots({{kRibbon, "R-1", 100}}));
    knowWorkstation(*m_connection, kStation());
    const auto moveTens = [this](std::int64_t& moved) {
        const auto connection = database().connect();
        for (int at = 0; at < 10; ++at) {
            records::Transaction tx{*connection};
            if (!m_lots.move(tx, two(), {kRibbon, "R-1", 7}, "vault", kHere)) continue;
            tx.commit();
            moved += 7;
        }
    };
    std::int64_t mine = 0;
    std::int64_t theirs = 0;
    std::thread other{[&] { moveTens(theirs); }};
    moveTens(mine);
    other.join();
    EXPECT_EQ(mine + theirs, 98);
    EXPECT_THAT(lots(), ElementsAre("ribbon-colour R-1 vault 2 0", "ribbon-colour R-1 workstation:linea-1 98 0"));
}

}  // namespace
}  // namespace inventory
