// SPDX-License-Identifier: GPL-3.0-or-later
#include <QListWidget>

#include "contract/acts_of_people.hpp"
#include "gui/widgets/list_view.hpp"
#include "tests/gui/album.hpp"
#include "tests/gui/desk_house.hpp"

namespace support {
namespace {

void awaitRows(DeskUnderTest& desk) {
    desk.until(
        [&] {
            auto* list = desk.find<gui::ListView>();
            return list != nullptr && list->rows().rowCount() > 0 && desk.place().link.pending() == 0;
        },
        "rows");
}

void choose(DeskUnderTest& desk, const QString& text) {
    auto* list = desk.find<gui::ListView>();
    list->narrow(text);
    desk.until([&] { return list->rows().rowCount() == 1; }, "one row");
    list->focusRows();
    desk.press(Qt::Key_Home);
    desk.until([&] { return !list->current().isEmpty(); }, "a chosen row");
}

void takePeople(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_2, Qt::ControlModifier);
    awaitRows(desk);
    album.take(desk, "seguridad-personas");
    desk.press(Qt::Key_F2);
    desk.sees("[Inscribir]");
    album.take(desk, "seguridad-persona-nueva");
    desk.press(Qt::Key_Escape);
    choose(desk, "operator2");
    desk.press(Qt::Key_F3);
    desk.sees("Esta persona, sola, puede");
    auto* roles = desk.find<QListWidget>();
    roles->setCurrentItem(roles->findItems("custodio", Qt::MatchContains).front());
    desk.press(Qt::Key_F5);
    desk.sees("no cambiaron");
    album.take(desk, "seguridad-funciones");
    desk.press(Qt::Key_Escape);
    desk.until([&] { return desk.find<QListWidget>() == nullptr; }, "the sheet to be gone");
    desk.find<gui::ListView>()->narrow({});
}

void takeKeys(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_3, Qt::ControlModifier);
    awaitRows(desk);
    album.take(desk, "seguridad-puestos");
    desk.press(Qt::Key_4, Qt::ControlModifier);
    awaitRows(desk);
    album.take(desk, "seguridad-llaves");
    desk.press(Qt::Key_F5);
    desk.sees("Ceremonias de llaves");
    album.take(desk, "seguridad-ceremonias");
    desk.press(Qt::Key_F5);
    desk.sees("Documentos como máximo");
    album.take(desk, "seguridad-ceremonia-datos");
    desk.press(Qt::Key_Return);
    desk.sees("Quien la presencia");
    album.take(desk, "seguridad-ceremonia-consentimiento");
    desk.logIn("admin");
    desk.sees("SHA-256");
    desk.focus("folder");
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.type("/media/llaves");
    album.take(desk, "seguridad-ceremonia-hecha");
    desk.press(Qt::Key_Escape);
}

void takeJournal(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_5, Qt::ControlModifier);
    awaitRows(desk);
    desk.press(Qt::Key_F6);
    desk.sees("El diario está íntegro");
    album.take(desk, "seguridad-diario");
    desk.focus("person");
    desk.type("operator");
    desk.press(Qt::Key_Return);
    desk.until([&] { return desk.place().link.pending() == 0; }, "the entries");
    awaitRows(desk);
    desk.find<gui::ListView>()->focusRows();
    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_F2);
    desk.sees("Renglón del diario");
    album.take(desk, "seguridad-renglon");
    desk.press(Qt::Key_Escape);
}

}  // namespace

void takeSecurity(Album& album) {
    const auto house = copyOfDeskHouse();
    const auto soon = base::formatDate(base::dayOf(base::SystemClock{}.now() + std::chrono::days{9}));
    base::expected(house->ask("admin", contract::OperatorClearance{"clerk", soon}), "clearance");
    DeskUnderTest desk{album.settingsFor(house->home())};
    desk.begin("security_officer");
    desk.press(Qt::Key_7, Qt::AltModifier);
    desk.sees("Persona clerk");
    album.take(desk, "seguridad-atencion");
    takePeople(album, desk);
    takeKeys(album, desk);
    takeJournal(album, desk);
}

}  // namespace support
