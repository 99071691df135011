// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTest>

#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/signing/house.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

constexpr const char* kFactorSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";  // the secret of RFC 6238, appendix B

/// The code of a moment ("now"), as a telephone makes it.
std::string codeAt(const std::string& moment) {
    const auto made = signing::testing::run("oathtool", {"--totp", "-b", "-N", moment, kFactorSecret});
    if (made.exitCode != 0) throw std::runtime_error{made.output};
    return made.output.substr(0, 6);
}

/// The person has a generator from now on; the code that proves it is used up.
void giveFactor(support::TrainingHouse& house, const std::string& user) {
    base::expected(
        house.ask(user, contract::OperatorFactor{base::SecretBytes::copyOf(kFactorSecret), codeAt("now - 30 seconds")},
                  "admin"),
        user);
}

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

TEST(LogIn, AsksForTheCodeOfWhoeverHasAGenerator) {
    const auto house = support::copyOfDeskHouse();
    giveFactor(*house, "operator");
    DeskUnderTest desk{house->home()};
    EXPECT_EQ(desk.find<QLineEdit>("code"), nullptr) << "it is not asked for before it is needed";
    desk.logIn("operator");
    EXPECT_TRUE(desk.sees("Código de seis dígitos"));
    desk.until([&] { return desk.find<QLineEdit>("code")->hasFocus(); }, "the field for the code");
    desk.type("000000");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("El código"));
    EXPECT_EQ(desk.window().desk(), nullptr);
    desk.until([&] { return desk.find<QLineEdit>("password")->hasFocus(); }, "the password to be asked again");
    desk.type(support::kTestPassword);
    desk.press(Qt::Key_Return);
    desk.until([&] { return desk.find<QLineEdit>("code")->hasFocus(); }, "the field for the code");
    desk.type(QString::fromStdString(codeAt("now")));
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Persona: Persona operator"));
}

TEST(LogIn, ForgetsTheCodeForTheNextPerson) {
    const auto house = support::copyOfDeskHouse();
    giveFactor(*house, "operator");
    DeskUnderTest desk{house->home()};
    desk.logIn("operator");
    desk.until([&] { return desk.find<QLineEdit>("code") != nullptr; }, "the field for the code");
    desk.type(QString::fromStdString(codeAt("now")));
    desk.press(Qt::Key_Return);
    desk.until([&] { return desk.window().desk() != nullptr; }, "a desk");
    desk.press(Qt::Key_F9);
    desk.sees("Nadie ha entrado");
    EXPECT_EQ(desk.find<QLineEdit>("code"), nullptr);
    desk.begin("operator2");
    EXPECT_TRUE(desk.sees("Persona: Persona operator2"));
}

TEST(Consent, AsksForTheCodeOfWhoeverHasAGenerator) {
    const auto house = support::copyOfDeskHouse();
    giveFactor(*house, "custodian");
    DeskUnderTest desk{house->home()};
    desk.begin("operator");
    desk.sees("Abra el turno");
    desk.press(Qt::Key_F2);
    desk.sees("[Entregar con dos custodios]");
    desk.press(Qt::Key_F5);
    desk.sees("Primer custodio");
    desk.logIn("custodian");
    EXPECT_TRUE(desk.sees("Código de seis dígitos"));
    EXPECT_TRUE(desk.shown().contains("Primer custodio")) << "the same person is still asked";
    desk.until([&] { return desk.find<QLineEdit>("code")->hasFocus(); }, "the field for the code");
    desk.type(QString::fromStdString(codeAt("now")));
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Segundo custodio"));
    EXPECT_EQ(desk.find<QLineEdit>("code"), nullptr) << "the second has no generator";
    desk.logIn("custodian2");
    EXPECT_TRUE(desk.sees("El turno tiene piezas"));
}

TEST(LogIn, OffersNothingToWhomTheProgramHasNoDeskFor) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    house->enrol("nobody", "custodian");
    base::expected(house->ask("admin", contract::OperatorRevoke{"nobody", "custodian"}), "nobody");
    desk.logIn("nobody");
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
