// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_stock.hpp"
#include "inventory/lots/lots.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/issuance/office/kind_templates.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/ipp_test_printer.hpp"

/// What documents use up at the workstation that makes them.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr const char *kRibbon = "ribbon-colour", *kLaminate = "laminate-booklet", *kLabels = "label-delivery";
constexpr const char* kMaterials =
    "<materials><material item=\"ribbon-colour\" step=\"print\" quantity=\"2\" low=\"7\"/>"
    "<material item=\"laminate-booklet\" step=\"inspect\"/>"
    "<material item=\"label-delivery\" step=\"encode\" quantity=\"3\" documents=\"2\"/></materials>";

/// A line of three ordinary passports and one visitor's card, whose passports use up materials.
class LineOfMaterials : public testing::TestWithParam<records::Engine> {
   protected:
    support::TrainingHouse& house() { return m_line.house(); }
    /// So many of each lie at the workstation.
    void bring(std::int64_t ribbons, std::int64_t laminates, std::int64_t labels) {
        const auto opened = House::open(house().home());
        const auto connection = opened->database->connect();
        const records::Author two{records::OperatorId{"custodian"}, records::WorkstationId{"linea-1"},
                                  records::OperatorId{"custodian2"}};
        const inventory::Lots lots{*opened->items, opened->clock};
        records::Transaction transaction{*connection};
        for (const auto& [item, quantity] :
             {std::pair{kRibbon, ribbons}, std::pair{kLaminate, laminates}, std::pair{kLabels, labels}}) {
            if (quantity == 0) continue;
            const inventory::LotQuantity lot{item, "L" + std::to_string(++m_lots), quantity};
            base::expected(lots.receive(transaction, two, {lot}, "vault", "OC-1"), "receive");
            base::expected(lots.move(transaction, two, lot, "vault", "workstation:linea-1"), "move");
        }
        transaction.commit();
    }
    std::int64_t left(const std::string& item) {
        std::int64_t quantity = 0;
        for (const auto& line : base::expected(house().ask("custodian", StockBalance{}), "balance").lines)
            if (line.item == item && line.place == "workstation:linea-1") quantity += line.quantity;
        return quantity;
    }
    LineRan run(const std::string& printer) {
        return base::expected(house().ask("operator", LineRun{printer, "simulated", std::nullopt, std::nullopt}),
                              "line");
    }
    std::int64_t at(const std::string& stage) {
        OrderList request;
        request.stage = stage;
        return static_cast<std::int64_t>(base::expected(house().ask("operator", request), stage).orders.size());
    }

    support::KindTemplates m_templates{"passport-ordinary", "<release", kMaterials + std::string{"<release"}};
    support::LineUnderTest m_line{GetParam(), 4};
    int m_lots = 0;
};
TROQUEL_ON_BOTH_ENGINES(LineOfMaterials);

TEST_P(LineOfMaterials, UsesUpWhatEachDocumentTakesAndForSeveralWithTheFirstOfThem) {
    bring(20, 10, 10);
    m_line.run();
    EXPECT_EQ(left(kRibbon), 20 - 3 * 2);
    EXPECT_EQ(left(kLaminate), 10 - 3);
    EXPECT_EQ(left(kLabels), 10 - 2 * 3) << "three documents, and new ones with every second";
    m_line.expectAllDone();
}

TEST_P(LineOfMaterials, WarnsWhileThereIsSomeLeftAndSaysHowMuch) {
    bring(12, 10, 10);
    const auto ran = m_line.run();
    ASSERT_EQ(ran.low.size(), 1U);
    EXPECT_EQ(ran.low.front().item, kRibbon);
    EXPECT_EQ(ran.low.front().left, 6);
    EXPECT_EQ(ran.low.front().low, 7);
    const auto told = base::expected(house().ask("supervisor", LineStatus{}), "status").low;
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().workstation, "linea-1");
    m_line.expectAllDone();
}

TEST_P(LineOfMaterials, StopsBeforeTheActWhereNoneIsLeftAndGoesOnOnceThereIs) {
    bring(3, 10, 10);
    const auto ran = m_line.run();
    ASSERT_EQ(ran.outOfService.size(), 1U);
    EXPECT_EQ(ran.outOfService.front().duty, "print");
    EXPECT_EQ(ran.outOfService.front().cause, "line.material-lacks");
    EXPECT_EQ(ran.outOfService.front().arguments.at("item"), kRibbon);
    EXPECT_EQ(ran.outOfService.front().arguments.at("left"), "1");
    EXPECT_EQ(at("prepared"), 1) << "one had its blank, and no other took one";
    EXPECT_EQ(left(kRibbon), 1);
    bring(10, 0, 0);
    house().closeOffice();
    m_line.letLeasesLapse();
    house().reopenOffice();
    m_line.run();
    m_line.expectAllDone();
    EXPECT_EQ(left(kRibbon), 11 - 2 * 2);
}

TEST_P(LineOfMaterials, WhatARefusedPageTookIsUsedAsWell) {
    bring(20, 10, 10);
    const support::IppTestPrinter broken{"exit 1"};
    const auto ran = run(broken.uri());
    EXPECT_EQ(ran.refused, 3);
    m_line.run();
    std::int64_t pages = 0;
    for (const auto& order : m_line.orders())
        for (const auto& stage : base::expected(house().ask("operator", OrderShow{order}), order).stages)
            if (stage.stage == "print" && (stage.outcome == "finish" || stage.outcome == "refuse") &&
                stage.blank.front() == 'A')
                ++pages;
    EXPECT_GT(pages, 3);
    EXPECT_EQ(left(kRibbon), 20 - 2 * pages);
}

TEST_P(LineOfMaterials, ADoubtUsesThemOnlyWhenSomebodySaysThatTheActWasDone) {
    bring(20, 10, 10);
    ASSERT_NO_FATAL_FAILURE(m_line.killAt("print.page", 1));
    m_line.run();
    ASSERT_EQ(m_line.doubts().size(), 1U);
    const auto before = left(kRibbon);
    m_line.resolve("untouched");
    EXPECT_EQ(left(kRibbon), before);
    m_line.run();
    EXPECT_EQ(left(kRibbon), 20 - 3 * 2);
    m_line.expectAllDone();
}

TEST_P(LineOfMaterials, ADoubtThatSpoiledItsBlankUsedThem) {
    bring(20, 10, 10);
    ASSERT_NO_FATAL_FAILURE(m_line.killAt("print.page", 1));
    m_line.run();
    m_line.resolve("spoiled");
    m_line.run();
    EXPECT_EQ(left(kRibbon), 20 - 4 * 2);
    EXPECT_EQ(left(kLaminate), 10 - 3);
    m_line.expectAllDone();
}

// What is on the machine and not in the books is found by a count; the page is printed all the same.
TEST_P(LineOfMaterials, WhatTheBooksDoNotHaveIsUsedAllTheSame) {
    bring(20, 10, 10);
    const auto opened = House::open(house().home());
    const auto connection = opened->database->connect();
    const records::Author author{records::OperatorId{"operator"}, records::WorkstationId{"linea-1"}, std::nullopt};
    const inventory::Lots lots{*opened->items, opened->clock};
    records::Transaction transaction{*connection};
    base::expected(lots.consume(transaction, author, author.workstation, kRibbon, 19, "A1"), "elsewhere");
    opened->materials->use(transaction, author, KindId{"passport-ordinary"}, Step::Print, author.workstation, "A2");
    transaction.commit();
    EXPECT_EQ(left(kRibbon), 0);
    EXPECT_EQ(connection->queryOne("SELECT object_id FROM journal_entry WHERE act = 'line.material-missing'")->text(0),
              "A2");
    m_line.expectBooksAgree();
}

TEST(KindsOfMaterials, NameOnlyWhatTheStockCounts) {
    for (const std::string item : {"booklet-ordinary", "papiro"}) {
        const support::KindTemplates templates{
            "passport-ordinary", "<release",
            "<materials><material item=\"" + item + "\" step=\"print\"/></materials><release"};
        House house;
        try {
            loadTemplates(house, templatesFolder());
            ADD_FAILURE() << item;
        } catch (const base::Failure& failure) {
            EXPECT_EQ(failure.code(), "kind.material-not-counted"_code);
            EXPECT_EQ(failure.detail(), "passport-ordinary " + item);
        }
    }
}

}  // namespace
}  // namespace issuance
