// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_losses.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/house.hpp"
#include "issuance/order/order_file.hpp"
#include "issuance/training/drawing.hpp"
#include "issuance/training/training_orders.hpp"
#include "signing/cms/detached_signature.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"

/// Order files of the test's own, signed by the training station, taken by the office on both engines.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class OrderIntakeTest : public support::EngineTest {
   protected:
    void SetUp() override {
        EngineTest::SetUp();
        const bool postgresql = GetParam() == records::Engine::Postgresql;
        m_training = std::make_unique<support::TrainingHouse>(postgresql ? migrated().ownerAddress() : std::string{});
    }
    void TearDown() override {
        m_training.reset();
        EngineTest::TearDown();
    }
    std::vector<records::MigrationSet> sets() const override { return {}; }

    [[nodiscard]] support::TrainingHouse& training() { return *m_training; }
    [[nodiscard]] OrderImport signedFile(const std::vector<OrderRequest>& orders) const {
        const auto house = House::open(m_training->home());
        const auto file = base::bytesOf(writeOrderFile(StationId{"training"}, orders));
        const signing::SigningIdentity station{*house->keys, signing::KeyId{house->institution.trainingStationKey},
                                               house->stations.front()};
        return {file, signing::signDetached(station, file, house->clock.now()), std::nullopt};
    }
    void receiveBooklets() {
        const StockReceive receipt{m_training->material("manifest.xml")};
        base::expected(m_training->ask("custodian", receipt, "custodian2"), "receipt");
        base::expected(m_training->ask("custodian", StockIssue{"booklet-ordinary", 3, "linea-1"}, "custodian2"),
                       "issue");
    }
    [[nodiscard]] static base::Date today() { return base::dayOf(base::SystemClock{}.now()); }

   private:
    std::unique_ptr<support::TrainingHouse> m_training;
};

TROQUEL_ON_BOTH_ENGINES(OrderIntakeTest);

/// The second of two orders has a CUI whose check digit is wrong.
std::vector<OrderRequest> ordersWithOneOddCui(base::Date today) {
    auto orders = training::makeTrainingOrders(31, {2, 0, 0, 0, 0}, today);
    orders[1].holder.cui = Cui{"2345678980101"};
    return orders;
}

TEST_P(OrderIntakeTest, AnOddCuiWaitsForSomebodyWhoMayOverrideIt) {
    auto request = signedFile(ordersWithOneOddCui(today()));
    const auto first = training().ask("operator", request);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->taken.size(), 1U);
    ASSERT_EQ(first->refused.size(), 1U);
    ASSERT_EQ(first->refused[0].faults.size(), 1U);
    EXPECT_EQ(first->refused[0].faults[0].code, "cui.check-digit");

    request.overrideReason = "RENAP confirmó el CUI por oficio";
    EXPECT_TRUE(training().ask("operator", request).refusal().has("people.not-permitted"_code));
    EXPECT_EQ(training().ask("operator", OrderList{})->orders.size(), 1U);

    const auto overridden = training().ask("operator", request, "supervisor");
    ASSERT_TRUE(overridden);
    EXPECT_TRUE(overridden->alreadyTaken);
    EXPECT_TRUE(overridden->refused.empty());
    ASSERT_EQ(overridden->taken.size(), 1U);
    EXPECT_EQ(overridden->taken[0].warnings.size(), 1U);
    EXPECT_EQ(training().ask("operator", OrderList{})->orders.size(), 2U);
    const auto journal = training().ask("auditor", JournalExport{});
    const auto text = base::textOf(journal->files.at(0).content);
    EXPECT_THAT(text, testing::HasSubstr("order.override"));
    EXPECT_THAT(text, testing::HasSubstr(*request.overrideReason));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("2345678980101")));
}

TEST_P(OrderIntakeTest, AnOverrideHelpsAgainstWarningsOnly) {
    auto orders = ordersWithOneOddCui(today());
    orders[1].holder.nationality = "MEX";
    auto request = signedFile(orders);
    request.overrideReason = "urgente";
    const auto imported = training().ask("operator", request, "supervisor");
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->taken.size(), 1U);
    ASSERT_EQ(imported->refused.size(), 1U);
    EXPECT_EQ(imported->refused[0].faults[0].code, "holder.nationality");
}

TEST_P(OrderIntakeTest, AChildsUnsignedPassportGoesThroughTheWholeLine) {
    auto orders = training::makeTrainingOrders(32, {4, 0, 0, 0, 0}, today());
    const auto child =
        std::find_if(orders.begin(), orders.end(), [](const auto& each) { return each.signatureWaiver; });
    ASSERT_NE(child, orders.end());
    const auto imported = training().ask("operator", signedFile({*child}));
    ASSERT_TRUE(imported);
    ASSERT_EQ(imported->taken.size(), 1U);
    receiveBooklets();
    ASSERT_TRUE(training().ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    ASSERT_TRUE(training().ask("inspector", LineRelease{}));
    const auto shown = training().ask("operator", OrderShow{imported->taken[0].order});
    ASSERT_EQ(shown->order.stage, "released");
    const auto files = training().ask("operator", DocumentFiles{shown->order.document});
    ASSERT_TRUE(files);
    std::vector<std::string> names;
    for (const auto& file : files->files) names.push_back(file.name);
    EXPECT_THAT(names, testing::Contains(testing::HasSubstr("EF.DG2")));
    EXPECT_THAT(names, testing::Not(testing::Contains(testing::HasSubstr("EF.DG7"))));
    EXPECT_TRUE(training().ask("operator", DocumentVerify{shown->order.document})->authentic);
}

TEST_P(OrderIntakeTest, Control20ADocumentIsReplacedOnlyAfterTheReportOfItsLoss) {
    auto orders = training::makeTrainingOrders(34, {2, 0, 0, 0, 0}, today());
    ASSERT_EQ(training().ask("operator", signedFile({orders[0]}))->taken.size(), 1U);
    receiveBooklets();
    ASSERT_TRUE(training().ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    const auto number = training().ask("inspector", LineRelease{})->documents.at(0);
    orders[1].replaces = DocumentNumber{number};
    const auto replacement = signedFile({orders[1]});
    const auto refusalOf = [&] { return training().ask("operator", replacement)->refused.at(0).faults.at(0).code; };
    EXPECT_EQ(refusalOf(), "order.replaces-valid");

    const auto blank = training().ask("operator", DocumentShow{number})->blank;
    ASSERT_TRUE(training().ask("operator", StockMissing{{blank}, "Robo en el traslado"}));
    EXPECT_EQ(refusalOf(), "order.replaces-valid") << "missing is no report yet";
    const StockReportLoss report{"stolen", {blank}, "MP001-2026-1", "Ministerio Público", "2026-01-15"};
    ASSERT_TRUE(training().ask("supervisor", report, "security_officer"));
    const auto taken = training().ask("operator", replacement);
    EXPECT_EQ(taken->taken.size(), 1U);
    EXPECT_TRUE(taken->refused.empty());
}

TEST_P(OrderIntakeTest, AReplacementOfADocumentOfAnotherHouseIsTaken) {
    auto orders = training::makeTrainingOrders(35, {1, 0, 0, 0, 0}, today());
    orders[0].replaces = DocumentNumber{"X99999999"};
    EXPECT_EQ(training().ask("operator", signedFile(orders))->taken.size(), 1U);
}

TEST_P(OrderIntakeTest, APortraitThatIsTooLargeForTheChipIsBroughtToTheSizeThatItsProfileAsksFor) {
    auto orders = training::makeTrainingOrders(33, {1, 0, 0, 0, 0}, today());
    training::Drawing portrait{720, 960, {230, 230, 230}};
    portrait.fillEllipse(360, 430, 200, 280, {160, 110, 78});
    portrait.addNoise(1, 40);
    orders[0].portrait = portrait.asJpeg(90);
    ASSERT_GT(orders[0].portrait.size(), 40000U);
    const auto imported = training().ask("operator", signedFile(orders));
    ASSERT_EQ(imported->taken.size(), 1U);
    receiveBooklets();
    ASSERT_TRUE(training().ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    const auto shown = training().ask("operator", OrderShow{imported->taken[0].order});
    ASSERT_EQ(shown->order.stage, "inspected");
    constexpr std::size_t kMostOctets = 20'000;  // templates/chips/icao-applet.xml
    constexpr std::size_t kRecord = 200;         // what stands around the picture in EF.DG2, at most
    const auto files = training().ask("operator", DocumentFiles{shown->order.document});
    for (const auto& file : files->files)
        if (file.name.find("EF.DG2") != std::string::npos) {
            EXPECT_LE(file.content.size(), kMostOctets + kRecord) << file.name;
            EXPECT_GT(file.content.size(), kMostOctets / 2) << file.name;
        }
    EXPECT_EQ(training().ask("custodian", StockBalance{})->unexplained, 0);
}

}  // namespace
}  // namespace issuance
