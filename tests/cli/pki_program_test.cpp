// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/founded_program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

std::string passports(const std::string& name) { return (support::testData("passports") / name).string(); }

TEST(PkiLint, NamesDeviationsWithTheirPlaceInTheStandardAndNeedsNoInstitution) {
    const auto ran = troquel("--home /nowhere pki lint " + passports("for_SOD_US.der") + " " + passports("DS_UK.der"));
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("Falta el nombre común (commonName). [Doc 9303-12, 7.1.1.1.1]"));
    EXPECT_THAT(ran.output, HasSubstr("DS_UK.der: 0 desviaciones"));
}

TEST(PkiLint, EndsWellWhereNothingDeviates) {
    EXPECT_EQ(troquel("pki lint " + passports("for_SOD_FR.der")).exitCode, 0);
}

TEST(PkiLint, WritesJson) {
    const auto ran = troquel("--json pki lint " + passports("for_SOD_AT.der"));
    EXPECT_EQ(ran.exitCode, 1);
    const auto file = json::parse(ran.output).at("files").at(0);
    EXPECT_EQ(file.at("deviations"), 1);
    EXPECT_EQ(file.at("objects").at(0).at("kind"), "csca-link");
    EXPECT_EQ(file.at("objects").at(0).at("findings").at(0).at("code"), "pki.algorithm-parameters");
}

TEST(PkiLint, RefusesAKindThatDoesNotExist) {
    const auto ran = troquel("pki lint --kind passport " + passports("DS_UK.der"));
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("No existe el tipo de certificado passport"));
}

class Institution : public FoundedProgram {};

TEST_F(Institution, IsFoundedWithCertificatesThatDeviateInNothing) {
    const auto file = [&](const std::string& name) { return (home() / "pki" / name).string(); };
    const auto ran = troquel("pki lint " + file("csca.cer") + " " + file("ds.cer") + " --issuer " + file("csca.cer"));
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
}

}  // namespace
}  // namespace cli
