// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <thread>

#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

class ConcurrentStock : public StockFixture {
   protected:
    /// Takes and commits until nothing is left or `most` are taken.
    std::vector<std::string> takeMany(const std::string& name, int most) {
        std::vector<std::string> taken;
        const auto connection = database().connect();
        for (int at = 0; at < most; ++at) {
            records::Transaction tx{*connection};
            const auto serial = m_stock.takeNext(tx, one(), kStation(), "booklet-ordinary", name + std::to_string(at));
            if (!serial) break;
            tx.commit();
            taken.push_back(*serial);
        }
        return taken;
    }
};
TROQUEL_ON_BOTH_ENGINES(ConcurrentStock);

TEST_P(ConcurrentStock, NeverGivesTheSameBlankToTwo) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000200")));
    ASSERT_TRUE(issue(200));
    std::vector<std::string> mine;
    std::vector<std::string> theirs;
    std::thread other{[&] { theirs = takeMany("b", 100); }};
    mine = takeMany("a", 100);
    other.join();
    std::set<std::string> all{mine.begin(), mine.end()};
    all.insert(theirs.begin(), theirs.end());
    EXPECT_EQ(all.size(), 200U);
    EXPECT_EQ(unexplained(), 0);
}

TEST_P(ConcurrentStock, TwoCustodiansWhoIssueAtOnceBothGetWhatTheVaultHas) {
    ASSERT_TRUE(receive(delivery("A0000001", "A0000040")));
    const auto issueTens = [this](const std::string& station) {
        const auto connection = database().connect();
        for (int at = 0; at < 2; ++at) {
            records::Transaction tx{*connection};
            const records::WorkstationId workstation{station};
            base::expected(m_stock.issueToShift(tx, two(), "booklet-ordinary", 10, workstation), "issue");
            tx.commit();
        }
    };
    std::thread other{issueTens, "linea-2"};
    issueTens("linea-1");
    other.join();
    EXPECT_THAT(balance(), testing::ElementsAre("booklet-ordinary workstation:linea-1 usable 20",
                                                "booklet-ordinary workstation:linea-2 usable 20"));
    EXPECT_EQ(unexplained(), 0);
}

}  // namespace
}  // namespace inventory
