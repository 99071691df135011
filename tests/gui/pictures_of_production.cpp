// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>

#include "gui/production/orders_page.hpp"
#include "gui/production/shift_closing.hpp"
#include "records/database/database.hpp"
#include "tests/gui/album.hpp"
#include "tests/gui/desk_house.hpp"

namespace support {
namespace {

void takeFirstStart(Album& album) {
    const ScratchFolder folder;
    // The page names the folder.
    std::filesystem::current_path(folder.path());
    DeskUnderTest desk{album.settingsFor("practica")};
    album.take(desk, "primer-inicio");
    desk.focus("password");
    desk.type("una clave larga");
    desk.press(Qt::Key_Return);
    desk.type("una clave larga");
    desk.press(Qt::Key_Return);
    desk.sees("La institución de práctica está lista");
    album.take(desk, "primer-inicio-lista");
    std::filesystem::current_path("/");
}

void takeLogIn(Album& album, DeskUnderTest& desk) {
    album.take(desk, "entrada");
    desk.logIn("operator", "una clave que no es");
    desk.sees("no son correctos");
    album.take(desk, "entrada-rechazada");
    desk.begin("operator");
    desk.sees("Abra el turno");
    album.take(desk, "produccion-sin-turno");
}

void takeShift(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_F2);
    desk.sees("[Entregar con dos custodios]");
    album.take(desk, "produccion-abrir-turno");
    desk.press(Qt::Key_F5);
    desk.sees("Primer custodio");
    album.take(desk, "produccion-consentimiento");
    desk.logIn("custodian");
    desk.sees("Segundo custodio");
    desk.logIn("operator2");
    desk.sees("no permiten esta acción");
    album.take(desk, "produccion-consentimiento-rechazado");
    desk.logIn("custodian");
    desk.sees("Segundo custodio");
    desk.logIn("custodian2");
    desk.sees("[Cerrar turno]");
    album.take(desk, "produccion-lista");
}

void takeWork(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    desk.sees("Lea el código de una pieza sin usar");
    album.take(desk, "produccion-leer-pieza");
    desk.scan("Z0000001");
    desk.sees("no está en los libros");
    album.take(desk, "produccion-pieza-rechazada");
    desk.press(Qt::Key_F12);
    desk.sees("La línea sigue trabajando.");
    album.take(desk, "bloqueo");
    desk.logIn({});
    desk.sees("Lea el código de una pieza sin usar");
    desk.press(Qt::Key_F6);
    desk.sees("La línea se detuvo");
    album.take(desk, "produccion-detenida");
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    desk.sees("pasos hechos");
}

void takeDoubt(Album& album, DeskUnderTest& desk, const std::filesystem::path& home) {
    desk.press(Qt::Key_F7);
    desk.sees("No hay órdenes en duda");
    album.take(desk, "produccion-sin-dudas");
    desk.press(Qt::Key_Escape);
    records::Database::open("sqlite:" + (home / "troquel.db").string())
        ->connect()
        ->execute(
            "UPDATE line_task SET standing = 'in_doubt', step = 'encode' WHERE stage = 'printed' AND order_id = "
            "(SELECT MIN(order_id) FROM line_task WHERE stage = 'printed')",
            {});
    desk.press(Qt::Key_F12);
    desk.logIn({});
    desk.sees("1 orden en duda");
    album.take(desk, "produccion-atencion");
    desk.press(Qt::Key_F7);
    desk.sees("El chip está en blanco");
    desk.focus("seen");
    desk.type("La libreta no entro al lector");
    album.take(desk, "produccion-duda");
    desk.press(Qt::Key_F3);
    desk.sees("Supervisor que miró");
    desk.logIn("supervisor");
    desk.sees("La duda quedó resuelta.");
}

void takeEnd(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_F4);
    desk.until(
        [&] {
            auto* page = desk.find<gui::OrdersPage>();
            auto* rows = page == nullptr ? nullptr : page->findChild<gui::PagedTable*>();
            return rows != nullptr && rows->rowCount() > 0;
        },
        "orders");
    album.take(desk, "produccion-ordenes");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    desk.sees("esperan que un inspector libere");
    album.take(desk, "produccion-terminada");
    desk.press(Qt::Key_F8);
    desk.until([&] { return desk.find<gui::ShiftClosing>() != nullptr; }, "the page that closes a shift");
    desk.scan("A0000007");
    desk.scan("A0000008");
    desk.sees("por leer");
    album.take(desk, "produccion-cerrar-turno");
}

}  // namespace

void takeProduction(Album& album) {
    takeFirstStart(album);
    const auto house = copyOfDeskHouse();
    DeskUnderTest desk{album.settingsFor(house->home())};
    takeLogIn(album, desk);
    takeShift(album, desk);
    takeWork(album, desk);
    takeDoubt(album, desk, house->home());
    takeEnd(album, desk);
}

}  // namespace support
