// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/production/doubts_page.hpp"
#include "gui/production/shift_closing.hpp"
#include "gui/production/shift_opening.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

std::int64_t ordersAt(support::TrainingHouse& house, const std::string& stage) {
    const auto listed = house.ask("operator", contract::OrderList{stage, {}, {}, {}});
    return static_cast<std::int64_t>(listed->orders.size());
}

std::int64_t usableAt(support::TrainingHouse& house, const std::string& place) {
    std::int64_t usable = 0;
    const auto balance = house.ask("custodian", contract::StockBalance{});
    for (const auto& line : balance->lines)
        if (line.place == place && line.state == "usable") usable += line.quantity;
    return usable;
}

TEST(Shift, IsOpenedByTwoCustodiansInTheOperatorsWindow) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    EXPECT_EQ(usableAt(*house, "workstation:linea-1"), 50);
    EXPECT_TRUE(desk.sees("Libreta de pasaporte ordinario"));
    EXPECT_EQ(desk.place().session.person().user(), "operator") << "it is still the operator's window";
}

TEST(Shift, IsNotOpenedByOnePersonTwiceNorByAnotherRole) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.sees("Abra el turno");
    desk.press(Qt::Key_F2);
    desk.until([&] { return desk.find<ShiftOpening>() != nullptr; }, "the page");
    desk.press(Qt::Key_F5);
    desk.consent("custodian", "custodian");
    EXPECT_TRUE(desk.sees("deben ser distintas"));
    desk.consent("custodian", "supervisor");
    EXPECT_TRUE(desk.sees("no permiten esta acción"));
    EXPECT_EQ(usableAt(*house, "workstation:linea-1"), 0);
    desk.press(Qt::Key_Escape);
    desk.until([&] { return desk.find<QLineEdit>("user") == nullptr; }, "the consent to be gone");
}

TEST(Line, WorksUntilItsOrdersAreInspected) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    const auto before = ordersAt(*house, "received");
    ASSERT_GT(before, 0);
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("[Detener al terminar el paso]"));
    EXPECT_TRUE(desk.sees("pasos hechos"));
    EXPECT_EQ(ordersAt(*house, "received"), 0);
    EXPECT_EQ(ordersAt(*house, "inspected"), before);
    EXPECT_TRUE(desk.sees("[Empezar]"));
}

TEST(Line, AsksForEachBlankAndTakesTheOneThatIsRead) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Ahora le toca a usted"));
    EXPECT_TRUE(desk.sees("Lea el código de una pieza sin usar"));
    desk.scan("no-such");
    EXPECT_TRUE(desk.sees("no está en los libros"));
    const auto first = desk.shown();
    desk.scan(first.contains("Libreta de pasaporte ordinario\n") ? "A0000003" : "B0000003");
    desk.until([&] { return ordersAt(*house, "printed") > 0; }, "a printed order");
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("La línea se detuvo"));
}

TEST(Line, KeepsItsPersonUntilItStops) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    desk.sees("Lea el código de una pieza sin usar");
    desk.press(Qt::Key_F9);
    EXPECT_TRUE(desk.sees("La línea está trabajando a su nombre"));
    EXPECT_TRUE(desk.place().session.isOpen());
    EXPECT_FALSE(desk.window().close());
    desk.press(Qt::Key_F12);
    EXPECT_TRUE(desk.sees("La línea sigue trabajando."));
    desk.logIn({});
    desk.sees("Lea el código de una pieza sin usar");
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("La línea se detuvo"));
    desk.press(Qt::Key_F9);
    EXPECT_TRUE(desk.sees("Nadie ha entrado"));
}

TEST(Line, SaysWhichMachineCeasedAndWhatToDo) {
    const auto house = support::copyOfDeskHouse();
    auto settings = DeskUnderTest::settingsFor(house->home());
    settings.machines.reader = "Lector que nadie conecto";
    DeskUnderTest desk{settings};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Lector que nadie conecto"));
    EXPECT_EQ(ordersAt(*house, "printed"), 0) << "nothing was touched";
}

TEST(Shift, ClosesWhenWhatCameBackBalances) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    desk.until([&] { return desk.shown().contains("[Cerrar turno]"); }, "the button");
    desk.press(Qt::Key_F8);
    desk.until([&] { return desk.find<ShiftClosing>() != nullptr; }, "the page that closes a shift");
    EXPECT_TRUE(desk.sees("Faltan 50 piezas por leer."));
    desk.scan("A0000001");
    EXPECT_TRUE(desk.sees("Faltan 49 piezas por leer."));
    for (const char* range : {"A0000002-A0000010", "B0000001-B0000010", "C0000001-C0000010", "V0000001-V0000010"}) {
        desk.focus("returned");
        desk.type(range);
        desk.press(Qt::Key_Return);
    }
    EXPECT_TRUE(desk.sees("Faltan 10 piezas por leer."));
    desk.press(Qt::Key_F5);
    desk.sees("Primer custodio");
    desk.logIn("custodian");
    desk.logIn("custodian2");
    EXPECT_TRUE(desk.sees("no se devolvió")) << "the office does not close what lacks";
    desk.press(Qt::Key_Escape);
    desk.focus("returned");
    desk.type("W0000001-W0000010");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Cuadra: lo leído es lo que debe volver."));
    desk.press(Qt::Key_F5);
    desk.consent("custodian", "custodian2");
    EXPECT_TRUE(desk.sees("Turno cerrado: entregadas 50, terminadas 0, dañadas 0, devueltas 50, sin explicación 0."));
    EXPECT_EQ(usableAt(*house, "workstation:linea-1"), 0);
}

TEST(Blank, IsNotedAsSpoiledWithItsCauseByTheOperatorAlone) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.openShift();
    desk.sees("[Pieza dañada]");
    desk.press(Qt::Key_F10);
    desk.sees("Lea la pieza y elija la causa");
    desk.scan("A0000003");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("A0000003 quedó anotada como dañada"));
    EXPECT_EQ(usableAt(*house, "workstation:linea-1"), 49);
    EXPECT_EQ(house->ask("custodian", contract::StockHistory{"A0000003"})->state, "spoiled");
}

}  // namespace
}  // namespace gui
