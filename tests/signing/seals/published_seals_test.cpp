// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "signing/seals/c40.hpp"
#include "signing/seals/seal_verification.hpp"
#include "signing/seals/travel_seal.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {
namespace {

using ::testing::ElementsAre;

std::map<std::string, base::Bytes> publishedSeals() {
    std::map<std::string, base::Bytes> seals;
    std::istringstream lines{base::textOf(file("vds/seals.txt"))};
    for (std::string name, digits; lines >> name >> digits;) seals[name] = base::expected(base::fromHex(digits), name);
    return seals;
}

Seal published(const std::string& name) { return base::expected(readSeal(publishedSeals().at(name)), name); }

bool holds(const Seal& seal, std::string_view certificateFile) {
    const auto signer = certificate(certificateFile);
    return seal.header.signer.names(signer) && sealSignatureHolds(seal, *PublicKey::read(signer.publicKey));
}

TEST(PublishedSeals, VerifyWithTheCertificateThatTheyName) {
    for (const auto* name : {"doc9303-8-appendix-B", "li0ard-visa", "li0ard-arrival-v3", "residentPermit",
                             "supplementSheet", "addressStickerPassport", "emergencyTravelDoc",
                             "permanentResidencePermit", "tempPassport", "tempPerso", "fictionCert"}) {
        EXPECT_TRUE(holds(published(name), "vds/sealgen_UTTS5B.crt")) << name;
        EXPECT_FALSE(holds(published(name), "vds/sealgen_DETS32.crt")) << name;
    }
    for (const auto* name : {"addressStickerId", "visa_224bitSig"})
        EXPECT_TRUE(holds(published(name), "vds/sealgen_DETS32.crt")) << name;
}

TEST(PublishedSeals, GiveTheEmergencyDocumentOfDoc9303) {
    const auto seal = published("doc9303-8-appendix-B");
    EXPECT_EQ(seal.header.version, 4);
    EXPECT_EQ(seal.header.country, "UTO");
    EXPECT_EQ(seal.header.signer.text(), "UTTS-5B");
    EXPECT_EQ(base::formatDate(seal.header.issued), "2026-06-13");
    EXPECT_EQ(base::formatDate(seal.header.signedOn), "2023-08-23");
    const auto document = readEmergencyDocumentSeal(seal);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->firstLine, "PUUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<");
    EXPECT_EQ(document->secondLine, "D231458907UTO7408122F2606277<<<<<<<8");
    EXPECT_EQ(documentCodeOf(seal), "PU");
    EXPECT_TRUE(readVisaSeal(seal).refusal().has("signing.seal-definition-unknown"_code));
}

TEST(PublishedSeals, GiveTheVisa) {
    const auto visa = readVisaSeal(published("li0ard-visa"));
    ASSERT_TRUE(visa);
    EXPECT_EQ(visa->firstLine, "VCD<<DENT<<ARTHUR<PHILIP<<<<<<<<<<<<");
    EXPECT_EQ(visa->secondLine, "1234567XY7GBR5203116M2005250");
    EXPECT_EQ(visa->entries, 12);
    EXPECT_THAT(visa->stay, ElementsAre(160, 0, 0));
    EXPECT_EQ(visa->passportNumber, "47110815P");
    EXPECT_THAT(visa->visaType, ElementsAre(0xAA));
    EXPECT_THAT(visa->additional, ElementsAre(0xBB));
    EXPECT_EQ(documentCodeOf(published("visa_224bitSig")), "VC");
}

TEST(PublishedSeals, ReadVersion3) {
    const auto seal = published("socialInsurance");
    EXPECT_EQ(seal.header.version, 3);
    EXPECT_EQ(seal.header.signer.text(), "DETS-00027");
    ASSERT_EQ(seal.features.size(), 4U);
    EXPECT_EQ(*decodeC40(seal.features[0].value), "65170839J003");
    EXPECT_EQ(base::textOf(seal.features[1].value), "Perschweiß");
    EXPECT_EQ(published("arrivalAttestation").header.country, "D<<");
}

TEST(PublishedSeals, AreWrittenAgainAsTheyStand) {
    for (const auto& [name, octets] : publishedSeals()) {
        const auto seal = readSeal(octets);
        if (!seal || seal->header.version != 4) continue;
        const auto content = encodeSealContent(seal->header, seal->features);
        ASSERT_TRUE(content) << name;
        EXPECT_EQ(base::toHex(*closeSeal(*content, seal->signature)), base::toHex(octets)) << name;
    }
}

TEST(PublishedSeals, ThatBreakTheFormAreRefused) {
    for (const auto* name : {"ankunftsnwPapier", "ankunftsnwPapier2", "meldebescheinigung", "utoVisa"})
        EXPECT_TRUE(readSeal(publishedSeals().at(name)).refusal().has("signing.seal-malformed"_code)) << name;
}

}  // namespace
}  // namespace signing::testing
