// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/founded_program.hpp"

namespace cli {
namespace {

constexpr const char* kCommands[] = {"transfer prepare",
                                     "transfer approve",
                                     "transfer seal",
                                     "transfer dispatch",
                                     "transfer receive",
                                     "transfer cancel",
                                     "transfer return",
                                     "transfer list",
                                     "transfer show",
                                     "transfer cap",
                                     "custody minimum set",
                                     "custody minimum list",
                                     "custody requisition create",
                                     "custody requisition approve",
                                     "custody requisition refuse",
                                     "custody requisition list",
                                     "custody place add",
                                     "custody place list",
                                     "custody place show",
                                     "custody place close",
                                     "custody handover",
                                     "custody card",
                                     "custody history",
                                     "init",
                                     "operator login",
                                     "operator create",
                                     "operator grant",
                                     "operator list",
                                     "stock receive",
                                     "stock issue",
                                     "stock balance",
                                     "stock history",
                                     "stock export",
                                     "stock items",
                                     "stock announce",
                                     "stock scan",
                                     "stock check",
                                     "stock put-away",
                                     "stock reject",
                                     "stock receipts",
                                     "stock receipt",
                                     "stock lot move",
                                     "stock lot use",
                                     "stock lot count",
                                     "stock forecast",
                                     "stock quality",
                                     "stock claim",
                                     "order import",
                                     "order list",
                                     "order show",
                                     "order hold",
                                     "order release",
                                     "order cancel",
                                     "order counter",
                                     "order schedule",
                                     "order send-back",
                                     "line run",
                                     "line make",
                                     "line status",
                                     "line batches",
                                     "line plan",
                                     "line release",
                                     "line resolve",
                                     "line cancel-print",
                                     "line stop",
                                     "printer show",
                                     "document show",
                                     "document verify",
                                     "document files",
                                     "chip read",
                                     "chip lint",
                                     "chip simulate",
                                     "line doubt",
                                     "document confirm-page",
                                     "stock missing",
                                     "stock lost",
                                     "stock stolen",
                                     "stock found",
                                     "stock report-export",
                                     "count plan",
                                     "count schedule",
                                     "count due",
                                     "count start",
                                     "count scan",
                                     "count finish",
                                     "count recount",
                                     "count cancel",
                                     "count approve",
                                     "count show",
                                     "count list",
                                     "case list",
                                     "case show",
                                     "case note",
                                     "case resolve",
                                     "case deadline",
                                     "journal verify",
                                     "journal export",
                                     "journal checkpoint",
                                     "demo",
                                     "site add",
                                     "site list",
                                     "site close",
                                     "workstation add",
                                     "workstation list",
                                     "workstation close",
                                     "stock close",
                                     "stock spoil",
                                     "stock evidence",
                                     "stock causes",
                                     "stock cause",
                                     "stock quarantine list",
                                     "stock quarantine receive",
                                     "stock quarantine to-destruction",
                                     "stock reconcile",
                                     "report production",
                                     "report accounting",
                                     "report year",
                                     "destruction request",
                                     "destruction authorise",
                                     "destruction commission",
                                     "destruction scan",
                                     "destruction execute",
                                     "destruction cancel",
                                     "destruction list",
                                     "destruction show",
                                     "destruction act",
                                     "paper list",
                                     "paper save"};

TEST(Program, ExplainsEveryCommandWithAnExampleInBothLanguages) {
    for (const char* command : kCommands) {
        const auto spanish = troquel(std::string{command} + " --help");
        EXPECT_EQ(spanish.exitCode, 0) << command;
        EXPECT_NE(spanish.output.find("Ejemplo:\n  troquel "), std::string::npos) << command;
        const auto english = troquel("--lang en " + std::string{command} + " --help");
        EXPECT_NE(english.output.find("Example:\n  troquel "), std::string::npos) << command;
    }
}

TEST(Program, TakesNoPasswordOnTheCommandLine) {
    for (const char* command : kCommands)
        EXPECT_EQ(troquel(std::string{command} + " --help").output.find("--password "), std::string::npos) << command;
}

TEST(Program, TellsWrongUseRefusalAndBrokenApart) {
    const support::ScratchFolder folder;
    const std::string nowhere = "--home " + (folder.path() / "none").string();
    EXPECT_EQ(troquel("stock fly").exitCode, 2);
    EXPECT_EQ(troquel("").exitCode, 2);
    const auto broken = troquel(nowhere + " stock balance");
    EXPECT_EQ(broken.exitCode, 3);
    EXPECT_NE(broken.output.find("No hay ninguna institución"), std::string::npos) << broken.output;
    const auto refused = troquel(nowhere + " init --administrator ana --name Ana --password-file /does/not/exist");
    EXPECT_EQ(refused.exitCode, 1) << refused.output;
}

TEST_F(FoundedProgram, KnowsNobodyBeforeTheyLogIn) {
    EXPECT_EQ(ask("stock balance").exitCode, 1);
    EXPECT_EQ(ask("stock balance --as ana").exitCode, 1);
    EXPECT_EQ(ask("operator login ana" + m_password).exitCode, 0);
    const auto listed = ask("operator list --json");
    EXPECT_EQ(listed.exitCode, 0);
    EXPECT_EQ(nlohmann::json::parse(listed.output)["operators"][0]["user"], "ana");
    EXPECT_EQ(ask("operator logout ana").exitCode, 0);
    EXPECT_EQ(ask("operator list --as ana").exitCode, 1);
}

TEST_F(FoundedProgram, RefusesInWordsAndInJson) {
    ASSERT_EQ(ask("operator login ana" + m_password).exitCode, 0);
    const auto words = ask("stock balance");
    EXPECT_EQ(words.exitCode, 1);
    EXPECT_EQ(words.output.find("people.not-permitted"), std::string::npos) << words.output;
    const auto json = ask("stock balance --json");
    EXPECT_EQ(json.exitCode, 1);
    EXPECT_EQ(nlohmann::json::parse(json.output)["refused"][0]["code"], "people.not-permitted");
}

TEST_F(FoundedProgram, IsNotFoundedTwice) {
    EXPECT_EQ(ask("init --administrator eva --name Eva" + m_password).exitCode, 1);
}

}  // namespace
}  // namespace cli
