// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/chip_authentication.hpp"

#include <gtest/gtest.h>

#include "chip/access/file_reading.hpp"
#include "tests/chip/access/scripted.hpp"
#include "tests/chip/support/chip_keys.hpp"

namespace chip {
namespace {

using scripted::hex;
using scripted::upper;

std::string uppercase(std::string text) {
    for (char& character : text) character = static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
    return text;
}

/// A trace of a real document, from within its session.
class RealTrace {
   public:
    explicit RealTrace(const char* name) : m_values(scripted::example(name, "eac")) {
        for (const auto& exchange : m_values["apdus"])
            m_card.expect(uppercase(exchange["command"]), uppercase(exchange["response"]));
    }
    [[nodiscard]] SessionKeys keys(CipherSuite suite) const {
        const auto& sm = m_values["sm"][0];
        return {suite, base::SecretBytes{hex(std::string{sm["KS_ENC"]})},
                base::SecretBytes{hex(std::string{sm["KS_MAC"]})}, hex(std::string{m_values["ssc"][0]})};
    }
    [[nodiscard]] std::vector<ChipAuthenticationOffer> offers() const {
        const auto file = hex(std::string{m_values["named"]["dg14bytes"]});
        return chipAuthenticationOffers(base::expected(lds::decodeDg14(file), "EF.DG14").content);
    }
    [[nodiscard]] std::string terminalSecret() const { return uppercase(m_values["ec_keypairs"][0]["private"]); }
    scripted::ReplayedCard& card() { return m_card; }

   private:
    nlohmann::json m_values;
    scripted::ReplayedCard m_card;
};

SecuredCard within(RealTrace& trace, CipherSuite suite) {
    AccessCourse course;
    for (const auto step : {Exchange::SetAuthenticationTemplate, Exchange::GetNonce, Exchange::MapNonce,
                            Exchange::PerformKeyAgreement, Exchange::MutualAuthentication, Exchange::ReadFile})
        course.enter(step);
    return {trace.card(), Session{SecureMessaging{trace.keys(suite)}, course}};
}

/// The last exchange of both traces: SELECT under the new keys.
void expectSelectUnderNewKeys(SecuredCard& card, base::Bytes file) {
    EXPECT_EQ(card.transmit({0x00, 0xA4, 0x02, 0x0C, std::move(file), {}}).status, 0x9000);
}

TEST(ChipAuthentication, SpeaksAsAnAustrianDocumentWithAes) {
    RealTrace trace{"real_trace_AT_CA_AES128.json"};
    const auto offers = trace.offers();
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(offers[0].suite, CipherSuite::Aes128);
    EXPECT_FALSE(offers[0].chipKey.keyId);
    auto card = within(trace, CipherSuite::Aes128);
    scripted::Randomness random{trace.terminalSecret()};
    const auto done = authenticateChip(card, offers[0], random);
    ASSERT_TRUE(done) << done.refusal().first().code.name();
    expectSelectUnderNewKeys(card, {0x01, 0x0E});
    EXPECT_TRUE(trace.card().finished());
}

TEST(ChipAuthentication, SpeaksAsAFrenchDocumentThatLeavesTheProtocolOut) {
    RealTrace trace{"real_trace_FR_CA.json"};
    const auto offers = trace.offers();
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(offers[0].suite, CipherSuite::TripleDes);
    auto card = within(trace, CipherSuite::Aes256);
    scripted::Randomness random{trace.terminalSecret()};
    const auto done = authenticateChip(card, offers[0], random);
    ASSERT_TRUE(done) << done.refusal().first().code.name();
    expectSelectUnderNewKeys(card, {0x01, 0x0E});
    EXPECT_TRUE(trace.card().finished());
}

TEST(ChipAuthentication, AgreesOnTheSecretOfTheWorkedExample) {
    const auto values = scripted::example("EAC_worked_example_ECDH.json", "eac");
    const auto group = base::expected(standardisedGroup(13), "group");
    const auto secret = hex(std::string{values["ca_pcd_priv_key"]});
    EXPECT_EQ(base::expected(group->multiply(group->generator(), secret), "key").reveal().size(), 65U);
    EXPECT_EQ(upper(base::expected(group->multiply(group->generator(), secret), "key").reveal()),
              std::string{values["ca_pcd_pub_key"]});
    const auto shared = base::expected(group->multiply(hex(std::string{values["ca_picc_pub_key"]}), secret), "secret");
    EXPECT_EQ(upper(group->secretOf(shared.reveal()).reveal()), std::string{values["ca_shared_secret_k"]});
}

TEST(ChipAuthenticationOffers, PairProtocolsWithTheirKeysTheStrongestFirst) {
    const auto curve = testing::newCurveKey("brainpoolP256r1"), other = testing::newCurveKey("secp384r1");
    const auto field = testing::newStandardisedKey(2);
    const auto file =
        testing::dg14Of({testing::chipAuthenticationInfo(curve, 1, 1), testing::chipAuthenticationInfo(other, 4, 2),
                         testing::chipAuthenticationInfo(field, 2, 3), testing::chipPublicKeyInfo(curve, 1),
                         testing::chipPublicKeyInfo(other, 2), testing::chipPublicKeyInfo(field, 3)});
    const auto offers = chipAuthenticationOffers(base::expected(lds::decodeDg14(file), "EF.DG14").content);
    ASSERT_EQ(offers.size(), 3U);
    EXPECT_EQ(offers[0].protocol, "0.4.0.127.0.7.2.2.3.2.4");
    EXPECT_EQ(offers[0].chipKey.keyId, 2U);
    EXPECT_EQ(offers[1].protocol, "0.4.0.127.0.7.2.2.3.1.2");
    EXPECT_EQ(offers[1].chipKey.key.group->agreement(), KeyAgreement::Dh);
    EXPECT_EQ(offers[2].suite, CipherSuite::TripleDes);
    EXPECT_EQ(offers[2].chipKey.keyId, 1U);
}

TEST(ChipAuthenticationOffers, AreNoneWhereTheKeyIsOfAnotherKindOrVersion) {
    const auto curve = testing::newCurveKey("prime256v1");
    const auto field = testing::newStandardisedKey(0);
    const auto file = testing::dg14Of({testing::chipAuthenticationInfo(field, 2), testing::chipPublicKeyInfo(curve)});
    EXPECT_TRUE(chipAuthenticationOffers(base::expected(lds::decodeDg14(file), "EF.DG14").content).empty());
    EXPECT_TRUE(chipAuthenticationOffers({}).empty());
}

}  // namespace
}  // namespace chip
