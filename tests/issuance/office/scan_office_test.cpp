// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using namespace std::chrono_literals;

/// A line whose blanks are scanned as they enter.
class ScanOffice : public testing::Test {
   protected:
    void SetUp() override { m_house.stockAndOrders(); }
    static LineRun run(const std::string& duty, std::int64_t steps) {
        LineRun request{"folder", "simulated", std::nullopt, steps, 60};
        request.duties = {duty};
        request.items = {"booklet-ordinary"};
        request.scan = true;
        return request;
    }
    /// What the line asks for, once it asks so: because of what was wrong with the last, or of nothing.
    StationCall awaited(const std::string& wish, const std::string& wrong = {}) {
        for (int tries = 0; tries < 3000; ++tries, std::this_thread::sleep_for(10ms)) {
            const auto status = m_house.ask("operator", LineStatus{});
            for (const auto& call : status->calls) {
                const auto reason = call.reasons.empty() ? std::string{} : call.reasons.front().code;
                if (call.wish == wish && reason == wrong) return call;
            }
        }
        ADD_FAILURE() << "nobody asked to " << wish << " " << wrong;
        return {};
    }
    void scan(const std::string& serial) { EXPECT_TRUE(m_house.ask("operator", LineScan{serial})) << serial; }
    [[nodiscard]] std::string placeOf(const std::string& serial) {
        return m_house.ask("custodian", StockHistory{serial})->place;
    }
    /// The blank of the only order that has come so far.
    [[nodiscard]] std::string blankAt(const std::string& stage) {
        const auto orders = m_house.ask("operator", OrderList{stage, {}, {}, {}})->orders;
        if (orders.size() != 1) return std::to_string(orders.size()) + " orders";
        return m_house.ask("inspector", DocumentShow{orders[0].document})->blank;
    }

    support::TrainingHouse m_house;
};

TEST_F(ScanOffice, TheOneInHandIsTheOneThatIsUsed) {
    auto printing = std::async(std::launch::async, [&] { return m_house.ask("operator", run("print", 3)); });
    EXPECT_EQ(awaited("scan_any").blank, "booklet-ordinary");
    scan("no-such");
    awaited("scan_any", "stock.unknown-serial");
    scan("V0000001");
    awaited("scan_any", "stock.other-item");
    ASSERT_EQ(placeOf("A0000020"), "vault") << "not issued here";
    scan("A0000020");
    awaited("scan_any", "stock.not-of-shift");
    scan("A0000003");
    const auto printed = printing.get();
    ASSERT_TRUE(printed);
    EXPECT_EQ(printed->steps, 3) << "printed without being asked for it again";
    EXPECT_EQ(blankAt("printed"), "A0000003");

    auto encoding = std::async(std::launch::async, [&] { return m_house.ask("operator", run("encode", 1)); });
    EXPECT_EQ(awaited("scan_blank").blank, "A0000003");
    scan("A0000001");
    awaited("scan_blank", "line.other-blank");
    scan("A0000003");
    ASSERT_TRUE(encoding.get());
    EXPECT_EQ(blankAt("encoded"), "A0000003");
}

TEST_F(ScanOffice, WhoeverWorksAtTheLineStopsItWithoutWaitingForABlank) {
    EXPECT_TRUE(m_house.ask("operator", LineStop{}).refusal().has("line.not-at-work"_code));
    auto printing = std::async(std::launch::async, [&] { return m_house.ask("operator", run("print", 300)); });
    awaited("scan_any");
    EXPECT_FALSE(m_house.ask("inspector", LineStop{}));
    EXPECT_TRUE(m_house.ask("operator", LineStop{}));
    ASSERT_EQ(printing.wait_for(20s), std::future_status::ready) << "its patience is a minute";
    EXPECT_LT(printing.get()->steps, 300);
    EXPECT_TRUE(m_house.ask("operator", LineStop{}).refusal().has("line.not-at-work"_code));
}

TEST_F(ScanOffice, ALineThatNobodyScansForTakesNothing) {
    auto request = run("print", 100);
    request.patience = 0;
    const auto ran = m_house.ask("operator", request);
    ASSERT_TRUE(ran);
    EXPECT_TRUE(m_house.ask("operator", OrderList{"prepared", {}, {}, {}})->orders.empty());
    EXPECT_EQ(placeOf("A0000001").substr(0, 12), "workstation:");
    EXPECT_TRUE(m_house.ask("operator", LineScan{"A0000001"}).refusal().has("line.no-scan-awaited"_code));
}

}  // namespace
}  // namespace issuance
