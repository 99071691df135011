// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/sod/security_object.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/cms/signed_data.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

struct RealFile {
    const char* state;
    std::string ldsVersion;
    std::set<SodDefect> defects;
};
void PrintTo(const RealFile& real, std::ostream* out) { *out << real.state; }

class RealSecurityObjects : public ::testing::TestWithParam<RealFile> {};

std::string describe(const SecurityObjectVerdict& verdict) {
    std::string text;
    for (const auto& reason : verdict.reasons) text += reason.code.name() + " ";
    for (const auto defect : verdict.defects) text += std::string{nameOf(defect)} + " ";
    return text;
}

TEST_P(RealSecurityObjects, HoldUpToTheirCountrySigner) {
    const std::string state = GetParam().state;
    const std::vector<Certificate> anchors{certificate("passports/for_SOD_" + state + ".der")};
    const auto verdict = verifySecurityObject(file("passports/" + state + "_EF_SOD.bin"),
                                              {anchors, moment("2024-06-01T00:00:00.000000Z")});
    EXPECT_TRUE(verdict.signatureValid) << describe(verdict);
    EXPECT_TRUE(verdict.pathValid) << describe(verdict);
    EXPECT_EQ(verdict.ldsVersion, GetParam().ldsVersion);
    EXPECT_EQ(verdict.signerCertificate, file("passports/DS_" + state + ".der"));
    EXPECT_EQ(verdict.hashes.count(1), 1U);
    EXPECT_EQ(verdict.defects, GetParam().defects) << describe(verdict);
}
INSTANTIATE_TEST_SUITE_P(States, RealSecurityObjects,
                         ::testing::Values(RealFile{"AT", "", {SodDefect::DigestParameters}},
                                           RealFile{"FR", "", {SodDefect::DigestParameters}},
                                           RealFile{"SG", "0108", {}}, RealFile{"UK", "0108", {}},
                                           RealFile{"US", "", {SodDefect::DigestParameters, SodDefect::HashUnnamed}}));

TEST(SecurityObject, IsNotTrustedWithoutItsCountrySigner) {
    const std::vector<Certificate> anchors{certificate("passports/for_SOD_FR.der")};
    const auto verdict =
        verifySecurityObject(file("passports/AT_EF_SOD.bin"), {anchors, moment("2024-06-01T00:00:00.000000Z")});
    EXPECT_TRUE(verdict.signatureValid);
    EXPECT_FALSE(verdict.pathValid);
    EXPECT_FALSE(verdict.holds());
    EXPECT_THAT(verdict.reasons, Not(IsEmpty()));
}

class Sealing : public ::testing::TestWithParam<KeyAlgorithm> {};

TEST_P(Sealing, IsVerifiedByTheReader) {
    const House house{GetParam(), GetParam()};
    const auto signer = house.documentSigner();
    const auto digest = signer.recommendedDigest();
    const auto hashes = someHashes(digest);
    const auto efSod = signer.sealAndVerify(digest, hashes, house.clock.now());
    ASSERT_TRUE(efSod);
    const auto verdict = verifySecurityObject(*efSod, {house.anchors, house.clock.now()});
    EXPECT_TRUE(verdict.holds()) << describe(verdict);
    EXPECT_THAT(verdict.defects, IsEmpty()) << describe(verdict);
    EXPECT_THAT(verdict.reasons, IsEmpty());
    EXPECT_EQ(verdict.objectVersion, 1U);
    EXPECT_EQ(verdict.ldsVersion, "0108");
    EXPECT_EQ(verdict.hashes, hashes);
    EXPECT_EQ(verdict.digestAlgorithm, digest);
    EXPECT_EQ(verdict.signerCertificate, house.documentSignerCertificate.der);
    EXPECT_EQ(verdict.anchor, house.anchors.front().der);
    EXPECT_TRUE(verdict.speaksFor(2, base::bytesOf("data group 2")));
    EXPECT_FALSE(verdict.speaksFor(2, base::bytesOf("data group 3")));
    EXPECT_FALSE(verdict.speaksFor(3, base::bytesOf("data group 3")));
}
INSTANTIATE_TEST_SUITE_P(Algorithms, Sealing,
                         ::testing::Values(KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaP384,
                                           KeyAlgorithm::EcdsaBrainpoolP256r1, KeyAlgorithm::EcdsaBrainpoolP384r1,
                                           KeyAlgorithm::Rsa3072Pss, KeyAlgorithm::Rsa3072Pkcs1));

TEST(SecurityObject, NeverHoldsAfterAnyOctetWasChanged) {
    const House house;
    const auto digest = base::DigestAlgorithm::Sha256;
    const auto efSod = house.documentSigner().sealDataGroups(digest, someHashes(digest));
    const PathQuestion question{house.anchors, house.clock.now()};
    const auto whole = verifySecurityObject(efSod, question);
    ASSERT_TRUE(whole.holds());
    for (std::size_t i = 0; i < efSod.size(); ++i) {
        auto altered = efSod;
        altered[i] ^= 0x01U;
        const auto verdict = verifySecurityObject(altered, question);
        if (!verdict.holds()) {
            EXPECT_THAT(verdict.reasons, Not(IsEmpty())) << "octet " << i;
        } else {
            // Unsigned framing (versions, the copied names of the algorithms) may differ; what it says may not.
            EXPECT_EQ(verdict.hashes, whole.hashes) << "octet " << i;
            EXPECT_EQ(verdict.signerCertificate, whole.signerCertificate) << "octet " << i;
        }
    }
}

TEST(SecurityObject, SaysWhichPartWasTamperedWith) {
    const House house;
    const auto hashes = someHashes(base::DigestAlgorithm::Sha256);
    const auto efSod = house.documentSigner().sealDataGroups(base::DigestAlgorithm::Sha256, hashes);
    const auto hash = std::search(efSod.begin(), efSod.end(), hashes.at(2).begin(), hashes.at(2).end());
    ASSERT_NE(hash, efSod.end());
    auto altered = efSod;
    altered[static_cast<std::size_t>(hash - efSod.begin())] ^= 1U;
    auto verdict = verifySecurityObject(altered, {house.anchors, house.clock.now()});
    EXPECT_FALSE(verdict.signatureValid);
    EXPECT_TRUE(verdict.pathValid);
    EXPECT_EQ(verdict.reasons.at(0).code, "signing.content-altered"_code);
    altered = efSod;
    altered.back() ^= 1U;
    verdict = verifySecurityObject(altered, {house.anchors, house.clock.now()});
    EXPECT_EQ(verdict.reasons.at(0).code, "signing.signature-wrong"_code);
}

TEST(SecurityObject, RefusesEveryCutFile) {
    const std::vector<Certificate> anchors{certificate("passports/for_SOD_US.der")};
    const auto whole = file("passports/US_EF_SOD.bin");
    for (std::size_t length = 0; length < whole.size(); length += 17) {
        const auto verdict = verifySecurityObject(base::BytesView{whole}.first(length),
                                                  {anchors, moment("2024-06-01T00:00:00.000000Z")});
        EXPECT_FALSE(verdict.holds()) << length;
        EXPECT_THAT(verdict.reasons, Not(IsEmpty())) << length;
    }
    EXPECT_FALSE(verifySecurityObject(base::Bytes(100000, 0x77), {anchors, {}}).holds());
}

TEST(SecurityObject, ToleratesTheIndefiniteLengthsOfOthers) {
    const House house;
    const auto digest = base::DigestAlgorithm::Sha256;
    const auto efSod = house.documentSigner().sealDataGroups(digest, someHashes(digest));
    const auto inside = base::tlv::readFirst(efSod)->value;
    const auto contentInfo = base::tlv::readFirst(inside)->value;
    base::Bytes indefinite{0x77, 0x80, 0x30, 0x80};
    base::append(indefinite, contentInfo);
    base::append(indefinite, base::Bytes(4, 0));
    const auto verdict = verifySecurityObject(indefinite, {house.anchors, house.clock.now()});
    EXPECT_TRUE(verdict.holds()) << describe(verdict);
    EXPECT_THAT(verdict.defects, Contains(SodDefect::NotDer));
    auto longer = efSod;
    longer.push_back(0x90);
    const auto second = verifySecurityObject(longer, {house.anchors, house.clock.now()});
    EXPECT_TRUE(second.holds());
    EXPECT_THAT(second.defects, Contains(SodDefect::TrailingOctets));
}

TEST(DefiniteForm, JoinsOctetStringsAndStopsAtEndlessNesting) {
    const auto ber = *base::fromHex("30 80 24 80 04 02 0102 04 01 03 0000 02 01 05 0000");
    EXPECT_EQ(base::toHex(*definiteForm(ber)), "30080403010203020105");
    base::Bytes deep;
    for (int i = 0; i < 1000; ++i) base::append(deep, base::Bytes{0x30, 0x80});
    EXPECT_FALSE(definiteForm(deep));
    EXPECT_FALSE(definiteForm(base::Bytes{0x30, 0x80, 0x00}));
}

TEST(Sod2006, OfTheDutchSpecimenIsVersion0AndReadable) {
    const auto verdict = verifySecurityObject(file("passports/NL_2006_specimen_EF_SOD.bin"),
                                              {{}, moment("2006-06-01T00:00:00.000000Z")});
    EXPECT_EQ(verdict.objectVersion, 0U);
    EXPECT_TRUE(verdict.signatureValid) << describe(verdict);
    EXPECT_FALSE(verdict.pathValid);
    EXPECT_THAT(verdict.defects, Contains(SodDefect::DigestParameters));
}

TEST(Sod2008, OfTheGermanSpecimenNamesItsDataGroupsBySha1) {
    const auto verdict = verifySecurityObject(file("bsi2008/EF_SOD.bin"), {{}, moment("2008-06-01T00:00:00.000000Z")});
    EXPECT_EQ(verdict.objectVersion, 0U);
    EXPECT_TRUE(verdict.signatureValid) << describe(verdict);
    EXPECT_THAT(verdict.defects, Contains(SodDefect::Sha1));
    EXPECT_TRUE(verdict.speaksFor(3, file("bsi2008/Datagroup3.bin")));
    EXPECT_FALSE(verdict.hashes.contains(4));
}

TEST(DocumentSigner, SealsTheFilesOfAnLds17DocumentInVersion0) {
    const House house;
    const auto digest = base::DigestAlgorithm::Sha256;
    const auto efSod = house.documentSigner().sealDataGroups(digest, someHashes(digest), LdsGeneration::V0);
    const auto verdict = verifySecurityObject(efSod, {house.anchors, house.clock.now()});
    EXPECT_TRUE(verdict.holds()) << describe(verdict);
    EXPECT_THAT(verdict.defects, IsEmpty()) << describe(verdict);
    EXPECT_EQ(verdict.objectVersion, 0U);
    EXPECT_EQ(verdict.ldsVersion, "");
    EXPECT_EQ(verdict.hashes, someHashes(digest));
}

TEST(DocumentSigner, SealsSecurityInfosAsEfCardSecurity) {
    const House house;
    const auto signer = house.documentSigner();
    const auto infos = base::der::setOf({base::der::sequence({base::der::oid("2.23.136.1.1.13")})});
    const auto sealed = signer.sealSecurityInfos(infos, house.clock.now());
    ASSERT_TRUE(sealed);
    const auto data = readSignedData(*sealed);
    ASSERT_TRUE(data);
    EXPECT_EQ(data->version, 3U);
    EXPECT_TRUE(kIdSecurityObject.is(data->contentType));
    EXPECT_TRUE(std::ranges::equal(*data->content, infos));
    EXPECT_THROW((void)signer.sealSecurityInfos(base::bytesOf("no set"), house.clock.now()), base::Failure);
    EXPECT_FALSE(signer.sealSecurityInfos(infos, moment("2027-02-03T00:00:00.000000Z")));
}

TEST(DocumentSigner, SignsWithinItsPeriodsOnly) {
    const House house;
    const auto signer = house.documentSigner();
    const auto digest = base::DigestAlgorithm::Sha256;
    const auto late = signer.sealAndVerify(digest, someHashes(digest), moment("2027-02-03T00:00:00.000000Z"));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.refusal().first().code, "signing.key-period-over"_code);
    const auto early = signer.sealAndVerify(digest, someHashes(digest), moment("2026-11-01T12:00:00.000000Z"));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.refusal().first().code, "signing.certificate-not-in-force"_code);
}

TEST(DocumentSigner, RefusesAForeignCertificateAndAForeignCountry) {
    const House house, other;
    const PathQuestion question{house.anchors, house.clock.now()};
    EXPECT_EQ(DocumentSigner::make(*house.keys, house.signerKey, other.documentSignerCertificate.der, question)
                  .refusal()
                  .first()
                  .code,
              "signing.key-unsuitable"_code);
    EXPECT_EQ(DocumentSigner::make(*house.keys, house.signerKey, house.documentSignerCertificate.der,
                                   {other.anchors, house.clock.now()})
                  .refusal()
                  .first()
                  .code,
              "signing.issuer-unknown"_code);
}

TEST(DocumentSigner, RefusesHashesThatAreNone) {
    const House house;
    const auto signer = house.documentSigner();
    const auto sha256 = base::DigestAlgorithm::Sha256;
    EXPECT_THROW((void)signer.sealDataGroups(sha256, {}), base::Failure);
    EXPECT_THROW((void)signer.sealDataGroups(sha256, {{1, base::Bytes(20)}}), base::Failure);
    EXPECT_THROW((void)signer.sealDataGroups(sha256, {{17, base::Bytes(32)}}), base::Failure);
    EXPECT_THROW((void)signer.sealDataGroups(base::DigestAlgorithm::Sha1, {{1, base::Bytes(20)}}), base::Failure);
}

}  // namespace
}  // namespace signing::testing
