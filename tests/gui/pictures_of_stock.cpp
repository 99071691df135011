// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_transfers.hpp"
#include "tests/gui/album.hpp"
#include "tests/gui/stock_house.hpp"

namespace support {
namespace {

constexpr const char* kManifest =
    "item;desde;hasta;caja;precinto;lote;cantidad\n"
    "booklet-ordinary;A0050001;A0050010;CAJA-1;SELLO-1;;\n"
    "booklet-ordinary;A0050011;A0050012;CAJA-2;SELLO-2;;\n";

/// Something of everything that may wait.
void letWaitSomething(const StockHouse& house) {
    house.spoil("A0000031");
    house.prepareTransfer("A0000035-A0000039");
    house.plan({"card-visitor"});
}

void takeFirstPages(Album& album, StockDeskUnderTest& desk) {
    desk.begin("custodian");
    desk.sees("por hacer");
    album.take(desk, "existencias-inicio");
    desk.scan("A0000031");
    desk.sees("Vida de una pieza");
    desk.sees("2 filas");
    album.take(desk, "existencias-vida");
    desk.scan("Z0000001");
    desk.sees("no está en los libros");
    album.take(desk, "existencias-vida-desconocida");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_1, Qt::ControlModifier);
    desk.sees("filas");
    album.take(desk, "existencias-saldos");
    desk.openRow({"Libreta de pasaporte ordinario"});
    desk.sees("Lo que está aquí");
    album.take(desk, "existencias-lugar");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
}

void takeReceipt(Album& album, StockDeskUnderTest& desk, const QString& manifest) {
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.sees("Entregas del proveedor");
    desk.press(Qt::Key_F5);
    desk.fill("file", manifest);
    desk.fill("supplier", "Imprenta Nacional");
    desk.fill("purchase", "OC-2026-17");
    album.take(desk, "existencias-anunciar");
    desk.press(Qt::Key_F5);
    desk.sees("anunciada: 12 piezas");
    desk.openRow({"Imprenta Nacional"});
    desk.sees("se ponen de acuerdo");
    desk.press(Qt::Key_F5);
    desk.sees("Segundo custodio");
    album.take(desk, "existencias-entre-dos");
    desk.logIn("custodian2");
    desk.sees("Lea cada pieza");
    desk.scan("A0050011");
    desk.sees("Leídas 1 de 12.");
    desk.scan("A0060000");
    desk.sees("Leídas 2 de 12.");
    album.take(desk, "existencias-leer-entrega");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
}

void takeTransfer(Album& album, StockDeskUnderTest& desk) {
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.sees("fila");
    album.take(desk, "existencias-traslados");
    desk.openRow({"preparada"});
    desk.sees("[Aprobar]");
    album.take(desk, "existencias-traslado");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_F5);
    desk.pick("to", "vault:central");
    album.take(desk, "existencias-preparar-traslado");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_5, Qt::ControlModifier);
    desk.sees("No hay requisiciones");
    album.take(desk, "existencias-requisiciones");
    desk.press(Qt::Key_Escape);
}

void takeCount(Album& album, StockDeskUnderTest& desk) {
    desk.press(Qt::Key_6, Qt::ControlModifier);
    desk.openRow({"planeado"});
    desk.sees("[Contar]");
    album.take(desk, "existencias-conteo");
    desk.press(Qt::Key_F5);
    desk.sees("0 piezas");
    desk.scan("V0000001");
    desk.sees("1 pieza");
    album.take(desk, "existencias-contar");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
}

void takeEnds(Album& album, StockDeskUnderTest& desk) {
    desk.press(Qt::Key_7, Qt::ControlModifier);
    desk.sees("1 fila");
    album.take(desk, "existencias-cuarentena");
    desk.press(Qt::Key_F6);
    desk.sees("elija la causa");
    desk.scan("A0000009");
    album.take(desk, "existencias-anotar-danada");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_8, Qt::ControlModifier);
    desk.sees("No hay destrucciones");
    album.take(desk, "existencias-destrucciones");
    desk.press(Qt::Key_Escape);
}

/// Whoever counts blindly does not see these.
void takeReports(Album& album, StockDeskUnderTest& desk) {
    desk.press(Qt::Key_F9);
    desk.sees("Nadie ha entrado");
    desk.begin("auditor");
    desk.press(Qt::Key_3, Qt::AltModifier);
    desk.sees("Lo que le espera");
    desk.press(Qt::Key_9, Qt::ControlModifier);
    desk.sees("ninguna pieza sin explicar");
    album.take(desk, "existencias-conciliacion");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_P, Qt::ControlModifier);
    desk.sees("filas");
    album.take(desk, "existencias-prevision");
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Q, Qt::ControlModifier);
    desk.sees("filas");
    album.take(desk, "existencias-calidad");
}

}  // namespace

void takeStock(Album& album) {
    const StockHouse house;
    letWaitSomething(house);
    StockDeskUnderTest desk{album.settingsFor(house.home())};
    takeFirstPages(album, desk);
    takeReceipt(album, desk, house.write("lista.csv", kManifest));
    takeTransfer(album, desk);
    takeEnds(album, desk);
    takeCount(album, desk);
    takeReports(album, desk);
}

}  // namespace support
