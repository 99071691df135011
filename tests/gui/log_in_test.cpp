// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTest>

#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

TEST(LogIn, OpensTheDeskOfWhoeverIsKnown) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    EXPECT_TRUE(desk.shown().contains("Nadie ha entrado"));
    desk.begin("operator");
    EXPECT_TRUE(desk.sees("Persona: Persona operator"));
    EXPECT_TRUE(desk.shown().contains("CAPACITACIÓN – SIN VALOR"));
    EXPECT_TRUE(desk.shown().contains("[Producción]"));
}

TEST(LogIn, SaysThatUserOrPasswordIsWrongAndNotWhich) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.logIn("operator", "una clave que no es");
    EXPECT_TRUE(desk.sees("no son correctos"));
    const auto wrongPassword = desk.shown();
    desk.logIn("nobody");
    desk.until([&] { return desk.find<QLineEdit>("password")->isEnabled(); }, "the answer");
    EXPECT_EQ(desk.shown(), wrongPassword);
    EXPECT_EQ(desk.window().desk(), nullptr);
    desk.begin("operator");
}

TEST(LogIn, LocksAnAccountThatIsGuessedAt) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    for (int guess = 0; guess < 5; ++guess) {
        desk.logIn("operator", "una clave que no es");
        desk.sees("no son correctos");
    }
    desk.logIn("operator");
    EXPECT_TRUE(desk.sees("La cuenta está bloqueada"));
    EXPECT_EQ(desk.window().desk(), nullptr);
}

TEST(LogIn, OffersNothingToWhomTheProgramHasNoDeskFor) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.logIn("admin");
    EXPECT_TRUE(desk.sees("No hay ninguna mesa para sus funciones"));
}

TEST(Lock, HidesTheDeskUntilTheSamePersonIsBack) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    auto* before = desk.window().desk();
    desk.press(Qt::Key_F12);
    EXPECT_TRUE(desk.sees("Puesto bloqueado"));
    EXPECT_EQ(desk.window().desk(), nullptr);
    EXPECT_FALSE(desk.find<QLineEdit>("user")->isEnabled()) << "only the password is asked";
    desk.logIn({}, "una clave que no es");
    EXPECT_TRUE(desk.sees("no son correctos"));
    desk.logIn({});
    desk.until([&] { return desk.window().desk() != nullptr; }, "the desk");
    EXPECT_EQ(desk.window().desk(), before) << "what was on it is still there";
}

TEST(Lock, ComesByItselfWhenNobodyTouchesAnything) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    IdleWatch watch{std::chrono::milliseconds{300}};
    QObject::connect(&watch, &IdleWatch::nobodyHere, &desk.place().session, &Session::lock);
    EXPECT_TRUE(desk.sees("Puesto bloqueado"));
}

TEST(ChangeOfPerson, GivesTheWorkstationToAnother) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    const auto before = desk.place().session.credentials().session;
    desk.press(Qt::Key_F9);
    EXPECT_TRUE(desk.sees("Nadie ha entrado"));
    desk.begin("operator2");
    EXPECT_TRUE(desk.sees("Persona: Persona operator2"));
    desk.until([&] { return desk.place().link.pending() == 0; }, "the first session to be closed");
    const auto refused = house->officeInside().ask({before}, contract::SessionClose{});
    EXPECT_FALSE(refused) << "it was closed";
}

TEST(Scan, IsTypedNowhereAndAKeyOfAPersonIs) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    desk.focus("user");
    desk.scan("A0000001");
    EXPECT_EQ(desk.find<QLineEdit>("user")->text(), QString{});
    desk.type("eva");
    EXPECT_EQ(desk.find<QLineEdit>("user")->text(), "eva");
}

}  // namespace
}  // namespace gui
