// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

TEST(SimulationProgram, TellsWhatALineDidAndKeepsItsInstitution) {
    const support::ScratchFolder folder;
    const auto home = (folder.path() / "line").string();
    const auto ran =
        troquel("line simulate --stations print=2,encode=1,inspect=1 --documents 3 --pace none --keep " + home);
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, AllOf(ContainsRegex("imprimir +2 +3 +0 "), ContainsRegex("grabar +1 +3 +0 "),
                                  HasSubstr("Documentos: 3 de 3 órdenes"), HasSubstr("Al primer intento: 100.0 %"),
                                  HasSubstr("Libros y aparatos concuerdan."), HasSubstr(home)));
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path{home} / "institution.json"));
    const auto again = troquel("line simulate --documents 1 --keep " + home);
    EXPECT_EQ(again.exitCode, 1);
    EXPECT_THAT(again.output, HasSubstr("ya existe"));
}

TEST(SimulationProgram, AnswersInJson) {
    const auto ran = troquel("--json line simulate --documents 2 --pace 400");
    ASSERT_EQ(ran.exitCode, 0) << ran.output;
    const auto told = nlohmann::json::parse(ran.output);
    EXPECT_EQ(told["documents"], 2);
    EXPECT_EQ(told["balanced"], true);
    EXPECT_EQ(told["stages"][0]["stage"], "print");
    EXPECT_TRUE(told["stages"][0].contains("capacity_used_permille"));
    EXPECT_FALSE(told["folder"].is_null());
}

TEST(SimulationProgram, SaysHowItIsAskedRightly) {
    for (const auto* wrong : {"--stations print", "--stations print=2,pack=1", "--stations print=x", "--pace slow"}) {
        const auto ran = troquel(std::string{"line simulate "} + wrong);
        EXPECT_EQ(ran.exitCode, 2) << wrong;
        EXPECT_THAT(ran.output, testing::AnyOf(HasSubstr("print=4,encode=8,inspect=2"), HasSubstr("realistic")))
            << wrong;
    }
    const auto outOfBounds = troquel("line simulate --documents 0 --failures 70");
    EXPECT_EQ(outOfBounds.exitCode, 1);
    EXPECT_THAT(outOfBounds.output, AllOf(HasSubstr("--documents"), HasSubstr("--failures")));
    EXPECT_THAT(troquel("line simulate --help").output,
                HasSubstr("troquel line simulate --stations print=4,encode=8,inspect=2"));
}

}  // namespace
}  // namespace cli
