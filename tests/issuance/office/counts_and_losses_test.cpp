// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_losses.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class OfficeOfCustody : public testing::Test {
   protected:
    void SetUp() override { m_house.stockAndOrders(); }
    /// All orders printed, encoded and inspected; the document number of the first.
    std::string makeDocuments() {
        m_order = m_house.ask("operator", OrderList{})->orders.front().order;
        EXPECT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
        return m_house.ask("operator", OrderShow{m_order})->order.document;
    }
    StockReportLoss reportOf(const std::string& serial) {
        return {"stolen", {serial}, "MP001-2026-1", "Ministerio Público", "2026-01-15"};
    }
    support::TrainingHouse m_house;
    std::string m_order;
};

TEST_F(OfficeOfCustody, Control20ADocumentThatIsLostIsCancelledForGoodAndOnlyThenReplaced) {
    makeDocuments();
    const auto numbers = [&] { return m_house.ask("inspector", LineRelease{})->documents; }();
    ASSERT_FALSE(numbers.empty());
    const auto shown = m_house.ask("operator", DocumentShow{numbers.front()});
    ASSERT_TRUE(shown);
    const auto missing = m_house.ask("operator", StockMissing{{shown->blank}, "Robo en el traslado"});
    ASSERT_TRUE(missing) << missing.refusal().first().code.name();
    EXPECT_EQ(missing->documents, std::vector<std::string>{numbers.front()});
    EXPECT_EQ(m_house.ask("operator", DocumentShow{numbers.front()})->state, "missing");
    EXPECT_FALSE(m_house.ask("supervisor", reportOf(shown->blank)));
    EXPECT_FALSE(m_house.ask("supervisor", reportOf(shown->blank), "custodian"));
    ASSERT_TRUE(m_house.ask("supervisor", reportOf(shown->blank), "security_officer"));
    EXPECT_EQ(m_house.ask("operator", DocumentShow{numbers.front()})->state, "stolen");
    const auto exported = m_house.ask("supervisor", StockReportExport{});
    EXPECT_NE(exported->csv.find(numbers.front() + ","), std::string::npos) << exported->csv;
    EXPECT_NE(exported->csv.find(",GTM,GTM,stolen,personalised,2026-01-15,MP001-2026-1,"), std::string::npos)
        << exported->csv;
    EXPECT_TRUE(m_house.ask("supervisor", CaseResolve{missing->cases.front(), "Denunciado"}, "security_officer"));
    ASSERT_TRUE(m_house.ask("custodian", StockFound{{shown->blank}, "Recuperado"}, "custodian2"));
    EXPECT_EQ(m_house.ask("operator", DocumentShow{numbers.front()})->state, "found");
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
}

TEST_F(OfficeOfCustody, AnOrderWhoseBlankIsMissingWaitsAndStartsAgainAfterTheReport) {
    makeDocuments();
    const auto order = m_house.ask("operator", OrderShow{m_order});
    ASSERT_EQ(order->order.stage, "inspected");
    const auto blank = order->stages.back().blank;
    ASSERT_TRUE(m_house.ask("operator", StockMissing{{blank}, "No está en la mesa"}));
    EXPECT_EQ(m_house.ask("operator", OrderShow{m_order})->order.standing, "held");
    ASSERT_TRUE(m_house.ask("supervisor", reportOf(blank), "security_officer"));
    EXPECT_EQ(m_house.ask("operator", OrderShow{m_order})->order.stage, "cleared");
    ASSERT_TRUE(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}));
    const auto again = m_house.ask("operator", OrderShow{m_order});
    EXPECT_EQ(again->order.stage, "inspected");
    EXPECT_NE(again->stages.back().blank, blank);
}

TEST_F(OfficeOfCustody, WhoCountsSeesNothingOfTheBooksUntilBothHaveFinished) {
    const auto planned = m_house.ask("supervisor", CountPlan{"vault", "planned", {"card-visitor"}});
    ASSERT_TRUE(planned);
    ASSERT_TRUE(m_house.ask("custodian", CountStart{planned->number}));
    const StockExport everything{};
    EXPECT_TRUE(m_house.ask("custodian", StockBalance{}).refusal().has("count.blind"_code));
    EXPECT_TRUE(m_house.ask("custodian", everything).refusal().has("count.blind"_code));
    EXPECT_TRUE(m_house.ask("custodian", CaseList{}).refusal().has("count.blind"_code));
    ASSERT_TRUE(m_house.ask("supervisor", StockBalance{}));
    const StockIssue tooMany{"card-visitor", 1'000'000, "linea-1"};
    for (const auto& [first, second] : {std::pair{"custodian", "custodian2"}, {"custodian2", "custodian"}}) {
        const auto refused = m_house.ask(first, tooMany, second);
        ASSERT_FALSE(refused);
        ASSERT_EQ(refused.refusal().faults().size(), 1U);
        EXPECT_TRUE(refused.refusal().has("count.blind-refusal"_code));
        EXPECT_TRUE(refused.refusal().first().arguments.empty());
    }
    for (const char* person : {"custodian", "custodian2"}) {
        ASSERT_TRUE(m_house.ask(person, CountStart{planned->number}));
        ASSERT_TRUE(m_house.ask(person, CountScan{planned->number, "1", {"V0000001"}}));
    }
    ASSERT_EQ(m_house.ask("custodian", CountFinish{planned->number})->state, "counting");
    ASSERT_EQ(m_house.ask("custodian2", CountFinish{planned->number})->state, "recount");
    EXPECT_TRUE(m_house.ask("custodian", StockBalance{}).refusal().has("count.blind"_code));
    ASSERT_TRUE(m_house.ask("supervisor", CountCancel{planned->number, "Otro día"}));
    EXPECT_TRUE(m_house.ask("custodian", StockBalance{}));
}

TEST_F(OfficeOfCustody, Control25AnUnannouncedCountIsNotForCustodians) {
    EXPECT_FALSE(m_house.ask("custodian", CountPlan{"vault", "unannounced", {}}));
    const auto planned = m_house.ask("auditor", CountPlan{"vault", "unannounced", {}});
    ASSERT_TRUE(planned);
    EXPECT_TRUE(m_house.ask("custodian", CountList{})->counts.empty());
    EXPECT_TRUE(m_house.ask("custodian", CountStart{planned->number}).refusal().has("count.in-custody"_code));
    EXPECT_TRUE(m_house.ask("auditor", CountStart{planned->number}));
    EXPECT_TRUE(m_house.ask("supervisor", CountStart{planned->number}));
    EXPECT_EQ(m_house.ask("custodian", CountList{})->counts.size(), 1U);
    ASSERT_TRUE(m_house.ask("supervisor", CountSchedule{"vault", 7}));
    EXPECT_TRUE(m_house.ask("custodian", CountDue{})->places.front().overdue);
}

}  // namespace
}  // namespace issuance
