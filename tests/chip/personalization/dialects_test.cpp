// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "chip/personalization/encoder.hpp"
#include "chip/simulator/chip_product.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/support/specimen.hpp"
#include "tests/chip/support/torn_card.hpp"

/// Whole personalisations in every dialect, as they should be and torn at every exchange.
namespace chip {
namespace {

using testing::TornCard;
using Verdict = PersonalizationOutcome::Verdict;

struct Variant {
    std::string name;
    std::string profile;
    std::function<void(ChipProfile&)> change = [](ChipProfile&) {};
};

std::vector<Variant> variants() {
    const auto platform = [](ScpProtocol protocol, std::uint8_t level, Blocks blocks) {
        return [=](ChipProfile& profile) {
            profile.globalPlatform->protocol = protocol;
            profile.globalPlatform->level = level;
            profile.globalPlatform->blocks = blocks;
        };
    };
    const std::string scp02 = "globalplatform-scp02", scp03 = "globalplatform-scp03";
    return {
        {"IcaoApplet", "icao-applet"},
        {"IcaoAppletLockedOnly", "icao-applet", [](ChipProfile& it) { it.lock = LockVariant::LockedOnly; }},
        {"FilesCompact", "iso-7816-9"},
        {"FilesExpandedVerified", "iso-7816-9",
         [](ChipProfile& it) {
             auto& rules = *it.fileSystem;
             rules.accessForm = AccessForm::Expanded;
             rules.controlTemplate = 0x6F;
             rules.sizeTag = 0x81;
             rules.creatingSelects = false;
             rules.proof = TransportProof::Verify;
             rules.transportKey.diversification = Diversification::None;
         }},
        {"Scp02Option15Encrypted", scp02},
        {"Scp02Option15Running", scp02, platform(ScpProtocol::Scp02Option15, 0x01, Blocks::Running)},
        {"Scp02Option55", scp02, platform(ScpProtocol::Scp02Option55, 0x03, Blocks::Whole)},
        {"Scp03S8Level33", scp03},
        {"Scp03S8Level01", scp03, platform(ScpProtocol::Scp03S8, 0x01, Blocks::Whole)},
        {"Scp03S8Level11", scp03, platform(ScpProtocol::Scp03S8, 0x11, Blocks::Running)},
        {"Scp03S16Level03", scp03, platform(ScpProtocol::Scp03S16, 0x03, Blocks::Running)},
        {"Scp03S16Level13", scp03, platform(ScpProtocol::Scp03S16, 0x13, Blocks::Whole)},
        {"Scp03S16Level33", scp03, platform(ScpProtocol::Scp03S16, 0x33, Blocks::Running)},
    };
}

class DialectTest : public ::testing::TestWithParam<Variant> {
   protected:
    static void SetUpTestSuite() {
        s_house = std::make_unique<signing::testing::House>();
        s_small = std::make_unique<ChipContent>(testing::smallSpecimen(*s_house));
    }
    static void TearDownTestSuite() {
        s_small.reset();
        s_house.reset();
    }

    static const ChipContent& small() { return *s_small; }
    static const signing::testing::House& house() { return *s_house; }
    static ChipInspection inspect(Card& card, const InspectionKeys& keys = testing::mrzKeys()) {
        return inspectChip(card, keys, {house().anchors, house().clock.now()});
    }

    DialectTest() : m_profile(testing::chipProfile(GetParam().profile)) { GetParam().change(m_profile); }

    [[nodiscard]] std::unique_ptr<SimulatedChip> blank() const {
        ChipMake make;
        make.product = ChipProduct::of(m_profile, testing::transportKeys());
        return std::make_unique<SimulatedChip>(make);
    }
    [[nodiscard]] Encoder encoder() const { return Encoder{m_profile, testing::transportKeys()}; }

    /// Exchanges of a whole personalisation, and how many of them change nothing.
    struct Course {
        std::size_t all = 0, harmless = 0;
    };
    [[nodiscard]] Course course() const {
        const auto chip = blank();
        TornCard card{*chip};
        EXPECT_TRUE(encoder().personalize(card, small()).locked());
        const auto plan = encoder().plan(small(), 255);
        Course course{card.exchanges(), card.exchanges() - plan.size()};
        for (const auto& step : plan) {
            if (!m_profile.safeSteps.contains(step.kind)) break;
            ++course.harmless;
        }
        return course;
    }

    ChipProfile m_profile;

   private:
    static inline std::unique_ptr<signing::testing::House> s_house;
    static inline std::unique_ptr<ChipContent> s_small;
};

TEST_P(DialectTest, MakesAChipThatPassesInspectionByZoneAndByNumber) {
    const auto chip = blank();
    const auto content = testing::specimen(house());
    EXPECT_EQ(*encoder().probe(*chip), ChipState::Blank);
    const auto outcome = encoder().personalize(*chip, content);
    ASSERT_TRUE(outcome.locked()) << outcome.causes.at(0).code.name() << " " << outcome.causes.at(0).where;
    EXPECT_EQ(*encoder().probe(*chip), ChipState::Locked);
    for (const auto& keys : {testing::mrzKeys(), testing::numberKeys()}) {
        const auto found = inspect(*chip, keys);
        EXPECT_TRUE(found.passed());
        EXPECT_EQ(found.access, AccessProtocol::Pace);
        EXPECT_EQ(found.files, content.files);
    }
}

TEST_P(DialectTest, MakesAChipThatOpensByBasicAccessControl) {
    const auto chip = blank();
    const auto content = testing::smallSpecimen(house(), testing::Access::BacOnly);
    ASSERT_TRUE(encoder().personalize(*chip, content).locked());
    const auto found = inspect(*chip);
    EXPECT_TRUE(found.passed());
    EXPECT_EQ(found.access, AccessProtocol::Bac);
}

/// The outcome is a refusal with an untouched, blank chip while nothing was written, and in doubt from there on;
/// reading tells what the chip is. It is final only where the last command reached it, and then it is right.
TEST_P(DialectTest, KnowsWhatATornChipIsAtEveryExchange) {
    const auto [all, harmless] = course();
    for (const auto side : {TornCard::Side::BeforeTheChip, TornCard::Side::AfterTheChip})
        for (std::size_t at = 0; at < all; ++at) {
            const auto chip = blank();
            TornCard card{*chip};
            card.tearAt(at, side, at % 2 == 0 ? "card.removed" : "card.silent");
            const auto outcome = encoder().personalize(card, small());
            EXPECT_EQ(outcome.verdict, at < harmless ? Verdict::Refused : Verdict::InDoubt) << at;
            EXPECT_EQ(outcome.chipUntouched, at < harmless) << at;
            ASSERT_EQ(outcome.causes.size(), 1U) << at;
            EXPECT_EQ(outcome.causes[0].code.name(),
                      at < harmless ? "personalization.lost-before-writing" : "personalization.torn");

            const auto state = encoder().probe(*chip);
            ASSERT_TRUE(state) << at;
            const bool reached = side == TornCard::Side::AfterTheChip;
            if (at < harmless) {
                EXPECT_EQ(*state, ChipState::Blank) << at;
                ASSERT_TRUE(encoder().personalize(*chip, small()).locked()) << "a blank is not lost: " << at;
            } else if (at + 1 == all && reached) {
                EXPECT_EQ(*state, ChipState::Locked);
            } else {
                EXPECT_NE(*state, ChipState::Locked) << at;
                EXPECT_EQ(*state == ChipState::Blank, at == harmless && !reached) << at;
            }
            if (*encoder().probe(*chip) == ChipState::Locked) {
                EXPECT_TRUE(inspect(*chip).passed()) << at;
            }
        }
}

TEST_P(DialectTest, EndsAtTheFirstWrongStatusAndNeverLocksAfterIt) {
    const auto [all, harmless] = course();
    for (std::size_t at = all - encoder().plan(small(), 255).size(); at < all; ++at) {
        const auto chip = blank();
        TornCard card{*chip};
        card.answerAt(at, 0x6A84);
        const auto outcome = encoder().personalize(card, small());
        EXPECT_EQ(outcome.verdict, Verdict::Refused) << at;
        EXPECT_EQ(outcome.causes.at(0).code.name(), "personalization.step-refused");
        EXPECT_EQ(card.exchanges(), at + 1) << "nothing is sent after a refusal";
        EXPECT_EQ(card.resets(), 2U);
        EXPECT_NE(*encoder().probe(*chip), ChipState::Locked) << at;
    }
}

TEST_P(DialectTest, LeavesATornChipToBeSpoiledUnlessTheProfileErases) {
    const auto [all, harmless] = course();
    const auto chip = blank();
    TornCard card{*chip};
    card.tearAt(harmless + 3, TornCard::Side::AfterTheChip);
    EXPECT_EQ(encoder().personalize(card, small()).verdict, Verdict::InDoubt);
    const auto again = encoder().personalize(*chip, small());
    EXPECT_EQ(again.verdict, Verdict::Refused);
    EXPECT_TRUE(again.chipUntouched);
    EXPECT_EQ(again.causes.at(0).code.name(), "personalization.chip-not-blank");
    if (!m_profile.fileSystem) return;
    m_profile.fileSystem->erasesPartialChips = true;
    ASSERT_TRUE(encoder().personalize(*chip, testing::specimen(house())).locked());
    EXPECT_TRUE(inspect(*chip).passed());
}

/// Worn-out memory acknowledges what it keeps wrongly: the chip is final, and inspection does not let it pass.
TEST_P(DialectTest, DoesNotReleaseAChipThatKeptItsContentWrongly) {
    for (const auto name : {lds::File::Dg1, lds::File::Dg2, lds::File::Sod}) {
        const auto file = lds::entryOf(name).identifier;
        const auto chip = blank();
        ChipFault fault;
        fault.kind = ChipFault::Kind::WornOutFile;
        fault.file = file;
        chip->inject(fault);
        ASSERT_TRUE(encoder().personalize(*chip, small()).locked());
        EXPECT_FALSE(inspect(*chip).passed()) << file;
    }
}

TEST_P(DialectTest, LeavesAChipAloneThatAnotherKeyOpens) {
    const auto chip = blank();
    if (const auto* const key = m_profile.transportKey()) {
        auto others = std::make_shared<TransportKeys>();
        others->add(key->name, base::SecretBytes{16});
        const auto outcome = Encoder{m_profile, others}.personalize(*chip, small());
        EXPECT_EQ(outcome.verdict, Verdict::Refused);
        EXPECT_TRUE(outcome.chipUntouched);
        EXPECT_EQ(outcome.causes.at(0).code.name(), "personalization.transport-key-refused");
        TornCard card{*chip};
        const auto without = Encoder{m_profile}.personalize(card, small());
        EXPECT_EQ(without.causes.at(0).code.name(), "personalization.transport-key-missing");
        EXPECT_EQ(card.exchanges(), 0U);
    }
    EXPECT_EQ(*encoder().probe(*chip), ChipState::Blank);
    EXPECT_TRUE(encoder().personalize(*chip, small()).locked());
}

/// With a response MAC a changed answer is noticed, and nothing is sent after it.
TEST_P(DialectTest, IsInDoubtWhenAnAnswerIsNotTheChipsOwn) {
    const bool proven = m_profile.globalPlatform && (m_profile.globalPlatform->level & 0x10) != 0;
    const auto [all, harmless] = course();
    for (std::size_t at = harmless; proven && at < all; ++at) {
        const auto chip = blank();
        ChipFault fault;
        fault.kind = ChipFault::Kind::FlippedBit;
        fault.atCommand = at + 1;
        chip->inject(fault);
        const auto outcome = encoder().personalize(*chip, small());
        EXPECT_EQ(outcome.verdict, Verdict::InDoubt) << at;
        EXPECT_EQ(outcome.causes.at(0).code.name(), "scp.wrong-mac");
        EXPECT_TRUE(encoder().probe(*chip));
    }
}

TEST_P(DialectTest, SurvivesThePowerThroughItsMemory) {
    ChipMake make;
    make.product = ChipProduct::of(m_profile, testing::transportKeys());
    SimulatedChip chip{make};
    ASSERT_TRUE(encoder().personalize(chip, small()).locked());
    const auto again = SimulatedChip::fromMemory(chip.memory().reveal(), make);
    EXPECT_EQ(*encoder().probe(*again), ChipState::Locked);
    EXPECT_TRUE(inspect(*again).passed());
}

INSTANTIATE_TEST_SUITE_P(Every, DialectTest, ::testing::ValuesIn(variants()),
                         [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace chip
