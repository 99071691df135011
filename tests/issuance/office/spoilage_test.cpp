// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::HasSubstr;

class SpoilageTest : public testing::TestWithParam<records::Engine> {
   protected:
    void SetUp() override {
        base::expected(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"),
                       "receipt");
    }
    std::string journal() {
        return base::textOf(base::expected(m_house.ask("auditor", JournalExport{}), "journal").files.front().content);
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
};
TROQUEL_ON_BOTH_ENGINES(SpoilageTest);

TEST_P(SpoilageTest, PhotographsAreCheckedKeptAndBoundToTheirSerial) {
    const auto photo = samples::jpegOf(samples::portrait());
    auto torn = photo;
    torn.resize(torn.size() / 2);
    EXPECT_TRUE(m_house.ask("custodian", StockSpoil{"A0000001", "chip", torn}, "custodian2")
                    .refusal()
                    .has("printing.image-damaged"_code));
    EXPECT_EQ(m_house.ask("custodian", StockHistory{"A0000001"})->state, "usable")
        << "a refused photograph spoils nothing";
    EXPECT_TRUE(
        m_house.ask("custodian", StockSpoil{"A0000001", "chip", samples::jpeg2000Of(samples::portrait())}, "custodian2")
            .refusal()
            .has("stock.photo-format"_code));
    EXPECT_TRUE(m_house.ask("custodian", StockSpoil{"A0000001", "magia", photo}, "custodian2")
                    .refusal()
                    .has("stock.unknown-cause"_code));
    ASSERT_TRUE(m_house.ask("custodian", StockSpoil{"A0000001", "chip", photo}, "custodian2"));
    ASSERT_TRUE(m_house.ask("operator", StockEvidence{"A0000001", samples::pngOf(samples::portrait())}));
    EXPECT_TRUE(m_house.ask("operator", StockEvidence{"A0000001", photo}).refusal().has("stock.evidence-known"_code));
    const auto shown = m_house.ask("auditor", StockPhotos{"A0000001"});
    ASSERT_EQ(shown->photos.size(), 2U);
    EXPECT_EQ(shown->photos.front().content, photo);
    EXPECT_THAT(journal(), HasSubstr(base::toHex(base::sha256(photo))));
    const auto awaited = m_house.ask("custodian", StockQuarantineList{""});
    ASSERT_EQ(awaited->lines.size(), 1U);
    EXPECT_EQ(awaited->notReceived, 1);
    EXPECT_EQ(awaited->lines.front().announcedBy, "custodian");
    ASSERT_TRUE(m_house.ask("custodian2", StockQuarantineReceive{{"A0000001"}}));
    EXPECT_EQ(m_house.ask("custodian", StockQuarantineList{"received"})->lines.front().receivedBy, "custodian2");
    ASSERT_TRUE(m_house.ask("custodian", StockToDestruction{{"A0000001"}}, "custodian2"));
    EXPECT_EQ(m_house.ask("custodian", StockHistory{"A0000001"})->place, "destruction");
}

}  // namespace
}  // namespace issuance
