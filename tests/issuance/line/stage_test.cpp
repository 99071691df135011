// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace issuance {
namespace {

using Key = std::pair<Standing, LineEvent>;

/// What the trade expects of a passport between its two physical acts, event by event; anything else may not happen.
const std::map<Key, Position> kAtPrinted{
    {{Standing::Ready, LineEvent::Claim}, {Stage::Printed, Standing::Claimed}},
    {{Standing::Ready, LineEvent::Hold}, {Stage::Printed, Standing::Held}},
    {{Standing::Ready, LineEvent::Cancel}, {Stage::Cancelled, Standing::Ended}},
    {{Standing::Claimed, LineEvent::Begin}, {Stage::Printed, Standing::Acting}},
    {{Standing::Claimed, LineEvent::Refuse}, {Stage::Cleared, Standing::Ready}},
    {{Standing::Claimed, LineEvent::Lapse}, {Stage::Printed, Standing::Ready}},
    {{Standing::Claimed, LineEvent::GiveBack}, {Stage::Printed, Standing::Ready}},
    {{Standing::Claimed, LineEvent::Hold}, {Stage::Printed, Standing::Held}},
    {{Standing::Acting, LineEvent::Finish}, {Stage::Encoded, Standing::Ready}},
    {{Standing::Acting, LineEvent::Refuse}, {Stage::Cleared, Standing::Ready}},
    {{Standing::Acting, LineEvent::Lapse}, {Stage::Printed, Standing::InDoubt}},
    {{Standing::Acting, LineEvent::Doubt}, {Stage::Printed, Standing::InDoubt}},
    {{Standing::Acting, LineEvent::GiveBack}, {Stage::Printed, Standing::Ready}},
    {{Standing::Acting, LineEvent::Hold}, {Stage::Printed, Standing::Held}},
    {{Standing::InDoubt, LineEvent::Finish}, {Stage::Encoded, Standing::Ready}},
    {{Standing::InDoubt, LineEvent::Refuse}, {Stage::Cleared, Standing::Ready}},
    {{Standing::InDoubt, LineEvent::FoundDone}, {Stage::Encoded, Standing::Ready}},
    {{Standing::InDoubt, LineEvent::FoundUntouched}, {Stage::Printed, Standing::Ready}},
    {{Standing::InDoubt, LineEvent::FoundSpoiled}, {Stage::Cleared, Standing::Ready}},
    {{Standing::Held, LineEvent::FoundSpoiled}, {Stage::Cleared, Standing::Ready}},
    {{Standing::Held, LineEvent::ReleaseHold}, {Stage::Printed, Standing::Ready}},
    {{Standing::Held, LineEvent::Cancel}, {Stage::Cancelled, Standing::Ended}},
    {{Standing::Ready, LineEvent::SendBack}, {Stage::SentBack, Standing::Ended}},
    {{Standing::Held, LineEvent::SendBack}, {Stage::SentBack, Standing::Ended}},
};

void expectTable(Stage stage, Route route, const std::function<Stage(Stage)>& inStead) {
    for (const auto standing : allStandings()) {
        for (const auto event : allLineEvents()) {
            const auto expected = kAtPrinted.find({standing, event});
            const auto actual = positionAfter({stage, standing}, event, route);
            ASSERT_EQ(actual.has_value(), expected != kAtPrinted.end()) << nameOf(standing) << " " << nameOf(event);
            if (actual) {
                EXPECT_EQ(actual->stage, inStead(expected->second.stage)) << nameOf(standing) << " " << nameOf(event);
                EXPECT_EQ(actual->standing, expected->second.standing) << nameOf(standing) << " " << nameOf(event);
            }
        }
    }
}

TEST(LineLifecycle, AtAPhysicalStepAllowsExactlyWhatTheTableSays) {
    expectTable(Stage::Printed, Route::PageFirst, [](Stage stage) { return stage; });
}

TEST(LineLifecycle, AtTheSameStepOfAChipThatComesFirstPrintedAndEncodedChangePlaces) {
    expectTable(Stage::Encoded, Route::ChipFirst, [](Stage stage) {
        return stage == Stage::Printed ? Stage::Encoded : stage == Stage::Encoded ? Stage::Printed : stage;
    });
}

TEST(LineLifecycle, EachRouteComesToEachOfItsStepsOnceAndInItsOrder) {
    const std::map<Route, std::vector<Step>> expected{
        {Route::PageOnly, {Step::Clear, Step::Prepare, Step::Print, Step::Inspect, Step::Release}},
        {Route::PageFirst, {Step::Clear, Step::Prepare, Step::Print, Step::Encode, Step::Inspect, Step::Release}},
        {Route::ChipFirst, {Step::Clear, Step::Prepare, Step::Encode, Step::Print, Step::Inspect, Step::Release}}};
    for (const auto route : allRoutes()) {
        std::vector<Step> steps;
        for (auto next = stepAfter(Stage::Received, route); next; next = stepAfter(stageReachedBy(steps.back()), route))
            steps.push_back(*next);
        EXPECT_EQ(steps, expected.at(route));
        EXPECT_EQ(hasChip(route), std::ranges::count(steps, Step::Encode) == 1);
    }
}

TEST(LineLifecycle, NothingHappensAtAStageThatTheRouteDoesNotComeTo) {
    EXPECT_FALSE(stepAfter(Stage::Encoded, Route::PageOnly));
    for (const auto standing : allStandings())
        for (const auto event : allLineEvents())
            EXPECT_FALSE(positionAfter({Stage::Encoded, standing}, event, Route::PageOnly)) << nameOf(event);
}

TEST(LineLifecycle, OnlyWhatInspectionHeldIsOverridden) {
    for (const auto stage : allStages())
        for (const auto standing : allStandings())
            for (const auto route : allRoutes()) {
                const auto after = positionAfter({stage, standing}, LineEvent::Override, route);
                const auto inspected = route == Route::PageFirst ? Stage::Encoded : Stage::Printed;
                ASSERT_EQ(after.has_value(), stage == inspected && standing == Standing::Held) << nameOf(stage);
                if (after) {
                    EXPECT_EQ(*after, (Position{Stage::Inspected, Standing::Ready}));
                }
            }
}

TEST(LineLifecycle, NothingFollowsAnEnd) {
    for (const auto stage : {Stage::Released, Stage::Cancelled, Stage::SentBack})
        for (const auto standing : allStandings())
            for (const auto event : allLineEvents())
                for (const auto route : allRoutes()) EXPECT_FALSE(positionAfter({stage, standing}, event, route));
}

TEST(LineLifecycle, OnlyPrintingAndEncodingCanBeInDoubt) {
    for (const auto route : allRoutes())
        for (const auto stage : allStages())
            for (const auto event : allLineEvents()) {
                const auto after = positionAfter({stage, Standing::Acting}, event, route);
                if (!after || after->standing != Standing::InDoubt) continue;
                const auto step = stepAfter(stage, route);
                EXPECT_TRUE(step == Step::Print || step == Step::Encode) << nameOf(stage);
            }
}

TEST(LineLifecycle, OnlyPeopleAndTheStationThatDidTheActLeaveADoubt) {
    const std::set<LineEvent> people{LineEvent::FoundDone, LineEvent::FoundUntouched, LineEvent::FoundSpoiled,
                                     LineEvent::Finish, LineEvent::Refuse};
    for (const auto route : allRoutes())
        for (const auto stage : allStages())
            for (const auto event : allLineEvents())
                if (positionAfter({stage, Standing::InDoubt}, event, route)) {
                    EXPECT_EQ(people.count(event), 1U) << nameOf(event);
                }
}

TEST(LineLifecycle, ARefusalBeforeABlankIsTakenHoldsTheOrder) {
    for (const auto route : allRoutes())
        for (const auto stage : {Stage::Received, Stage::Cleared})
            EXPECT_EQ(positionAfter({stage, Standing::Claimed}, LineEvent::Refuse, route),
                      (Position{stage, Standing::Held}));
}

TEST(LineLifecycle, APhysicalActThatWasNotAnnouncedCannotEnd) {
    for (const auto route : allRoutes())
        for (const auto stage : allStages()) {
            const auto step = stepAfter(stage, route);
            if (!step) continue;
            EXPECT_EQ(positionAfter({stage, Standing::Claimed}, LineEvent::Finish, route).has_value(),
                      !isPhysical(*step))
                << nameOf(stage);
        }
}

TEST(LineLifecycle, WithoutAChipInspectionFollowsPrinting) {
    EXPECT_EQ(positionAfter({Stage::Printed, Standing::Claimed}, LineEvent::Finish, Route::PageOnly),
              (Position{Stage::Inspected, Standing::Ready}));
}

TEST(LineLifecycle, NamesGoThereAndBack) {
    for (const auto stage : allStages()) EXPECT_EQ(stageNamed(nameOf(stage)), stage);
    for (const auto standing : allStandings()) EXPECT_EQ(standingNamed(nameOf(standing)), standing);
    EXPECT_EQ(verdictNamed("untouched"), LineEvent::FoundUntouched);
    EXPECT_FALSE(verdictNamed("claim"));
    EXPECT_FALSE(stageNamed("nowhere"));
}

}  // namespace
}  // namespace issuance
