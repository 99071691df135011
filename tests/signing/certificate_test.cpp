// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/der.hpp"
#include "signing/certificates/path.hpp"
#include "signing/keys/public_key.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {
namespace {

using ::testing::ElementsAre;

const auto kWithin2024 = moment("2024-06-01T00:00:00.000000Z");

PathVerdict pathOf(const Certificate& leaf, const std::vector<Certificate>& anchors, base::Timestamp at = kWithin2024) {
    return verifyPath(leaf, {anchors, at});
}

class RealChains : public ::testing::TestWithParam<const char*> {};

TEST_P(RealChains, HoldUpToTheirCountrySigner) {
    const std::string state = GetParam();
    const auto signer = certificate("passports/DS_" + state + ".der");
    const auto verdict = pathOf(signer, {certificate("passports/for_SOD_" + state + ".der")});
    EXPECT_TRUE(verdict.valid) << (verdict.reasons.empty() ? "" : verdict.reasons[0].code.name());
    EXPECT_FALSE(verdict.anchor.empty());
}
INSTANTIATE_TEST_SUITE_P(States, RealChains, ::testing::Values("AT", "FR", "SG", "UK", "US"));

TEST(Path, RefusesEveryCountrySignerButTheRightOne) {
    const auto signer = certificate("passports/DS_AT.der");
    const auto verdict = pathOf(signer, {certificate("passports/for_SOD_FR.der")});
    EXPECT_FALSE(verdict.valid);
    ASSERT_EQ(verdict.reasons.size(), 1U);
    EXPECT_EQ(verdict.reasons[0].code, "signing.issuer-unknown"_code);
}

TEST(Path, RefusesACertificateOutsideItsPeriod) {
    const auto signer = certificate("passports/DS_AT.der");
    const std::vector<Certificate> anchors{certificate("passports/for_SOD_AT.der")};
    for (const auto* when : {"2022-01-01T00:00:00.000000Z", "2034-01-01T00:00:00.000000Z"}) {
        const auto verdict = pathOf(signer, anchors, moment(when));
        EXPECT_FALSE(verdict.valid);
        EXPECT_EQ(verdict.reasons.at(0).code, "signing.certificate-not-in-force"_code);
    }
}

TEST(Path, RefusesACertificateWhoseContentWasChanged) {
    auto signer = certificate("passports/DS_UK.der");
    signer.signedPart[signer.signedPart.size() - 5] ^= 1U;
    const auto verdict = pathOf(signer, {certificate("passports/for_SOD_UK.der")});
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.reasons.at(0).code, "signing.certificate-signature-wrong"_code);
}

TEST(Path, RefusesASignerInThePlaceOfAnAuthority) {
    const House house;
    const auto verdict = pathOf(house.station, {house.station}, house.clock.now());
    EXPECT_FALSE(verdict.valid);
    auto imitation = house.documentSignerCertificate;
    imitation.subject = house.station.issuer;
    imitation.subjectKeyIdentifier.clear();
    const auto second = pathOf(house.station, {imitation}, house.clock.now());
    EXPECT_FALSE(second.valid);
    EXPECT_EQ(second.reasons.at(0).code, "signing.issuer-no-authority"_code);
    EXPECT_FALSE(pathOf(house.root, {house.root}, house.clock.now()).valid) << "an authority signs no documents";
}

TEST(MockChains, VerifyInAllAlgorithms) {
    int checked = 0;
    for (const auto& entry : std::filesystem::directory_iterator{support::testData("mock_pki")}) {
        const auto name = entry.path().filename().string();
        const auto end = name.find("_mock_dsc.pem");
        if (end == std::string::npos) continue;
        const auto country = "mock_pki/" + name.substr(0, end) + "_mock_csca.pem";
        if (!std::filesystem::exists(support::testData(country))) continue;
        const auto leaf = certificate("mock_pki/" + name);
        const auto key = PublicKey::read(certificate(country).publicKey);
        ASSERT_TRUE(key) << country;
        EXPECT_TRUE(key->verifies(leaf.signatureAlgorithm, leaf.signedPart, leaf.signature)) << name;
        EXPECT_TRUE(PublicKey::read(leaf.publicKey)) << name;
        ++checked;
    }
    EXPECT_GE(checked, 20);
}

TEST(ExplicitParameters, OfRealCertificatesAreRecognised) {
    const auto at = PublicKey::read(certificate("passports/for_SOD_AT.der").publicKey);
    ASSERT_TRUE(at);
    EXPECT_EQ(at->curveForm(), CurveForm::Explicit);
    EXPECT_EQ(at->kind(), PublicKey::Kind::Ec);
}

TEST(ExplicitParameters, OfEveryKnownCurveAreRecognisedAndNoOthers) {
    for (const auto& curve : knownCurves()) {
        const auto parameters = encodeExplicitParameters(curve);
        const auto use = readCurve(*base::tlv::readFirst(parameters));
        ASSERT_TRUE(use) << curve.name;
        EXPECT_EQ(use->curve->name, curve.name);
        EXPECT_EQ(use->form, CurveForm::Explicit);
        for (std::size_t i = 30; i < parameters.size(); i += 11) {
            auto altered = parameters;
            altered[i] ^= 0x04U;
            const auto element = base::tlv::readFirst(altered);
            EXPECT_FALSE(element && readCurve(*element)) << curve.name << " octet " << i;
        }
    }
}

TEST(CountrySigner, FollowsItsProfile) {
    const House house;
    const auto& csca = house.anchors.front();
    EXPECT_EQ(csca.issuer, csca.subject);
    EXPECT_EQ(csca.serialNumber.size(), 20U);
    EXPECT_EQ(csca.keyUsage, Certificate::kKeyCertSign | Certificate::kCrlSign);
    EXPECT_TRUE(csca.authority);
    EXPECT_EQ(csca.pathLength, 0U);
    EXPECT_EQ(csca.authorityKeyIdentifier, csca.subjectKeyIdentifier);
    EXPECT_EQ(csca.privateKeyNotAfter, cscaProfile().privateKey.end);
    EXPECT_EQ(csca.subjectText(), "C=GT, O=Instituto de Prueba, CN=CSCA Guatemala, serialNumber=1");
    EXPECT_EQ(PublicKey::read(csca.publicKey)->curveForm(), CurveForm::Explicit);
    const auto key = PublicKey::read(csca.publicKey);
    EXPECT_TRUE(key->verifies(csca.signatureAlgorithm, csca.signedPart, csca.signature));
}

TEST(DocumentSignerCertificate, FollowsItsProfile) {
    const House house;
    const auto& signer = house.documentSignerCertificate;
    EXPECT_EQ(signer.issuer, house.anchors.front().subject);
    EXPECT_EQ(signer.keyUsage, Certificate::kDigitalSignature);
    EXPECT_FALSE(signer.authority);
    EXPECT_EQ(signer.authorityKeyIdentifier, house.anchors.front().subjectKeyIdentifier);
    EXPECT_THAT(signer.documentTypes, ElementsAre("P", "IB"));
    EXPECT_TRUE(signer.extendedKeyUsage.empty());
    EXPECT_TRUE(pathOf(signer, house.anchors, house.clock.now()).valid);
}

TEST(Profiles, RefuseWhatTheTableDoesNotAllow) {
    const House house;
    auto country = cscaProfile();
    country.name.country = "GTM";
    country.crlUrls = {"file:///crl"};
    const auto refused = makeCsca(*house.keys, house.countryKey, country);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().faults().size(), 2U);
    auto signer = documentSignerProfile();
    signer.documentTypes = {"PASSPORT"};
    signer.name.country = "HN";
    signer.certificate.end = moment("2050-01-01T00:00:00.000000Z");
    const auto second = makeDocumentSigner(house.countryAuthority(), house.signerKey, signer);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().faults().size(), 3U);
}

TEST(RevocationLists, OfAustraliaAndOfOursAreReadAndChecked) {
    const auto list = readRevocationList(file("passports/AU_CSCA_2021.crl"));
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->revoked.empty());
    EXPECT_EQ(list->number, base::Bytes{64});
    EXPECT_TRUE(issuedBy(*list, certificate("passports/AU_CSCA_2020.der")));
    EXPECT_FALSE(issuedBy(*list, certificate("passports/for_SOD_FR.der")));
}

TEST(RevocationLists, RefuseWhatTheyName) {
    const House house;
    const auto now = house.clock.now();
    const RevocationProfile profile{
        {{house.documentSignerCertificate.serialNumber, now}}, now, now + std::chrono::hours{24 * 90}, 7};
    const auto der = makeRevocationList(house.countryAuthority(), profile);
    ASSERT_TRUE(der);
    const std::vector<RevocationList> lists{base::expected(readRevocationList(*der), "CRL")};
    EXPECT_TRUE(issuedBy(lists[0], house.anchors[0]));
    const auto verdict = verifyPath(house.documentSignerCertificate, {house.anchors, now, lists});
    EXPECT_FALSE(verdict.valid);
    EXPECT_EQ(verdict.reasons.at(0).code, "signing.certificate-revoked"_code);
    EXPECT_TRUE(verifyPath(house.documentSignerCertificate, {house.anchors, now - std::chrono::hours{1}, lists}).valid);
}

TEST(MalformedCertificates, AreRefused) {
    const auto good = file("passports/DS_FR.der");
    for (std::size_t length = 0; length < good.size(); length += 13)
        EXPECT_FALSE(readCertificate(base::BytesView{good}.first(length))) << length;
    auto longer = good;
    longer.push_back(0);
    EXPECT_FALSE(readCertificate(longer));
    EXPECT_FALSE(readCertificate(base::Bytes(40 * 1024, 0x30)));
}

TEST(Pem, GoesThereAndBack) {
    const auto der = file("passports/DS_FR.der");
    EXPECT_EQ(*certificateOfPem(pemOfCertificate(der)), der);
    EXPECT_FALSE(certificateOfPem("nothing"));
}

}  // namespace
}  // namespace signing::testing
