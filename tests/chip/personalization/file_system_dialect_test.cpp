// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/file_system_dialect.hpp"

#include <gtest/gtest.h>

#include "chip/apdu/status.hpp"
#include "chip/personalization/encoder.hpp"
#include "chip/simulator/chip_product.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/chip/support/specimen.hpp"

namespace chip {
namespace {

ChipContent smallContent() {
    ChipContent content;
    content.files[lds::File::Com] = base::Bytes(16, 0xAA);
    content.mrz = MrzKey::of("X12345678", "900214", "311122");
    return content;
}

std::vector<std::string> wire(const ChipProfile& profile, const ChipContent& content) {
    std::vector<std::string> commands;
    for (const auto& step : FileSystemDialect{profile, 255}.compose(content))
        commands.push_back(base::toHex(step.command.encode()));
    return commands;
}

TEST(FileSystemDialect, CreatesWritesActivatesAndTerminates) {
    const std::vector<std::string> expected{
        // the application's directory: nothing may be made, deleted or changed in it later
        "00e000001f"
        "621d"
        "820138"
        "83020101"
        "8407a0000002471001"
        "8a0103"
        "8c087fffffffffffffff",
        "00e000001d"
        "621b"
        "820101"
        "8302011e"
        "8801f0"
        "80020010"
        "8a0103"
        "8c087fffffffffffff40",
        "00d6000010" + base::toHex(base::Bytes(16, 0xAA)),
        "00e000001a"
        "6218"
        "820109"
        "83020201"
        "80020018"
        "8a0103"
        "8c087fffffffffffffff",
        "00d6000018" + base::toHex(mrzInformation(smallContent().mrz).reveal()),
        "0044020c02011e",
        "0044020c020201",
        "0044040c07a0000002471001",
        "00a4000c023f00",
        "00e8020c020010"};
    auto commands = wire(testing::chipProfile("iso-7816-9"), smallContent());
    ASSERT_EQ(commands.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(commands[i], expected[i]) << i;
}

TEST(FileSystemDialect, SpellsAccessConditionsOutWhereTheProfileAsks) {
    auto profile = testing::chipProfile("iso-7816-9");
    profile.fileSystem->accessForm = AccessForm::Expanded;
    profile.fileSystem->controlTemplate = 0x6F;
    profile.fileSystem->sizeTag = 0x81;
    profile.fileSystem->creatingSelects = false;
    const auto commands = wire(profile, smallContent());
    EXPECT_EQ(commands[0].substr(10),
              "6f1a"
              "820138"
              "83020101"
              "8407a0000002471001"
              "8a0103"
              "ab05"
              "80017f9700");
    EXPECT_EQ(commands[1], "00a4040c07a0000002471001");
    EXPECT_EQ(commands[2].substr(10),
              "6f23"
              "820101"
              "8302011e"
              "8801f0"
              "81020010"
              "8a0103"
              "ab10"
              "8001019e0140"
              "8001029700"
              "80017c9700");
    EXPECT_EQ(commands[3], "00a4020c02011e");
}

/// A profile that leaves a file open makes an open chip: the conditions are the file's own.
TEST(FileSystemDialect, ObeysTheConditionsThatTheFilesWereGiven) {
    const signing::testing::House house;
    for (const auto form : {AccessForm::Compact, AccessForm::Expanded})
        for (const bool open : {false, true}) {
            auto profile = testing::chipProfile("iso-7816-9");
            profile.fileSystem->accessForm = form;
            if (open) profile.fileSystem->data = {0x00, 0x00};
            ChipMake make;
            make.product = ChipProduct::of(profile, testing::transportKeys());
            SimulatedChip chip{make};
            ASSERT_TRUE(
                (Encoder{profile, testing::transportKeys()}.personalize(chip, testing::smallSpecimen(house))).locked());
            chip.reset();
            const auto name = lds::lds1Application();
            EXPECT_TRUE(chip.transmit({0x00, 0xA4, 0x04, 0x0C, {name.begin(), name.end()}}).ok());
            EXPECT_EQ(chip.transmit({0x00, 0xA4, 0x02, 0x0C, {0x01, 0x01}}).ok(), open);
            EXPECT_EQ(chip.transmit({0x00, 0xB0, 0x00, 0x00, {}, 8}).ok(), open);
            EXPECT_EQ(chip.transmit({0x00, 0xD6, 0x00, 0x00, {0x61}}).ok(), open);
            EXPECT_FALSE(chip.transmit({0x00, 0xA4, 0x02, 0x0C, {0x02, 0x01}}).ok() &&
                         chip.transmit({0x00, 0xB0, 0x00, 0x00, {}, 8}).ok())
                << "keys are never read";
        }
}

TEST(FileSystemDialect, TakesTheZoneInEveryForm) {
    const signing::testing::House house;
    for (const auto form : {SecretForm::Fields, SecretForm::Information, SecretForm::Seed, SecretForm::KeyPair})
        for (const auto key : {SecretForm::Objects, SecretForm::NumberedGroup}) {
            auto profile = testing::chipProfile("iso-7816-9");
            profile.fileSystem->keyFiles[0].form = form;
            profile.fileSystem->keyFiles[3].form = key;
            ChipMake make;
            make.product = ChipProduct::of(profile, testing::transportKeys());
            SimulatedChip chip{make};
            const auto content = testing::smallSpecimen(house, testing::Access::BacOnly);
            ASSERT_TRUE((Encoder{profile, testing::transportKeys()}.personalize(chip, content)).locked());
            EXPECT_TRUE(inspectChip(chip, testing::mrzKeys(), {house.anchors, house.clock.now()}).passed());
        }
}

TEST(FileSystemDialect, FindsTheTransportKeyBlockedAfterThreeWrongOnes) {
    const auto profile = testing::chipProfile("iso-7816-9");
    ChipMake make;
    make.product = ChipProduct::of(profile, testing::transportKeys());
    SimulatedChip chip{make};
    auto others = std::make_shared<TransportKeys>();
    others->add("iso-7816-9", base::SecretBytes{16});
    const signing::testing::House house;
    const auto content = testing::smallSpecimen(house);
    for (const auto* const status : {"63C2", "63C1", "63C0", "6983"}) {
        const auto outcome = Encoder{profile, others}.personalize(chip, content);
        EXPECT_EQ(outcome.causes.at(0).arguments.at(0).second, status);
    }
}

}  // namespace
}  // namespace chip
