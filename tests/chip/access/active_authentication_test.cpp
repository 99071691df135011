// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/active_authentication.hpp"

#include <gtest/gtest.h>

#include "chip/lds/active_authentication_key.hpp"
#include "chip/simulator/chip_signer.hpp"
#include "tests/chip/access/scripted.hpp"
#include "tests/chip/simulator/personalised_chip.hpp"

namespace chip {
namespace {

using scripted::hex;

TEST(RecoveredMessage, OfAppendixFHolds) {
    const auto example = scripted::example("9303-11_F_AA_RSA1024_SHA1.json");
    const auto recovered = hex(std::string{example["F"]});
    EXPECT_TRUE(checkRecoveredMessage(recovered, hex(std::string{example["RND_IFD"]})));
    EXPECT_FALSE(checkRecoveredMessage(recovered, hex("F173589974BF40C7")));
}

TEST(RecoveredMessage, HoldsForEveryHashFunctionThatTheTrailerNames) {
    const auto samples = scripted::example("iso9796_2_recovered_F_samples.json");
    ASSERT_EQ(samples["cases"].size(), 5U);
    for (const auto& sample : samples["cases"]) {
        const auto recovered = hex(std::string{sample["f"]}), challenge = hex(std::string{sample["rndIfd"]});
        EXPECT_TRUE(checkRecoveredMessage(recovered, challenge)) << sample["hash"];
        for (const std::size_t at : {std::size_t{0}, std::size_t{1}, recovered.size() - 1}) {
            auto changed = recovered;
            changed[at] ^= 0x01;
            EXPECT_FALSE(checkRecoveredMessage(changed, challenge)) << sample["hash"] << " octet " << at;
        }
    }
}

TEST(RecoveredMessage, RefusesWhatIsTooShort) {
    for (const char* digits : {"", "6A", "6ABC", "6A34CC"}) EXPECT_FALSE(checkRecoveredMessage(hex(digits), hex("00")));
}

TEST(ActiveAuthentication, AcceptsTheChipsEcdsaSignatureAndNoOther) {
    for (const auto curve : {lds::KeyCurve::P256, lds::KeyCurve::BrainpoolP256r1}) {
        const auto key = lds::generateActiveAuthenticationKey(curve);
        const auto challenge = hex("F173589974BF40C6");
        auto signature = signEcdsa(support::ecKeyObjects(key).reveal(), challenge);
        ASSERT_EQ(signature.size(), 64U);
        EXPECT_TRUE(checkActiveAuthentication(key.subjectPublicKeyInfo, challenge, signature));
        EXPECT_FALSE(checkActiveAuthentication(key.subjectPublicKeyInfo, hex("F173589974BF40C7"), signature));
        EXPECT_FALSE(
            checkActiveAuthentication(key.subjectPublicKeyInfo, challenge, signature, base::DigestAlgorithm::Sha384));
        signature[63] ^= 1;
        const auto refused = checkActiveAuthentication(key.subjectPublicKeyInfo, challenge, signature);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.refusal().first().code.name(), "aa.signature-wrong");
    }
}

TEST(ActiveAuthentication, AcceptsRsaSignaturesOfBothKindsWithEveryHash) {
    using enum base::DigestAlgorithm;
    const auto challenge = hex("F173589974BF40C6");
    for (const unsigned bits : {1024U, 1280U, 1848U, 2048U, 3072U}) {
        const auto key = support::newRsaKey(bits);
        for (const auto digest : {Sha1, Sha224, Sha256, Sha384, Sha512}) {
            const auto signature = signRsa({key.modulus, key.exponent.reveal()}, challenge, digest, systemRandom());
            EXPECT_EQ(signature.size(), bits / 8);
            EXPECT_TRUE(checkActiveAuthentication(key.subjectPublicKeyInfo, challenge, signature))
                << bits << base::nameOf(digest);
            EXPECT_TRUE(checkActiveAuthentication(key.subjectPublicKeyInfo, challenge,
                                                  support::complementTo(key.modulus, signature)));
            EXPECT_FALSE(checkActiveAuthentication(key.subjectPublicKeyInfo, hex("F173589974BF40C7"), signature));
            EXPECT_FALSE(checkActiveAuthentication(key.subjectPublicKeyInfo, challenge, base::Bytes(bits / 8, 0xFF)));
            EXPECT_FALSE(checkActiveAuthentication(key.subjectPublicKeyInfo, challenge, base::Bytes(bits / 8 + 1, 1)));
        }
    }
}

TEST(ActiveAuthentication, TakesTheDigestByTheCurve) {
    for (const auto& [bits, digest] : {std::pair{224U, base::DigestAlgorithm::Sha224},
                                       {256U, base::DigestAlgorithm::Sha256},
                                       {320U, base::DigestAlgorithm::Sha256},
                                       {384U, base::DigestAlgorithm::Sha384},
                                       {512U, base::DigestAlgorithm::Sha512},
                                       {521U, base::DigestAlgorithm::Sha512}})
        EXPECT_EQ(digestForKeySize(bits), digest) << bits;
}

TEST(ActiveAuthentication, RefusesKeysThatAreNone) {
    const auto refused = checkActiveAuthentication(hex("3003020101"), hex("00"), hex("00"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().first().code.name(), "aa.unsupported-key");
}

}  // namespace
}  // namespace chip
