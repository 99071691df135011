// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/cli/program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// With SANE's "pnm" scanner, which gives the picture that lies in a file.
class PageProgram : public testing::Test {
   protected:
    PageProgram() {
        std::ofstream{m_folder.path() / "dll.conf"} << "pnm\n";
        std::ofstream{m_folder.path() / "bed.pgm"} << "P5\n2 2\n255\nabcd";
    }
    [[nodiscard]] Ran page(const std::string& words, const std::string& before = {}) const {
        return run(before + " SANE_CONFIG_DIR=" + m_folder.path().string() + " " + programPath() + " --home " +
                   home().string() + " page " + words + " 2>&1");
    }
    [[nodiscard]] std::string scan(const std::string& words) const {
        return "scan --scanner pnm:0 --option filename=" + (m_folder.path() / "bed.pgm").string() + " " + words;
    }
    [[nodiscard]] std::filesystem::path home() const { return m_folder.path() / "home"; }
    [[nodiscard]] bool lies(const std::string& name) const {
        return std::filesystem::exists(home() / "devices" / "scans" / name);
    }

    support::ScratchFolder m_folder;
};

TEST_F(PageProgram, ListsTheScannersOfTheMachine) {
    const auto ran = page("scanners");
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("pnm:0"));
}

TEST_F(PageProgram, ScansAPageToWhereTheLineLooks) {
    const auto ran = page(scan("A0000001"));
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("devices/scans/A0000001-page.png"));
    EXPECT_TRUE(lies("A0000001-page.png"));
    EXPECT_FALSE(lies("A0000001-page.part"));
    EXPECT_EQ(page(scan("--side back V0000001")).exitCode, 0);
    EXPECT_TRUE(lies("V0000001-back.png"));
}

TEST_F(PageProgram, TakesOneSerialAfterTheOtherAndGoesOnAfterAFault) {
    const auto ran = page(scan(""), "printf 'A0000001\\n../x\\nA0000002\\n\\nA0000003\\n' |");
    EXPECT_EQ(ran.exitCode, 1) << "one was refused";
    EXPECT_TRUE(lies("A0000001-page.png"));
    EXPECT_TRUE(lies("A0000002-page.png"));
    EXPECT_FALSE(lies("A0000003-page.png")) << "after the empty line";
    EXPECT_THAT(ran.output, HasSubstr("../x"));
}

TEST_F(PageProgram, SaysWhatIsWrongWithAScanner) {
    EXPECT_THAT(page("scan --scanner epson2:none A0000001").output,
                AllOf(HasSubstr("El escáner epson2:none no está."), HasSubstr("troquel page scanners")));
    EXPECT_THAT(page(scan("--option lamp=blue A0000001")).output, HasSubstr("no tiene la opción lamp"));
}

}  // namespace
}  // namespace cli
