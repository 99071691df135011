// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/founded_program.hpp"

namespace cli {
namespace {

constexpr const char* kCommands[] = {"transfer prepare", "transfer approve", "transfer seal", "transfer dispatch",
                                     "transfer receive", "transfer cancel", "transfer return", "transfer list",
                                     "transfer show", "transfer cap", "custody minimum set", "custody minimum list",
                                     "custody requisition create", "custody requisition approve",
                                     "custody requisition refuse", "custody requisition list",
                                     constexpr const char* kCommands[] = {"stock spoil",
                                                                          "stock evidence",
                                                                          "stock causes",
                                                                          "stock cause",
                                                                          "stock quarantine list",
                                                                          "stock quarantine receive",
                                                                          "stock quarantine to-destruction",
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
                                                                          "line run",
                                                                          "line status",
                                                                          "line release",
                                                                          "line resolve",
                                                                          "document show",
                                                                          "document verify",
                                                                          "document files",
                                                                          "chip read",
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
                                                                          "stock reconcile",
                                                                          "report production",
                                                                          "report accounting",
                                                                          "report year",
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
                                                                          "stock close"};
constexpr const char* kCommands[] = {"stock spoil",
                                     "stock evidence",
                                     "stock causes",
                                     "stock cause",
                                     "stock quarantine list",
                                     "stock quarantine receive",
                                     "stock quarantine to-destruction",
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
                                     "paper save",
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
                                     "order import",
                                     "order list",
                                     "order show",
                                     "order hold",
                                     "order release",
                                     "order cancel",
                                     "line run",
                                     "line status",
                                     "line release",
                                     "line resolve",
                                     "document show",
                                     "document verify",
                                     "document files",
                                     "chip read",
                                     "line doubt",
                                     "document confirm-page",
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
                                     "stock close"};

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

TEST_F(FoundedProgram, ReconcilesAndReportsInWordsAndForMachines) {
    ASSERT_EQ(ask("operator login ana" + m_password).exitCode, 0);
    for (const std::string person : {"eva", "luis"}) {
        const auto created = ask("operator create " + person + " --name " + person +
                                 " --role custodian --clearance 2090-01-01 --as ana" + m_password);
        ASSERT_EQ(created.exitCode, 0) << created.output;
        ASSERT_EQ(ask("operator login " + person + m_password).exitCode, 0);
    }
    const auto manifest = (m_folder.path() / "manifest.xml").string();
    run("printf '<manifest supplier=\"S\" purchase=\"P\"><range item=\"booklet-ordinary\" first=\"A0000001\" "
        "last=\"A0000100\" box=\"1\"/></manifest>' > " +
        manifest);
    const auto received = ask("stock receive " + manifest + " --as eva --second luis");
    ASSERT_EQ(received.exitCode, 0) << received.output;

    const auto words = ask("stock reconcile --place bóveda --item booklet-ordinary --as eva");
    EXPECT_EQ(words.exitCode, 0) << words.output;
    EXPECT_NE(words.output.find("A0000001-A0000100"), std::string::npos) << words.output;
    EXPECT_NE(words.output.find("Sin explicación: nada"), std::string::npos) << words.output;
    const auto flows = nlohmann::json::parse(ask("stock reconcile --event ingreso --as eva --json").output);
    ASSERT_EQ(flows["flows"].size(), 1U);
    EXPECT_EQ(flows["flows"][0]["quantity"], 100);
    EXPECT_EQ(ask("stock reconcile --from 2026-02-30 --as eva").exitCode, 1);

    const auto accounts = ask("report accounting --from 2020-01-01 --to 2089-12-31 --as eva");
    EXPECT_NE(accounts.output.find("booklet-ordinary,vault,in,receive,100,62.40,6240.00,GTQ"), std::string::npos);
    const auto production = ask("report production --as eva");
    EXPECT_NE(production.output.find("Diferencias: 0"), std::string::npos) << production.output;
    EXPECT_EQ(ask("report year 2026 --csv --as eva").output.rfind("item,month,opening", 0), 0U);
    const auto history = ask("stock history A0000001 --as eva");
    EXPECT_NE(history.output.find("recibo "), std::string::npos) << history.output;
    EXPECT_NE(history.output.find("S P"), std::string::npos) << history.output;
}

TEST_F(FoundedProgram, IsNotFoundedTwice) {
    EXPECT_EQ(ask("init --administrator eva --name Eva" + m_password).exitCode, 1);
}

}  // namespace
}  // namespace cli
