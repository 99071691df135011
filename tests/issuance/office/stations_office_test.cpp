// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/ipp_test_printer.hpp"

/// Stations that do a part of the work, rest, and have machines that fail.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::IsEmpty;

constexpr std::int64_t kCards = 4;  // of the sample orders

class StationsOffice : public testing::TestWithParam<records::Engine> {
   protected:
    void SetUp() override { m_house.stockAndOrders(); }

    LineRan run(std::vector<std::string> duties, const std::string& printer = "folder",
                std::vector<std::string> items = {}) {
        LineRun request{printer, "simulated", std::nullopt, std::nullopt};
        request.duties = std::move(duties);
        request.items = std::move(items);
        return base::expected(m_house.ask("operator", request), "line");
    }
    /// How many orders stand at a stage, ready to go on.
    std::int64_t at(const std::string& stage) {
        for (const auto& count : base::expected(m_house.ask("supervisor", LineStatus{}), "status").stages)
            if (count.stage == stage && count.standing == "ready") return count.orders;
        return 0;
    }
    std::int64_t ordersTaken() {
        return static_cast<std::int64_t>(base::expected(m_house.ask("operator", OrderList{}), "orders").orders.size());
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
};
TROQUEL_ON_BOTH_ENGINES(StationsOffice);

TEST_P(StationsOffice, EachDoesItsPartAndLeavesTheRestToTheNext) {
    const auto all = ordersTaken();
    run({"encode", "inspect"});
    EXPECT_EQ(at("received"), all);
    run({"print"});
    EXPECT_EQ(at("printed"), all);
    run({"encode"});
    // Cards have no chip: they wait where they are printed for their inspection.
    EXPECT_EQ(at("encoded"), all - kCards);
    EXPECT_EQ(at("printed"), kCards);
    const auto ran = run({"inspect"});
    EXPECT_EQ(ran.waitingForRelease, all);
    EXPECT_THAT(base::expected(m_house.ask("supervisor", LineStatus{}), "status").stations, IsEmpty());
}

TEST_P(StationsOffice, TakesOnlyTheBlanksThatItIsSetTo) {
    run({}, "folder", {"card-visitor", "card-worker"});
    EXPECT_EQ(at("inspected"), kCards);
    EXPECT_EQ(at("received"), ordersTaken() - kCards);
}

TEST_P(StationsOffice, UnknownDutiesAndBlanksAreRefusedTogether) {
    LineRun request{"folder", "simulated", std::nullopt, std::nullopt};
    request.duties = {"laminate"};
    request.items = {"papiro"};
    const auto refused = m_house.ask("operator", request);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.refusal().has("line.unknown-duty"_code));
    EXPECT_TRUE(refused.refusal().has("stock.unknown-item"_code));
}

TEST_P(StationsOffice, APausedWorkstationTakesNothingAndSaysWhy) {
    EXPECT_FALSE(m_house.ask("operator", LineRest{"linea-1", "pause", "Cambio de cinta"}));
    EXPECT_TRUE(
        m_house.ask("supervisor", LineRest{"linea-1", "siesta", "Calor"}).refusal().has("line.unknown-rest"_code));
    ASSERT_TRUE(m_house.ask("supervisor", LineRest{"linea-1", "pause", "Cambio de cinta"}));
    const auto ran = run({});
    EXPECT_EQ(ran.steps, 0);
    ASSERT_TRUE(ran.rest);
    EXPECT_EQ(ran.rest->reason, "Cambio de cinta");
    EXPECT_EQ(ran.rest->person, "supervisor");
    const auto rests = base::expected(m_house.ask("operator", LineStatus{}), "status").rests;
    ASSERT_EQ(rests.size(), 1U);
    EXPECT_EQ(rests.front().mode, "pause");
    ASSERT_TRUE(m_house.ask("supervisor", LineResume{"linea-1"}));
    EXPECT_TRUE(m_house.ask("supervisor", LineResume{"linea-1"}).refusal().has("line.does-not-rest"_code));
    EXPECT_GT(run({}).steps, 0);
}

TEST_P(StationsOffice, ADrainedWorkstationEndsWhatItHasBegun) {
    LineRun some{"folder", "simulated", std::nullopt, 5};
    some.duties = {"print"};
    ASSERT_TRUE(m_house.ask("operator", some));
    const auto untouched = at("received");
    ASSERT_TRUE(m_house.ask("supervisor", LineRest{"linea-1", "drain", "Fin de turno"}));
    const auto ran = run({});
    ASSERT_TRUE(ran.rest);
    EXPECT_GT(ran.waitingForRelease, 0);
    EXPECT_EQ(at("received"), untouched);
    EXPECT_EQ(at("prepared") + at("printed") + at("encoded"), 0);
}

// A printer that is broken spoils three books and not one after the other.
TEST_P(StationsOffice, APrinterThatFailsAgainAndAgainIsTakenOutOfService) {
    const support::IppTestPrinter printer{"exit 1"};
    const auto ran = run({}, printer.uri());
    ASSERT_EQ(ran.outOfService.size(), 1U);
    EXPECT_EQ(ran.outOfService.front().duty, "print");
    EXPECT_EQ(ran.outOfService.front().cause, "printing.job-aborted");
    EXPECT_EQ(ran.refused, 3);
    std::int64_t spoiled = 0;
    for (const auto& line : base::expected(m_house.ask("custodian", StockBalance{}), "balance").lines)
        if (line.state == "spoiled") spoiled += line.quantity;
    EXPECT_EQ(spoiled, 3);
    // With another printer the line goes on; the order that spoiled all of them waits for a supervisor.
    EXPECT_THAT(run({}).outOfService, IsEmpty());
    EXPECT_EQ(at("inspected"), ordersTaken() - 1);
    OrderList held;
    held.standing = "held";
    EXPECT_EQ(base::expected(m_house.ask("supervisor", held), "held").orders.size(), 1U);
}

// It is not the printer's fault what it is asked for.
TEST_P(StationsOffice, APrinterThatIsAskedForOtherBlanksStaysInService) {
    const support::IppTestPrinter printer{"exit 0", support::printers::ofBooks()};
    const auto cards = run({"print"}, printer.uri(), {"card-visitor", "card-worker"});
    EXPECT_THAT(cards.outOfService, IsEmpty());
    EXPECT_EQ(at("prepared"), kCards);
    EXPECT_THAT(run({}, printer.uri()).outOfService, IsEmpty());
    EXPECT_EQ(at("inspected"), ordersTaken() - kCards);
}

// Nobody has to spoil three books to know that there is no paper.
TEST_P(StationsOffice, APrinterThatWaitsForAPersonIsTakenOutOfServiceAtOnce) {
    support::IppTestPrinter printer{"echo 'STATE: +media-jam-error' >&2; sleep 0.3; exit 1"};
    const auto ran = run({"print"}, printer.uri());
    ASSERT_EQ(ran.outOfService.size(), 1U);
    EXPECT_EQ(ran.outOfService.front().cause, "printing.job-jammed");
    EXPECT_EQ(ran.outOfService.front().arguments.at("printer"), printer.uri());
    EXPECT_EQ(ran.refused, 1);
}

}  // namespace
}  // namespace issuance
