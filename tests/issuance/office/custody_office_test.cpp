// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_requisitions.hpp"
#include "contract/acts_of_stock.hpp"
#include "contract/acts_of_transfers.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class CustodyOfficeTest : public testing::Test {
   protected:
    CustodyOfficeTest() {
        EXPECT_TRUE(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"));
        EXPECT_TRUE(m_house.ask(
            "supervisor", PlaceAdd{"vault", "central", "Bóveda de la sede", "", "custodian2", std::nullopt, true, {}}));
    }
    support::TrainingHouse m_house;
};

TEST_F(CustodyOfficeTest, ARequisitionBecomesATransferThatArrivesAndServesItsSite) {
    ASSERT_TRUE(m_house.ask("supervisor", MinimumSet{"vault:central", "booklet-ordinary", 10}));
    ASSERT_EQ(m_house.ask("auditor", MinimumList{true})->lines.size(), 1U);
    const auto asked = m_house.ask("custodian2", RequisitionCreate{"vault:central", "booklet-ordinary", 10, "mínimo"});
    ASSERT_TRUE(asked);
    const auto approved = m_house.ask("custodian", RequisitionApprove{asked->requisition, "vault"});
    ASSERT_TRUE(approved);
    const auto id = approved->transfer;
    EXPECT_TRUE(m_house.ask("custodian", TransferApprove{id}).refusal().has("transfer.own-approval"_code));
    ASSERT_TRUE(m_house.ask("supervisor", TransferApprove{id}));
    ASSERT_TRUE(m_house.ask("custodian", TransferSeal{id, "P-1"}));
    const TransferDispatch dispatch{id, "Mario Xiloj", "2035-01-01T00:00:00Z"};
    EXPECT_TRUE(m_house.ask("custodian", dispatch).refusal().has("people.second-person-missing"_code));
    EXPECT_TRUE(m_house.ask("custodian", TransferDispatch{id, "Mario Xiloj", "mañana"}, "custodian2")
                    .refusal()
                    .has("base.not-a-timestamp"_code));
    const auto sent = m_house.ask("custodian", dispatch, "custodian2");
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->stage, "dispatched");
    EXPECT_EQ(m_house.ask("auditor", TransferList{"open"})->transfers.size(), 1U);
    const auto received = m_house.ask("custodian2", TransferReceive{id, "P-1", false, false, sent->ranges});
    ASSERT_TRUE(received);
    EXPECT_EQ(received->stage, "received");
    EXPECT_EQ(received->events.size(), 5U);
    EXPECT_TRUE(m_house.ask("auditor", MinimumList{true})->lines.empty());
    const auto issued = m_house.ask("custodian", StockIssue{"booklet-ordinary", 10, "linea-1"}, "custodian2");
    ASSERT_TRUE(issued);
    EXPECT_EQ(issued->ranges, sent->ranges);
    EXPECT_FALSE(m_house.ask("custodian", StockIssue{"booklet-ordinary", 1, "linea-1"}, "custodian2"));
    EXPECT_EQ(m_house.ask("auditor", StockBalance{})->unexplained, 0);
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
}

TEST_F(CustodyOfficeTest, ATransferIsCancelledCappedAndAskedForByItsName) {
    ASSERT_TRUE(m_house.ask("supervisor", TransferCap{"*", "*", "*", 5}));
    TransferPrepare fresh{"vault", "vault:central", "usable", {}, "booklet-ordinary", 6, ""};
    EXPECT_TRUE(m_house.ask("custodian", fresh).refusal().has("transfer.above-cap"_code));
    fresh.quantity = 5;
    const auto prepared = m_house.ask("custodian", fresh);
    ASSERT_TRUE(prepared);
    ASSERT_TRUE(m_house.ask("custodian", TransferCancel{prepared->transfer, "ya no"}));
    EXPECT_EQ(m_house.ask("auditor", TransferShow{prepared->transfer})->stage, "cancelled");
    EXPECT_TRUE(m_house.ask("auditor", TransferList{"lost"}).refusal().has("transfer.unknown-list"_code));
    EXPECT_TRUE(m_house.ask("auditor", TransferShow{"TR-1"}).refusal().has("transfer.unknown"_code));
}

}  // namespace
}  // namespace issuance
