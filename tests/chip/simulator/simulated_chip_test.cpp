// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/simulated_chip.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "chip/personalization/chip_state.hpp"
#include "tests/chip/access/scripted.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"

namespace chip {
namespace {

using support::command;
using support::statusOf;

constexpr const char* kSelectApplication = "00A4040C07A0000002471001";
constexpr const char* kSelectDg1 = "00A4020C020101";

support::ChipContent small() { return {{{CipherSuite::Aes128, 13}}, {{0x0101, support::fileOfSize(300)}}, {}}; }

TEST(SimulatedChip, IsBlankAtFirstAndHasAnIdentifierOfItsOwn) {
    SimulatedChip one, other;
    EXPECT_EQ(one.life(), ChipLife::Blank);
    EXPECT_EQ(one.uid().size(), 7U);
    EXPECT_NE(one.uid(), other.uid());
}

TEST(SimulatedChip, IsToldFromAnotherByItsIdentifierUnlessThatIsDrawn) {
    SimulatedChip one;
    SimulatedChip other;
    EXPECT_EQ(*chipIdentity(one), one.uid());
    EXPECT_FALSE(isAnotherChip(one.uid(), one));
    EXPECT_TRUE(isAnotherChip(one.uid(), other));
    ChipMake make;
    make.drawnIdentity = true;
    SimulatedChip drawing{make};
    const auto first = *chipIdentity(drawing);
    EXPECT_EQ(*chipIdentity(drawing), first) << "as long as it lies there";
    drawing.reset();
    EXPECT_NE(*chipIdentity(drawing), first);
    EXPECT_EQ(first.size(), 4U);
    EXPECT_EQ(first.front(), 0x08);
    EXPECT_FALSE(isAnotherChip(first, drawing)) << "drawn then and now";
    EXPECT_FALSE(isAnotherChip(one.uid(), drawing)) << "fixed before it was locked, and drawn since";
    EXPECT_FALSE(isAnotherChip(first, one));
    EXPECT_FALSE(isAnotherChip({}, one)) << "nothing was told";
    EXPECT_TRUE(isFixedIdentity(base::Bytes{0x04, 0x08, 0x08, 0x08}));
    EXPECT_TRUE(isFixedIdentity(base::Bytes{0x08, 1, 2, 3, 4, 5, 6}));
}

TEST(SimulatedChip, GoesFromBlankToLocked) {
    SimulatedChip chip;
    EXPECT_EQ(statusOf(chip, command("00DADEAF")), 0x6985);
    EXPECT_EQ(statusOf(chip, command("00DADEAD")), 0x6985);
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x9000);
    EXPECT_EQ(chip.life(), ChipLife::Personalising);
    EXPECT_EQ(statusOf(chip, command("00DADEAF")), 0x9000);
    EXPECT_EQ(chip.life(), ChipLife::Personalised);
    EXPECT_EQ(statusOf(chip, command("00D600000101")), 0x6985);
    EXPECT_EQ(statusOf(chip, command("00DADEAD")), 0x9000);
    EXPECT_EQ(chip.life(), ChipLife::Locked);
}

TEST(SimulatedChip, RefusesEveryWriteOnceLocked) {
    SimulatedChip chip;
    support::personalise(chip, small());
    EXPECT_EQ(statusOf(chip, command(kSelectApplication)), 0x9000);
    for (const char* write : {"00E00000066304000A0102", "00D600000101", "00D7000006540100530101",
                              "00DA00620A6208040141040142040143", "00DADEAF", "00DADEAD"})
        EXPECT_EQ(statusOf(chip, command(write)), 0x6985) << write;
}

TEST(SimulatedChip, AnswersMistakesWithTheirStatusWords) {
    SimulatedChip chip;
    const auto expect = [&](const char* digits, std::uint16_t status) {
        EXPECT_EQ(statusOf(chip, command(digits)), status) << digits;
    };
    expect("00D600000101", 0x6986);  // no file selected
    expect("00E00000066304000A0101", 0x9000);
    expect("00E00000066304000A0101", 0x6A89);  // exists already
    expect("00E00000046302000A", 0x6A80);
    expect("00E00000066304FFFF0102", 0x9000);
    expect("00E00000066304FFFF0103", 0x6A84);  // memory full
    expect("00A4020C020101", 0x9000);
    expect("00D6000A0101", 0x6B00);    // behind the end
    expect("00D60009020102", 0x6A84);  // over the end
    expect("00D60000", 0x6700);
    expect("00A4020C020107", 0x6A82);
    expect("00A4020C0101", 0x6700);
    expect("00A4040C03A00000", 0x6A82);
    expect("00A4090C020101", 0x6A86);
    expect("00DA00770101", 0x6A86);
    expect("00DA00620101", 0x6A80);
    expect("00DA00660381010A", 0x6A80);
    expect("0084000008", 0x6985);  // access protocols come after the lock
    expect("0022C1A4", 0x6985);
    expect("00F0000000", 0x6D00);
    expect("80A4020C020101", 0x6E00);
    expect("10B0000000", 0x6E00);
    expect("0CB0000003970104", 0x6987);
}

TEST(SimulatedChip, ReadsFreelyOnlyWhatTheStandardLeavesOpen) {
    SimulatedChip chip;
    support::personalise(chip, small());
    EXPECT_EQ(statusOf(chip, command("00A4020C02011C")), 0x9000);
    EXPECT_EQ(chip.transmit(command("00B0000000")).data, support::cardAccess(small().pace));
    EXPECT_EQ(chip.transmit(command("00B09C0000")).data, support::cardAccess(small().pace));
    EXPECT_EQ(statusOf(chip, command(kSelectApplication)), 0x9000);
    EXPECT_EQ(statusOf(chip, command(kSelectDg1)), 0x6982);
    EXPECT_EQ(statusOf(chip, command("00B0810000")), 0x6982);
    EXPECT_EQ(statusOf(chip, command("00B0000000")), 0x6982);
    EXPECT_EQ(statusOf(chip, command("00880000080102030405060708 00")), 0x6982);
    EXPECT_EQ(statusOf(chip, command("0CB0000000")), 0x6987);
}

TEST(SimulatedChip, ReadsToTheEndOfAFileAndNoFurther) {
    SimulatedChip chip;
    support::personalise(chip, small());
    EXPECT_EQ(statusOf(chip, command("00A4020C02011C")), 0x9000);
    const auto file = support::cardAccess(small().pace);
    const auto tail = chip.transmit(command("00B0001020"));
    EXPECT_EQ(tail.status, 0x6282);
    EXPECT_EQ(tail.data, base::Bytes(file.begin() + 16, file.end()));
    EXPECT_EQ(statusOf(chip, command("00B0001600")), 0x6B00);
    EXPECT_EQ(statusOf(chip, command("00B00000")), 0x6700);
    EXPECT_EQ(chip.transmit(command("00B10000035401140A")).data, (base::Bytes{0x53, 0x02, file[20], file[21]}));
}

TEST(SimulatedChip, KeepsItsMemoryWithoutPower) {
    SimulatedChip chip;
    support::personalise(chip, small());
    const auto memory = chip.memory();
    const auto again = SimulatedChip::fromMemory(memory.reveal());
    EXPECT_EQ(again->uid(), chip.uid());
    EXPECT_EQ(again->life(), ChipLife::Locked);
    EXPECT_EQ(again->memory(), memory);
}

TEST(SimulatedChip, KeepsAPersonalisationThatWasTornHalfWay) {
    const auto commands = support::personalisation(small());
    for (std::size_t torn = 1; torn <= commands.size(); ++torn) {
        SimulatedChip chip;
        chip.inject({ChipFault::Kind::RemovedAfter, torn});
        std::size_t sent = 0;
        try {
            for (; sent < commands.size(); ++sent) (void)chip.transmit(commands[sent]);
        } catch (const base::Failure& failure) {
            EXPECT_EQ(failure.code().name(), "card.removed");
        }
        EXPECT_EQ(sent + 1, torn);
        EXPECT_THROW((void)chip.transmit(commands[0]), base::Failure);
        EXPECT_THROW(chip.reset(), base::Failure);
        const auto again = SimulatedChip::fromMemory(chip.memory().reveal());
        EXPECT_EQ(again->life() == ChipLife::Locked, torn == commands.size());
        chip.reinsert();
        EXPECT_EQ(statusOf(chip, command(kSelectApplication)), 0x9000);
    }
}

TEST(SimulatedChip, RefusesAMemoryThatWasAltered) {
    SimulatedChip chip;
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x9000);
    const auto memory = chip.memory();
    for (std::size_t at = 0; at < memory.size(); ++at) {
        base::Bytes altered(memory.reveal().begin(), memory.reveal().end());
        altered[at] ^= 0x01;
        EXPECT_THROW((void)SimulatedChip::fromMemory(altered), base::Failure) << at;
    }
    EXPECT_THROW((void)SimulatedChip::fromMemory(memory.reveal().first(20)), base::Failure);
}

TEST(SimulatedChip, FailsAsItIsTold) {
    SimulatedChip chip;
    chip.inject({ChipFault::Kind::WrongStatus, 1, 0x6581});
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x6581);
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x9000);
    chip.inject({ChipFault::Kind::FlippedBit, 2});
    EXPECT_EQ(statusOf(chip, command("00A4020C020101")), 0x9000);
    EXPECT_EQ(statusOf(chip, command("00A4020C020101")), 0x9001);
    chip.inject({ChipFault::Kind::Silence, 1});
    try {
        (void)chip.transmit(command("00A4020C020101"));
        FAIL();
    } catch (const base::Failure& failure) {
        EXPECT_EQ(failure.code().name(), "card.silent");
    }
    chip.inject({ChipFault::Kind::RemovedBefore, 1});
    EXPECT_THROW((void)chip.transmit(command("00DADEAF")), base::Failure);
    EXPECT_EQ(chip.life(), ChipLife::Personalising);
}

TEST(SimulatedChip, WritesHalfOfWhatIsTorn) {
    SimulatedChip chip;
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x9000);
    chip.inject({ChipFault::Kind::TornWrite, 1});
    EXPECT_THROW((void)chip.transmit(command("00D600000401020304")), base::Failure);
    EXPECT_THROW((void)chip.transmit(command("00D600000401020304")), base::Failure);
    const auto image = [](const char* write) {
        SimulatedChip other;
        EXPECT_EQ(statusOf(other, command("00E00000066304000A0101")), 0x9000);
        EXPECT_EQ(statusOf(other, command(write)), 0x9000);
        const auto memory = other.memory();
        return base::Bytes(memory.reveal().begin() + 20, memory.reveal().end() - 34);
    };
    const auto torn = chip.memory();
    EXPECT_EQ(base::Bytes(torn.reveal().begin() + 20, torn.reveal().end() - 34), image("00D60000020102"));
    EXPECT_NE(image("00D600000401020304"), image("00D60000020102"));
}

TEST(SimulatedChip, IsFullFromTheMomentItIsTold) {
    SimulatedChip chip;
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x9000);
    chip.inject({ChipFault::Kind::FullMemory, 2});
    EXPECT_EQ(statusOf(chip, command("00D600000401020304")), 0x9000);
    for (const char* write : {"00D600000401020304", "00E00000066304000A0102", "00DADEAF"})
        EXPECT_EQ(statusOf(chip, command(write)), 0x6A84) << write;
    EXPECT_EQ(statusOf(chip, command("00A4020C020101")), 0x9000);
    chip.reinsert();
    EXPECT_EQ(statusOf(chip, command("00A4020C020101")), 0x9000);
    EXPECT_EQ(statusOf(chip, command("00D600000401020304")), 0x9000);
}

TEST(SimulatedChip, KeepsAWrongBitInAWornOutFileAndAcknowledgesIt) {
    SimulatedChip chip;
    chip.inject({ChipFault::Kind::WornOutFile, 1, 0x6F00, 0x0101});
    support::personalise(
        chip,
        {{{CipherSuite::Aes128, 13}}, {{0x0101, support::fileOfSize(300)}, {0x0102, support::fileOfSize(300)}}, {}});
    SimulatedChip sound;
    support::personalise(
        sound,
        {{{CipherSuite::Aes128, 13}}, {{0x0101, support::fileOfSize(300)}, {0x0102, support::fileOfSize(300)}}, {}});
    EXPECT_EQ(chip.memory().size(), sound.memory().size());
    std::size_t differing = 0;
    const auto worn = chip.memory(), good = sound.memory();
    // Behind the identifier, before the checksum.
    for (std::size_t at = 25; at + 40 < worn.size(); ++at)
        differing += worn.reveal()[at] != good.reveal()[at] ? 1U : 0U;
    EXPECT_EQ(differing, 2U) << "one octet of each of the two parts";
}

TEST(SimulatedChip, AnswersLateWhenItIsSlow) {
    SimulatedChip chip;
    ChipFault slow{ChipFault::Kind::Slow};
    slow.delay = std::chrono::milliseconds{1};
    chip.inject(slow);
    EXPECT_EQ(statusOf(chip, command("00E00000066304000A0101")), 0x9000);
}

TEST(ChipFault, IsReadFromWords) {
    const auto fault = [](std::string_view text) { return base::expected(ChipFault::read(text), text); };
    EXPECT_EQ(fault("removed-after@12").kind, ChipFault::Kind::RemovedAfter);
    EXPECT_EQ(fault("removed-after@12").atCommand, 12U);
    EXPECT_EQ(fault("full-memory").atCommand, 1U);
    EXPECT_EQ(fault("status:6581@3").status, 0x6581);
    EXPECT_EQ(fault("worn-out-file:010D@1").file, 0x010D);
    EXPECT_EQ(fault("slow:2000@4").delay, std::chrono::milliseconds{2000});
    for (const char* text :
         {"", "fire", "silence@", "silence@0", "silence@x", "status:@1", "status:65811@1", "silence:3@1", "slow:-1@1"})
        EXPECT_FALSE(ChipFault::read(text)) << text;
}

TEST(SimulatedChip, TakesPutDataInChainedParts) {
    SimulatedChip chip;
    const auto key = lds::generateActiveAuthenticationKey(lds::KeyCurve::P256);
    const auto objects = support::ecKeyObjects(key);
    const auto octets = objects.reveal();
    EXPECT_EQ(statusOf(chip, {0x10, 0xDA, 0x00, 0x66, base::Bytes(octets.begin(), octets.begin() + 100), {}}), 0x9000);
    EXPECT_EQ(chip.life(), ChipLife::Blank);
    EXPECT_EQ(statusOf(chip, {0x00, 0xDA, 0x00, 0x66, base::Bytes(octets.begin() + 100, octets.end()), {}}), 0x9000);
    EXPECT_EQ(chip.life(), ChipLife::Personalising);
    for (int part = 0; part < 8; ++part)
        EXPECT_EQ(statusOf(chip, {0x10, 0xDA, 0x00, 0x66, base::Bytes(255, 0), {}}), 0x9000);
    EXPECT_EQ(statusOf(chip, {0x10, 0xDA, 0x00, 0x66, base::Bytes(255, 0), {}}), 0x6700);
}

TEST(SimulatedChip, TellsItsCapabilitiesInTheAnswerToReset) {
    EXPECT_EQ(scripted::upper(SimulatedChip{}.answerToReset()),
              "3B85800180730021C0"
              "16");
}

}  // namespace
}  // namespace chip
