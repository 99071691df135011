// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"
#include "tests/support/ipp_test_printer.hpp"

namespace cli {
namespace {

using support::IppTestPrinter;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

TEST(PrinterProgram, ShowsAPrinterWithoutAnInstitution) {
    const IppTestPrinter device{"exit 0"};
    device.leaveToner(5);
    const auto ran = troquel("--home /nowhere printer show " + device.uri());
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_THAT(ran.output, AllOf(HasSubstr("Troquel test printer: lista\n"), HasSubstr("Queda poco tóner"),
                                  ContainsRegex("iso_id-3_88x125mm +88 × 125 mm +sí"),
                                  ContainsRegex("na_letter_8.5x11in +215.9 × 279.4 mm *\n"),
                                  ContainsRegex("Black Toner +5 %"), HasSubstr("300, 600 puntos por pulgada"),
                                  ContainsRegex("\npassport-data-page +125 × 88 mm +sí, está puesto")));
}

TEST(PrinterProgram, SaysWhichDesignsDoNotFit) {
    const IppTestPrinter office{"exit 0", support::printers::ofOffices()};
    EXPECT_THAT(troquel("printer show " + office.uri()).output,
                ContainsRegex("border-worker-card-front +85.6 × 53.98 mm +NO"));
    const IppTestPrinter duplex{"exit 0", support::printers::ofAnySize("two-sided-long-edge")};
    EXPECT_THAT(troquel("printer show " + duplex.uri()).output,
                AllOf(HasSubstr("✗ La impresora solo imprime por ambos lados."),
                      ContainsRegex("cualquiera +50 × 50 mm – 330 × 480 mm"),
                      ContainsRegex("passport-data-page +125 × 88 mm +sí, al ponerlo")));
}

TEST(PrinterProgram, SaysWhereNobodyAnswers) {
    const auto silent = troquel("printer show ipp://localhost:" + std::to_string(support::freePort()) + "/ipp/print");
    EXPECT_EQ(silent.exitCode, 1);
    EXPECT_THAT(silent.output, HasSubstr("La impresora no responde."));
    EXPECT_EQ(troquel("printer show impresora").exitCode, 1);
}

}  // namespace
}  // namespace cli
