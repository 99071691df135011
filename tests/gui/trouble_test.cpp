// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QListWidget>

#include "contract/acts_of_line.hpp"
#include "gui/production/doubts_page.hpp"
#include "records/database/database.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/support/ipp_test_printer.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

void execute(const std::string& address, std::string_view statement) {
    auto connection = records::Database::open(address)->connect();
    connection->execute(statement, {});
}

TEST(Trouble, ASessionThatEndedLeadsToTheLogInAndBack) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    auto* before = desk.window().desk();
    execute("sqlite:" + (house->home() / "troquel.db").string(),
            "UPDATE session SET last_used_at = '2020-01-01T00:00:00.000000Z'");
    desk.press(Qt::Key_F2);
    EXPECT_TRUE(desk.sees("La sesión venció"));
    EXPECT_TRUE(desk.sees("Nadie ha entrado"));
    desk.begin("operator");
    EXPECT_EQ(desk.window().desk(), before) << "the same person finds what was there";
}

TEST(Trouble, BooksThatAreAwayAreToldAndAskedAgain) {
    auto& cluster = support::PostgresCluster::instance();
    support::TrainingHouse house{cluster.address(cluster.createDatabase(), support::PostgresCluster::kOwner)};
    support::receiveAndImport(house);
    DeskUnderTest desk{house.home()};
    desk.begin("operator");
    desk.sees("Abra el turno");
    desk.place().link.setPause(std::chrono::milliseconds{200});
    house.closeOffice();
    cluster.server().stop();
    desk.press(Qt::Key_F2);
    EXPECT_TRUE(desk.sees("Sin comunicación con los libros"));
    EXPECT_TRUE(desk.sees("Se intenta de nuevo cada pocos segundos"));
    cluster.server().again();
    EXPECT_TRUE(desk.sees("En comunicación"));
    EXPECT_FALSE(desk.shown().contains("Se intenta de nuevo"));
    desk.press(Qt::Key_F2);
    EXPECT_TRUE(desk.sees("[Entregar con dos custodios]"));
}

TEST(Trouble, AMachineThatFailsIsToldWithWhatToDo) {
    const auto house = support::copyOfDeskHouse();
    const support::IppTestPrinter printer{"echo 'STATE: +media-jam-error' >&2; sleep 0.3; exit 1"};
    auto settings = DeskUnderTest::settingsFor(house->home());
    settings.machines.printer = printer.uri();
    DeskUnderTest desk{settings};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Este puesto dejó de imprimir."));
    EXPECT_TRUE(desk.shown().contains("Qué hacer ahora: revise el aparato y vuelva a empezar."));
    EXPECT_TRUE(desk.shown().contains("1 rechazado: la pieza quedó dañada"));
    EXPECT_TRUE(desk.sees("[Empezar]"));
}

/// A step whose end nobody knows: the process that did it is gone.
TEST(Doubt, IsResolvedByASupervisorInTheOperatorsWindow) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    desk.sees("pasos hechos");
    execute(
        "sqlite:" + (house->home() / "troquel.db").string(),
        "UPDATE line_task SET standing = 'in_doubt', step = 'encode' WHERE stage = 'printed' AND order_id = (SELECT "
        "MIN(order_id) FROM line_task WHERE stage = 'printed')");
    desk.press(Qt::Key_F12);
    desk.logIn({});
    EXPECT_TRUE(desk.sees("1 orden en duda"));
    desk.press(Qt::Key_F7);
    EXPECT_TRUE(desk.sees("No se sabe cómo terminó la grabación del chip"));
    EXPECT_TRUE(desk.sees("El chip está en blanco: no se grabó nada."));
    desk.press(Qt::Key_F3);
    EXPECT_TRUE(desk.sees("Escriba lo que se vio"));
    desk.focus("seen");
    desk.type("El chip no se toco");
    desk.press(Qt::Key_F3);
    EXPECT_TRUE(desk.sees("Supervisor que miró la pieza"));
    desk.logIn("operator2");
    EXPECT_TRUE(desk.sees("no permiten esta acción"));
    desk.logIn("supervisor");
    EXPECT_TRUE(desk.sees("La duda quedó resuelta."));
    EXPECT_TRUE(desk.sees("Nada pendiente"));
    const auto status = house->ask("operator", contract::LineStatus{});
    EXPECT_TRUE(status->inDoubt.empty());
}

}  // namespace
}  // namespace gui
