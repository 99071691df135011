// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/lint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/signing/lint/lint_house.hpp"

namespace signing::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

std::vector<Case> allCases() {
    auto cases = certificateCases();
    for (auto&& more : {extensionCases(), listCases()}) cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

class EachDeviation : public ::testing::TestWithParam<Case> {};

TEST_P(EachDeviation, IsNamed) { EXPECT_THAT(codesIn(GetParam().spoilt(lintHouse())), IsSupersetOf(GetParam().codes)); }
INSTANTIATE_TEST_SUITE_P(Of, EachDeviation, ::testing::ValuesIn(allCases()),
                         [](const auto& each) { return each.param.name; });

TEST(Lint, HasATestForEachRule) {
    std::set<std::string> tested;
    for (const auto& each : allCases()) tested.insert(each.codes.begin(), each.codes.end());
    for (const auto& rule : lint::rules()) EXPECT_TRUE(tested.count(rule.code.name()) > 0) << rule.code.name();
}

TEST(Lint, DescribesEachRuleOnItsPage) {
    const auto page = base::textOf(base::expected(
        base::readFile(support::sourceDir() / "docs" / "formats" / "pki-findings.md", 1024 * 1024), "page"));
    for (const auto& rule : lint::rules()) {
        const auto row = page.find("| `" + rule.code.name() + "` |");
        ASSERT_NE(row, std::string::npos) << rule.code.name();
        EXPECT_NE(page.find(std::string{rule.source}, row), std::string::npos) << rule.code.name();
    }
}

struct Good {
    const char* kind;
    base::Bytes LintHouse::*file;
};
class WhatWeIssue : public ::testing::TestWithParam<Good> {};

TEST_P(WhatWeIssue, DeviatesInNothing) {
    auto& made = lintHouse();
    const auto reports = lint::judgeFile(made.*GetParam().file, {std::nullopt, made.root});
    EXPECT_EQ(reports.front().kind, GetParam().kind);
    EXPECT_THAT(codesIn(reports), IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(Kinds, WhatWeIssue,
                         ::testing::Values(Good{"csca", &LintHouse::root}, Good{"csca-link", &LintHouse::link},
                                           Good{"document-signer", &LintHouse::documentSigner},
                                           Good{"master-list-signer", &LintHouse::listSigner},
                                           Good{"bar-code-signer", &LintHouse::sealSigner},
                                           Good{"crl", &LintHouse::revocations},
                                           Good{"master-list", &LintHouse::masterList}));

TEST(Lint, FindsNothingInAnyAlgorithmOfTheHouse) {
    for (const auto algorithm :
         {KeyAlgorithm::EcdsaBrainpoolP384r1, KeyAlgorithm::Rsa3072Pss, KeyAlgorithm::Rsa3072Pkcs1}) {
        const House house{algorithm, KeyAlgorithm::EcdsaBrainpoolP256r1};
        EXPECT_THAT(codesIn(lint::judgeFile(house.anchors.front().der)), IsEmpty());
        EXPECT_THAT(codesIn(lint::judgeFile(house.documentSignerCertificate.der)), IsEmpty());
    }
}

TEST(Lint, ReadsPemAndBase64) {
    const auto& root = lintHouse().root;
    for (const auto& text : {pemOfCertificate(root), base::toBase64(root)}) {
        const auto reports = lint::judgeFile(base::bytesOf(text));
        EXPECT_EQ(reports.front().kind, "csca");
        EXPECT_THAT(codesIn(reports), IsEmpty());
    }
}

TEST(Lint, JudgesByTheKindItIsTold) {
    const auto reports = lint::judgeFile(lintHouse().documentSigner, {lint::Kind::CscaLink});
    EXPECT_THAT(codesIn(reports), IsSupersetOf({"pki.extension-missing", "pki.key-usage-missing"}));
}

TEST(Lint, SeesThatACertificateWasIssuedByAnother) {
    auto& made = lintHouse();
    const auto reports = lint::judgeFile(made.documentSigner, {std::nullopt, file("passports/for_SOD_FR.der")});
    EXPECT_THAT(codesIn(reports), IsSupersetOf({"pki.issuer-differs", "pki.key-identifier-differs"}));
}

TEST(Lint, JudgesIndefiniteLengthsAndGoesOn) {
    auto& made = lintHouse();
    auto indefinite = made.root;
    indefinite.erase(indefinite.begin() + 2, indefinite.begin() + 4);
    indefinite[1] = 0x80;
    indefinite.insert(indefinite.end(), 2, 0);
    const auto reports = lint::judgeFile(indefinite);
    EXPECT_EQ(codesIn(reports), std::set<std::string>{"pki.not-der"});
    EXPECT_EQ(reports.front().kind, "csca");
}

TEST(Lint, SurvivesEveryCutAndEveryFlippedOctet) {
    auto& made = lintHouse();
    for (const auto* good : {&made.root, &made.sealSigner, &made.revocations, &made.masterList}) {
        for (std::size_t length = 0; length < good->size(); length += 31)
            EXPECT_FALSE(lint::judgeFile(base::BytesView{*good}.first(length)).empty());
        for (std::size_t at = 0; at < good->size(); at += 13) {
            auto spoilt = *good;
            spoilt[at] ^= 0xFFU;
            EXPECT_FALSE(lint::judgeFile(spoilt).empty());
        }
    }
}

/// What is listed was compared with the certificates as OpenSSL shows them.
TEST(Lint, NamesWhatIsOddAboutRealOnes) {
    using Codes = std::set<std::string>;
    const std::pair<const char*, Codes> real[] = {
        {"for_SOD_AT.der", {"pki.algorithm-parameters"}},
        {"for_SOD_FR.der", {}},
        {"for_SOD_SG.der", {"pki.extension-missing", "pki.crl-point-scheme"}},
        {"for_SOD_UK.der", {}},
        {"for_SOD_US.der", {"pki.common-name-missing", "pki.alt-name-no-directory-name"}},
        {"AU_CSCA_2020.der", {}},
        {"AU_CSCA_2021.crl", {}},
        {"DS_AT.der", {}},
        {"DS_FR.der", {"pki.alt-name-no-directory-name"}},
        {"DS_UK.der", {}},
    };
    for (const auto& [name, codes] : real)
        EXPECT_EQ(codesIn(lint::judgeFile(file("passports/" + std::string{name})), lint::Grade::Deviation), codes)
            << name;
}

}  // namespace
}  // namespace signing::testing
