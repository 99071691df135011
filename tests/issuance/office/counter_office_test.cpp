// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/ipp_test_printer.hpp"

/// A document that is made while its holder waits.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

class CounterOffice : public testing::TestWithParam<records::Engine> {
   protected:
    void SetUp() override {
        m_house.stockAndOrders();
        for (const auto& order : base::expected(m_house.ask("operator", OrderList{}), "orders").orders)
            if (order.kind == "passport-ordinary") m_order = order.order;  // the last: others come before it
    }
    static LineRun only(const std::string& order, const std::string& printer = "folder") {
        LineRun request{printer, "simulated", std::nullopt, std::nullopt};
        request.order = order;
        return request;
    }
    void keep() { ASSERT_TRUE(m_house.ask("supervisor", OrderCounter{m_order, "linea-1", "Viaja hoy"})); }
    LineRan make(const std::string& printer = "folder") {
        return base::expected(m_house.ask("operator", only(m_order, printer)), "make");
    }
    OrderShown shown() { return base::expected(m_house.ask("operator", OrderShow{m_order}), m_order); }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
    std::string m_order;
};
TROQUEL_ON_BOTH_ENGINES(CounterOffice);

TEST_P(CounterOffice, ADocumentIsMadeAheadOfTheQueueAndThenAwaitsItsRelease) {
    keep();
    EXPECT_EQ(shown().counter, "linea-1");
    const auto waiting = base::expected(m_house.ask("operator", LineStatus{}), "status").counters;
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().order, m_order);
    const auto ran = make();
    EXPECT_EQ(ran.steps, 5);
    ASSERT_TRUE(ran.awaits);
    EXPECT_EQ(ran.awaits->wish, "release");
    EXPECT_EQ(ran.awaits->stage, "inspected");
    EXPECT_EQ(ran.awaits->document, shown().order.document);
    OrderList untouched;
    untouched.stage = "received";
    EXPECT_EQ(base::expected(m_house.ask("operator", untouched), "orders").orders.size(),
              base::expected(m_house.ask("operator", OrderList{}), "orders").orders.size() - 1);
    ASSERT_TRUE(m_house.ask("inspector", LineRelease{m_order}));
    EXPECT_EQ(make().awaits->wish, "nothing");
    EXPECT_TRUE(base::expected(m_house.ask("operator", LineStatus{}), "status").counters.empty());
    EXPECT_TRUE(m_house.ask("supervisor", OrderCounter{m_order, "linea-1", "Viaja hoy"})
                    .refusal()
                    .has("order.ended-already"_code));
}

// Control 14: an operator never chooses the work.
TEST_P(CounterOffice, OnlyASupervisorTakesAnOrderOutOfItsTurnAndForAReason) {
    EXPECT_FALSE(m_house.ask("operator", OrderCounter{m_order, "linea-1", "Es mi primo"}));
    EXPECT_TRUE(m_house.ask("operator", only(m_order)).refusal().has("line.not-at-counter"_code));
    EXPECT_TRUE(m_house.ask("operator", only("no-such")).refusal().has("line.not-at-counter"_code));
    m_house.enrol("sola", "supervisor", "operator");
    ASSERT_TRUE(m_house.ask("sola", OrderCounter{m_order, "linea-1", "Viaja hoy"}));
    EXPECT_TRUE(m_house.ask("sola", only(m_order)).refusal().has("line.kept-by-maker"_code));
    ASSERT_TRUE(m_house.ask("sola", OrderCounter{m_order, std::nullopt, "Se fue"}));
    const auto refused = [&](const OrderCounter& request) {
        return m_house.ask("supervisor", request).refusal().first().code;
    };
    EXPECT_EQ(refused({m_order, "linea-1", ""}), "order.counter-reason-missing"_code);
    EXPECT_EQ(refused({m_order, "luna", "Viaja hoy"}), "people.unknown-workstation"_code);
    EXPECT_EQ(refused({"no-such", "linea-1", "Viaja hoy"}), "order.unknown"_code);
    EXPECT_EQ(refused({m_order, std::nullopt, "Se fue"}), "order.not-at-counter"_code);
    EXPECT_EQ(shown().counter, "");
    EXPECT_EQ(shown().order.stage, "received");
}

TEST_P(CounterOffice, TheQueueLeavesItUntilItIsPutBack) {
    keep();
    base::expected(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    EXPECT_EQ(shown().order.stage, "received");
    ASSERT_TRUE(m_house.ask("supervisor", OrderCounter{m_order, std::nullopt, "Se fue"}));
    EXPECT_TRUE(m_house.ask("operator", only(m_order)).refusal().has("line.not-at-counter"_code));
    base::expected(m_house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    EXPECT_EQ(shown().order.stage, "inspected");
}

TEST_P(CounterOffice, AWorkstationThatRestsMakesNothingAndSaysWhy) {
    keep();
    ASSERT_TRUE(m_house.ask("supervisor", LineRest{"linea-1", "pause", "Cambio de cinta"}));
    const auto ran = make();
    EXPECT_EQ(ran.steps, 0);
    ASSERT_TRUE(ran.rest);
    EXPECT_EQ(ran.awaits->wish, "again");
    ASSERT_TRUE(m_house.ask("supervisor", LineResume{"linea-1"}));
    EXPECT_EQ(make().awaits->wish, "release");
}

// Whoever waits is told what for, and not after a minute's rest but when it is there.
TEST_P(CounterOffice, WhatIsNotThereIsNamedAndTheNextTryGoesOn) {
    const support::IppTestPrinter printer{"exit 0", support::printers::ofBooks()};
    for (const auto& order : base::expected(m_house.ask("operator", OrderList{}), "orders").orders)
        if (order.kind == "border-visitor-card") m_order = order.order;
    keep();
    const auto ran = make(printer.uri());
    EXPECT_EQ(ran.awaits->wish, "again");
    EXPECT_EQ(ran.awaits->stage, "prepared");
    ASSERT_EQ(ran.awaits->reasons.size(), 1U);
    EXPECT_EQ(ran.awaits->reasons.front().code.substr(0, 9), "printing.");
    EXPECT_EQ(make().awaits->wish, "release");
    EXPECT_EQ(shown().order.attempts, 1);
}

TEST_P(CounterOffice, ARefusedBlankIsFollowedByAnother) {
    keep();
    auto request = only(m_order);
    request.damageOrder = m_order;
    const auto ran = base::expected(m_house.ask("operator", request), "make");
    EXPECT_EQ(ran.refused, 1);
    EXPECT_EQ(ran.awaits->wish, "release");
    EXPECT_EQ(shown().order.attempts, 2);
}

TEST_P(CounterOffice, AHoldSaysWhoDoesWhatNow) {
    keep();
    ASSERT_TRUE(m_house.ask("supervisor", OrderHold{m_order, "Falta la foto"}));
    auto awaits = make().awaits.value();
    EXPECT_EQ(awaits.wish, "unhold");
    EXPECT_EQ(awaits.holdReason, "Falta la foto");
    ASSERT_TRUE(m_house.ask("supervisor", OrderRelease{m_order, "Llegó"}));
    const support::IppTestPrinter printer{"exit 1"};
    awaits = make(printer.uri()).awaits.value();
    EXPECT_EQ(awaits.wish, "unhold") << "three blanks were spoiled";
    EXPECT_EQ(awaits.holdReason, "printing.job-aborted");
}

class CounterAfterAKill : public testing::TestWithParam<records::Engine> {};
TROQUEL_ON_BOTH_ENGINES(CounterAfterAKill);

TEST_P(CounterAfterAKill, ADoubtSaysWhoDoesWhatNowAndTheNextTryGoesOn) {
    support::LineUnderTest line{GetParam(), 2};
    ASSERT_NO_FATAL_FAILURE(line.killAt("print.begun", 1));
    line.run();
    ASSERT_EQ(line.doubts().size(), 1U);
    LineRun request{"folder", "simulated", std::nullopt, std::nullopt};
    request.order = line.doubts().front().order;
    ASSERT_TRUE(line.house().ask("supervisor", OrderCounter{*request.order, "linea-1", "Viaja hoy"}));
    const auto make = [&] { return base::expected(line.house().ask("operator", request), "make").awaits->wish; };
    EXPECT_EQ(make(), "resolve");
    line.resolve("untouched");
    EXPECT_EQ(make(), "release");
    line.expectAllDone();
}

}  // namespace
}  // namespace issuance
