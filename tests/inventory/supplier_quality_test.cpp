// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/supplier_quality.hpp"

#include "inventory/cases/cases.hpp"
#include "tests/inventory/stock_fixture.hpp"

namespace inventory {
namespace {

using testing::ElementsAre;
using Codes = std::vector<std::string>;

class SupplierQualityTest : public StockFixture {
   protected:
    auto claim(const std::string& receipt, const std::string& reason = "lámina despegada") {
        return act([&](auto& tx) { return m_quality.claim(tx, one(), receipt, reason); });
    }
    SupplierQuality m_quality{m_items, m_clock};
};
TROQUEL_ON_BOTH_ENGINES(SupplierQualityTest);

TEST_P(SupplierQualityTest, CountsTheSuppliersDefectsByReceipt) {
    const auto first = receive(delivery("A0000001", "A0000100"))->id;
    m_clock.advance(std::chrono::hours{1});
    const auto second = receive(delivery("A0000101", "A0000300"))->id;
    for (const auto* serial : {"A0000099", "A0000100", "A0000101"})
        ASSERT_TRUE(spoil(serial, SpoilCause::Supplier, two()));
    ASSERT_TRUE(spoil("A0000001", SpoilCause::Operator, two()));
    const auto found = m_quality.list(*m_connection);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].receipt, first);
    EXPECT_EQ(found[0].received, 100);
    EXPECT_THAT(found[0].defects, ElementsAre(SerialRange{"booklet-ordinary", 99, 100}));
    EXPECT_EQ(found[1].receipt, second);
    EXPECT_THAT(found[1].defects, ElementsAre(SerialRange{"booklet-ordinary", 101, 101}));
}

TEST_P(SupplierQualityTest, ClaimsEachDefectOnce) {
    const auto receipt = receive(delivery("A0000001", "A0000100"))->id;
    EXPECT_EQ(codes(claim(receipt)), Codes{"stock.nothing-to-claim"});
    ASSERT_TRUE(spoil("A0000007", SpoilCause::Supplier, two()));
    EXPECT_EQ(codes(claim("none")), Codes{"stock.unknown-receipt"});
    EXPECT_EQ(codes(claim(receipt, " ")), Codes{"stock.reason-missing"});
    const auto opened = claim(receipt);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->quantity, 1);
    EXPECT_EQ(codes(claim(receipt)), Codes{"stock.nothing-to-claim"});
    ASSERT_TRUE(spoil("A0000008", SpoilCause::Supplier, two()));
    ASSERT_TRUE(claim(receipt));
    EXPECT_TRUE(m_quality.list(*m_connection)[0].unclaimed.empty());
    const auto shown = Cases{m_items, m_clock}.show(*m_connection, opened->number);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->kind, CaseKind::SupplierClaim);
    EXPECT_EQ(shown->reference, "receipt:" + receipt);
    ASSERT_EQ(shown->matters.size(), 1U);
    EXPECT_EQ(shown->matters[0].serials, (SerialRange{"booklet-ordinary", 7, 7}));
}

}  // namespace
}  // namespace inventory
