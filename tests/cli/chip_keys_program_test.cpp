// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/founded_program.hpp"

namespace cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char *kFirst = "0011 2233 4455 6677 8899 AABB CCDD EEFF", *kSecond = "4050607000102030c0d0e0f08090a0b0";

class ChipKeys : public FoundedProgram {
   protected:
    ChipKeys() {
        done("operator login ana" + m_password);
        enrol("luis", "security_officer");
    }
    /// Ana and Luis type a component each.
    Ran typing(const std::string& first, const std::string& second, const std::string& words) {
        return run("printf '%s\\n%s\\n' '" + first + "' '" + second + "' | " + programPath() + " " + m_words +
                   "chip keys " + words + " --as ana --second luis 2>&1");
    }
};

TEST_F(ChipKeys, AreEnteredByTwoPeopleWithoutBeingShown) {
    const auto before = done("chip keys list --as ana");
    EXPECT_THAT(before, HasSubstr("FALTA"));
    const auto alone = ask("chip keys enter iso-7816-9 --as ana");
    EXPECT_EQ(alone.exitCode, 1);
    EXPECT_THAT(alone.output, Not(HasSubstr("Componente"))) << "nobody types in vain";

    const auto entered = typing(kFirst, kSecond, "enter iso-7816-9 --check 189956");
    EXPECT_EQ(entered.exitCode, 0) << entered.output;
    EXPECT_THAT(entered.output, HasSubstr("Componente de ana"));
    EXPECT_THAT(entered.output, HasSubstr("Componente de luis"));
    EXPECT_THAT(entered.output, HasSubstr("Valor de comprobación (KCV): 189956"));
    const auto listed = done("chip keys list --as ana");
    EXPECT_THAT(listed, HasSubstr("189956"));
    EXPECT_THAT(listed, HasSubstr("ana, luis"));
    for (const auto& said : {entered.output, listed, done("chip keys list --as ana --json")})
        EXPECT_THAT(said, Not(HasSubstr("404142434445464748494a4b4c4d4e4f")));
}

TEST_F(ChipKeys, AreRefusedWithWhatEachPersonMistyped) {
    const auto refused = typing("0011", "clave", "enter iso-7816-9");
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_THAT(refused.output, HasSubstr("primera persona: El componente debe tener 32 cifras"));
    EXPECT_THAT(refused.output, HasSubstr("segunda persona: El componente solo puede tener"));
    EXPECT_THAT(typing(kFirst, kSecond, "enter iso-7816-9 --check 8BAF47").output, HasSubstr("No se guardó nada"));
    EXPECT_THAT(typing(kFirst, kSecond, "enter klingon").output, HasSubstr("globalplatform-scp02"));
}

TEST_F(ChipKeys, AreReplacedAndDestroyedForAReason) {
    ASSERT_EQ(typing(kFirst, kSecond, "enter globalplatform-scp02").exitCode, 0);
    EXPECT_THAT(typing(kFirst, kSecond, "enter globalplatform-scp02").output, HasSubstr("chip keys replace"));
    EXPECT_EQ(typing(kFirst, kSecond, "replace globalplatform-scp02").exitCode, 2) << "a reason is needed";
    EXPECT_THAT(typing(kFirst, kSecond, "replace globalplatform-scp02 --reason 'Entrega 7'").output,
                HasSubstr("8BAF47"));
    done("chip keys destroy globalplatform-scp02 --reason 'Fin' --as luis --second ana");
    const auto keys = json::parse(done("chip keys list --destroyed --as ana --json"))["keys"];
    std::vector<std::string> reasons;
    for (const auto& key : keys)
        if (key["state"] == "destroyed") reasons.push_back(key["reason"]);
    EXPECT_THAT(reasons, testing::ElementsAre("Entrega 7", "Fin"));
    EXPECT_THAT(done("chip keys list --destroyed --as ana"), HasSubstr("(luis, ana): Fin"));
}

}  // namespace
}  // namespace cli
