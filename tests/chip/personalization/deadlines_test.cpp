// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/support/specimen.hpp"

/// Deadlines of exchanges are the profile's, kind by kind.
namespace chip {
namespace {

using std::chrono::milliseconds;

/// A card that notes how long it was given for each exchange.
class TimedCard final : public Card {
   public:
    explicit TimedCard(Card& card) : m_card(card) {}

    Response transmit(const Command& command) override {
        m_given.push_back(m_deadline);
        return m_card.transmit(command);
    }
    void reset() override { m_card.reset(); }
    void answerWithin(milliseconds deadline) override { m_deadline = deadline; }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset(); }
    [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }

    [[nodiscard]] const std::vector<milliseconds>& given() const { return m_given; }

   private:
    Card& m_card;
    milliseconds m_deadline{0};
    std::vector<milliseconds> m_given;
};

/// As the house's, with times by which steps are told apart.
ChipProfile timedProfile() {
    auto profile = testing::icaoAppletProfile();
    profile.exchangeTimeout = milliseconds{1111};
    profile.lockTimeout = milliseconds{9999};
    profile.stepTimeouts = {{StepKind::PutKey, milliseconds{3333}}, {StepKind::Probe, milliseconds{2222}}};
    return profile;
}

std::string argumentOf(const PersonalizationOutcome& outcome, std::string_view name) {
    for (const auto& [argument, value] : outcome.causes.at(0).arguments)
        if (argument == name) return value;
    return {};
}

class Deadlines : public ::testing::Test {
   protected:
    static constexpr std::size_t kProbing = 3;
    signing::testing::House m_house;
    ChipProfile m_profile = timedProfile();
    Encoder m_encoder{m_profile};
    ChipContent m_content = testing::specimen(m_house);
    std::vector<ChipStep> m_plan = m_encoder.plan(m_content, 255);
};

TEST_F(Deadlines, AreThoseOfTheProfileForEachExchange) {
    SimulatedChip chip;
    TimedCard card{chip};
    ASSERT_TRUE(m_encoder.personalize(card, m_content).locked());
    ASSERT_EQ(card.given().size(), kProbing + m_plan.size());
    for (std::size_t i = 0; i < kProbing; ++i) EXPECT_EQ(card.given()[i], milliseconds{2222});
    for (std::size_t i = 0; i < m_plan.size(); ++i)
        EXPECT_EQ(card.given()[kProbing + i], m_profile.timeoutOf(m_plan[i].kind)) << nameOf(m_plan[i].kind);
}

TEST_F(Deadlines, OfAnyKindOfStepMakeASilentChipOneInDoubt) {
    std::set<StepKind> seen;
    for (std::size_t i = 0; i < m_plan.size(); ++i) {
        const auto kind = m_plan[i].kind;
        if (!seen.insert(kind).second) continue;
        SimulatedChip chip;
        ChipFault slow{ChipFault::Kind::Slow, kProbing + i + 1};
        slow.delay = m_profile.timeoutOf(kind) + milliseconds{1};
        chip.inject(slow);
        const auto outcome = m_encoder.personalize(chip, m_content);
        ASSERT_FALSE(outcome.locked()) << nameOf(kind);
        EXPECT_EQ(argumentOf(outcome, "cause"), "card.silent") << nameOf(kind);
        EXPECT_EQ(argumentOf(outcome, "step"), nameOf(kind));
    }
    EXPECT_GE(seen.size(), 6U);
}

TEST_F(Deadlines, OfAProbeLeaveTheChipBlank) {
    SimulatedChip chip;
    ChipFault slow{ChipFault::Kind::Slow, 1};
    slow.delay = milliseconds{2223};
    chip.inject(slow);
    const auto outcome = m_encoder.personalize(chip, m_content);
    EXPECT_EQ(outcome.causes.front().code.name(), "personalization.lost-before-writing");
    EXPECT_TRUE(outcome.chipUntouched);
}

}  // namespace
}  // namespace chip
