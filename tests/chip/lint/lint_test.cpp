// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lint/lint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/files.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg3.hpp"
#include "chip/lds/master_files.hpp"
#include "chip/lds/security_infos.hpp"
#include "tests/chip/lint/lint_case.hpp"

namespace chip::lint {
namespace {

using lds::File;

std::set<std::string> codesOf(const std::vector<Finding>& findings) {
    std::set<std::string> codes;
    for (const auto& finding : findings) codes.insert(finding.fault.where + " " + finding.fault.code.name());
    return codes;
}

const signing::testing::House& theHouse() {
    static const signing::testing::House kHouse;
    return kHouse;
}

Specimen sound() { return {theHouse(), testing::specimen(theHouse())}; }

std::vector<Case> allCases() {
    std::vector<Case> cases;
    for (const auto& some : {detailCases(), biometricCases(), setCases(), signatureCases()})
        cases.insert(cases.end(), some.begin(), some.end());
    return cases;
}

TEST(Lint, FindsNothingInTheFilesOfTheHouse) {
    EXPECT_THAT(codesOf(judgeFiles(sound().content.files)), ::testing::IsEmpty());
    for (const auto access : {testing::Access::BacOnly, testing::Access::PaceAndBac})
        for (const auto originality : {testing::Originality::None, testing::Originality::ActiveAuthentication})
            EXPECT_THAT(codesOf(judgeFiles(testing::specimen(theHouse(), access, originality).files)),
                        ::testing::IsEmpty());
}

TEST(Lint, FindsNothingInASetWithEverythingThatWeWrite) {
    auto chip = sound();
    const auto one = lds::lds1Application();
    chip.file(File::Directory) = lds::encodeDirectory({{base::Bytes{one.begin(), one.end()}}});
    chip.file(File::AtrInfo) = lds::encodeAtrInfo({true, true, false, true, true, 1008, 1000});
    lds::SecurityOffers offers;
    offers.pace = {lds::PaceOffer{}};
    chip.file(File::CardSecurity) =
        *chip.house.documentSigner().sealSecurityInfos(*lds::encodeSecurityInfos(offers), chip.house.clock.now());
    chip.file(File::Dg2) = *lds::encodeDg2(testing::portrait(900), lds::BiometricStandard::Iso39794);
    chip.file(File::Dg3) = lds::encodeDg3WithoutFingers(hex("00112233445566778899aabbccddeeff"));
    chip.file(File::Dg16) = published("lds/DG16_9303p10_A6.bin");
    chip.seal();
    EXPECT_THAT(codesOf(judgeFiles(chip.content.files)), ::testing::IsEmpty());
}

class EachFinding : public ::testing::TestWithParam<Case> {};

TEST_P(EachFinding, IsNamedInItsFileWithItsSource) {
    const auto& each = GetParam();
    auto chip = sound();
    each.spoil(chip);
    const auto findings = judgeFiles(chip.content.files);
    const auto found = std::ranges::find_if(findings, [&](const Finding& finding) {
        return finding.fault.code.name() == each.code && finding.fault.where == lds::nameOf(each.file);
    });
    ASSERT_NE(found, findings.end()) << ::testing::PrintToString(codesOf(findings));
    EXPECT_THAT(found->source, ::testing::StartsWith("Doc 9303-"));
}
INSTANTIATE_TEST_SUITE_P(OfTheLint, EachFinding, ::testing::ValuesIn(allCases()), [](const auto& each) {
    std::string name{each.param.code};
    std::ranges::replace_if(
        name, [](char one) { return one == '.' || one == '-'; }, '_');
    return name;
});

TEST(Lint, HasACaseForEachRule) {
    std::set<std::string> tried, known;
    for (const auto& each : allCases()) tried.emplace(each.code);
    for (const auto& rule : rules()) known.insert(rule.code.name());
    EXPECT_EQ(tried, known);
}

TEST(Lint, HasItsRulesAndTheirSourcesOnThePage) {
    const auto page = base::textOf(*base::readFile(support::sourceDir() / "docs/formats/chip-findings.md", 1 << 20));
    for (const auto& rule : rules()) {
        const auto at = page.find("| `" + rule.code.name() + "` |");
        ASSERT_NE(at, std::string::npos) << rule.code.name();
        const auto row = page.substr(at, page.find('\n', at) - at);
        EXPECT_NE(row.find(rule.source.empty() ? "the file's section" : rule.source), std::string::npos) << row;
    }
}

TEST(Lint, NamesTheGermanSpecimensOldHash) {
    FileSet files;
    for (const auto& [file, name] : std::map<File, const char*>{{File::Com, "EF_COM"},
                                                                {File::Dg1, "Datagroup1"},
                                                                {File::Dg3, "Datagroup3"},
                                                                {File::Dg4, "Datagroup4"},
                                                                {File::Dg14, "Datagroup14"},
                                                                {File::Dg15, "Datagroup15"},
                                                                {File::Sod, "EF_SOD"}})
        files[file] = published(std::string{"bsi2008/"} + name + ".bin");
    const auto codes = codesOf(judgeFiles(files));
    EXPECT_THAT(codes, ::testing::IsSupersetOf({"EF.SOD lint.sod-sha-1", "EF.DG4 lint.not-hashed",
                                                "EF.DG15 lint.not-hashed", "EF.DG2 lint.file-missing"}));
    EXPECT_FALSE(codes.contains("EF.DG3 lint.hash-differs"));
}

TEST(Lint, TakesTheDutchSpecimenForWhatItIs) {
    FileSet files;
    for (const auto& [file, name] : std::map<File, const char*>{{File::Com, "ef011E"},
                                                                {File::Dg1, "ef0101"},
                                                                {File::Dg2, "ef0102"},
                                                                {File::Dg15, "ef010F"},
                                                                {File::Sod, "ef011D"}})
        files[file] = published(std::string{"lds/nl_specimen_2006/"} + name + ".bin");
    const auto codes = codesOf(judgeFiles(files));
    EXPECT_TRUE(codes.contains("EF.SOD lint.sod-digest-parameters"));
    EXPECT_FALSE(codes.contains("EF.SOD lint.signature"));
    EXPECT_FALSE(codes.contains("EF.DG2 lint.hash-differs"));
}

TEST(Lint, KnowsFilesByTheirNames) {
    EXPECT_EQ(fileCalled("EF.DG2"), File::Dg2);
    EXPECT_EQ(fileCalled("EF.ATR-INFO"), File::AtrInfo);
    EXPECT_EQ(fileCalled("EF.CardSecurity"), File::CardSecurity);
    EXPECT_FALSE(fileCalled("portrait.jpg"));
}

}  // namespace
}  // namespace chip::lint
