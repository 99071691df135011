// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/signing/timestamp_authority.hpp"

namespace signing::testing {
namespace {

class Timestamps : public ::testing::Test {
   protected:
    base::SystemClock clock;
    TimestampAuthority authority;
    base::Bytes octets = base::bytesOf("what existed");

    [[nodiscard]] std::string codeFrom(const TimestampTransport& transport) const {
        const auto token = TimestampClient{transport, {{authority.root}}, clock}.stamp(octets);
        return token ? "" : token.refusal().first().code.name();
    }
};

TEST_F(Timestamps, SayWhenAndWhoAndAreFoundGoodByOpenSsl) {
    const auto token = authority.client(clock).stamp(octets);
    ASSERT_TRUE(token) << token.refusal().first().code.name() << token.refusal().first().arguments.front().second;
    EXPECT_EQ(token->policy, TimestampAuthority::kPolicy);
    EXPECT_EQ(token->authority, "C=GT, CN=Time authority");
    EXPECT_LT(std::chrono::abs(token->moment - clock.now()), std::chrono::minutes{5});
    base::writeFileDurably(authority.path("token"), token->der);
    base::writeFileDurably(authority.path("data"), octets);
    const auto verdict = run("openssl", {"ts", "-verify", "-token_in", "-in", authority.path("token"), "-data",
                                         authority.path("data"), "-CAfile", authority.path("root.pem")});
    EXPECT_EQ(verdict.exitCode, 0) << verdict.output;
}

TEST_F(Timestamps, HoldForTheirOctetsAndUnderTheirRootOnly) {
    const auto token = authority.client(clock).stamp(octets);
    ASSERT_TRUE(token);
    const std::vector<Certificate> anchors{authority.root};
    const auto now = clock.now();
    EXPECT_TRUE(verifyTimestamp(token->der, octets, {anchors, now}));
    const auto other = verifyTimestamp(token->der, base::bytesOf("what did not"), {anchors, now});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.refusal().first().code, "signing.timestamp-wrong"_code);
    const std::vector<Certificate> others{TimestampAuthority{}.root};
    const auto unknown = verifyTimestamp(token->der, octets, {others, now});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.refusal().first().code, "signing.timestamp-untrusted"_code);
    EXPECT_FALSE(verifyTimestamp(token->der, octets, {{}, now}));
    const auto expired = verifyTimestamp(token->der, octets, {anchors, now + std::chrono::hours{24 * 365 * 11}});
    ASSERT_FALSE(expired);
    EXPECT_EQ(expired.refusal().first().code, "signing.timestamp-untrusted"_code);
}

TEST_F(Timestamps, OfAnAuthorityWithoutThePurposeAreRefused) {
    for (const char* purpose : {"timeStamping", "critical,emailProtection", "critical,timeStamping,emailProtection"}) {
        std::string code;
        try {
            const TimestampAuthority other{purpose};
            const auto token = other.client(clock).stamp(octets);
            code = token ? "" : token.refusal().first().code.name();
        } catch (const std::runtime_error&) {
            code = "OpenSSL does not sign with it";
        }
        EXPECT_THAT(code, ::testing::AnyOf("signing.timestamp-untrusted", "signing.timestamp-refused",
                                           "OpenSSL does not sign with it"))
            << purpose;
    }
}

TEST_F(Timestamps, AnswersToAnotherQuestionAreRefused) {
    base::Bytes earlier;
    EXPECT_EQ(codeFrom([&](base::BytesView request) {
                  earlier = *authority.reply(request);
                  return base::Result<base::Bytes>{earlier};
              }),
              "");
    // The same octets, another nonce.
    EXPECT_EQ(codeFrom([&](base::BytesView) { return base::Result<base::Bytes>{earlier}; }), "signing.timestamp-wrong");
}

TEST_F(Timestamps, OfAPolicyThatTheAuthorityDoesNotHaveAreRefusedByIt) {
    const auto refused = authority.client(clock, "1.3.6.1.4.1.99999.7").stamp(octets);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().code, "signing.timestamp-refused"_code);
    EXPECT_TRUE(authority.client(clock, TimestampAuthority::kPolicy).stamp(octets));
}

TEST_F(Timestamps, FromAClockFarFromOursAreRefused) {
    const base::ManualClock behind{clock.now() - std::chrono::minutes{-20}};
    const auto token = authority.client(behind).stamp(octets);
    ASSERT_FALSE(token);
    EXPECT_EQ(token.refusal().first().code, "signing.timestamp-wrong"_code);
}

TEST_F(Timestamps, CutAndAlteredAnswersAreRefused) {
    EXPECT_EQ(codeFrom([](base::BytesView) -> base::Result<base::Bytes> {
                  return base::Fault{"file.missing"_code, {}, {}};
              }),
              "file.missing");
    for (const std::size_t size : {0U, 1U, 5U, 40U, 300U})
        EXPECT_EQ(codeFrom([&](base::BytesView request) {
                      auto answer = *authority.reply(request);
                      answer.resize(size);
                      return base::Result<base::Bytes>{answer};
                  }),
                  "signing.timestamp-wrong");
    EXPECT_EQ(codeFrom([](base::BytesView) { return base::Result<base::Bytes>{base::Bytes(70000, 0x30)}; }),
              "signing.timestamp-wrong");
    EXPECT_THAT(codeFrom([&](base::BytesView request) {
                    auto answer = *authority.reply(request);
                    answer.back() ^= 1U;
                    return base::Result<base::Bytes>{answer};
                }),
                ::testing::AnyOf("signing.timestamp-wrong", "signing.timestamp-untrusted"));
    const auto token = authority.client(clock).stamp(octets);
    const std::vector<Certificate> anchors{authority.root};
    for (std::size_t size = 0; size < token->der.size(); size += 7)
        EXPECT_FALSE(verifyTimestamp(base::BytesView{token->der}.first(size), octets, {anchors, clock.now()}));
}

}  // namespace
}  // namespace signing::testing
