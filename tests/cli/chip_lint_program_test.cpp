// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// The German specimen of 2008 under the names that `chip read --out` gives, and a note.
class GermanFolder {
   public:
    GermanFolder() {
        const auto origin = support::testData("bsi2008");
        for (const auto& [from, to] : {std::pair{"EF_COM.bin", "EF.COM"}, std::pair{"Datagroup1.bin", "EF.DG1"},
                                       std::pair{"Datagroup3.bin", "EF.DG3"}, std::pair{"EF_SOD.bin", "EF.SOD"},
                                       std::pair{"README.md", "nota.txt"}})
            std::filesystem::copy_file(origin / from, m_folder.path() / to);
    }
    [[nodiscard]] std::string path() const { return m_folder.path().string(); }

   private:
    support::ScratchFolder m_folder;
};

TEST(ChipLint, NamesDeviationsWithTheirPlaceInTheStandardAndNeedsNoInstitution) {
    const GermanFolder folder;
    const auto ran = troquel("--home /nowhere chip lint " + folder.path());
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("✗ EF.SOD: EF.SOD usa SHA-1. [Doc 9303-12, 4.1.6.4]"));
    EXPECT_THAT(ran.output, HasSubstr("✗ EF.DG2: Falta el archivo obligatorio EF.DG2. [Doc 9303-10, 4.7.2]"));
    EXPECT_THAT(ran.output, HasSubstr("No se usó de la carpeta: nota.txt"));
    EXPECT_THAT(troquel("--lang en chip lint " + folder.path()).output, HasSubstr("EF.SOD uses SHA-1."));
}

TEST(ChipLint, WritesJson) {
    const GermanFolder folder;
    const auto answer = json::parse(troquel("--json chip lint " + folder.path()).output);
    EXPECT_GT(answer.at("deviations"), 0);
    EXPECT_EQ(answer.at("judged").size(), 4U);
    EXPECT_EQ(answer.at("unused"), json::array({"nota.txt"}));
    EXPECT_EQ(answer.at("findings").at(0).at("where").get<std::string>().substr(0, 3), "EF.");
}

TEST(ChipLint, RefusesAFolderWithoutAnyFileOfAChip) {
    const support::ScratchFolder empty;
    const auto ran = troquel("chip lint " + empty.path().string());
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("no hay archivos de un chip"));
    EXPECT_EQ(troquel("chip lint /nowhere/at/all").exitCode, 2);
}

}  // namespace
}  // namespace cli
