// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "base/tlv.hpp"
#include "signing/cms/detached_signature.hpp"
#include "signing/sod/security_object.hpp"
#include "tests/signing/house.hpp"

/// What OpenSSL's program says about what we write.
namespace signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OpenSsl : public ::testing::TestWithParam<KeyAlgorithm> {
   protected:
    House house{GetParam(), GetParam()};
    support::ScratchFolder out;
    std::string write(const std::string& name, base::BytesView content) {
        const auto path = out.path() / name;
        base::writeFileDurably(path, content);
        return path.string();
    }
};

TEST_P(OpenSsl, AcceptsTheSignatureOfEfSod) {
    const auto signer = house.documentSigner();
    const auto digest = signer.recommendedDigest();
    const auto efSod = signer.sealDataGroups(digest, someHashes(digest));
    const auto cms = write("sod.cms", base::tlv::readFirst(efSod)->value);
    const auto content = (out.path() / "content").string();
    const auto verified =
        run("openssl", {"cms", "-verify", "-inform", "DER", "-in", cms, "-noverify", "-out", content});
    EXPECT_EQ(verified.exitCode, 0) << verified.output;
    const auto object = run("openssl", {"asn1parse", "-inform", "DER", "-in", content});
    EXPECT_EQ(object.exitCode, 0) << object.output;
    EXPECT_THAT(object.output, HasSubstr("PRINTABLESTRING   :0108"));
    EXPECT_THAT(object.output, HasSubstr("PRINTABLESTRING   :040000"));
    auto altered = base::tlv::readFirst(efSod)->value;
    base::Bytes wrong(altered.begin(), altered.end());
    wrong.back() ^= 1U;
    const auto refused = run("openssl", {"cms", "-verify", "-inform", "DER", "-in", write("wrong.cms", wrong),
                                         "-noverify", "-out", content});
    EXPECT_NE(refused.exitCode, 0);
}

TEST_P(OpenSsl, ReadsTheCountrySignerAsItIsMeant) {
    const auto text = run("openssl", {"x509", "-inform", "DER", "-in", write("csca", house.anchors.front().der),
                                      "-noout", "-text", "-nameopt", "RFC2253,show_type"});
    EXPECT_EQ(text.exitCode, 0) << text.output;
    for (const char* part : {"Version: 3", "C=PRINTABLESTRING:GT", "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign",
                             "X509v3 Key Usage: critical", "X509v3 Basic Constraints: critical",
                             "X509v3 Private Key Usage Period", "DirName:/L=GTM", "email:csca@example.gt",
                             "URI:https://pkddownload1.icao.int/CRLs/GTM.crl", "X509v3 Issuer Alternative Name"})
        EXPECT_THAT(text.output, HasSubstr(part));
    EXPECT_THAT(text.output, Not(HasSubstr("ASN1 OID")));
}

TEST_P(OpenSsl, ReadsTheDocumentSignerAsItIsMeant) {
    const auto text = run("openssl", {"x509", "-inform", "DER", "-in", write("ds", house.documentSignerCertificate.der),
                                      "-noout", "-text"});
    EXPECT_EQ(text.exitCode, 0) << text.output;
    for (const char* part : {"Digital Signature", "2.23.136.1.1.6.2", "DirName:/L=GTM", "X509v3 Authority Key"})
        EXPECT_THAT(text.output, HasSubstr(part));
    EXPECT_THAT(text.output, Not(HasSubstr("Basic Constraints")));
    EXPECT_THAT(text.output, Not(HasSubstr("Extended Key Usage")));
}

TEST_P(OpenSsl, ReadsTheRevocationList) {
    const auto now = house.clock.now();
    const auto list = makeRevocationList(
        house.countryAuthority(),
        {{{house.documentSignerCertificate.serialNumber, now}}, now, now + std::chrono::hours{24 * 30}, 3});
    ASSERT_TRUE(list);
    const auto text = run("openssl", {"crl", "-inform", "DER", "-in", write("crl", *list), "-noout", "-text"});
    EXPECT_EQ(text.exitCode, 0) << text.output;
    for (const char* part : {"Version 2", "X509v3 CRL Number", "X509v3 Authority Key Identifier", "Serial Number"})
        EXPECT_THAT(text.output, HasSubstr(part));
}

INSTANTIATE_TEST_SUITE_P(Algorithms, OpenSsl,
                         ::testing::Values(KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaBrainpoolP384r1,
                                           KeyAlgorithm::Rsa3072Pss, KeyAlgorithm::Rsa3072Pkcs1));

TEST(OpenSslStations, VerifyOurDetachedSignatureWithItsPathAndWeTheirs) {
    const House house;
    const support::ScratchFolder out;
    const auto content = base::bytesOf("<orders/>\n");
    const auto orders = (out.path() / "orders.xml").string(), p7s = orders + ".p7s";
    const auto root = (out.path() / "root.pem").string();
    base::writeFileDurably(orders, content);
    base::writeFileDurably(p7s, signDetached(house.stationIdentity(), content, house.clock.now()));
    base::writeFileDurably(root, pemOfCertificate(house.root.der));
    const auto verified =
        run("openssl", {"cms", "-verify", "-inform", "DER", "-in", p7s, "-content", orders, "-binary", "-CAfile", root,
                        "-attime", "1795428000", "-out", (out.path() / "out").string()});
    EXPECT_EQ(verified.exitCode, 0) << verified.output;
}

TEST(OpenSslStations, MayMakeTheSignatureThemselves) {
    const support::ScratchFolder out;
    const auto path = [&](const char* name) { return (out.path() / name).string(); };
    const auto content = base::bytesOf("<orders/>\n");
    base::writeFileDurably(path("orders.xml"), content);
    const auto made = run("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                                      "-keyout", path("key.pem"), "-out", path("station.pem"), "-subj", "/C=GT/CN=E1",
                                      "-addext", "keyUsage=critical,digitalSignature", "-days", "30"});
    ASSERT_EQ(made.exitCode, 0) << made.output;
    const auto pem = base::readFile(path("station.pem"), 65536);
    const std::vector<Certificate> enrolled{
        base::expected(readCertificate(*certificateOfPem(base::textOf(*pem))), "station")};
    const auto now = base::SystemClock{}.now() + std::chrono::minutes{1};
    for (const char* form : {"-nodetach", "-binary"}) {
        const auto signedOne =
            run("openssl", {"cms", "-sign", "-binary", form, "-in", path("orders.xml"), "-signer", path("station.pem"),
                            "-inkey", path("key.pem"), "-outform", "DER", "-out", path("orders.xml.p7s")});
        ASSERT_EQ(signedOne.exitCode, 0) << signedOne.output;
        const auto signature = base::readFile(path("orders.xml.p7s"), 65536);
        const auto verdict = verifyDetached(content, *signature, enrolled, now);
        EXPECT_EQ(verdict.ok(), std::string{form} == "-binary") << form;
    }
}

}  // namespace
}  // namespace signing::testing
