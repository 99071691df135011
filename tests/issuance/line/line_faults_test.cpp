// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "contract/acts_of_orders.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace contract;
using records::Engine;
using support::KillPoint;

constexpr KillPoint kPoints[] = {
    {"claimed", 1, false},
    {"claimed", 8, false},
    {"clear.recorded", 1, false},
    {"prepare.blank-taken", 1, false},
    {"prepare.made", 1, false},
    {"prepare.recorded", 1, false},
    {"print.begun", 1, true},
    {"print.page", 1, true},
    {"print.back", 1, true},   // one side of the card is printed
    {"print.front", 1, true},  // both are
    {"print.done", 1, true},
    {"encode.begun", 1, true},
    {"encode.probe", 1, true},
    {"encode.create-file EF.DG1", 1, true},
    {"encode.write-file EF.DG2", 1, true},
    {"encode.write-file EF.DG2", 20, true},
    {"encode.write-file EF.SOD", 1, true},
    {"encode.put-secret MRZ", 1, true},
    {"encode.put-key EF.DG15", 1, true},
    {"encode.lock", 1, true},
    {"encode.done", 1, true},
    {"act.recorded", 1, true},
    {"act.recorded", 2, true},
    {"inspect.judged", 1, false},
    {"inspect.kept", 1, false},
    {"refuse.recorded", 1, false},
    {"inspect.recorded", 1, false},
    {"inspect.recorded", 2, false},
};

class KilledLine : public testing::TestWithParam<std::tuple<KillPoint, Engine>> {};
INSTANTIATE_TEST_SUITE_P(AtEachPointOnBothEngines, KilledLine,
                         testing::Combine(testing::ValuesIn(kPoints),
                                          testing::Values(Engine::Sqlite, Engine::Postgresql)));

TEST_P(KilledLine, LosesAndDoublesNothing) {
    const auto& [point, engine] = GetParam();
    support::LineUnderTest line{engine};
    ASSERT_NO_FATAL_FAILURE(line.killAt(point.point, point.occurrence, line.orders().front()));
    line.run();
    EXPECT_EQ(line.doubts().size(), point.leavesDoubt ? 1U : 0U);
    line.expectBooksAgree();
    line.run();
    EXPECT_EQ(line.doubts().size(), point.leavesDoubt ? 1U : 0U) << "a machine went on from a doubt";
    line.resolve("spoiled");
    line.run();
    line.expectAllDone();
}

TEST(TwoProcesses, ShareOneDatabaseAndDoEachStepOnce) {
    support::LineUnderTest line{Engine::Postgresql, 7};
    auto& house = line.house();
    house.closeOffice();
    const auto work = [&] { support::workAtLine(house.home(), house.token("operator"), "", {}); };
    const pid_t first = support::inChild(work);
    const pid_t second = support::inChild(work);
    EXPECT_EQ(support::waitFor(first), 0);
    EXPECT_EQ(support::waitFor(second), 0);
    house.reopenOffice();
    line.expectAllDone();
    for (const auto& order : line.orders()) {
        std::multiset<std::string> steps;
        const auto shown = house.ask("operator", OrderShow{order});
        ASSERT_TRUE(shown);
        for (const auto& stage : shown->stages) steps.insert(stage.stage);
        for (const char* step : {"clear", "prepare", "print", "inspect", "release"})
            EXPECT_EQ(steps.count(step), 1U) << order << " " << step;
        EXPECT_EQ(steps.count("encode"), shown->order.kind == "passport-ordinary" ? 1U : 0U) << order;
    }
}

}  // namespace
}  // namespace issuance
