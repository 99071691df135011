// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract/acts_of_stock.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/kind_templates.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// What a person at a barcode reader and a screen sees of `line run --scan`: the reader types a wrong serial again and
/// again, and then a right one.
TEST(LineProgram, AsksForABlankAndSaysWhatIsWrongWithTheOneThatWasRead) {
    support::TrainingHouse house;
    house.stockAndOrders();
    house.keepSessionsForProgram();
    house.closeOffice();
    const auto ran =
        run("(for i in 1 2 3 4 5 6 7 8; do echo A0000099; sleep 0.5; done; while echo A0000003; do sleep "
            "0.5; done) 2>/dev/null | " +
            programPath() + " --home " + house.home().string() +
            " --as operator line run --until-idle --does print --items booklet-ordinary --scan --steps 3 2>&1");
    EXPECT_THAT(
        ran.output,
        AllOf(HasSubstr("Lea el código de una libreta o tarjeta sin usar (booklet-ordinary) y póngala en la máquina."),
              HasSubstr("El número A0000099 no está en los libros."), HasSubstr("Pasos hechos: 3.")));
    house.reopenOffice();
    const auto history = house.ask("custodian", contract::StockHistory{"A0000003"});
    ASSERT_TRUE(history);
    EXPECT_EQ(history->state, "in_use");
}

TEST(LineProgram, SaysThatAMaterialIsGoneAndTouchesNothing) {
    const support::KindTemplates templates{
        "passport-ordinary", "<release",
        "<materials><material item=\"ribbon-colour\" step=\"print\"/></materials><release"};
    support::TrainingHouse house;
    house.stockAndOrders();
    house.keepSessionsForProgram();
    house.closeOffice();
    const auto ran = run(programPath() + " --home " + house.home().string() +
                         " --as operator line run --until-idle --items booklet-ordinary 2>&1");
    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_THAT(ran.output, AllOf(HasSubstr("Este puesto dejó de imprimir. Al puesto linea-1 no le alcanza el material "
                                            "ribbon-colour: quedan 0 y se necesitan 1."),
                                  testing::Not(HasSubstr("apartadas para después"))));
}

/// The station's machine goes ten minutes wrong, the database's does not.
TEST(LineProgram, DoesNotWorkWhereTheClockIsWrong) {
    auto& cluster = support::PostgresCluster::instance();
    support::TrainingHouse house{cluster.address(cluster.createDatabase(), support::PostgresCluster::kOwner)};
    house.stockAndOrders();
    house.keepSessionsForProgram();
    house.closeOffice();
    const auto ran = [&](const std::string& off) {
        return run("LD_PRELOAD=" FAULTY_WORLD " TROQUEL_CLOCK_OFF=" + off + " " + programPath() + " --home " +
                   house.home().string() + " --as operator line run --until-idle --steps 3 2>&1");
    };
    for (const std::string off : {"600000", "-600000"}) {
        const auto wrong = ran(off);
        EXPECT_NE(wrong.exitCode, 0) << off;
        EXPECT_THAT(wrong.output, HasSubstr("El reloj de este equipo no va con el de la base de datos.")) << off;
    }
    const auto right = ran("400");
    EXPECT_EQ(right.exitCode, 0) << right.output;
    EXPECT_THAT(right.output, HasSubstr("Pasos hechos: 3."));
}

/// What the operator at a counter sees: each step, and who does what now.
TEST(LineProgram, MakesOneDocumentWhileItsHolderWaits) {
    support::TrainingHouse house;
    house.stockAndOrders();
    house.keepSessionsForProgram();
    house.closeOffice();
    const auto program = [&](const std::string& words) {
        return run(programPath() + " --home " + house.home().string() + " --as " + words + " 2>&1");
    };
    const auto refused = program("operator line make 2026-000003");
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_THAT(refused.output, HasSubstr("no está apartada para el puesto linea-1"));
    EXPECT_EQ(program("supervisor order counter 2026-000003 --workstation linea-1 --reason 'Viaja hoy'").exitCode, 0);
    EXPECT_THAT(program("operator line status").output, HasSubstr("En el mostrador de linea-1: 2026-000003"));
    const auto made = program("operator line make 2026-000003");
    EXPECT_EQ(made.exitCode, 0) << made.output;
    EXPECT_THAT(made.output,
                AllOf(HasSubstr("preparar: hecho (A0000001)"), HasSubstr("imprimir: hecho (A0000001)"),
                      HasSubstr("inspeccionar: hecho (A0000001)"), HasSubstr("troquel line release 2026-000003")));
}

}  // namespace
}  // namespace cli
