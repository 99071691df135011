// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/stage.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace issuance {
namespace {

using Key = std::pair<Standing, LineEvent>;

/// What the trade expects of a passport between printing and encoding, event by event; anything else may not happen.
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
    {{Standing::InDoubt, LineEvent::FoundDone}, {Stage::Encoded, Standing::Ready}},
    {{Standing::InDoubt, LineEvent::FoundUntouched}, {Stage::Printed, Standing::Ready}},
    {{Standing::InDoubt, LineEvent::FoundSpoiled}, {Stage::Cleared, Standing::Ready}},
    {{Standing::Held, LineEvent::FoundSpoiled}, {Stage::Cleared, Standing::Ready}},
    {{Standing::Held, LineEvent::ReleaseHold}, {Stage::Printed, Standing::Ready}},
    {{Standing::Held, LineEvent::Cancel}, {Stage::Cancelled, Standing::Ended}},
    {{Standing::Ready, LineEvent::SendBack}, {Stage::SentBack, Standing::Ended}},
    {{Standing::Held, LineEvent::SendBack}, {Stage::SentBack, Standing::Ended}},
};

TEST(LineLifecycle, AtAPhysicalStepAllowsExactlyWhatTheTableSays) {
    for (const auto standing : allStandings()) {
        for (const auto event : allLineEvents()) {
            const auto expected = kAtPrinted.find({standing, event});
            const auto actual = positionAfter({Stage::Printed, standing}, event, Chip::Present);
            ASSERT_EQ(actual.has_value(), expected != kAtPrinted.end()) << nameOf(standing) << " " << nameOf(event);
            if (actual) {
                EXPECT_EQ(*actual, expected->second) << nameOf(standing) << " " << nameOf(event);
            }
        }
    }
}

TEST(LineLifecycle, OnlyWhatInspectionHeldIsOverridden) {
    for (const auto stage : allStages())
        for (const auto standing : allStandings())
            for (const auto chip : {Chip::None, Chip::Present}) {
                const auto after = positionAfter({stage, standing}, LineEvent::Override, chip);
                const auto inspected = chip == Chip::Present ? Stage::Encoded : Stage::Printed;
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
                EXPECT_FALSE(positionAfter({stage, standing}, event, Chip::Present));
}

TEST(LineLifecycle, OnlyPrintingAndEncodingCanBeInDoubt) {
    for (const auto stage : allStages())
        for (const auto event : allLineEvents()) {
            const auto after = positionAfter({stage, Standing::Acting}, event, Chip::Present);
            if (after && after->standing == Standing::InDoubt) {
                EXPECT_TRUE(stage == Stage::Prepared || stage == Stage::Printed);
            }
        }
}

TEST(LineLifecycle, AMachineNeverLeavesADoubt) {
    const std::set<LineEvent> people{LineEvent::FoundDone, LineEvent::FoundUntouched, LineEvent::FoundSpoiled};
    for (const auto stage : allStages())
        for (const auto event : allLineEvents())
            if (positionAfter({stage, Standing::InDoubt}, event, Chip::Present)) {
                EXPECT_EQ(people.count(event), 1U) << nameOf(event);
            }
}

TEST(LineLifecycle, ARefusalBeforeABlankIsTakenHoldsTheOrder) {
    EXPECT_EQ(positionAfter({Stage::Received, Standing::Claimed}, LineEvent::Refuse, Chip::Present),
              (Position{Stage::Received, Standing::Held}));
    EXPECT_EQ(positionAfter({Stage::Cleared, Standing::Claimed}, LineEvent::Refuse, Chip::Present),
              (Position{Stage::Cleared, Standing::Held}));
}

TEST(LineLifecycle, APhysicalActThatWasNotAnnouncedCannotEnd) {
    EXPECT_FALSE(positionAfter({Stage::Prepared, Standing::Claimed}, LineEvent::Finish, Chip::Present));
    EXPECT_TRUE(positionAfter({Stage::Encoded, Standing::Claimed}, LineEvent::Finish, Chip::Present));
}

TEST(LineLifecycle, WithoutAChipInspectionFollowsPrinting) {
    EXPECT_EQ(stepAfter(Stage::Printed, Chip::None), Step::Inspect);
    EXPECT_EQ(stepAfter(Stage::Printed, Chip::Present), Step::Encode);
    EXPECT_EQ(positionAfter({Stage::Printed, Standing::Claimed}, LineEvent::Finish, Chip::None),
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
