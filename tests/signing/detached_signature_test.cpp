// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/detached_signature.hpp"

#include <gtest/gtest.h>

#include "tests/signing/house.hpp"

namespace signing::testing {
namespace {

class DetachedSignature : public ::testing::Test {
   protected:
    House house;
    base::Bytes content = base::bytesOf("<orders/>");
    std::vector<Certificate> enrolled{house.station};
    base::Bytes signature = signDetached(house.stationIdentity(), content, house.clock.now());

    base::FailureCode refusal(base::BytesView changedContent, base::BytesView changedSignature,
                              const std::vector<Certificate>& stations, base::Timestamp at) {
        const auto result = verifyDetached(changedContent, changedSignature, stations, at);
        return result ? base::FailureCode{} : result.refusal().first().code;
    }
};

TEST_F(DetachedSignature, OfAnEnrolledStationIsAccepted) {
    const auto signer = verifyDetached(content, signature, enrolled, house.clock.now());
    ASSERT_TRUE(signer);
    EXPECT_EQ(signer->certificate.der, house.station.der);
    EXPECT_EQ(signer->signingTime, house.clock.now());
}

TEST_F(DetachedSignature, IsRefusedWithItsReason) {
    const auto now = house.clock.now();
    EXPECT_EQ(refusal(content, {}, enrolled, now), "signing.signature-missing"_code);
    EXPECT_EQ(refusal(base::bytesOf("<orders />"), signature, enrolled, now), "signing.content-altered"_code);
    EXPECT_EQ(refusal(content, signature, {}, now), "signing.station-unknown"_code);
    EXPECT_EQ(refusal(content, signature, {House{}.station}, now), "signing.station-unknown"_code);
    EXPECT_EQ(refusal(content, signature, enrolled, moment("2040-01-01T00:00:00.000000Z")),
              "signing.certificate-not-in-force"_code);
    EXPECT_EQ(refusal(content, base::bytesOf("no signature"), enrolled, now), "signing.malformed"_code);
    EXPECT_EQ(refusal(content, base::Bytes(100000, 0x30), enrolled, now), "signing.malformed"_code);
    auto altered = signature;
    altered.back() ^= 1U;
    EXPECT_EQ(refusal(content, altered, enrolled, now), "signing.signature-wrong"_code);
}

TEST_F(DetachedSignature, OfAnAuthorityIsRefused) {
    const SigningIdentity root{*house.keys, house.rootKey, house.root};
    const auto byRoot = signDetached(root, content, house.clock.now());
    EXPECT_EQ(refusal(content, byRoot, {house.root}, house.clock.now()), "signing.certificate-not-for-signing"_code);
}

TEST_F(DetachedSignature, WithAnotherCertificateOfTheSameNameIsRefused) {
    auto enrolledBefore = house.station;
    enrolledBefore.der.back() ^= 1U;
    EXPECT_EQ(refusal(content, signature, {enrolledBefore}, house.clock.now()), "signing.station-unknown"_code);
}

TEST_F(DetachedSignature, NeverHoldsForAnotherContentWhateverOctetChanges) {
    const auto other = base::bytesOf("<orders></orders>");
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto altered = signature;
        altered[i] ^= 0x10U;
        EXPECT_FALSE(verifyDetached(other, altered, enrolled, house.clock.now())) << i;
    }
}

}  // namespace
}  // namespace signing::testing
