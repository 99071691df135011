// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using ::testing::HasSubstr;

std::string shipped(const std::string& name) {
    return (support::sourceDir() / "templates" / "certificates" / (name + ".xml")).string();
}

class TemplateProgram : public testing::Test {
   protected:
    /// A copy of a shipped template with some words changed.
    std::string changed(const std::string& from, const std::string& to) {
        auto text = base::textOf(*base::readFile(shipped("negativa"), 1U << 20U));
        text.replace(text.find(from), from.size(), to);
        const auto file = m_folder.path() / "changed.xml";
        base::writeFileDurably(file, base::bytesOf(text));
        return file.string();
    }
    std::string out() { return (m_folder.path() / "out.pdf").string(); }

    support::ScratchFolder m_folder;
};

TEST_F(TemplateProgram, ChecksWithoutAnInstitution) {
    const auto ran = troquel("--home /nowhere template check " + shipped("movimientos"));
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("versión 1, vigente desde el 2026-01-01. La plantilla está bien."));
}

TEST_F(TemplateProgram, NamesFaultsInWordsWithLineAndColumn) {
    const auto ran = troquel("template check " + changed("{titular.nombre|mayusculas}", "{titular.apodo}"));
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("columna"));
    EXPECT_THAT(ran.output, HasSubstr("El texto nombra «titular.apodo», que no está entre los datos."));
    const auto unknown = troquel("template check " + changed("<parrafo>La presente", "<parafo>La presente"));
    EXPECT_EQ(unknown.exitCode, 1);
}

TEST_F(TemplateProgram, DrawsADraftWithTheSamples) {
    const auto ran = troquel("template preview " + shipped("negativa") + " --out " + out());
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("out.pdf: 1 hoja"));
    EXPECT_THAT(base::textOf(*base::readFile(out(), 1U << 24U)).substr(0, 5), "%PDF-");
}

TEST_F(TemplateProgram, ComparesTwoVersions) {
    const auto same = troquel("template diff " + shipped("negativa") + " " + shipped("negativa") + " --out " + out());
    EXPECT_THAT(same.output, HasSubstr("0 cambios en el texto"));
    const auto ran =
        troquel("template diff " + shipped("negativa") + " " +
                changed("La presente certificación se refiere", "Esta certificación se contrae") + " --out " + out());
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("out.pdf: "));
    EXPECT_THAT(ran.output, testing::Not(HasSubstr(" 0 cambios")));
}

}  // namespace
}  // namespace cli
