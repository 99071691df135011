// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/forecast/forecast.hpp"

#include <sstream>

#include "inventory/lots/lots.hpp"
#include "inventory/receipts/deliveries.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

class ForecastTest : public StockFixture {
   protected:
    void week() { m_clock.advance(std::chrono::days{7}); }
    std::vector<ItemForecast> forecastOf(const std::string& item, double serviceLevel = 0.98) {
        std::vector<ItemForecast> found;
        for (auto& line : forecastStock(*m_connection, m_items, m_clock.now(), serviceLevel))
            if (line.item == item) found.push_back(std::move(line));
        return found;
    }
    /// Twelve weeks in which ten are made and one is spoiled each.
    void makeBooklets() {
        base::expected(receive(delivery("A0000001", "A0000200")), "receipt");
        base::expected(issue(150), "issue");
        for (int at = 0; at < 12; ++at) {
            for (int each = 0; each < 10; ++each) make(std::to_string(at) + "-" + std::to_string(each));
            base::expected(spoil(base::expected(take("s" + std::to_string(at)), "take")), "spoil");
            week();
        }
    }
};
TROQUEL_ON_BOTH_ENGINES(ForecastTest);

TEST_P(ForecastTest, CountsWhatWasMadeAndSpoiledWeekByWeek) {
    makeBooklets();
    const auto found = forecastOf("booklet-ordinary");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].wholeHouse);
    EXPECT_FALSE(found[1].wholeHouse);
    EXPECT_EQ(found[0].weeks, 12);
    EXPECT_EQ(found[0].weekly, 11);
    EXPECT_EQ(found[0].deviation, 4);
    EXPECT_EQ(found[0].usable, 200 - 132);
    // 68 at 11 a week last 43 days.
    EXPECT_EQ(found[0].runsOut, base::dayOf(m_clock.now() + std::chrono::days{43}));
    EXPECT_EQ(found[0].reorderPoint, 60'000);
    EXPECT_EQ(found[0].purchase, 60'500);  // (60,000 + 132 - 68) in boxes of 500
}

TEST_P(ForecastTest, OrdersBeforeTheStockEndsWithinTheLeadTime) {
    auto items = m_items.items();
    for (auto& item : items)
        if (item.id == "booklet-ordinary") {
            item.minimumStock = 10;
            item.leadTimeDays = 28;
            item.box = item.pack = 50;
        }
    m_items = base::expected(ItemCatalogue::of(items), "items");
    makeBooklets();
    const auto calm = forecastOf("booklet-ordinary", 0.9)[0];
    EXPECT_EQ(calm.reorderPoint, 53);  // 44 and 1.2816 times the root of 44
    EXPECT_EQ(calm.purchase, 0);
    const auto careful = forecastOf("booklet-ordinary", 0.9999)[0];
    EXPECT_EQ(careful.reorderPoint, 69);
    EXPECT_EQ(careful.purchase, 150);  // 69 + 132 - 68 in boxes of 50
}

TEST_P(ForecastTest, CountsWhatIsOnItsWay) {
    const Deliveries deliveries{m_items, m_clock};
    std::istringstream csv{"first,last\nA0000001,A0070000\n"};
    const auto schema = schemaNamed("manifest.xsd");
    const auto announced = base::expected(readCsvManifest(csv, {m_items, schema, "Imprenta", "OC-1"}), "csv");
    EXPECT_GT(forecastOf("booklet-ordinary")[0].purchase, 0);
    ASSERT_TRUE(act([&](auto& tx) { return deliveries.announce(tx, one(), announced, "hash"); }));
    EXPECT_EQ(forecastOf("booklet-ordinary")[0].announced, 70'000);
    EXPECT_EQ(forecastOf("booklet-ordinary")[0].purchase, 0);
    EXPECT_GT(forecastOf("card-visitor")[0].purchase, 0);
}

TEST_P(ForecastTest, CountsWhatIsUsedUpOfLots) {
    const Lots lots{m_items, m_clock};
    knowWorkstation(*m_connection, kStation());
    ASSERT_TRUE(act([&](auto& tx) {
        return lots.receive(tx, two(), {{"ribbon-colour", "R-1", 1000}}, "workstation:linea-1", "receipt:x");
    }));
    for (int at = 0; at < 10; ++at) {
        ASSERT_TRUE(act([&](auto& tx) { return lots.consume(tx, one(), kStation(), "ribbon-colour", 50, "x"); }));
        week();
    }
    const auto found = forecastOf("ribbon-colour")[0];
    EXPECT_EQ(found.weekly, 50);
    EXPECT_EQ(found.usable, 500);
    EXPECT_EQ(found.runsOut, base::dayOf(m_clock.now() + std::chrono::days{70}));
}

TEST_P(ForecastTest, TellsSitesApart) {
    makeBooklets();
    m_connection->execute("UPDATE stock_place SET site = 'zona-4' WHERE id = 'vault'");
    const auto found = forecastOf("booklet-ordinary");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[1].site, "");
    EXPECT_EQ(found[1].weekly, 11);
    EXPECT_EQ(found[2].site, "zona-4");
    EXPECT_EQ(found[2].weekly, 0);
    EXPECT_FALSE(found[2].runsOut);
    EXPECT_EQ(found[2].usable, 50);
}

}  // namespace
}  // namespace inventory
