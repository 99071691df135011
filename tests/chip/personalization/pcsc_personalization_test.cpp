// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "chip/pcsc/pcsc.hpp"
#include "chip/pcsc/pcsc_card.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "chip/simulator/vpcd_link.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/support/pcsc_daemon.hpp"

/// The encoder and the inspection system on a real pcscd with its real virtual reader; only the chip is simulated.
namespace chip {
namespace {

using std::chrono::seconds;
using Verdict = PersonalizationOutcome::Verdict;

class PcscPersonalization : public ::testing::Test {
   protected:
    static void SetUpTestSuite() { s_daemon = std::make_unique<support::PcscDaemon>(); }
    static void TearDownTestSuite() { s_daemon.reset(); }
    void SetUp() override {
        ASSERT_FALSE(m_context->readers().empty()) << s_daemon->log();
        m_reader = m_context->readers().front();
    }

    std::unique_ptr<VpcdLink> layOn(Card& chip) const {
        auto link = std::make_unique<VpcdLink>(chip, s_daemon->port());
        EXPECT_TRUE(m_context->waitForCard(m_reader, seconds{10})) << s_daemon->log();
        return link;
    }
    std::unique_ptr<PcscCard> connect() const {
        return std::make_unique<PcscCard>(m_context, m_reader, PcscTerms{m_encoder.profile().exchangeTimeout});
    }
    signing::PathQuestion trust() const { return {m_house.anchors, m_house.clock.now()}; }

    static std::unique_ptr<support::PcscDaemon> s_daemon;
    std::shared_ptr<pcsc::Context> m_context = std::make_shared<pcsc::Context>();
    std::string m_reader;
    signing::testing::House m_house;
    Encoder m_encoder{testing::icaoAppletProfile()};
};
std::unique_ptr<support::PcscDaemon> PcscPersonalization::s_daemon;

TEST_F(PcscPersonalization, TellsAChipFromAnotherByWhatTheReaderTellsOfIt) {
    SimulatedChip chip;
    {
        const auto link = layOn(chip);
        const auto card = connect();
        EXPECT_EQ(*chipIdentity(*card), chip.uid());
        EXPECT_FALSE(isAnotherChip(chip.uid(), *card));
    }
    ASSERT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));
    SimulatedChip other;
    {
        const auto link = layOn(other);
        EXPECT_TRUE(isAnotherChip(chip.uid(), *connect()));
    }
    ASSERT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));
    ChipMake make;
    make.drawnIdentity = true;
    SimulatedChip drawing{make};
    {
        const auto link = layOn(drawing);
        EXPECT_FALSE(isAnotherChip(chip.uid(), *connect()));
    }
    ASSERT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));
}

TEST_F(PcscPersonalization, MakesAChipThatPassesInspectionAndLeavesATornOneInDoubt) {
    const auto content = testing::specimen(m_house);
    {
        SimulatedChip chip;
        const auto link = layOn(chip);
        const auto card = connect();
        const auto outcome = m_encoder.personalize(*card, content);
        ASSERT_TRUE(outcome.locked()) << outcome.causes.at(0).code.name();
        const auto found = inspectChip(*card, testing::mrzKeys(), trust());
        EXPECT_TRUE(found.passed());
        EXPECT_EQ(found.files, content.files);
        EXPECT_EQ(found.access, AccessProtocol::Pace);
        EXPECT_TRUE(inspectChip(*card, testing::numberKeys(), trust()).passed());
        EXPECT_EQ(*probeChip(*card), ChipState::Locked);
        EXPECT_EQ(m_encoder.personalize(*card, content).causes.at(0).code.name(), "personalization.chip-not-blank");
    }
    ASSERT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));

    SimulatedChip torn;
    torn.inject({ChipFault::Kind::RemovedAfter, 40});
    {
        const auto link = layOn(torn);
        const auto card = connect();
        EXPECT_EQ(m_encoder.personalize(*card, content).verdict, Verdict::InDoubt);
    }
    ASSERT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));
    torn.reinsert();
    {
        const auto link = layOn(torn);
        EXPECT_EQ(*probeChip(*connect()), ChipState::Partial);
    }
    ASSERT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));
}

/// The steps before the first one of the kind, probing among them.
std::size_t commandsBefore(const std::vector<ChipStep>& plan, StepKind kind) {
    constexpr std::size_t kProbing = 3;
    const auto first = std::ranges::find(plan, kind, &ChipStep::kind);
    return kProbing + static_cast<std::size_t>(first - plan.begin());
}

TEST_F(PcscPersonalization, GivesAChipTheTimeOfItsProfileWhateverTheReaderWasOpenedWith) {
    using std::chrono::milliseconds;
    const auto content = testing::specimen(m_house);
    auto profile = testing::icaoAppletProfile();
    profile.exchangeTimeout = profile.lockTimeout = milliseconds{60000};
    profile.stepTimeouts[StepKind::PutSecret] = milliseconds{400};
    Encoder encoder{profile};
    const auto plan = encoder.plan(content, 255);
    const auto outcomeWith = [&](ChipFault fault, milliseconds opened) {
        SimulatedChip chip;
        chip.inject(fault);
        PersonalizationOutcome outcome;
        {
            const auto link = layOn(chip);
            PcscCard card{m_context, m_reader, PcscTerms{opened}};
            outcome = encoder.personalize(card, content);
        }
        EXPECT_TRUE(m_context->waitForRemoval(m_reader, seconds{10}));
        return outcome;
    };
    ChipFault slow{ChipFault::Kind::Slow, commandsBefore(plan, StepKind::PutSecret) + 1};
    slow.delay = milliseconds{1500};
    const auto late = outcomeWith(slow, milliseconds{60000});
    ASSERT_EQ(late.verdict, Verdict::InDoubt);
    EXPECT_EQ(late.causes.front().arguments.back().second, "card.silent");
    const auto mute = outcomeWith({ChipFault::Kind::Silence, slow.atCommand}, milliseconds{60000});
    EXPECT_EQ(mute.verdict, Verdict::InDoubt);
    profile.stepTimeouts.clear();
    encoder = Encoder{profile};
    EXPECT_TRUE(outcomeWith(slow, milliseconds{100}).locked()) << "the profile gives it a minute";
}

}  // namespace
}  // namespace chip
