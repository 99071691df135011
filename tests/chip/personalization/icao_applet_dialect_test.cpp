// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/icao_applet_dialect.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/chip/support/specimen.hpp"

namespace chip {
namespace {

using testing::icaoAppletProfile;

ChipContent smallContent() {
    ChipContent content;
    content.files[lds::File::Com] = base::Bytes(16, 0xAA);
    content.files[lds::File::Dg1] = base::Bytes(300, 0xBB);
    content.mrz = MrzKey::of("X12345678", "900214", "311122");
    return content;
}

std::vector<std::string> wire(const ChipProfile& profile, const ChipContent& content, std::size_t chunk = 255) {
    std::vector<std::string> commands;
    for (const auto& step : IcaoAppletDialect{profile, chunk}.compose(content))
        commands.push_back(base::toHex(step.command.encode()));
    return commands;
}

TEST(IcaoAppletDialect, WritesFilesThenSecretsThenLocks) {
    const auto commands = wire(icaoAppletProfile(), smallContent());
    const std::vector<std::string> expected{
        "00e0000006"
        "63040010011e",
        "00a4020c02"
        "011e",
        "00d6000010" + base::toHex(base::Bytes(16, 0xAA)),
        "00e0000006"
        "6304012c0101",
        "00a4020c02"
        "0101",
        "00d60000ff" + base::toHex(base::Bytes(255, 0xBB)),
        "00d600ff2d" + base::toHex(base::Bytes(45, 0xBB)),
        "00da00621d"
        "621b"
        "0409" +
            base::toHex(base::bytesOf("X12345678")) +
            "0406393030323134"
            "0406333131313232",
        "00dadeaf",
        "00dadead"};
    EXPECT_EQ(commands, expected);
}

TEST(IcaoAppletDialect, LocksWithOneCommandWhereTheAppletHasOne) {
    auto profile = icaoAppletProfile();
    profile.lock = LockVariant::LockedOnly;
    const auto commands = wire(profile, smallContent());
    EXPECT_EQ(commands.back(), "00dadead");
    EXPECT_EQ(std::ranges::count(commands, "00dadeaf"), 0);
}

TEST(IcaoAppletDialect, GoesToTheMasterFileForEfCardAccessAndBack) {
    auto content = smallContent();
    content.files[lds::File::CardAccess] = base::Bytes(22, 0xCC);
    const auto commands = wire(icaoAppletProfile(), content);
    EXPECT_EQ(commands[0], "00a4000c023f00");
    EXPECT_EQ(commands[1], "00e000000663040016011c");
    EXPECT_EQ(commands[4], "00a4040c07a0000002471001");
    EXPECT_EQ(commands[5], "00e000000663040010011e");
}

TEST(IcaoAppletDialect, PutsNumberAndKeyAsTheirDataObjects) {
    auto content = smallContent();
    content.files[lds::File::CardAccess] = base::Bytes(22, 0xCC);
    content.cardAccessNumber = base::SecretBytes::copyOf(std::string_view{"481532"});
    content.activeAuthentication = lds::generateActiveAuthenticationKey(lds::KeyCurve::P256);
    const auto plan = IcaoAppletDialect{icaoAppletProfile(), 255}.compose(content);
    const auto& number = plan[plan.size() - 4].command;
    EXPECT_EQ(base::toHex(number.encode()),
              "00da006526"
              "6524"
              "661901" +
                  base::toHex(base::bytesOf("X123456785"
                                            "9002144"
                                            "3111220")) +
                  "660702"
                  "343831353332");
    const auto& key = plan[plan.size() - 3].command;
    EXPECT_EQ(key.p2, 0x66);
    const auto parts = base::tlv::readAll(key.data);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 7U);
    for (std::size_t i = 0; i < 7; ++i) EXPECT_EQ((*parts)[i].tag, 0x81 + i);
    EXPECT_TRUE(base::equalInConstantTime((*parts)[5].value, content.activeAuthentication->privateScalar.reveal()));
    EXPECT_LE(key.data.size(), 255U);
}

TEST(IcaoAppletDialect, NeedsAsManyWritesAsTheChunkLeaves) {
    for (const std::size_t size : {1U, 254U, 255U, 256U, 510U, 511U, 32767U}) {
        auto content = smallContent();
        content.files[lds::File::Dg1] = base::Bytes(size, 1);
        for (const std::size_t chunk : {16U, 255U, 1000U}) {
            std::size_t writes = 0, octets = 0;
            for (const auto& step : IcaoAppletDialect{icaoAppletProfile(), chunk}.compose(content)) {
                if (step.kind != StepKind::WriteFile || step.where != "EF.DG1") continue;
                EXPECT_EQ((std::size_t{step.command.p1} << 8U | step.command.p2), octets);
                ++writes;
                octets += step.command.data.size();
            }
            EXPECT_EQ(octets, size);
            EXPECT_EQ(writes, (size + chunk - 1) / chunk);
        }
    }
}

TEST(IcaoAppletDialect, NamesOffsetsBeyond32767InADataObject) {
    auto content = smallContent();
    content.files[lds::File::Dg1] = base::Bytes(60000, 1);
    for (const std::size_t chunk : {16U, 130U, 132U, 133U, 255U, 264U, 1000U, 32767U}) {
        std::size_t octets = 0;
        bool odd = false;
        for (const auto& step : IcaoAppletDialect{icaoAppletProfile(), chunk}.compose(content)) {
            if (step.kind != StepKind::WriteFile || step.where != "EF.DG1") continue;
            ASSERT_LE(step.command.data.size(), chunk);
            if (octets < 0x8000) {
                ASSERT_EQ(step.command.ins, 0xD6);
                ASSERT_EQ((std::size_t{step.command.p1} << 8U | step.command.p2), octets);
                octets += step.command.data.size();
                ASSERT_LE(octets, 0x8000U);
                continue;
            }
            odd = true;
            ASSERT_EQ(step.command.ins, 0xD7);
            ASSERT_EQ(step.command.p1 | step.command.p2, 0);
            const auto objects = base::tlv::readAll(step.command.data);
            ASSERT_TRUE(objects);
            ASSERT_EQ(objects->size(), 2U);
            ASSERT_EQ(objects->at(0).tag, 0x54U);
            ASSERT_EQ(base::toHex(objects->at(0).value), base::toHex(base::bigEndian(octets, 2)));
            ASSERT_EQ(objects->at(1).tag, 0x53U);
            octets += objects->at(1).value.size();
        }
        EXPECT_TRUE(odd);
        EXPECT_EQ(octets, 60000U) << chunk;
    }
}

TEST(IcaoAppletDialect, IsTheOnlyOneForItsName) {
    auto profile = icaoAppletProfile();
    EXPECT_NE(dialectOf(profile, 255), nullptr);
    profile.dialect = "other";
    EXPECT_THROW(dialectOf(profile, 255), base::Failure);
}

}  // namespace
}  // namespace chip
