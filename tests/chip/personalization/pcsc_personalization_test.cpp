// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

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
    void SetUp() override {
        ASSERT_FALSE(m_context->readers().empty()) << m_daemon.log();
        m_reader = m_context->readers().front();
    }

    std::unique_ptr<VpcdLink> layOn(Card& chip) const {
        auto link = std::make_unique<VpcdLink>(chip, m_daemon.port());
        EXPECT_TRUE(m_context->waitForCard(m_reader, seconds{10})) << m_daemon.log();
        return link;
    }
    std::unique_ptr<PcscCard> connect() const {
        return std::make_unique<PcscCard>(m_context, m_reader, PcscTerms{m_encoder.profile().exchangeTimeout});
    }
    signing::PathQuestion trust() const { return {m_house.anchors, m_house.clock.now()}; }

    support::PcscDaemon m_daemon;
    std::shared_ptr<pcsc::Context> m_context = std::make_shared<pcsc::Context>();
    std::string m_reader;
    signing::testing::House m_house;
    Encoder m_encoder{testing::icaoAppletProfile()};
};

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
    const auto link = layOn(torn);
    EXPECT_EQ(*probeChip(*connect()), ChipState::Partial);
}

}  // namespace
}  // namespace chip
