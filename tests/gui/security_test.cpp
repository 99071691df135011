// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <algorithm>

#include "contract/acts_of_journal.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_sites.hpp"
#include "gui/widgets/list_view.hpp"
#include "records/database/database.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

contract::OperatorLine personNamed(support::TrainingHouse& house, const std::string& user) {
    const auto listed = house.ask("admin", contract::OperatorList{});
    return *std::ranges::find(listed->operators, user, &contract::OperatorLine::user);
}

/// Opens a section of the security desk.
void open(DeskUnderTest& desk, const QString& user, int section, const QString& title) {
    desk.begin(user);
    desk.press(Qt::Key_7, Qt::AltModifier);
    desk.sees("Lo que pide atención");
    desk.press(section, Qt::ControlModifier);
    desk.sees(title);
    desk.until([&] { return desk.find<ListView>() != nullptr && desk.find<ListView>()->rows().rowCount() > 0; },
               "rows");
}

void fill(DeskUnderTest& desk, const QString& field, const QString& text) {
    desk.focus(field);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.press(Qt::Key_Delete);
    desk.type(text);
}

/// Narrows the list to a row and goes there.
void choose(DeskUnderTest& desk, const QString& text) {
    auto* list = desk.find<ListView>();
    ASSERT_NE(list, nullptr);
    list->narrow(text);
    desk.until([&] { return list->rows().rowCount() == 1; }, "one row");
    list->focusRows();
    desk.press(Qt::Key_Home);
    desk.until([&] { return !list->current().isEmpty(); }, "a chosen row");
}

TEST(Attention, SaysWhatEndsSoonWhereTheDeskOpens) {
    const auto house = support::copyOfDeskHouse();
    const auto soon = base::formatDate(base::dayOf(base::SystemClock{}.now() + std::chrono::days{9}));
    ASSERT_TRUE(house->ask("admin", contract::OperatorClearance{"clerk", soon}));
    DeskUnderTest desk{house->home()};
    desk.begin("security_officer");
    desk.press(Qt::Key_7, Qt::AltModifier);
    EXPECT_TRUE(desk.sees("Lo que pide atención"));
    EXPECT_TRUE(desk.sees("la habilitación de Persona clerk termina el " + QString::fromStdString(soon)));
    EXPECT_TRUE(desk.shown().contains("9 días"));
}

TEST(People, AreEnrolledWithARole) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "security_officer", Qt::Key_2, "Personas y funciones");
    desk.press(Qt::Key_F2);
    desk.sees("[Inscribir]");
    fill(desk, "user", "olga");
    fill(desk, "name", "Olga Paz");
    fill(desk, "password", "corta");
    fill(desk, "clearance", "2035-12-31");
    desk.press(Qt::Key_Return);
    desk.until([&] { return desk.find<QLineEdit>("user") != nullptr && desk.shown().contains("Código:") == false; },
               "");
    EXPECT_TRUE(desk.sees("ontraseña")) << "what is wrong is said in the form";
    fill(desk, "password", "una clave bien larga");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("La persona quedó inscrita."));
    EXPECT_EQ(personNamed(*house, "olga").roles, std::vector<std::string>{"operator"});
}

TEST(People, AreToldWhyRolesAreKeptApart) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "security_officer", Qt::Key_2, "Personas y funciones");
    choose(desk, "operator2");
    desk.press(Qt::Key_F3);
    EXPECT_TRUE(desk.sees("Esta persona, sola, puede: tomar órdenes, personalizar documentos. Lo demás lo hace otra."));
    auto* roles = desk.find<QListWidget>();
    ASSERT_NE(roles, nullptr);
    const auto custodian = roles->findItems("custodio", Qt::MatchContains);
    ASSERT_EQ(custodian.size(), 1);
    roles->setCurrentItem(custodian.front());
    EXPECT_TRUE(desk.sees("No se junta con operador: una sola persona guardaría las piezas y las personalizaría"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Las funciones de la persona no cambiaron."));
    EXPECT_EQ(personNamed(*house, "operator2").roles, std::vector<std::string>{"operator"});
    roles->setCurrentItem(roles->findItems("auditor", Qt::MatchContains).front());
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Guardado. Rige desde ahora."));
    EXPECT_EQ(personNamed(*house, "operator2").roles.size(), 2U);
}

TEST(People, LoseTheirAccess) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "security_officer", Qt::Key_2, "Personas y funciones");
    choose(desk, "operator2");
    desk.press(Qt::Key_F6);
    desk.sees("Dar de baja a Persona operator2");
    desk.press(Qt::Key_Return);
    fill(desk, "reason", "se fue");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("La persona quedó de baja."));
    EXPECT_FALSE(personNamed(*house, "operator2").active);
}

TEST(Sites, GetAWorkstation) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "admin", Qt::Key_3, "Sedes y puestos");
    desk.press(Qt::Key_F2);
    desk.sees("Nuevo puesto");
    fill(desk, "workstation", "linea-9");
    fill(desk, "name", "Linea nueve");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("El puesto quedó agregado."));
    const auto listed = house->ask("admin", contract::WorkstationList{});
    EXPECT_NE(std::ranges::find(listed->workstations, "linea-9", &contract::WorkstationLine::workstation),
              listed->workstations.end());
}

TEST(Keys, AreMadeByTwoPeopleInOneWindow) {
    const auto house = support::copyOfDeskHouse();
    const auto before = house->ask("auditor", contract::PkiStatus{})->keys.size();
    DeskUnderTest desk{house->home()};
    open(desk, "security_officer", Qt::Key_4, "Llaves y ceremonias");
    desk.press(Qt::Key_F5);
    desk.sees("Ceremonias de llaves");
    EXPECT_TRUE(desk.sees("la CSCA la certifica"));
    desk.press(Qt::Key_F5);
    desk.until([&] { return desk.find<QComboBox>("purpose") != nullptr; }, "the form");
    fill(desk, "documents", "5000");
    desk.press(Qt::Key_Return);
    desk.sees("Quien la presencia");
    desk.logIn("security_officer");
    EXPECT_TRUE(desk.sees("deben ser distintas"));
    EXPECT_EQ(house->ask("auditor", contract::PkiStatus{})->keys.size(), before);
    desk.logIn("admin");
    EXPECT_TRUE(desk.sees("SHA-256"));
    const auto keys = house->ask("auditor", contract::PkiStatus{})->keys;
    ASSERT_EQ(keys.size(), before + 1);
    EXPECT_TRUE(std::ranges::any_of(keys, [](const auto& key) { return key.mostDocuments == 5000; }));
    const auto folder = house->home().parent_path() / "salida";
    fill(desk, "folder", QString::fromStdString(folder.string()));
    desk.press(Qt::Key_F2);
    EXPECT_TRUE(desk.sees("Guardado en"));
    EXPECT_FALSE(std::filesystem::is_empty(folder));
}

TEST(Journal, IsSearchedByPersonActAndWhatWasScanned) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "auditor", Qt::Key_5, "Diario");
    auto* list = desk.find<ListView>();
    fill(desk, "act", "order.import");
    desk.press(Qt::Key_Return);
    desk.until([&] { return list->rows().rowCount() > 0 && list->rows().row(0).cells.at(4) == "order.import"; },
               "the act that is sought");
    EXPECT_EQ(list->rows().row(0).cells.at(1), "operator");
    fill(desk, "person", "nadie");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("nadie")) << "the office says that there is no such person";
    desk.scan("operator2");
    fill(desk, "act", "");
    EXPECT_EQ(desk.find<QLineEdit>("object")->text(), "operator2");
    fill(desk, "person", "");
    desk.press(Qt::Key_Return);
    desk.until([&] { return list->rows().rowCount() > 0 && list->rows().row(0).cells.at(5) == "operator operator2"; },
               "what was done to a person, by their user name");
}

TEST(Journal, IsVerifiedAndFoundAltered) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "security_officer", Qt::Key_5, "Diario");
    desk.press(Qt::Key_F7);
    EXPECT_TRUE(desk.sees("Constancia firmada"));
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("El diario está íntegro"));
    const auto books = records::Database::open("sqlite:" + (house->home() / "troquel.db").string())->connect();
    books->executeScript("DROP TRIGGER journal_entry_refuses_UPDATE");
    books->execute("UPDATE journal_entry SET reason = 'otro' WHERE sequence = 3", {});
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("El diario fue ALTERADO."));
    EXPECT_TRUE(desk.sees("llame al auditor"));
}

TEST(Auditor, LooksAndChangesNothing) {
    const auto house = support::copyOfDeskHouse();
    DeskUnderTest desk{house->home()};
    open(desk, "auditor", Qt::Key_2, "Personas y funciones");
    EXPECT_FALSE(desk.shown().contains("Nueva persona"));
    EXPECT_FALSE(desk.shown().contains("Dar de baja"));
    desk.press(Qt::Key_4, Qt::ControlModifier);
    EXPECT_TRUE(desk.sees("Llaves y ceremonias"));
    EXPECT_FALSE(desk.shown().contains("[Ceremonias]"));
}

}  // namespace
}  // namespace gui
