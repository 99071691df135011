// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using testing::HasSubstr;

/// A founded house with five people and twenty blanks, worked at through the program alone.
class DestructionProgram : public testing::Test {
   protected:
    DestructionProgram() {
        base::writeFileDurably(m_folder.path() / "password", "una clave larga\n");
        base::writeFileDurably(m_folder.path() / "manifest.xml",
                               R"(<manifest supplier="Imprenta" purchase="OC-1"><range item="booklet-ordinary" )"
                               R"(first="A0000001" last="A0000020" box="1"/></manifest>)");
        const std::string password = " --password-file " + path("password");
        must("init --training --administrator ana --name Ana" + password);
        must("operator login ana" + password);
        for (const auto* person : {"eva custodian", "luis custodian", "sofia supervisor", "raul auditor"}) {
            const std::string words = person;
            const auto user = words.substr(0, words.find(' '));
            must("operator create " + user + " --clearance 2035-12-31 --name " + user + " --role " +
                 words.substr(user.size() + 1) + password + " --as ana");
            must("operator login " + user + password);
        }
        must("stock receive " + path("manifest.xml") + " --as eva --second luis");
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    Ran ask(const std::string& words) { return troquel("--home " + path("home") + " " + words); }
    std::string must(const std::string& words) {
        const auto ran = ask(words);
        EXPECT_EQ(ran.exitCode, 0) << words << '\n' << ran.output;
        return ran.output;
    }

    support::ScratchFolder m_folder;
};

TEST_F(DestructionProgram, FromASpoiledBlankToItsSignedAct) {
    must("stock spoil A0000001 --cause laminate --as eva --second luis");
    must("stock spoil A0000002 --cause supplier --as eva --second luis");
    EXPECT_THAT(must("stock quarantine list --as luis"), HasSubstr("Sin recibir: 2"));
    const auto early = ask("destruction request A0000001 --reason Trimestre --as eva");
    EXPECT_EQ(early.exitCode, 1);
    EXPECT_THAT(early.output, HasSubstr("Nadie ha confirmado que tiene A0000001"));
    must("stock quarantine receive A0000001-A0000002 --as luis");
    must("stock quarantine to-destruction A0000001-A0000002 --as eva --second luis");

    const auto asked =
        must("destruction request --place destruction --state dañada --reason Trimestre --as eva --json");
    const std::string number = nlohmann::json::parse(asked)["destruction"];
    must("destruction authorise " + number + " --document RES-12 --date 2026-11-20 --as sofia");
    must("destruction commission " + number +
         " --document OF-457 --date 2026-11-21 --member eva --member "
         "'Marta Cumatz, Jefa de Bodega, dpi' --as sofia");
    EXPECT_THAT(must("destruction scan " + number + " A0000001 A0000001 --as eva"), HasSubstr("Leídas: 1 / 2"));
    const std::string execute = "destruction execute " + number +
                                " --method trituración --premises 'Bodega 2' --seal P-1 --waste 'Servicios Generales'"
                                " --witness raul --witness 'Beatriz Gómez, Auditoría Interna, dpi' --as eva --second "
                                "sofia";
    const auto lacking = ask(execute);
    EXPECT_EQ(lacking.exitCode, 1);
    EXPECT_THAT(lacking.output, HasSubstr("A0000002 no se ha leído"));
    must("destruction scan " + number + " A0000002 --as eva");
    EXPECT_THAT(must(execute), HasSubstr("ACTA-"));
    EXPECT_THAT(must("destruction show " + number + " --as raul"), HasSubstr("ejecutada"));
    must("destruction act " + number + " --out " + path("acta.pdf") + " --as raul");
    EXPECT_THAT(run("pdfsig -nocert " + path("acta.pdf")).output, HasSubstr("Signature is Valid"));
    EXPECT_THAT(must("paper list --as raul"), HasSubstr("acta de destrucción"));
    const auto papers = nlohmann::json::parse(must("paper list --kind stock-receipt --as raul --json"))["papers"];
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_THAT(must("paper save " + papers[0]["number"].get<std::string>() + " --out " + path("r.pdf") + " --as raul"),
                HasSubstr("Firma: válida"));
    EXPECT_THAT(must("stock history A0000001 --as raul"), HasSubstr("destruida"));
    EXPECT_THAT(must("stock balance --as raul"), HasSubstr("Sin explicación: 0"));
}

}  // namespace
}  // namespace cli
