// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/secure_messaging.hpp"

#include <gtest/gtest.h>

#include "chip/apdu/instruction.hpp"
#include "tests/chip/access/scripted.hpp"

namespace chip {
namespace {

using scripted::hex;
using scripted::upper;

constexpr CipherSuite kSuites[] = {CipherSuite::TripleDes, CipherSuite::Aes128, CipherSuite::Aes192,
                                   CipherSuite::Aes256};

SecureMessaging sessionOf(CipherSuite suite) {
    return SecureMessaging{sessionKeysFrom(suite, hex("0102030405060708"))};
}

Command decoded(const std::string& digits) { return base::expected(Command::decode(hex(digits)), "command"); }

TEST(SecureMessaging, ProtectsAndUnprotectsAsInAppendixD4) {
    const auto example = scripted::example("9303-11_D4_SM_3DES_trace.json");
    SessionKeys keys{CipherSuite::TripleDes, base::SecretBytes{hex(std::string{example["KS_ENC"]})},
                     base::SecretBytes{hex(std::string{example["KS_MAC"]})}, hex(std::string{example["initial_SSC"]})};
    SecureMessaging terminal{std::move(keys)};
    for (const auto& exchange : example["exchanges"]) {
        EXPECT_EQ(upper(terminal.protect(decoded(exchange["command"])).encode()),
                  std::string{exchange["protected_command"]});
        const auto response =
            terminal.unprotect(base::expected(Response::decode(hex(std::string{exchange["response"]})), "response"));
        ASSERT_TRUE(response) << response.refusal().first().code.name();
        EXPECT_EQ(response->status, 0x9000);
        EXPECT_EQ(upper(response->data), std::string{exchange["decrypted"]});
    }
}

TEST(SecureMessaging, CarriesEveryCaseThereAndBack) {
    for (const auto suite : kSuites) {
        auto terminal = sessionOf(suite), chip = sessionOf(suite);
        for (const auto instruction : {ins::kReadBinary, ins::kReadBinaryOdd})
            for (const std::size_t size : {0UL, 1UL, 15UL, 16UL, 223UL, 255UL, 4000UL})
                for (const std::optional<std::size_t> expected :
                     std::initializer_list<std::optional<std::size_t>>{{}, 1, 256, 257, 65536}) {
                    const Command command{0, instruction, 1, 2, base::Bytes(size, 0xA5), expected};
                    const auto received =
                        chip.unprotect(base::expected(Command::decode(terminal.protect(command).encode()), "wire"));
                    ASSERT_TRUE(received) << received.refusal().first().code.name();
                    EXPECT_EQ(received->encode(), command.encode());
                    const auto answer = terminal.unprotect(chip.protect({command.data, 0x6282}));
                    ASSERT_TRUE(answer);
                    EXPECT_EQ(answer->data, command.data);
                    EXPECT_EQ(answer->status, 0x6282);
                }
    }
}

TEST(SecureMessaging, UsesDo85ForOddInstructions) {
    auto terminal = sessionOf(CipherSuite::Aes128);
    EXPECT_EQ(terminal.protect({0, 0xB1, 0, 0, {0x54, 0x01, 0x00}, 256}).data[0], 0x85);
    EXPECT_EQ(terminal.protect({0, 0xB0, 0, 0, {0x54, 0x01, 0x00}, 256}).data[0], 0x87);
}

TEST(SecureMessaging, RefusesAnAnswerWithAnySingleBitChanged) {
    for (const auto suite : kSuites) {
        Response original;
        {
            auto chip = sessionOf(suite);
            auto terminal = sessionOf(suite);
            ASSERT_TRUE(chip.unprotect(terminal.protect({0, 0xB0, 0, 0, {}, 4})));
            original = chip.protect({{1, 2, 3, 4}});
        }
        for (std::size_t bit = 0; bit < original.data.size() * 8; ++bit) {
            auto terminal = sessionOf(suite);
            (void)terminal.protect({0, 0xB0, 0, 0, {}, 4});
            Response changed = original;
            changed.data[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            EXPECT_FALSE(terminal.unprotect(changed)) << bit;
        }
    }
}

TEST(SecureMessaging, RefusesAReplayedAnswer) {
    auto terminal = sessionOf(CipherSuite::Aes256), chip = sessionOf(CipherSuite::Aes256);
    ASSERT_TRUE(chip.unprotect(terminal.protect({0, 0xB0, 0, 0, {}, 4})));
    const auto answer = chip.protect({{1, 2, 3, 4}});
    ASSERT_TRUE(terminal.unprotect(answer));
    (void)terminal.protect({0, 0xB0, 0, 0, {}, 4});
    const auto again = terminal.unprotect(answer);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.refusal().first().code.name(), "sm.wrong-mac");
}

TEST(SecureMessaging, TellsPlainAnswersFromFalseOnes) {
    auto terminal = sessionOf(CipherSuite::TripleDes);
    (void)terminal.protect({0, 0xB0, 0, 0, {}, 4});
    const auto plain = terminal.unprotect(Response{{}, 0x6988});
    ASSERT_FALSE(plain);
    EXPECT_EQ(plain.refusal().first().code.name(), "sm.unprotected");
    EXPECT_EQ(plain.refusal().first().arguments.at(0).second, "6988");
    const auto noise = terminal.unprotect(Response{hex("0102"), 0x9000});
    ASSERT_FALSE(noise);
    EXPECT_EQ(noise.refusal().first().code.name(), "sm.malformed");
}

TEST(SecureMessaging, TellsHowMuchFitsIntoAShortAnswer) {
    for (const auto& [suite, size] : {std::pair{CipherSuite::TripleDes, 231UL}, {CipherSuite::Aes128, 223UL}}) {
        auto chip = sessionOf(suite);
        EXPECT_EQ(chip.plainSizeWithin(256), size);
        EXPECT_LE(chip.protect({base::Bytes(size, 0)}).data.size(), 256U);
        EXPECT_EQ(chip.plainSizeWithin(10), 0U);
    }
}

/// RFC 4493 section 4, cut to eight octets, and NIST SP 800-38B D.2/D.3.
TEST(CipherSuite, AuthenticatesAsPublished) {
    const auto message = hex("6bc1bee22e409f96e93d7e117393172a");
    EXPECT_EQ(upper(macOf(CipherSuite::Aes128, hex("2b7e151628aed2a6abf7158809cf4f3c"), message)), "070A16B46B4D4144");
    EXPECT_EQ(upper(macOf(CipherSuite::Aes192, hex("8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b"), message)),
              "9E99A7BF31E71090");
    EXPECT_EQ(upper(macOf(CipherSuite::Aes256, hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"),
                          message)),
              "28A7023F452E8F82");
}

}  // namespace
}  // namespace chip
