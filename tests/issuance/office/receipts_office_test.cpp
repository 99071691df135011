// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_papers.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_stock.hpp"
#include "contract/acts_of_supply.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class ReceiptsOfficeTest : public testing::Test {
   protected:
    std::string announce(const std::string& csv) {
        const auto sent = m_house.bring("custodian", base::bytesOf(csv));
        EXPECT_TRUE(sent);
        const auto announced = m_house.ask("custodian", StockAnnounce{*sent, "Imprenta", "OC-1"});
        EXPECT_TRUE(announced);
        return announced ? announced->delivery : "";
    }
    base::Result<std::int64_t> bring(const std::string& person, const ContentPart& part) {
        return m_house.office().bring({m_house.token(person)}, part);
    }
    support::TrainingHouse m_house;
};

TEST_F(ReceiptsOfficeTest, ADeliveryGoesFromItsManifestToTheVault) {
    const auto delivery = announce(
        "item;desde;hasta;caja;precinto;lote;cantidad\nbooklet-ordinary;A0000001;A0000500;C-1;P-1;;\n"
        "laminate-booklet;;;C-2;P-2;L-1;250\n");
    EXPECT_FALSE(m_house.ask("custodian", StockPutAway{delivery, std::nullopt, std::nullopt}, "custodian2"));
    const StockScan scan{delivery, "C-1", "P-1", {}, {}, false};
    EXPECT_TRUE(m_house.ask("custodian", scan).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask("custodian", scan, "custodian").refusal().has("people.same-person"_code));
    ASSERT_TRUE(m_house.ask("custodian", scan, "custodian2"));
    const auto half = m_house.ask("auditor", StockCheck{delivery});
    ASSERT_EQ(half->faults.size(), 1U);
    EXPECT_EQ(half->faults[0].code, "stock.lot-differs");
    const auto scanned = m_house.ask("custodian", StockScan{delivery, "C-2", "P-2", {}, {}, false}, "custodian2");
    EXPECT_EQ(scanned->scanned, 750);
    const auto done = m_house.ask("custodian", StockPutAway{delivery, std::nullopt, std::nullopt}, "custodian2");
    ASSERT_TRUE(done);
    EXPECT_EQ(done->quantity, 750);
    EXPECT_EQ(m_house.ask("auditor", PaperList{})->papers.size(), 1U);

    const auto shown = m_house.ask("auditor", StockReceiptShow{done->receipt});
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->person, "custodian");
    EXPECT_EQ(shown->second, "custodian2");
    EXPECT_EQ(shown->items.size(), 2U);
    const auto balance = m_house.ask("auditor", StockBalance{});
    EXPECT_EQ(balance->unexplained, 0);
    ASSERT_EQ(balance->lines.size(), 2U);
    EXPECT_EQ(balance->lines[1].lot, "L-1");
    EXPECT_EQ(m_house.ask("auditor", StockReceipts{})->deliveries[0].outcome, "put_away");
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST_F(ReceiptsOfficeTest, ADeliveryOfLotsAloneEndsWithItsPaperToo) {
    const auto delivery =
        announce("item;desde;hasta;caja;precinto;lote;cantidad\nlaminate-booklet;;;C-2;P-2;L-1;250\n");
    ASSERT_TRUE(m_house.ask("custodian", StockScan{delivery, "C-2", "P-2", {}, {}, false}, "custodian2"));
    const auto done = m_house.ask("custodian", StockPutAway{delivery, std::nullopt, std::nullopt}, "custodian2");
    ASSERT_TRUE(done);
    EXPECT_EQ(done->quantity, 250);
    EXPECT_EQ(m_house.ask("auditor", PaperList{})->papers.size(), 1U);
}

TEST_F(ReceiptsOfficeTest, AFileComesInPartsIsComparedWithItsNameAndBelongsToOnePerson) {
    const auto text = base::bytesOf("A0000001\nA0000002\n");
    const base::BytesView whole{text};
    const auto name = base::toHex(base::sha256(whole));
    EXPECT_EQ(bring("custodian", {name, 18, 0, {}}).value(), 0);
    EXPECT_EQ(bring("custodian", {name, 18, 0, whole.first(11)}).value(), 11);
    EXPECT_EQ(bring("custodian", {name, 18, 0, {}}).value(), 11);
    EXPECT_TRUE(
        m_house.ask("custodian", StockAnnounce{name, "Imprenta", "OC-1"}).refusal().has("office.upload-unknown"_code));
    EXPECT_TRUE(bring("custodian", {name, 18, 12, whole.subspan(12)}).refusal().has("office.upload-gap"_code));
    EXPECT_EQ(bring("custodian", {name, 18, 11, whole.subspan(11)}).value(), 18);
    EXPECT_EQ(bring("custodian", {name, 18, 11, whole.subspan(11)}).value(), 18);
    // What is whole stays as it is, and others do not see it.
    EXPECT_EQ(bring("custodian", {name, 18, 0, base::bytesOf("B")}).value(), 18);
    EXPECT_EQ(bring("custodian2", {name, 18, 0, {}}).value(), 0);
    EXPECT_TRUE(
        m_house.ask("custodian2", StockAnnounce{name, "Imprenta", "OC-1"}).refusal().has("office.upload-unknown"_code));
    const auto announced = m_house.ask("custodian", StockAnnounce{name, "Imprenta", "OC-1"});
    ASSERT_TRUE(announced);
    EXPECT_EQ(announced->quantity, 2);
    EXPECT_EQ(announced->ranges, 1);
    EXPECT_TRUE(m_house.ask("custodian", StockAnnounce{name, "Imprenta", "OC-1"})
                    .refusal()
                    .has("stock.manifest-announced"_code));
}

TEST_F(ReceiptsOfficeTest, AFileThatIsNotWhatItsNameSaysIsNotTaken) {
    const auto text = base::bytesOf("A0000001\n");
    const auto name = base::toHex(base::sha256(base::bytesOf("another")));
    const auto size = static_cast<std::int64_t>(text.size());
    EXPECT_TRUE(bring("custodian", {name, size, 0, text}).refusal().has("office.upload-mismatch"_code));
    EXPECT_EQ(bring("custodian", {name, size, 0, {}}).value(), 0);
    // Announced as shorter than what has come.
    EXPECT_EQ(bring("custodian", {name, size + 1, 0, text}).value(), size);
    EXPECT_TRUE(
        bring("custodian", {name, size - 1, 0, base::bytesOf("A")}).refusal().has("office.upload-mismatch"_code));
    for (const auto& odd :
         std::vector<std::string>{"", "../../keys", "/etc/passwd", std::string(64, 'g'), std::string(64, 'A')}) {
        EXPECT_TRUE(bring("custodian", {odd, size, 0, text}).refusal().has("office.upload-bad-name"_code)) << odd;
        EXPECT_TRUE(m_house.ask("custodian", StockAnnounce{odd, "Imprenta", "OC-1"})
                        .refusal()
                        .has("office.upload-unknown"_code));
    }
    for (const std::int64_t offset : {std::int64_t{-1}, std::int64_t{1} << 40, std::int64_t{1}})
        EXPECT_TRUE(bring("custodian", {name, size, offset, text}).refusal().has("office.upload-too-large"_code));
    EXPECT_TRUE(bring("custodian", {name, (std::int64_t{512} << 20) + 1, 0, text})
                    .refusal()
                    .has("office.upload-too-large"_code));
    EXPECT_TRUE(bring("clerk", {name, size, 0, text}).refusal().has("people.not-permitted"_code));
}

TEST_F(ReceiptsOfficeTest, LotsGoToTheLineAndAreUsedUpThere) {
    const auto delivery = announce("item,lot,quantity,box,seal\nribbon-colour,R-1,100,C-1,P-1\n");
    ASSERT_TRUE(m_house.ask("custodian", StockScan{delivery, "C-1", "P-1", {}, {}, false}, "custodian2"));
    ASSERT_TRUE(m_house.ask("custodian", StockPutAway{delivery, std::nullopt, std::nullopt}, "custodian2"));
    const StockLotMove move{"ribbon-colour", "R-1", 60, "vault", "workstation:linea-1"};
    ASSERT_TRUE(m_house.ask("custodian", move, "custodian2"));
    const auto used = m_house.ask("operator", StockLotUse{"ribbon-colour", 1, "A0000001"});
    ASSERT_TRUE(used);
    EXPECT_EQ(used->lots[0].lot, "R-1");
    ASSERT_TRUE(m_house.ask("custodian", StockLotCount{"ribbon-colour", "R-1", 50, "workstation:linea-1", "rollo roto"},
                            "custodian2"));
    EXPECT_FALSE(m_house.ask("operator", StockLotUse{"ribbon-colour", 51, "A0000001"}));
    const auto listed = m_house.ask("auditor", StockItems{});
    for (const auto& line : listed->items)
        if (line.item == "ribbon-colour") {
            EXPECT_EQ(line.usable, 90);
            EXPECT_TRUE(line.low);
        }
}

TEST_F(ReceiptsOfficeTest, ForecastsWhatToBuyAndRefusesNonsense) {
    m_house.stockAndOrders();
    const auto told = m_house.ask("auditor", StockForecast{});
    ASSERT_TRUE(told);
    EXPECT_EQ(told->serviceLevel, "0.98");
    bool seen = false;
    for (const auto& line : told->lines) {
        if (line.item != "booklet-ordinary" || !line.wholeHouse) continue;
        seen = true;
        EXPECT_EQ(line.usable, 40);
        EXPECT_EQ(line.purchase, 60'000);
        EXPECT_EQ(line.boxes, 120);
        EXPECT_EQ(line.cost, (std::vector<std::string>{"GTQ 3744000.00", "USD 480000.00"}));
    }
    EXPECT_TRUE(seen);
    for (const auto* level : {"", "0.4", "1", "0.98x", "nan", "inf"})
        EXPECT_TRUE(m_house.ask("auditor", StockForecast{level}).refusal().has("stock.bad-service-level"_code))
            << level;
    EXPECT_EQ(m_house.ask("auditor", StockQuality{})->lines.size(), 5U);
    EXPECT_TRUE(
        m_house.ask("custodian", StockClaim{told->serviceLevel, "x"}).refusal().has("stock.unknown-receipt"_code));
}

}  // namespace
}  // namespace issuance
