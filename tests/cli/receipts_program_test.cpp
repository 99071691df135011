// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

/// An institution with two custodians who are logged in.
class ReceivingProgram : public testing::Test {
   protected:
    ReceivingProgram() {
        write("password", "una clave larga\n");
        m_words = "--home " + (m_folder.path() / "home").string() + " ";
        const std::string password = " --password-file " + path("password");
        EXPECT_EQ(ask("init --training --administrator ana --name 'Ana López'" + password).exitCode, 0);
        EXPECT_EQ(ask("operator login ana" + password).exitCode, 0);
        for (const std::string user : {"eva", "luis"}) {
            EXPECT_EQ(ask("operator create " + user + " --name " + user +
                          " --role custodian --clearance 2035-12-31 --as ana" + password)
                          .exitCode,
                      0);
            EXPECT_EQ(ask("operator login " + user + password).exitCode, 0);
        }
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream{path(name), std::ios::binary} << text;
    }
    Ran ask(const std::string& words) { return troquel(m_words + words); }
    Ran both(const std::string& words) { return ask(words + " --as eva --second luis"); }

    support::ScratchFolder m_folder;
    std::string m_words;
};

TEST_F(ReceivingProgram, TakesADeliveryInLatin1FromManifestToVault) {
    write("manifest.csv",
          "art\xED"
          "culo;desde;hasta;caja;precinto\nbooklet-ordinary;A0000001;A0000500;Ca\xF1"
          "a;P-1\n"
          "booklet-ordinary;A0000501;A0000502;C-2;P-2\n");
    const auto announced = ask("stock announce " + path("manifest.csv") +
                               " --supplier Imprenta --purchase OC-1 --as eva "
                               "--json");
    ASSERT_EQ(announced.exitCode, 0) << announced.output;
    const auto said = nlohmann::json::parse(announced.output);
    EXPECT_EQ(said["form"], "csv latin-1 ;");
    EXPECT_EQ(said["quantity"], 502);
    const std::string delivery = said["delivery"];
    EXPECT_EQ(both("stock put-away " + delivery).exitCode, 1);
    EXPECT_EQ(both("stock scan " + delivery + " --box Caña --seal P-1").exitCode, 0);
    write("scanner.txt", "A0000501\nA0000501\nA0000502\n");
    const auto scanned = both("stock scan " + delivery + " --box C-2 --seal P-X --file " + path("scanner.txt"));
    EXPECT_EQ(scanned.exitCode, 0) << scanned.output;
    EXPECT_NE(scanned.output.find("502 de 502"), std::string::npos) << scanned.output;
    const auto checked = ask("stock check " + delivery + " --as eva");
    EXPECT_NE(checked.output.find("El precinto de la caja C-2"), std::string::npos) << checked.output;
    EXPECT_EQ(both("stock put-away " + delivery).exitCode, 1);
    EXPECT_EQ(both("stock scan " + delivery + " --box C-2 --seal P-2").exitCode, 0);
    const auto done = both("stock put-away " + delivery);
    EXPECT_EQ(done.exitCode, 0) << done.output;
    EXPECT_NE(ask("stock receipts --as eva").output.find("guardada"), std::string::npos);
    EXPECT_NE(ask("stock receipt " + delivery + " --as eva").output.find("A0000001-A0000500"), std::string::npos);
    EXPECT_NE(ask("stock items --as eva").output.find("BAJO"), std::string::npos);
    const auto forecast = nlohmann::json::parse(ask("stock forecast --service-level 0.95 --as eva --json").output);
    EXPECT_EQ(forecast["service_level"], "0.95");
    EXPECT_EQ(ask("stock forecast --service-level 2 --as eva").exitCode, 1);
}

TEST_F(ReceivingProgram, SaysEveryFaultOfAManifestAtOnce) {
    write("manifest.csv", "first,last\nA0000001,A0000100\nA0000050,A0000060\nX1,X2\n");
    const auto refused = ask("stock announce " + path("manifest.csv") + " --supplier I --purchase O --as eva --json");
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_EQ(nlohmann::json::parse(refused.output)["refused"].size(), 2U) << refused.output;
    EXPECT_EQ(ask("stock announce " + path("none.csv") + " --as eva").exitCode, 1);
    EXPECT_EQ(both("stock scan x --lot bad").exitCode, 2);
}

}  // namespace
}  // namespace cli
