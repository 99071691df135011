// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "issuance/office/station.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using namespace std::chrono_literals;

/// A line whose printer has nothing to print on.
class PrinterOffice : public testing::Test {
   protected:
    void SetUp() override {
        m_house.stockAndOrders();
        m_printer.load(0);
    }
    LineRun wholeLine() const { return {m_printer.uri(), "simulated", std::nullopt, std::nullopt}; }

    /// What a printer asks for, once it does.
    static StationCall awaited(const std::function<std::vector<StationCall>()>& calls,
                               const std::string& reason = "printer.media-empty") {
        for (int tries = 0; tries < 3000; ++tries, std::this_thread::sleep_for(10ms))
            for (const auto& call : calls())
                if (call.wish == "see_to" && call.reasons.front().code == reason) return call;
        ADD_FAILURE() << "no printer asked for anything";
        return {};
    }
    std::vector<StationCall> statusCalls() { return m_house.ask("operator", LineStatus{})->calls; }
    std::vector<OrderLine> doubts() { return m_house.ask("operator", LineStatus{})->inDoubt; }

    support::TrainingHouse m_house;
    support::IppTestPrinter m_printer{"printf x >> \"$OUT/count\""};
};

TEST_F(PrinterOffice, WhatAPrinterWaitsForIsInTheStatusAndItsPrintCanBeGivenUp) {
    EXPECT_TRUE(m_house.ask("operator", LineCancelPrint{"A0000001"}).refusal().has("line.not-printing"_code));
    auto running = std::async(std::launch::async, [&] { return m_house.ask("operator", wholeLine()); });
    const auto call = awaited([&] { return statusCalls(); });
    EXPECT_EQ(call.reader, m_printer.uri());
    EXPECT_FALSE(m_house.ask("inspector", LineCancelPrint{call.blank}));
    EXPECT_TRUE(m_house.ask("operator", LineCancelPrint{call.blank}));
    m_printer.load(25);  // only then ippeveprinter ends a job that it was asked to end
    const auto ran = running.get();
    ASSERT_TRUE(ran);
    EXPECT_EQ(ran->inDoubt, 1);
    ASSERT_EQ(doubts().size(), 1U);
    const auto doubt = m_house.ask("operator", LineDoubt{doubts().front().order, "simulated"});
    ASSERT_TRUE(doubt);
    EXPECT_EQ(doubt->blank, call.blank);
    EXPECT_EQ(doubt->cause, "printing.job-cancelled-late");
    EXPECT_EQ(ran->waitingForRelease, 13);
    EXPECT_TRUE(statusCalls().empty());
}

TEST_F(PrinterOffice, APrinterAtAStationIsGivenUpFromTheHouse) {
    StationMachines machines;
    machines.printer = m_printer.uri();
    machines.home = m_house.home();
    const Credentials credentials{m_house.token("operator"), ""};
    const auto station = base::expected(openStation(m_house.office(), credentials, machines), "station");
    auto request = wholeLine();
    request.station = station->name();
    auto running = std::async(std::launch::async, [&] { return m_house.ask("operator", request); });
    const auto call = awaited([&] { return station->calls(); });
    // The station knows first; the house hears of it when the station tells.
    base::Result<Done> givenUp = base::Fault{"line.not-printing"_code};
    for (int tries = 0; tries < 1500 && !givenUp; ++tries, std::this_thread::sleep_for(20ms))
        givenUp = m_house.ask("operator", LineCancelPrint{call.blank});
    EXPECT_TRUE(givenUp);
    awaited([&] { return station->calls(); }, "printer.withdrawing");
    m_printer.load(25);
    const auto ran = running.get();
    ASSERT_TRUE(ran);
    EXPECT_EQ(ran->inDoubt, 1);
    EXPECT_EQ(m_house.ask("operator", LineDoubt{doubts().front().order, "simulated"})->cause,
              "printing.job-cancelled-late");
}

TEST_F(PrinterOffice, ALineDoesNotBeginWithAPrinterThatFitsNoPage) {
    const support::IppTestPrinter office{"exit 0", support::printers::ofOffices()};
    const auto ran = m_house.ask("operator", LineRun{office.uri(), "simulated", std::nullopt, std::nullopt});
    ASSERT_FALSE(ran);
    EXPECT_TRUE(ran.refusal().has("line.printer-fits-no-page"_code));
    for (const auto& order : m_house.ask("operator", OrderList{})->orders) EXPECT_EQ(order.stage, "received");
}

}  // namespace
}  // namespace issuance
