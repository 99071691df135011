// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/encoder.hpp"

#include <gtest/gtest.h>

#include "chip/lds/dg2.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/chip/support/torn_card.hpp"

namespace chip {
namespace {

using testing::TornCard;
using Verdict = PersonalizationOutcome::Verdict;

class EncoderTest : public ::testing::Test {
   protected:
    static void SetUpTestSuite() { s_house = std::make_unique<signing::testing::House>(); }
    static void TearDownTestSuite() { s_house.reset(); }

    static const signing::testing::House& house() { return *s_house; }
    ChipInspection inspect(Card& card) const {
        return inspectChip(card, testing::mrzKeys(), {house().anchors, house().clock.now()});
    }

    const Encoder m_encoder{testing::icaoAppletProfile()};

   private:
    static inline std::unique_ptr<signing::testing::House> s_house;
};

TEST_F(EncoderTest, WritesAndLocksABlankChip) {
    SimulatedChip chip;
    const auto content = testing::specimen(house());
    EXPECT_EQ(*probeChip(chip), ChipState::Blank);
    const auto outcome = m_encoder.personalize(chip, content);
    EXPECT_TRUE(outcome.locked());
    EXPECT_TRUE(outcome.causes.empty());
    EXPECT_EQ(*probeChip(chip), ChipState::Locked);
}

TEST_F(EncoderTest, TakesAsFewExchangesAsTheDialectAllows) {
    SimulatedChip chip;
    TornCard card{chip};
    const auto content = testing::specimen(house());
    ASSERT_TRUE(m_encoder.personalize(card, content).locked());
    // 3 to probe, 2 between the directories, 3 secrets and keys, 2 to lock; 2 and the chunks for each file.
    std::size_t least = 3 + 2 + 3 + 2;
    for (const auto& [file, octets] : content.files) least += 2 + (octets.size() + 254) / 255;
    EXPECT_EQ(card.exchanges(), least);
    EXPECT_EQ(card.resets(), 2U);
}

/// Written with UPDATE BINARY of the odd instruction beyond 32767, and read so through secure messaging.
TEST_F(EncoderTest, WritesAFileOf60000OctetsThatInspectionReadsBack) {
    auto content = testing::specimen(house());
    content.files[lds::File::Dg2] = base::expected(lds::encodeDg2(testing::portrait(60000)), "DG2");
    testing::seal(content, house());
    auto profile = testing::icaoAppletProfile();
    for (auto& rule : profile.files)
        if (rule.file == lds::File::Dg2) rule.limit = 65535;
    for (const std::size_t chunk : {255U, 1000U}) {
        profile.chunk = chunk;
        ChipMake make;
        make.largestCommandData = chunk;
        SimulatedChip chip{make};
        TornCard card{chip};
        ASSERT_TRUE(Encoder{profile}.personalize(card, content).locked());
        for (const auto& keys : {testing::mrzKeys(), testing::numberKeys()}) {
            const auto found = inspectChip(chip, keys, {house().anchors, house().clock.now()});
            EXPECT_TRUE(found.passed());
            EXPECT_EQ(found.files, content.files);
        }
    }
}

TEST_F(EncoderTest, ReportsEachStepOfItsWay) {
    SimulatedChip chip;
    const auto content = testing::smallSpecimen(house());
    std::vector<EncodingProgress> seen;
    ASSERT_TRUE(m_encoder.personalize(chip, content, [&](const auto& each) { seen.push_back(each); }).locked());
    ASSERT_EQ(seen.size(), m_encoder.plan(content, 255).size() + 1);
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i].done, i);
    EXPECT_EQ(seen.back().done, seen.back().total);
    EXPECT_EQ(seen.back().kind, StepKind::Lock);
}

TEST_F(EncoderTest, RefusesContentThatDoesNotFitTheProfileWithoutTouchingTheChip) {
    SimulatedChip chip;
    TornCard card{chip};
    auto content = testing::smallSpecimen(house());
    content.files.erase(lds::File::Sod);
    content.files[lds::File::Dg3] = base::Bytes(4, 1);
    content.files[lds::File::Com] = base::Bytes(65, 1);
    const auto outcome = m_encoder.personalize(card, content);
    EXPECT_EQ(outcome.verdict, Verdict::Refused);
    EXPECT_TRUE(outcome.chipUntouched);
    ASSERT_EQ(outcome.causes.size(), 3U);
    EXPECT_EQ(outcome.causes[0].code.name(), "personalization.missing-file");
    EXPECT_EQ(outcome.causes[1].code.name(), "personalization.file-too-large");
    EXPECT_EQ(outcome.causes[2].code.name(), "personalization.foreign-file");
    EXPECT_EQ(card.exchanges(), 0U);
    EXPECT_EQ(*probeChip(chip), ChipState::Blank);
}

TEST_F(EncoderTest, RefusesANumberThatTheChipDoesNotTake) {
    auto profile = testing::icaoAppletProfile();
    profile.accessSecrets = WrittenSecrets::Mrz;
    SimulatedChip chip;
    const auto outcome = Encoder{profile}.personalize(chip, testing::smallSpecimen(house()));
    ASSERT_EQ(outcome.causes.size(), 1U);
    EXPECT_EQ(outcome.causes[0].code.name(), "personalization.secret-not-accepted");
}

TEST_F(EncoderTest, RefusesAChipThatIsNotBlank) {
    SimulatedChip chip;
    ASSERT_TRUE(m_encoder.personalize(chip, testing::smallSpecimen(house())).locked());
    const auto again = m_encoder.personalize(chip, testing::smallSpecimen(house()));
    EXPECT_EQ(again.verdict, Verdict::Refused);
    EXPECT_TRUE(again.chipUntouched);
    EXPECT_EQ(again.causes.at(0).code.name(), "personalization.chip-not-blank");
    EXPECT_EQ(again.causes.at(0).arguments.at(0).second, "locked");
    EXPECT_TRUE(inspect(chip).passed());
}

TEST_F(EncoderTest, RefusesWhatTheChipRefusesAndSaysWhere) {
    const auto content = testing::smallSpecimen(house());
    const auto plan = m_encoder.plan(content, 255);
    for (std::size_t i = 0; i < plan.size(); ++i) {
        SimulatedChip chip;
        TornCard card{chip};
        card.answerAt(3 + i, 0x6A84);
        const auto outcome = m_encoder.personalize(card, content);
        EXPECT_EQ(outcome.verdict, Verdict::Refused) << i;
        ASSERT_EQ(outcome.causes.size(), 1U) << i;
        EXPECT_EQ(outcome.causes[0].code.name(), "personalization.step-refused");
        EXPECT_EQ(outcome.causes[0].where, plan[i].where);
        EXPECT_EQ(card.exchanges(), 3 + i + 1) << "nothing is sent after a refusal";
        EXPECT_EQ(card.resets(), 2U);
        EXPECT_NE(*probeChip(chip), ChipState::Locked);
    }
}

TEST_F(EncoderTest, IsInDoubtWhenALockFailsInside) {
    const auto content = testing::smallSpecimen(house());
    const std::size_t lock = 3 + m_encoder.plan(content, 255).size() - 1;
    for (const unsigned status : {0x6400U, 0x6581U, 0x6F00U}) {
        SimulatedChip chip;
        TornCard card{chip};
        card.answerAt(lock, static_cast<std::uint16_t>(status));
        EXPECT_EQ(m_encoder.personalize(card, content).verdict, Verdict::InDoubt);
    }
}

TEST_F(EncoderTest, RefusesAChipWithoutTheApplication) {
    SimulatedChip chip;
    TornCard card{chip};
    card.answerAt(1, 0x6A82);
    const auto outcome = m_encoder.personalize(card, testing::smallSpecimen(house()));
    EXPECT_EQ(outcome.causes.at(0).code.name(), "personalization.no-application");
    EXPECT_TRUE(outcome.chipUntouched);
}

/// Every exchange of a whole personalisation, torn on either side.
TEST_F(EncoderTest, NeverTakesATornChipForADoneOne) {
    const auto content = testing::smallSpecimen(house());
    const std::size_t all = 3 + m_encoder.plan(content, 255).size();
    for (const auto side : {TornCard::Side::BeforeTheChip, TornCard::Side::AfterTheChip}) {
        for (std::size_t at = 0; at < all; ++at) {
            SimulatedChip chip;
            TornCard card{chip};
            card.tearAt(at, side, at % 2 == 0 ? "card.removed" : "card.silent");
            const auto outcome = m_encoder.personalize(card, content);
            // 3 exchanges look and a fourth, SELECT MF, changes nothing.
            const auto expected = at < 4 ? Verdict::Refused : Verdict::InDoubt;
            EXPECT_EQ(outcome.verdict, expected) << at;
            EXPECT_EQ(outcome.chipUntouched, at < 4) << at;
            ASSERT_EQ(outcome.causes.size(), 1U) << at;

            const auto state = *probeChip(chip);
            const bool written = at > 4 || (at == 4 && side == TornCard::Side::AfterTheChip);
            const bool locked = at + 1 == all && side == TornCard::Side::AfterTheChip;
            EXPECT_EQ(state, locked ? ChipState::Locked : written ? ChipState::Partial : ChipState::Blank) << at;
            if (locked) {
                EXPECT_TRUE(inspect(chip).passed());
            }
        }
    }
}

}  // namespace
}  // namespace chip
