// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/cms/cades_signature.hpp"
#include "signing/cms/cades_verification.hpp"
#include "signing/cms/detached_signature.hpp"
#include "signing/cms/signing_certificate.hpp"
#include "tests/signing/timestamp_authority.hpp"

namespace signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

/// A house authority and one person's certificate, in force for thirty days from now.
struct Signatory {
    explicit Signatory(KeyAlgorithm algorithm = KeyAlgorithm::EcdsaP256)
        : keys(base::expected(FileKeyStore::create(folder.path() / "keys", passphrase(), clock, kQuick), "keys")),
          authorityKey(keys->generate(KeyPurpose::HouseAuthority, algorithm, "authority")),
          key(keys->generate(KeyPurpose::ElectronicSignature, algorithm, "signer")) {
        const auto begin = std::chrono::floor<std::chrono::seconds>(clock.now() - 1h);
        const OperationalProfile root{{"GT", "Instituto de Prueba", "", "House"}, "", {begin, begin + 24h * 3650}};
        anchors.push_back(made(makeOperationalRoot(*keys, authorityKey, root)));
        person = {
            {"GT", "Instituto de Prueba", "Prueba", "María Núñez"}, "maria@example.gt", {begin, begin + 24h * 30}};
        certificate = reissued();
    }
    static Certificate made(base::Result<base::Bytes> der) {
        return base::expected(readCertificate(base::expected(std::move(der), "certificate")), "certificate");
    }
    [[nodiscard]] Certificate reissued() const {
        return made(makeElectronicSigner({*keys, authorityKey, anchors.front()}, keys->publicKey(key, CurveForm::Named),
                                         person));
    }
    [[nodiscard]] SigningIdentity identity() const { return {*keys, key, certificate}; }
    [[nodiscard]] base::Bytes signature(base::BytesView content, const TimestampClient* timestamps = nullptr) const {
        const auto who = identity();
        return base::expected(signCades({who, anchors, timestamps}, content), "signature");
    }
    [[nodiscard]] CadesVerdict verdict(base::BytesView content, base::BytesView signature) const {
        return verifyCades(content, signature, {anchors, {}, clock.now()});
    }

    base::SystemClock clock;
    support::ScratchFolder folder;
    std::unique_ptr<FileKeyStore> keys;
    KeyId authorityKey, key;
    std::vector<Certificate> anchors;
    OperationalProfile person;
    Certificate certificate;
};

std::string codeOf(const CadesVerdict& verdict) {
    return verdict.faults.empty() ? "" : verdict.faults.front().code.name();
}

const base::Bytes kContent = base::bytesOf("Se destruyen 14 libretas.");

class CadesAlgorithms : public ::testing::TestWithParam<KeyAlgorithm> {};

TEST_P(CadesAlgorithms, AreVerifiedByUsAndByOpenSsl) {
    const Signatory signatory{GetParam()};
    const auto signature = signatory.signature(kContent);
    EXPECT_TRUE(isDer(signature));
    const auto verdict = signatory.verdict(kContent, signature);
    EXPECT_TRUE(verdict.trusted()) << codeOf(verdict);
    ASSERT_TRUE(verdict.signer);
    EXPECT_EQ(verdict.signer->der, signatory.certificate.der);
    const auto path = [&](const char* name) { return (signatory.folder.path() / name).string(); };
    base::writeFileDurably(path("cms"), signature);
    base::writeFileDurably(path("content"), kContent);
    base::writeFileDurably(path("root.pem"), pemOfCertificate(signatory.anchors.front().der));
    const auto verified =
        run("openssl", {"cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", path("cms"), "-content",
                        path("content"), "-CAfile", path("root.pem"), "-purpose", "any", "-out", path("out")});
    EXPECT_EQ(verified.exitCode, 0) << verified.output;
    EXPECT_THAT(verified.output, HasSubstr("CAdES Verification successful"));
    const auto printed = run("openssl", {"cms", "-cmsout", "-print", "-inform", "DER", "-in", path("cms"), "-noout"});
    EXPECT_THAT(printed.output, HasSubstr("id-smime-aa-signingCertificateV2"));
    EXPECT_THAT(printed.output, Not(HasSubstr("signingTime")));
    const auto text = run("openssl", {"x509", "-inform", "DER", "-noout", "-text", "-in",
                                      (base::writeFileDurably(path("cer"), signatory.certificate.der), path("cer"))});
    EXPECT_THAT(text.output, HasSubstr("Digital Signature, Non Repudiation"));
}

INSTANTIATE_TEST_SUITE_P(Cades, CadesAlgorithms,
                         ::testing::Values(KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaP384,
                                           KeyAlgorithm::EcdsaBrainpoolP256r1, KeyAlgorithm::EcdsaBrainpoolP384r1,
                                           KeyAlgorithm::Rsa3072Pss, KeyAlgorithm::Rsa3072Pkcs1));

TEST(Cades, SpeaksForItsContentOnly) {
    const Signatory signatory;
    const auto signature = signatory.signature(kContent);
    auto altered = kContent;
    altered[3] ^= 1U;
    EXPECT_EQ(codeOf(signatory.verdict(altered, signature)), "signing.content-altered");
    EXPECT_EQ(codeOf(signatory.verdict({}, signature)), "signing.content-altered");
    EXPECT_EQ(codeOf(signatory.verdict(kContent, {})), "signing.signature-missing");
    EXPECT_EQ(codeOf(signatory.verdict(kContent, base::Bytes(300000, 0x30))), "signing.malformed");
}

TEST(Cades, NoCutOrAlteredSignatureIsTakenForAnother) {
    const Signatory signatory;
    const auto signature = signatory.signature(kContent);
    for (std::size_t size = 0; size < signature.size(); ++size)
        EXPECT_FALSE(signatory.verdict(kContent, base::BytesView{signature}.first(size)).intact());
    for (std::size_t at = 0; at < signature.size(); ++at) {
        auto altered = signature;
        altered[at] ^= 0x11U;
        const auto verdict = signatory.verdict(kContent, altered);
        // What is not signed may differ, the signer may not.
        EXPECT_TRUE(!verdict.trusted() || verdict.signer->der == signatory.certificate.der) << at;
    }
}

TEST(Cades, WithoutItsBindingToACertificateIsRefused) {
    const Signatory signatory;
    const auto bare = signDetached(signatory.identity(), kContent, signatory.clock.now());
    EXPECT_EQ(codeOf(signatory.verdict(kContent, bare)), "signing.malformed");
    for (const auto digest : {base::DigestAlgorithm::Sha256, base::DigestAlgorithm::Sha384}) {
        const auto attribute = encodeSigningCertificate(signatory.certificate, digest);
        EXPECT_TRUE(checkSigningCertificate(attribute, signatory.certificate));
        const auto other = checkSigningCertificate(attribute, signatory.reissued());
        ASSERT_FALSE(other);
        EXPECT_EQ(other.refusal().first().code, "signing.signing-certificate-wrong"_code);
    }
}

TEST(Cades, OfAnUnknownHouseIsIntactButNotTrusted) {
    const Signatory signatory, other;
    const auto verdict = other.verdict(kContent, signatory.signature(kContent));
    EXPECT_TRUE(verdict.intact());
    EXPECT_FALSE(verdict.trusted());
    ASSERT_FALSE(verdict.path.reasons.empty());
    EXPECT_THAT(verdict.path.reasons.back().code.name(), ::testing::StartsWith("signing."));
}

TEST(Cades, IsNotMadeWithAKeyThatIsNotTheCertificates) {
    const Signatory signatory;
    const SigningIdentity mixed{*signatory.keys, signatory.authorityKey, signatory.certificate};
    EXPECT_THROW((void)signCades({mixed}, kContent).ok(), base::Failure);
}

TEST(Cades, WithATimestampOutlivesItsCertificate) {
    const Signatory signatory;
    const TimestampAuthority authority;
    const auto client = authority.client(signatory.clock);
    const auto stamped = signatory.signature(kContent, &client);
    EXPECT_TRUE(isDer(stamped));
    const std::vector<Certificate> timeRoots{authority.root};
    const auto later = signatory.clock.now() + 24h * 60;
    const auto verdict = verifyCades(kContent, stamped, {signatory.anchors, timeRoots, later});
    EXPECT_TRUE(verdict.trusted());
    ASSERT_TRUE(verdict.timestamp);
    EXPECT_EQ(verdict.timestamp->authority, "C=GT, CN=Time authority");
    const auto unstamped = verifyCades(kContent, signatory.signature(kContent), {signatory.anchors, timeRoots, later});
    EXPECT_TRUE(unstamped.intact());
    EXPECT_FALSE(unstamped.trusted());
    const auto unbelieved = verifyCades(kContent, stamped, {signatory.anchors, {}, later});
    EXPECT_FALSE(unbelieved.trusted());
    ASSERT_FALSE(unbelieved.timestampFaults.empty());
    EXPECT_EQ(unbelieved.timestampFaults.front().code, "signing.timestamp-untrusted"_code);
    const auto early = verifyCades(kContent, stamped, {signatory.anchors, timeRoots, signatory.clock.now() - 30min});
    EXPECT_FALSE(early.timestamp);
    EXPECT_FALSE(early.timestampFaults.empty());
}

TEST(Cades, OfARevokedSignerCountsOnlyIfStampedBefore) {
    const Signatory signatory;
    const TimestampAuthority authority;
    const auto client = authority.client(signatory.clock);
    const auto stamped = signatory.signature(kContent, &client), bare = signatory.signature(kContent);
    const auto revoked = std::chrono::floor<std::chrono::seconds>(signatory.clock.now() + 1h);
    const auto list =
        makeRevocationList({*signatory.keys, signatory.authorityKey, signatory.anchors.front()},
                           {{{signatory.certificate.serialNumber, revoked}}, revoked, revoked + 24h * 30});
    ASSERT_TRUE(list);
    const std::vector<RevocationList> lists{base::expected(readRevocationList(*list), "list")};
    const std::vector<Certificate> timeRoots{authority.root};
    const CadesQuestion question{signatory.anchors, timeRoots, revoked + 24h, lists};
    EXPECT_TRUE(verifyCades(kContent, stamped, question).trusted());
    EXPECT_FALSE(verifyCades(kContent, bare, question).trusted());
}

}  // namespace
}  // namespace signing::testing
