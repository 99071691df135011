// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_losses.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_planning.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/certificate/local_day.hpp"
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
    [[nodiscard]] OrdersImported taken(const std::vector<OrderRequest>& orders) {
        return base::expected(training().ask("operator", signedFile(orders)), "import");
    }
    [[nodiscard]] OrderLine lineOf(const std::string& order) {
        return base::expected(training().ask("operator", OrderShow{order}), "order").order;
    }
    [[nodiscard]] std::string journal() {
        return base::textOf(training().ask("auditor", JournalExport{})->files.at(0).content);
    }
    /// So many days from today, as people in Guatemala write it.
    [[nodiscard]] static std::string inDays(int days) {
        return base::formatDate(
            base::Date{std::chrono::sys_days{localDay(base::SystemClock{}.now())} + std::chrono::days{days}});
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

std::vector<OrderRequest> ordinaryPassports(std::uint32_t seed, int count, base::Date today) {
    auto orders = training::makeTrainingOrders(seed, {count, 0, 0, 0, 0}, today);
    for (auto& order : orders) order.priority = Priority::Normal;
    return orders;
}

TEST_P(OrderIntakeTest, AnUrgentOrDueOrderOvertakesAndASupervisorGivesAnotherTurn) {
    auto orders = ordinaryPassports(36, 4, today());
    orders[1].due = std::chrono::sys_days{today()} + std::chrono::days{4};
    orders[2].priority = Priority::Urgent;
    const auto imported = taken(orders);
    ASSERT_EQ(imported.taken.size(), 4U);
    const auto idOf = [&](std::size_t at) { return imported.taken.at(at).order; };
    EXPECT_EQ(lineOf(idOf(1)).due, base::formatDate(*orders[1].due));
    EXPECT_EQ(lineOf(idOf(2)).priority, "urgent");
    // The last is promised for tomorrow: it comes before what is due later, and after the urgent one.
    ASSERT_TRUE(
        training().ask("supervisor", OrderSchedule{idOf(3), std::nullopt, inDays(1), "Viaje de urgencia médica"}));
    EXPECT_EQ(lineOf(idOf(3)).due, inDays(1));
    EXPECT_THAT(journal(), testing::HasSubstr("Viaje de urgencia médica"));

    receiveBooklets();  // three, for four orders
    ASSERT_TRUE(training().ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    EXPECT_EQ(lineOf(idOf(0)).stage, "cleared") << "the ordinary order that nobody promised waits for a book";
    for (const auto at : {1U, 2U, 3U}) EXPECT_EQ(lineOf(idOf(at)).stage, "inspected");
    ASSERT_TRUE(training().ask("supervisor", OrderSchedule{idOf(3), "normal", "", "Ya no viaja"}));
    EXPECT_EQ(lineOf(idOf(3)).due, "");
}

TEST_P(OrderIntakeTest, AnOrdersTurnIsChangedByASupervisorForAReasonAndTowardsTheFuture) {
    const auto order = taken(ordinaryPassports(37, 1, today())).taken.at(0).order;
    const auto refusal = [&](const OrderSchedule& request, const std::string& person = "supervisor") {
        return training().ask(person, request).refusal();
    };
    EXPECT_TRUE(refusal({order, "urgent", std::nullopt, "prisa"}, "operator").has("people.not-permitted"_code));
    const auto wrong = refusal({order, "express", "mañana", ""});
    EXPECT_TRUE(wrong.has("order.reason-missing"_code));
    EXPECT_TRUE(wrong.has("order.unknown-priority"_code));
    EXPECT_TRUE(wrong.has("order.due-unclear"_code));
    EXPECT_TRUE(refusal({order, std::nullopt, std::nullopt, "nada"}).has("order.nothing-to-schedule"_code));
    EXPECT_TRUE(refusal({order, std::nullopt, inDays(-1), "ayer"}).has("order.due-past"_code));
    EXPECT_TRUE(refusal({"2026-999999", "urgent", std::nullopt, "prisa"}).has("order.unknown"_code));
    ASSERT_TRUE(training().ask("supervisor", OrderSchedule{order, "urgent", inDays(0), "hoy"}));
    ASSERT_TRUE(training().ask("supervisor", OrderCancel{order, "desistió"}));
    EXPECT_TRUE(refusal({order, "normal", std::nullopt, "tarde"}).has("order.ended"_code));
}

TEST_P(OrderIntakeTest, AnOrderThatIsSentBackGivesItsReceiptToTheCorrectedOneAndSpoilsItsBlank) {
    auto orders = ordinaryPassports(38, 2, today());
    const auto order = taken({orders[0]}).taken.at(0).order;
    receiveBooklets();
    ASSERT_TRUE(training().ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    const auto document = lineOf(order).document;
    const auto blank = training().ask("operator", DocumentShow{document})->blank;
    EXPECT_TRUE(training().ask("supervisor", OrderSendBack{order, ""}).refusal().has("order.reason-missing"_code));
    EXPECT_TRUE(training().ask("operator", OrderSendBack{order, "foto"}).refusal().has("people.not-permitted"_code));
    EXPECT_EQ(lineOf(order).stage, "inspected");
    ASSERT_TRUE(training().ask("supervisor", OrderSendBack{order, "La fotografía es de otra persona"}));

    OrderList forIntake;
    forIntake.stage = "sent_back";
    const auto listed = training().ask("operator", forIntake)->orders;
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].order, order);
    EXPECT_EQ(listed[0].station, "training");
    EXPECT_EQ(listed[0].reference, orders[0].id.text());
    EXPECT_EQ(listed[0].reason, "La fotografía es de otra persona");
    EXPECT_EQ(listed[0].correctedBy, "");
    const auto history = training().ask("custodian", StockHistory{blank});
    ASSERT_TRUE(history);
    EXPECT_EQ(history->state, "spoiled");
    EXPECT_TRUE(training().ask("supervisor", OrderSendBack{order, "otra vez"}).refusal().has("line.not-allowed"_code));

    // Neither under the same id, nor twice with one receipt.
    EXPECT_EQ(taken({orders[0]}).taken.size(), 0U);
    orders[1].receipt = orders[0].receipt;
    const auto corrected = taken({orders[1]});
    ASSERT_EQ(corrected.taken.size(), 1U);
    EXPECT_EQ(lineOf(order).correctedBy, corrected.taken[0].order);
    EXPECT_EQ(training().ask("operator", OrderShow{order})->receiptNumber, orders[0].receipt.text());
    EXPECT_EQ(training().ask("operator", OrderShow{corrected.taken[0].order})->receiptNumber, orders[0].receipt.text());
    auto another = ordinaryPassports(39, 1, today());
    another[0].receipt = orders[0].receipt;
    const auto refused = taken(another);
    ASSERT_EQ(refused.refused.size(), 1U);
    EXPECT_EQ(refused.refused[0].faults.at(0).code, "order.receipt-used");
    // The corrected one can be sent back in its turn.
    ASSERT_TRUE(training().ask("supervisor", OrderSendBack{corrected.taken[0].order, "El nombre sigue mal"}));
    const auto third = taken(another);
    ASSERT_EQ(third.taken.size(), 1U);
    EXPECT_EQ(lineOf(corrected.taken[0].order).correctedBy, third.taken[0].order);
    EXPECT_EQ(lineOf(order).correctedBy, corrected.taken[0].order);
    EXPECT_EQ(training().ask("custodian", StockBalance{})->unexplained, 0);
}

TEST_P(OrderIntakeTest, ACancelledOrderKeepsItsReceipt) {
    auto orders = ordinaryPassports(40, 2, today());
    ASSERT_TRUE(training().ask("supervisor", OrderCancel{taken({orders[0]}).taken.at(0).order, "desistió"}));
    orders[1].receipt = orders[0].receipt;
    EXPECT_EQ(taken({orders[1]}).refused.at(0).faults.at(0).code, "order.receipt-used");
}

TEST_P(OrderIntakeTest, BatchesAreByKindAndSiteOfDelivery) {
    auto orders = training::makeTrainingOrders(41, {3, 0, 0, 1, 0}, today());
    ASSERT_EQ(orders.size(), 4U);
    for (auto& order : orders) {
        order.priority = Priority::Normal;
        order.deliverySite = SiteId{"GT-Z4"};
    }
    orders[0].deliverySite = SiteId{"GT-XELA"};
    orders[0].priority = Priority::Urgent;
    orders[0].due = std::chrono::sys_days{today()} - std::chrono::days{3};
    const auto imported = taken(orders);
    ASSERT_EQ(imported.taken.size(), 4U);
    ASSERT_TRUE(training().ask("supervisor", OrderHold{imported.taken[1].order, "revisión"}));
    const auto batches = [&](const std::optional<std::string>& day = std::nullopt) {
        return base::expected(training().ask("supervisor", LineBatches{day}), "batches").batches;
    };
    auto told = batches();
    ASSERT_EQ(told.size(), 3U);
    const auto of = [&](const std::string& kind, const std::string& site) {
        for (const auto& batch : told)
            if (batch.kind == kind && batch.deliverySite == site) return batch;
        ADD_FAILURE() << kind << " " << site;
        return BatchLine{};
    };
    const auto kind = orders[0].kind.text();
    EXPECT_EQ(of(kind, "GT-XELA").urgent, 1);
    EXPECT_EQ(of(kind, "GT-XELA").overdue, 1);
    EXPECT_EQ(of(kind, "GT-XELA").due, base::formatDate(*orders[0].due));
    EXPECT_EQ(of(kind, "GT-Z4").stages.size(), 2U) << "one is held";
    EXPECT_EQ(of(kind, "GT-Z4").overdue, 0);

    // A run that is kept to a site does nothing of the others.
    receiveBooklets();
    LineRun run{"folder", "simulated", std::nullopt, std::nullopt};
    run.sites = {"GT-XELA"};
    run.kinds = {kind};
    ASSERT_TRUE(training().ask("operator", run));
    EXPECT_EQ(lineOf(imported.taken[0].order).stage, "inspected");
    EXPECT_EQ(lineOf(imported.taken[2].order).stage, "received");
    ASSERT_TRUE(training().ask("inspector", LineRelease{}));
    told = batches();
    const auto released = of(kind, "GT-XELA");
    ASSERT_EQ(released.stages.size(), 1U);
    EXPECT_EQ(released.stages[0].stage, "released");
    EXPECT_EQ(released.stages[0].orders, 1);
    EXPECT_EQ(released.oldest, "");
    EXPECT_EQ(batches("2020-01-01").size(), 2U) << "of a day on which nothing was released";
    EXPECT_TRUE(training().ask("supervisor", LineBatches{"ayer"}).refusal().has("order.due-unclear"_code));
    run.kinds = {"no-such-kind"};
    EXPECT_TRUE(training().ask("operator", run).refusal().has("line.unknown-kind"_code));
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
