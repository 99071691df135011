// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/secure_channel.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "chip/personalization/scp02.hpp"
#include "chip/personalization/transport_key.hpp"
#include "tests/support/paths.hpp"

/// Secure channels against cards and programs of other makers (tests/data/globalplatform/README.md).
namespace chip {
namespace {

base::Bytes hex(std::string_view digits) { return base::expected(base::fromHex(digits), "test data"); }
Command commandOf(std::string_view digits) { return base::expected(Command::decode(hex(digits)), "test data"); }
Response responseOf(std::string_view digits) { return base::expected(Response::decode(hex(digits)), "test data"); }

struct Sent {
    std::string plain, wire, answer, content;
    bool paddedLonger = false;
};
struct Transcript {
    std::string name, protocol, level, host, begun, authenticate;
    std::array<std::string, 3> keys;
    std::vector<Sent> sent;

    [[nodiscard]] ScpProtocol scp() const {
        const std::map<std::string, ScpProtocol> names{{"scp02-15", ScpProtocol::Scp02Option15},
                                                       {"scp02-55", ScpProtocol::Scp02Option55},
                                                       {"scp03-s8", ScpProtocol::Scp03S8},
                                                       {"scp03-s16", ScpProtocol::Scp03S16}};
        return names.at(protocol);
    }
    [[nodiscard]] std::uint8_t securityLevel() const { return hex(level)[0]; }
    [[nodiscard]] ScpKeySet keySet() const {
        const auto cipher = !isScp03(scp())        ? CipherSuite::TripleDes
                            : keys[0].size() == 32 ? CipherSuite::Aes128
                            : keys[0].size() == 48 ? CipherSuite::Aes192
                                                   : CipherSuite::Aes256;
        return {cipher, base::SecretBytes{hex(keys[0])}, base::SecretBytes{hex(keys[1])},
                base::SecretBytes{hex(keys[2])}};
    }
    [[nodiscard]] base::Bytes part(std::size_t at, std::size_t size) const {
        const auto octets = hex(begun);
        return {octets.begin() + static_cast<std::ptrdiff_t>(at),
                octets.begin() + static_cast<std::ptrdiff_t>(at + size)};
    }
    [[nodiscard]] ScpChallenges challenges() const {
        if (isScp03(scp())) return {hex(host), part(13, macSizeOf(scp())), {}};
        return {hex(host), part(14, 6), part(12, 2)};
    }
    [[nodiscard]] base::Bytes cryptogram() const {
        const auto mac = macSizeOf(scp());
        return isScp03(scp()) ? part(13 + mac, mac) : part(20, mac);
    }
    [[nodiscard]] std::unique_ptr<SecureChannel> channel() const { return openChannel(scp(), keySet(), challenges()); }
};

std::vector<Transcript> transcripts() {
    const auto file = base::readFile(support::testData("globalplatform") / "transcripts.txt", 1024 * 1024);
    std::istringstream lines{base::textOf(base::expected(file, "transcripts"))};
    std::vector<Transcript> all;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words{line};
        std::string word;
        words >> word;
        if (word == "case") {
            all.emplace_back();
            words >> all.back().name >> all.back().protocol >> all.back().level;
        } else if (word == "keys") {
            for (auto& key : all.back().keys) words >> key;
        } else if (word == "host") {
            words >> all.back().host;
        } else if (word == "begun") {
            words >> all.back().begun;
        } else if (word == "authenticate") {
            words >> all.back().authenticate;
        } else {
            auto& sent = all.back().sent.emplace_back();
            words >> sent.plain >> sent.wire >> sent.answer >> sent.content;
            sent.paddedLonger = word == "read";
        }
    }
    return all;
}

/// The channel on the terminal's side after EXTERNAL AUTHENTICATE went out as recorded.
std::unique_ptr<SecureChannel> terminalOf(const Transcript& transcript) {
    auto channel = transcript.channel();
    EXPECT_EQ(channel->cardCryptogram(), transcript.cryptogram()) << transcript.name;
    const Command plain{0x80, 0x82, transcript.securityLevel(), 0x00, channel->hostCryptogram()};
    EXPECT_EQ(base::toHex(channel->protect(plain).encode()), base::toHex(hex(transcript.authenticate)))
        << transcript.name;
    channel->raiseTo(transcript.securityLevel());
    return channel;
}

TEST(SecureChannel, ProtectsCommandsAsOtherMakersProgramsDo) {
    const auto all = transcripts();
    ASSERT_EQ(all.size(), 13U);
    for (const auto& transcript : all) {
        const auto channel = terminalOf(transcript);
        for (const auto& sent : transcript.sent) {
            EXPECT_EQ(base::toHex(channel->protect(commandOf(sent.plain)).encode()), base::toHex(hex(sent.wire)))
                << transcript.name << " " << sent.plain;
            if (sent.answer.empty()) continue;
            const auto answer = channel->unprotect(responseOf(sent.answer));
            ASSERT_TRUE(answer) << transcript.name << " " << sent.plain;
            EXPECT_EQ(answer->data, hex(sent.content));
            EXPECT_TRUE(answer->ok());
        }
    }
}

TEST(SecureChannel, ReadsCommandsAndProtectsAnswersOnTheChipsSide) {
    for (const auto& transcript : transcripts()) {
        const auto channel = transcript.channel();
        const auto authenticate = channel->unprotect(commandOf(transcript.authenticate));
        ASSERT_TRUE(authenticate) << transcript.name;
        EXPECT_EQ(authenticate->data, channel->hostCryptogram());
        channel->raiseTo(transcript.securityLevel());
        for (const auto& sent : transcript.sent) {
            const auto command = channel->unprotect(commandOf(sent.wire));
            ASSERT_TRUE(command) << transcript.name;
            EXPECT_EQ(base::toHex(command->encode()), base::toHex(hex(sent.plain)));
            if (sent.answer.empty() || sent.paddedLonger) continue;
            EXPECT_EQ(base::toHex(channel->protect(Response{hex(sent.content)}).encode()),
                      base::toHex(hex(sent.answer)));
        }
    }
}

TEST(SecureChannel, RefusesACommandOrAnAnswerOfWhichOneBitIsWrong) {
    for (const auto& transcript : transcripts()) {
        auto command = commandOf(transcript.authenticate);
        command.data[3] ^= 0x01;
        const auto read = transcript.channel()->unprotect(command);
        ASSERT_FALSE(read) << transcript.name;
        EXPECT_EQ(read.refusal().first().code.name(), "scp.wrong-mac");
        if (transcript.sent.empty() || (transcript.securityLevel() & security_level::kResponseMac) == 0) continue;
        const auto channel = terminalOf(transcript);
        (void)channel->protect(commandOf(transcript.sent.front().plain));
        auto answer = responseOf(transcript.sent.front().answer);
        answer.data[0] ^= 0x01;
        EXPECT_FALSE(channel->unprotect(answer));
    }
}

TEST(SecureChannel, EncryptsSecretsSoThatTheOtherSideReadsThem) {
    for (const auto& transcript : transcripts()) {
        const auto secret = base::Bytes(32, 0x5A);
        auto sent = secret;
        transcript.channel()->encryptSecret(sent);
        EXPECT_NE(sent, secret);
        const auto read = transcript.channel()->decryptSecret(sent);
        EXPECT_TRUE(base::equalInConstantTime(read.reveal(), secret)) << transcript.name;
    }
}

TEST(SecureChannel, KnowsHowMuchPlainDataFits) {
    for (const auto protocol : {ScpProtocol::Scp02Option15, ScpProtocol::Scp03S8, ScpProtocol::Scp03S16}) {
        const auto cipher = isScp03(protocol) ? CipherSuite::Aes128 : CipherSuite::TripleDes;
        const ScpKeySet keys{cipher, base::SecretBytes{16}, base::SecretBytes{16}, base::SecretBytes{16}};
        for (const auto level : {std::uint8_t{0x01}, std::uint8_t{0x03}})
            for (std::size_t room = 100; room <= 255; ++room) {
                const auto channel = openChannel(protocol, keys, {base::Bytes(8), base::Bytes(8), base::Bytes(2)});
                channel->raiseTo(level);
                const auto plain = plainRoom(protocol, level, room);
                EXPECT_LE(channel->protect({0x80, 0xE2, 0, 0, base::Bytes(plain)}).data.size(), room);
                EXPECT_GT(channel->protect({0x80, 0xE2, 0, 0, base::Bytes(plain + 1)}).data.size(), room);
            }
    }
}

std::string diversified(const TransportKeyRule& rule, std::string_view master, std::string_view data, KeyRole role) {
    const auto key = diversify(rule, hex(master), hex(data), role);
    return base::toHex(key.reveal());
}

/// OpenJavaCard's SCPDiversificationTest.
TEST(TransportKey, IsDiversifiedAsEmvHasIt) {
    const TransportKeyRule rule{"t", CipherSuite::TripleDes, Diversification::Emv};
    const auto* const master = "404142434445464748494A4B4C4D4E4F";
    const auto* const data = "0102030405060708090A";
    EXPECT_EQ(diversified(rule, master, data, KeyRole::Encryption), "6438a05ac377df302423bc5e2038fb5b");
    EXPECT_EQ(diversified(rule, master, data, KeyRole::Authentication), "5a9402ddabc5b9497bbece0884929b83");
    EXPECT_EQ(diversified(rule, master, data, KeyRole::Secrets), "acb4c129b3912fb782a4eaee043bae95");
}

/// GlobalPlatformPro's TestSCP03.
TEST(TransportKey, IsDiversifiedByKdf3) {
    const TransportKeyRule rule{"t", CipherSuite::Aes256, Diversification::Kdf3};
    EXPECT_EQ(diversified(rule, "8C72C72CF908411653018807950D82FBAD947562F0828A0B10B8B9606ABF3BCD",
                          "D9B1DE5D0362DEDCE4FB", KeyRole::Encryption),
              "9aac5d0b3601f89438a0d9d0b6b256cfb47e6462dfa5228d3420c4ac7c224781");
}

TEST(TransportKey, IsNotTakenInAnotherLength) {
    const TransportKeyRule rule{"t", CipherSuite::Aes256, Diversification::None};
    EXPECT_THROW((void)diversify(rule, base::Bytes(16), {}, KeyRole::Encryption), base::Failure);
    EXPECT_THROW((void)TransportKeys::partOf(rule, base::SecretBytes{64}, KeyRole::Encryption), base::Failure);
    const base::SecretBytes set{hex(std::string(64, '1') + std::string(64, '2') + std::string(64, '3'))};
    EXPECT_EQ(TransportKeys::partOf(rule, set, KeyRole::Authentication)[0], 0x22);
}

}  // namespace
}  // namespace chip
