// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using records::Engine;

/// What becomes of the blank that was in doubt.
enum class Fate { Becomes, Spoiled };

/// Where the process was killed, what the chip says then, what the person says, and what follows.
struct DoubtCase {
    const char* point;
    int occurrence;
    const char* chip;
    const char* verdict;
    Fate fate;
    const char* refusedAt;  ///< the step that finds a lie out; empty where there is none
};

constexpr DoubtCase kCases[] = {
    {"print.begun", 1, "blank", "untouched", Fate::Becomes, ""},
    {"print.begun", 1, "blank", "spoiled", Fate::Spoiled, ""},
    {"print.begun", 1, "blank", "done", Fate::Spoiled, "inspect"},  // nothing was printed
    {"print.page", 1, "blank", "done", Fate::Becomes, ""},
    {"print.back", 1, "", "done", Fate::Spoiled, "inspect"},  // one side was printed
    {"print.back", 1, "", "spoiled", Fate::Spoiled, ""},
    {"print.front", 1, "", "done", Fate::Becomes, ""},
    {"encode.begun", 1, "blank", "untouched", Fate::Becomes, ""},
    {"encode.begun", 1, "blank", "done", Fate::Spoiled, "inspect"},                    // nothing was written
    {"encode.write-file EF.DG2", 9, "partial", "done", Fate::Spoiled, "inspect"},      // half was written
    {"encode.write-file EF.DG2", 9, "partial", "untouched", Fate::Spoiled, "encode"},  // half was written
    {"encode.write-file EF.DG2", 9, "partial", "spoiled", Fate::Spoiled, ""},
    {"encode.put-key EF.DG15", 1, "partial", "done", Fate::Spoiled, "inspect"},  // not locked
    {"encode.lock", 1, "locked", "done", Fate::Becomes, ""},
    {"encode.done", 1, "locked", "done", Fate::Becomes, ""},
    {"encode.done", 1, "locked", "untouched", Fate::Spoiled, "encode"},  // all was written
    {"encode.done", 1, "locked", "spoiled", Fate::Spoiled, ""},
};

void PrintTo(const DoubtCase& each, std::ostream* out) {
    *out << each.point << "/" << each.occurrence << " found " << each.verdict;
}

class DoubtfulLine : public testing::TestWithParam<std::tuple<DoubtCase, Engine>> {};
INSTANTIATE_TEST_SUITE_P(AllFindingsOnBothEngines, DoubtfulLine,
                         testing::Combine(testing::ValuesIn(kCases),
                                          testing::Values(Engine::Sqlite, Engine::Postgresql)));

/// The step at which the blank was refused by a machine.
std::string refusedAt(const OrderShown& shown, const std::string& blank) {
    for (const auto& event : shown.stages)
        if (event.outcome == "refuse" && event.blank == blank) return event.stage;
    return "";
}

TEST_P(DoubtfulLine, GoesOnAsThePersonFoundAndFindsALieOut) {
    const auto& [each, engine] = GetParam();
    support::LineUnderTest line{engine};
    ASSERT_NO_FATAL_FAILURE(line.killAt(each.point, each.occurrence));
    line.run();
    const auto doubts = line.doubts();
    ASSERT_EQ(doubts.size(), 1U);
    const auto& order = doubts.front().order;
    const auto doubt = line.house().ask("supervisor", LineDoubt{order, "simulated"});
    ASSERT_TRUE(doubt);
    EXPECT_EQ(doubt->chip, each.chip);
    EXPECT_EQ(doubt->step, std::string{each.point}.substr(0, doubt->step.size()));
    EXPECT_EQ(doubt->cause, "lease-lapsed");

    line.resolve(each.verdict);
    line.run();
    EXPECT_TRUE(line.doubts().empty());
    line.expectAllDone();
    const auto shown = line.house().ask("operator", OrderShow{order});
    const auto document = line.house().ask("operator", DocumentShow{shown->order.document});
    EXPECT_EQ(document->blank == doubt->blank, each.fate == Fate::Becomes);
    EXPECT_EQ(shown->order.attempts, each.fate == Fate::Becomes ? 1 : 2);
    EXPECT_EQ(refusedAt(*shown, doubt->blank), each.refusedAt);
}

TEST(Doubt, IsToldOnlyWhereThereIsOne) {
    support::LineUnderTest line{Engine::Sqlite};
    auto& house = line.house();
    EXPECT_TRUE(
        house.ask("supervisor", LineDoubt{line.orders().front(), "simulated"}).refusal().has("line.not-in-doubt"_code));
    EXPECT_TRUE(house.ask("supervisor", LineDoubt{"no-such", "simulated"}).refusal().has("order.unknown"_code));
}

}  // namespace
}  // namespace issuance
