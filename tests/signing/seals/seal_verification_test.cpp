// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/der.hpp"
#include "signing/seals/c40.hpp"
#include "signing/seals/travel_seal.hpp"
#include "tests/signing/seals/seal_house.hpp"

namespace signing::testing {
namespace {

using ::testing::ElementsAre;
using namespace std::chrono_literals;

TEST(SealVerification, FindsASealOfTheHouseAuthentic) {
    const SealHouse sealed;
    const auto octets = sealed.seal(someAct());
    const auto verdict = sealed.verify(octets);
    EXPECT_TRUE(verdict.valid);
    EXPECT_TRUE(verdict.reasons.empty());
    EXPECT_EQ(*readActSeal(*verdict.seal), someAct());
    EXPECT_EQ(verdict.signer->der, sealed.certificate.der);
    EXPECT_EQ(verdict.seal->signature.size(), 64U);
    EXPECT_EQ(base::formatDate(verdict.seal->header.signedOn), "2026-11-23");
}

TEST(SealVerification, TakesEveryCurveOfTheHouse) {
    for (const auto algorithm :
         {KeyAlgorithm::EcdsaP384, KeyAlgorithm::EcdsaBrainpoolP256r1, KeyAlgorithm::EcdsaBrainpoolP384r1}) {
        const SealHouse sealed{algorithm};
        EXPECT_TRUE(sealed.verify(sealed.seal(someAct())).valid) << nameOf(algorithm);
    }
}

TEST(SealVerification, FindsEveryChangedOctet) {
    const SealHouse sealed;
    const auto octets = sealed.seal(someAct());
    for (std::size_t at = 0; at < octets.size(); ++at)
        for (const unsigned change : {0x01U, 0x80U, 0xFFU}) {
            auto other = octets;
            other[at] = static_cast<std::uint8_t>(other[at] ^ change);
            const auto verdict = sealed.verify(other);
            EXPECT_FALSE(verdict.valid) << at;
            EXPECT_FALSE(verdict.reasons.empty()) << at;
        }
}

TEST(SealVerification, FindsEveryMissingAndEveryAddedOctet) {
    const SealHouse sealed;
    const auto octets = sealed.seal(someAct());
    for (std::size_t at = 0; at < octets.size(); ++at) {
        auto fewer = octets;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
        EXPECT_FALSE(sealed.verify(fewer).valid) << at;
        auto more = octets;
        more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), 0);
        EXPECT_FALSE(sealed.verify(more).valid) << at;
    }
}

TEST(SealVerification, KnowsOnlyTheSignerThatTheSealNames) {
    const SealHouse sealed, other;
    const auto octets = sealed.seal(someAct());
    EXPECT_THAT(codesOf(other.verify(octets).reasons), ElementsAre("signing.seal-signer-unknown"));
    EXPECT_THAT(codesOf(verifySeal(octets, {{}, {sealed.house.anchors, sealed.house.clock.now()}}).reasons),
                ElementsAre("signing.seal-signer-unknown"));
    const auto untrusted = verifySeal(octets, {{&sealed.certificate, 1}, {{}, sealed.house.clock.now()}});
    EXPECT_FALSE(untrusted.valid);
    EXPECT_TRUE(untrusted.signer);
    const std::vector<Certificate> both{other.certificate, sealed.certificate};
    EXPECT_TRUE(verifySeal(octets, {both, {sealed.house.anchors, sealed.house.clock.now()}}).valid);
}

TEST(SealVerification, SaysThatASignerIsOverOrRevoked) {
    const SealHouse sealed;
    const auto octets = sealed.seal(someAct());
    const auto later = moment("2037-06-01T00:00:00.000000Z");
    EXPECT_THAT(codesOf(verifySeal(octets, {{&sealed.certificate, 1}, {sealed.house.anchors, later}}).reasons),
                ElementsAre("signing.certificate-not-in-force"));
    EXPECT_TRUE(
        sealed.signer().seal(*draftOf(someAct()), later).refusal().has("signing.certificate-not-in-force"_code));
    const auto now = sealed.house.clock.now();
    const auto list = makeRevocationList(sealed.house.countryAuthority(),
                                         {{{sealed.certificate.serialNumber, now}}, now, now + 240h, 1});
    const std::vector<RevocationList> lists{base::expected(readRevocationList(base::expected(list, "list")), "list")};
    EXPECT_THAT(codesOf(verifySeal(octets, {{&sealed.certificate, 1}, {sealed.house.anchors, now, lists}}).reasons),
                ElementsAre("signing.certificate-revoked"));
}

/// A seal whose key signs whatever header is wanted.
base::Bytes forged(const SealHouse& sealed, const SealHeader& header, const std::vector<SealFeature>& features = {}) {
    const auto content = base::expected(encodeSealContent(header, features), "content");
    const auto der = sealed.house.keys->sign(sealed.key, base::DigestAlgorithm::Sha256, content);
    return base::expected(closeSeal(content, base::expected(rawSignature(der, 32), "signature")), "seal");
}

TEST(SealVerification, SaysThatTheDayOfTheSignatureIsOutsideTheSignersPeriod) {
    const SealHouse sealed;
    SealHeader header{4, "GTM", *SignerReference::of(sealed.certificate), 2026y / 11 / 1, 2026y / 11 / 1, {9, 200}};
    EXPECT_THAT(codesOf(sealed.verify(forged(sealed, header)).reasons), ElementsAre("signing.seal-outside-period"));
    header.signedOn = 2026y / 11 / 2;
    EXPECT_TRUE(sealed.verify(forged(sealed, header)).valid);
    header.signer.serial = "00";
    EXPECT_THAT(codesOf(sealed.verify(forged(sealed, header)).reasons), ElementsAre("signing.seal-for-testing"));
}

TEST(SealVerification, AllowsASignerItsKindsOfDocumentsOnly) {
    const SealHouse visas{KeyAlgorithm::EcdsaP256, {"V"}}, documents{KeyAlgorithm::EcdsaP256, {"PU"}};
    const auto act = *draftOf(someAct());
    const auto now = visas.house.clock.now();
    EXPECT_TRUE(visas.signer().seal(act, now).refusal().has("signing.seal-kind-not-allowed"_code));
    const auto reference = *SignerReference::of(visas.certificate);
    const SealHeader header{4, "GTM", reference, act.issued, act.issued, act.definition};
    EXPECT_THAT(codesOf(visas.verify(forged(visas, header, act.features)).reasons),
                ElementsAre("signing.seal-kind-not-allowed"));
    const auto zone = *encodeC40("PUUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F2606277<<<<<<<8");
    const SealDraft document{kEmergencyDocumentSealDefinition, act.issued, {{2, zone}}};
    EXPECT_FALSE(visas.signer().seal(document, now));
    const auto octets = documents.signer().seal(document, now);
    ASSERT_TRUE(octets);
    EXPECT_TRUE(documents.verify(*octets).valid);
}

TEST(SealSigner, IsMadeOfASealSignersKeyOnly) {
    const SealHouse sealed;
    const auto& house = sealed.house;
    EXPECT_TRUE(SealSigner::make(*house.keys, house.signerKey, sealed.certificate.der, "GTM")
                    .refusal()
                    .has("signing.key-unsuitable"_code));
    EXPECT_TRUE(SealSigner::make(*house.keys, house.signerKey, house.documentSignerCertificate.der, "GTM")
                    .refusal()
                    .has("signing.seal-certificate-unsuitable"_code));
    const auto misnamed = SealSigner::make(*house.keys, sealed.key, sealed.certificate.der, "gt");
    ASSERT_TRUE(misnamed);
    EXPECT_TRUE(
        misnamed->seal(*draftOf(someAct()), house.clock.now()).refusal().has("signing.seal-value-refused"_code));
}

TEST(RawSignature, KeepsItsWidth) {
    const auto der = base::der::sequence({base::der::integer(128), base::der::integer(127)});
    const auto raw = rawSignature(der, 32);
    ASSERT_TRUE(raw);
    EXPECT_EQ(raw->size(), 64U);
    EXPECT_EQ((*raw)[31], 128);
    EXPECT_EQ((*raw)[63], 127);
    EXPECT_EQ(base::toHex(derSignature(*raw)),
              "300702020080"
              "02017f");
    EXPECT_FALSE(
        rawSignature(base::der::sequence({base::der::integer(base::Bytes(33, 1)), base::der::integer(1)}), 32));
    EXPECT_FALSE(rawSignature(base::Bytes{0x30, 0x00}, 32));
}

}  // namespace
}  // namespace signing::testing
