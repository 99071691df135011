// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/gui/desk_under_test.hpp"
#include "tests/support/paths.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

TEST(FirstStart, MakesAnInstitutionInWhichTheLineCanWork) {
    const support::ScratchFolder folder;
    DeskUnderTest desk{folder.path() / "institucion"};
    desk.sees("Todavía no hay institución");
    desk.focus("password");
    desk.type("clave de practica");
    desk.press(Qt::Key_Return);
    desk.type("otra que no es");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Las dos contraseñas no son iguales."));
    desk.type("clave de practica");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("La institución de práctica está lista"));
    desk.press(Qt::Key_F6);
    desk.sees("Entre con su usuario y su contraseña");
    desk.logIn("oscar", "clave de practica");
    desk.sees("Abra el turno");
    desk.press(Qt::Key_F2);
    desk.sees("[Entregar con dos custodios]");
    desk.press(Qt::Key_F5);
    desk.consent("eva", "luis", "clave de practica");
    desk.sees("[Cerrar turno]");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("esperan que un inspector libere"));
}

TEST(FirstStart, SaysWhyNoInstitutionWasMade) {
    const support::ScratchFolder folder;
    DeskUnderTest desk{folder.path() / "institucion"};
    desk.focus("password");
    desk.type("corta");
    desk.press(Qt::Key_Return);
    desk.type("corta");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("La contraseña es muy corta."));
    EXPECT_TRUE(desk.sees("No se hizo la institución."));
    EXPECT_TRUE(desk.sees("[Hacer la institución de práctica]"));
}

}  // namespace
}  // namespace gui
