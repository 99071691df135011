// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/album.hpp"
#include "tests/gui/inspected_house.hpp"

namespace support {
namespace {

void open(DeskUnderTest& desk, const std::string& blank) {
    desk.scan(QString::fromStdString(blank));
    desk.sees("pieza " + QString::fromStdString(blank));
}

void takeLooking(Album& album, DeskUnderTest& desk, const Inspected& blanks) {
    desk.begin("inspector");
    desk.sees("Mire la página impresa");
    album.take(desk, "inspeccion-siguiente");
    open(desk, blanks.scanned);
    desk.press(Qt::Key_2, Qt::ControlModifier);
    album.take(desk, "inspeccion-pagina");
    for (int step = 0; step < 3; ++step) desk.press(Qt::Key_Plus);
    desk.until([&] { return true; }, "the keys");
    album.take(desk, "inspeccion-cerca");
    desk.press(Qt::Key_F6);
    desk.sees("El chip es auténtico");
    album.take(desk, "inspeccion-chip");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_F4);
    desk.sees("irá a cuarentena");
    album.take(desk, "inspeccion-rechazar");
    desk.press(Qt::Key_Escape);
}

void takeDeciding(Album& album, DeskUnderTest& desk, const Inspected& blanks) {
    open(desk, blanks.streaked);
    album.take(desk, "inspeccion-por-aspecto");
    desk.press(Qt::Key_F5);
    desk.sees("no se pueden dar por buenos");
    desk.focus("reason");
    desk.type("La raya queda fuera de los datos");
    album.take(desk, "inspeccion-entre-dos");
    desk.press(Qt::Key_Return);
    desk.sees("Supervisor que miró");
    desk.logIn("supervisor");
    desk.sees("[Está bien: liberar]");
    desk.press(Qt::Key_F5);
    desk.sees("quedó liberado");
    desk.scan("Z9999999");
    desk.sees("Z9999999");
    album.take(desk, "inspeccion-desconocida");
    desk.press(Qt::Key_F2);
    desk.sees("Documentos que esperan");
    desk.until([&] { return !desk.place().link.pending(); }, "the queue");
    album.take(desk, "inspeccion-cola");
}

}  // namespace

void takeInspection(Album& album) {
    const auto made = copyOfInspectedHouse();
    DeskUnderTest desk{album.settingsFor(made.house->home())};
    takeLooking(album, desk, made.blanks);
    takeDeciding(album, desk, made.blanks);
}

}  // namespace support
