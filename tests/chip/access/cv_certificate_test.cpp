// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/cv_certificate.hpp"

#include <gtest/gtest.h>

#include "chip/access/key_group.hpp"
#include "chip/access/terminal_authentication.hpp"
#include "tests/chip/access/scripted.hpp"
#include "tests/chip/support/cv_authority.hpp"

namespace chip {
namespace {

using scripted::hex;
using testing::cvDate;
using testing::CvHolder;

base::Bytes file(std::string_view name) {
    return base::expected(base::readFile(support::testData("eac") / name, 4096), name);
}
CvCertificate dutch(std::string_view name) { return base::expected(readCvCertificate(file(name)), name); }
CvCertificate worked(const char* name) {
    const auto values = scripted::example("EAC_worked_example_ECDH.json", "eac");
    return base::expected(readCvCertificate(hex(std::string{values[name]})), name);
}
std::string codeOf(const base::Refusal& refusal) { return refusal.first().code.name(); }

TEST(CvCertificate, IsReadAsTheDutchTestSetHasIt) {
    const auto root = dutch("certCVCA_orig.cvcert");
    EXPECT_EQ(root.authority, "NLCVCAA00001");
    EXPECT_EQ(root.holder, "NLCVCAA00001");
    EXPECT_EQ(root.role(), CvRole::Authority);
    EXPECT_EQ(root.authorization.terminalType, kInspectionSystem);
    EXPECT_EQ(root.authorization.rights(), kMayReadFingerprints);
    EXPECT_EQ(root.effective, cvDate("080519"));
    const auto terminal = dutch("certIS_orig.cvcert");
    EXPECT_EQ(terminal.holder, "NLIS7202000NL001");
    EXPECT_EQ(terminal.role(), CvRole::Terminal);
    EXPECT_EQ(dutch("certDVD_orig.cvcert").role(), CvRole::DomesticVerifier);
    EXPECT_EQ(terminal.whole, file("certIS_orig.cvcert"));
}

TEST(CvCertificate, ChainsOfTheDutchTestSetHoldAcrossTheLink) {
    const auto root = base::expected(trustPointOf(dutch("certCVCA_orig.cvcert")), "root");
    const auto link = base::expected(verifyCvCertificate(dutch("certCVCA_new.cvcert"), root, root.effective), "link");
    EXPECT_EQ(link.holder, "NLCVCAA00002");
    EXPECT_EQ(link.role, CvRole::Authority);
    for (const auto& [point, suffix] : {std::pair{&root, "orig"}, {&link, "new"}}) {
        const auto verifier = base::expected(
            verifyCvCertificate(dutch(std::string{"certDVD_"} + suffix + ".cvcert"), *point, cvDate("090601")), "DV");
        const auto terminal = base::expected(
            verifyCvCertificate(dutch(std::string{"certIS_"} + suffix + ".cvcert"), verifier, cvDate("090601")), "IS");
        EXPECT_EQ(terminal.rights, kMayReadFingerprints);
        EXPECT_TRUE(tellsTheTime(terminal, verifier));
    }
    const auto crossed = verifyCvCertificate(dutch("certDVD_new.cvcert"), root, root.effective);
    ASSERT_FALSE(crossed);
    EXPECT_EQ(codeOf(crossed.refusal()), "cv.issuer-differs");
}

TEST(CvCertificate, KeysOfTheDutchTestSetSignForTheirCertificates) {
    const auto root = base::expected(trustPointOf(dutch("certCVCA_orig.cvcert")), "root");
    const auto verifier = base::expected(verifyCvCertificate(dutch("certDVD_orig.cvcert"), root, root.effective), "DV");
    const auto certificate = dutch("certIS_orig.cvcert");
    const auto terminal = base::expected(verifyCvCertificate(certificate, verifier, root.effective), "IS");
    const auto message = base::bytesOf("identifier, challenge and key");
    const auto signature =
        base::expected(signForChip(file("keyIS_orig.der"), certificate.publicKey, message), "signature");
    EXPECT_EQ(signature.size(), 56U);
    EXPECT_TRUE(terminal.key.verifies(message, signature));
    EXPECT_FALSE(terminal.key.verifies(base::bytesOf("another"), signature));
    const auto foreign =
        base::expected(signForChip(file("keyIS_new.der"), certificate.publicKey, message), "signature");
    EXPECT_FALSE(terminal.key.verifies(message, foreign));
}

TEST(CvCertificate, ChainAndSignatureOfTheWorkedExampleHold) {
    const auto values = scripted::example("EAC_worked_example_ECDH.json", "eac");
    const auto of = [&](const char* name) { return hex(std::string{values[name]}); };
    const auto root = base::expected(trustPointOf(worked("cvca_cert")), "root");
    const auto verifier = base::expected(verifyCvCertificate(worked("dv_cert"), root, root.effective), "DV");
    EXPECT_EQ(verifier.role, CvRole::DomesticVerifier);
    const auto terminal = base::expected(verifyCvCertificate(worked("ta_cert"), verifier, root.effective), "terminal");
    EXPECT_EQ(terminal.rights, 0) << "an authentication terminal has no rights of an inspection system";
    const auto group = base::expected(standardisedGroup(13), "group");
    const auto message =
        base::concat({group->compress(of("picc_pub_key")), of("ta_nonce"), group->compress(of("ca_pcd_pub_key"))});
    EXPECT_TRUE(terminal.key.verifies(message, of("ta_pcd_signature")));
    const auto again = base::expected(signForChip(of("ta_pcd_key"), worked("ta_cert").publicKey, message), "own");
    EXPECT_TRUE(terminal.key.verifies(message, again));
}

TEST(CvCertificate, IsRefusedWithAnySingleBitChanged) {
    const auto root = base::expected(trustPointOf(dutch("certCVCA_orig.cvcert")), "root");
    const auto original = file("certDVD_orig.cvcert");
    for (std::size_t bit = 0; bit < original.size() * 8; ++bit) {
        auto changed = original;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const auto certificate = readCvCertificate(changed);
        EXPECT_FALSE(certificate && verifyCvCertificate(*certificate, root, root.effective)) << bit;
    }
}

TEST(CvCertificate, GoesDownTheRolesAndNotUp) {
    const CvHolder authority{"GTCVCA00001", CvRole::Authority, 3}, verifier{"GTDV00001", CvRole::DomesticVerifier, 3},
        terminal{"GTIS00001", CvRole::Terminal, 3};
    const auto root = base::expected(trustPointOf(authority.certify(authority, "260101", "290101")), "root");
    const auto today = cvDate("261124");
    const auto point =
        base::expected(verifyCvCertificate(authority.certify(verifier, "261101", "270201"), root, today), "DV");
    const auto end =
        base::expected(verifyCvCertificate(verifier.certify(terminal, "261120", "261220"), point, today), "IS");
    for (const auto& [issuer, holder, signer] : {std::tuple{&root, &terminal, &authority},
                                                 {&point, &verifier, &verifier},
                                                 {&point, &authority, &verifier},
                                                 {&end, &terminal, &terminal}}) {
        const auto refused = verifyCvCertificate(signer->certify(*holder, "261120", "261220"), *issuer, today);
        ASSERT_FALSE(refused);
        EXPECT_EQ(codeOf(refused.refusal()), "cv.role-not-allowed");
    }
}

TEST(CvCertificate, NarrowsRightsAlongTheChain) {
    const CvHolder authority{"GTCVCA00001", CvRole::Authority, 3}, verifier{"XXDV00001", CvRole::ForeignVerifier, 1},
        terminal{"XXIS00001", CvRole::Terminal, 3};
    const auto root = base::expected(trustPointOf(authority.certify(authority, "260101", "290101")), "root");
    const auto point = base::expected(
        verifyCvCertificate(authority.certify(verifier, "261101", "270201"), root, cvDate("261124")), "DV");
    const auto end = base::expected(
        verifyCvCertificate(verifier.certify(terminal, "261120", "261220"), point, cvDate("261124")), "IS");
    EXPECT_EQ(end.rights, kMayReadFingerprints);
    EXPECT_FALSE(tellsTheTime(end, point)) << "a foreign verifier's terminals are not believed about the day";
}

TEST(CvCertificate, ExpiresAfterItsLastDayButLinksDoNot) {
    const CvHolder authority{"GTCVCA00001", CvRole::Authority, 3}, next{"GTCVCA00002", CvRole::Authority, 1},
        verifier{"GTDV00001", CvRole::DomesticVerifier, 3};
    const auto root = base::expected(trustPointOf(authority.certify(authority, "260101", "290101")), "root");
    const auto certificate = authority.certify(verifier, "261101", "270201");
    EXPECT_TRUE(verifyCvCertificate(certificate, root, cvDate("270201")));
    const auto late = verifyCvCertificate(certificate, root, cvDate("270202"));
    ASSERT_FALSE(late);
    EXPECT_EQ(codeOf(late.refusal()), "cv.expired");
    const auto link = authority.certify(next, "260601", "270101");
    EXPECT_TRUE(verifyCvCertificate(link, root, cvDate("280101")));
    EXPECT_FALSE(verifyCvCertificate(certificate, root, cvDate("290102"))) << "the authority itself is over";
}

TEST(CvCertificate, IsVerifiedWithEverySchemeOfTheStandard) {
    for (const auto& scheme : {testing::CvScheme{"secp224r1", 2},
                               {"brainpoolP224r1", 2},
                               {"prime256v1", 3},
                               {"brainpoolP256r1", 3},
                               {"brainpoolP320r1", 4},
                               {"secp384r1", 4},
                               {"brainpoolP384r1", 4},
                               {"brainpoolP512r1", 5},
                               {"secp521r1", 5},
                               {"rsa", 4, 2048},
                               {"rsa", 6, 2048},
                               {"rsa", 2, 2048}}) {
        const CvHolder authority{"GTCVCA00001", CvRole::Authority, 3, scheme},
            verifier{"GTDV00001", CvRole::DomesticVerifier, 3, scheme};
        const auto root = trustPointOf(authority.certify(authority, "260101", "290101"));
        ASSERT_TRUE(root) << scheme.group << scheme.arc << codeOf(root.refusal());
        EXPECT_TRUE(verifyCvCertificate(authority.certify(verifier, "261101", "270201"), *root, cvDate("261124")))
            << scheme.group << scheme.arc;
    }
}

TEST(CvCertificate, RefusesWhatIsMalformed) {
    const auto whole = file("certIS_orig.cvcert");
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(readCvCertificate(base::BytesView{whole}.first(size))) << size;
    EXPECT_FALSE(readCvCertificate(base::concat({whole, base::Bytes{0}})));
    EXPECT_FALSE(readCvCertificate(base::Bytes(5000, 0x7F)));
}

TEST(CvDate, IsSixUnpackedDigitsOfThisCentury) {
    EXPECT_EQ(encodeCvDate(cvDate("261124")), hex("020601010204"));
    for (const char* digits :
         {"", "0206010102", "02060101020A", "020601030001", "020600000204", "020602020209", "02060202030000"})
        EXPECT_FALSE(readCvDate(hex(digits))) << digits;
    EXPECT_TRUE(readCvDate(hex("020800020209")));
}

TEST(AuthorityReferences, AreOneOrTwoAndPadded) {
    const auto one = encodeAuthorityReferences({"NLCVCAA00002"});
    EXPECT_EQ(one.size(), 36U);
    EXPECT_EQ(base::expected(readAuthorityReferences(one), "file"), std::vector<std::string>{"NLCVCAA00002"});
    const std::vector<std::string> two{"NLCVCAA00002", "NLCVCAA00001"};
    EXPECT_EQ(base::expected(readAuthorityReferences(encodeAuthorityReferences(two)), "file"), two);
    for (const char* digits : {"", "00", "4200", "43024142", "42024142420241424202414200", "420241"})
        EXPECT_FALSE(readAuthorityReferences(hex(digits))) << digits;
}

}  // namespace
}  // namespace chip
