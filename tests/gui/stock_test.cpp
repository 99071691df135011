// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFrame>
#include <algorithm>

#include "base/files.hpp"
#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_destruction.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_stock.hpp"
#include "contract/acts_of_transfers.hpp"
#include "gui/widgets/form_sheet.hpp"
#include "tests/gui/stock_house.hpp"

namespace gui {
namespace {

using DeskUnderTest = support::StockDeskUnderTest;
using support::StockHouse;

TEST(StockDesk, OpensWithWhatWaitsAndSaysSoWhereNothingDoes) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    EXPECT_TRUE(desk.sees("No hay nada pendiente para usted."));
    house.plan({"card-visitor"});
    desk.press(Qt::Key_3, Qt::AltModifier);
    EXPECT_TRUE(desk.sees("[1 conteo por hacer]"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Conteos"));
}

TEST(StockDesk, ShowsTheLifeOfWhateverIsScanned) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("auditor");
    desk.press(Qt::Key_3, Qt::AltModifier);
    desk.sees("Lo que le espera");
    desk.scan("A0000007");
    EXPECT_TRUE(desk.sees("Vida de una pieza"));
    EXPECT_TRUE(desk.sees("utilizable"));
    EXPECT_TRUE(desk.sees("1 fila"));
    desk.scan("Z9999999");
    EXPECT_TRUE(desk.sees("no está en los libros"));
    EXPECT_TRUE(desk.sees("Se leyó: Z9999999"));
    desk.press(Qt::Key_Escape);
    EXPECT_TRUE(desk.sees("Lo que le espera"));
}

TEST(StockDesk, SaysTheCauseOfASpoilageAsTheHouseCallsIt) {
    const StockHouse house;
    house.spoil("A0000011");
    const auto causes = house->ask("custodian", contract::StockCauses{});
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    desk.sees("[1 pieza dañada por recibir en cuarentena]");
    desk.scan("A0000011");
    EXPECT_TRUE(desk.hasRow("Causa: " + QString::fromStdString(causes->causes.front().spanish)));
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_F5);
    desk.sees("Piezas dañadas en cuarentena");
    EXPECT_TRUE(desk.hasRow(QString::fromStdString(causes->causes.front().spanish)));
}

TEST(StockDesk, LeadsFromATotalToThePlaceItsRangesAndOneLife) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    desk.sees("Lo que le espera");
    desk.press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(desk.sees("5 filas"));
    desk.openRow({"Libreta de pasaporte ordinario"});
    EXPECT_TRUE(desk.sees("Lo que está aquí"));
    EXPECT_TRUE(desk.sees("bóveda"));
    desk.openRow({"Libreta de pasaporte ordinario"});
    EXPECT_TRUE(desk.sees("Vida de una pieza"));
}

/// Announces twelve booklets in two boxes, and opens what is to be read.
void announceTwelve(const StockHouse& house, DeskUnderTest& desk) {
    const auto manifest = house.write("lista.csv",
                                      "item;desde;hasta;caja;precinto;lote;cantidad\n"
                                      "booklet-ordinary;A0050001;A0050010;CAJA-1;SELLO-1;;\n"
                                      "booklet-ordinary;A0050011;A0050012;CAJA-2;SELLO-2;;\n");
    desk.begin("custodian");
    desk.sees("Lo que le espera");
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.sees("Entregas del proveedor");
    desk.press(Qt::Key_F5);
    desk.fill("file", manifest);
    desk.fill("supplier", "Imprenta");
    desk.fill("purchase", "OC-1");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("anunciada: 12 piezas"));
    desk.openRow({"OC-1"});
    EXPECT_TRUE(desk.sees("Los dos custodios se ponen de acuerdo"));
}

void agree(DeskUnderTest& desk, const QString& second) {
    desk.press(Qt::Key_F5);
    desk.sees("Segundo custodio");
    desk.logIn(second);
    desk.sees("Lea cada pieza");
}

TEST(Receipt, IsReadByTwoAgainstWhatWasAnnouncedAndPutAway) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    announceTwelve(house, desk);
    agree(desk, "custodian2");
    desk.scan("A0050011");
    EXPECT_TRUE(desk.sees("Leídas 1 de 12."));
    EXPECT_TRUE(desk.listed("Diferencias").contains("A0050012")) << "what lacks is seen";
    desk.press(Qt::Key_F2);
    EXPECT_TRUE(desk.sees("Lea la etiqueta de la caja"));
    desk.scan("CAJA-1");
    EXPECT_TRUE(desk.sees("Ahora lea el precinto de la caja CAJA-1."));
    desk.scan("SELLO-9");
    desk.until([&] { return desk.listed("Diferencias").contains("SELLO-9"); }, "the other seal among the differences");
    desk.scan("CAJA-1");
    desk.sees("Ahora lea el precinto");
    desk.scan("SELLO-1");
    EXPECT_TRUE(desk.sees("Leídas 11 de 12."));
    desk.press(Qt::Key_F2);
    desk.fill("read", "A0050012");
    desk.press(Qt::Key_Return);
    EXPECT_TRUE(desk.sees("Lo leído es lo anunciado: puede guardarse."));
    desk.press(Qt::Key_F5);
    desk.fill("gap", "Las anteriores no se han comprado");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("12 piezas entraron a la bóveda"));
    const auto life = house->ask("auditor", contract::StockHistory{"A0050005"});
    ASSERT_TRUE(life);
    EXPECT_EQ(life->place, "vault");
    EXPECT_EQ(life->events.front().second, "custodian2");
}

TEST(Receipt, IsSentBackWhereWhatCameWasNeverAnnounced) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    announceTwelve(house, desk);
    agree(desk, "custodian2");
    desk.scan("A0060000");
    desk.until([&] { return desk.listed("Diferencias").contains("A0060000"); }, "the stranger among the differences");
    desk.press(Qt::Key_F8);
    desk.fill("reason", "Trae piezas que nadie anuncio");
    desk.press(Qt::Key_F5);
    desk.sees("Segundo custodio");
    desk.logIn("custodian");
    EXPECT_TRUE(desk.sees("deben ser distintas"));
    desk.logIn("custodian2");
    EXPECT_TRUE(desk.sees("La entrega se devolvió al proveedor."));
    const auto listed = house->ask("auditor", contract::StockReceipts{});
    EXPECT_TRUE(std::ranges::any_of(
        listed->deliveries, [](const auto& each) { return each.outcome == "rejected" && each.announced == 12; }));
}

TEST(Receipt, IsReadByBothNoLongerOnceTheWindowWasLocked) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    announceTwelve(house, desk);
    agree(desk, "custodian2");
    desk.press(Qt::Key_F12);
    desk.sees("Puesto bloqueado");
    desk.logIn({});
    EXPECT_TRUE(desk.sees("Los dos custodios se ponen de acuerdo"));
    desk.scan("A0050011");
    EXPECT_TRUE(desk.sees("no está en los libros")) << "it asks for a life now";
    EXPECT_EQ(house->ask("auditor", contract::StockReceipts{})->deliveries.front().scanned, 0);
}

TEST(Receipt, IsReadByNobodyWhoIsNoCustodian) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    announceTwelve(house, desk);
    agree(desk, "operator");
    desk.scan("A0050011");
    EXPECT_TRUE(desk.sees("no permiten esta acción"));
    EXPECT_TRUE(desk.sees("No se anotó A0050011."));
    EXPECT_EQ(house->ask("auditor", contract::StockReceipts{})->deliveries.front().scanned, 0);
}

TEST(Count, IsBlindDoneByTwoAndEndsWithItsAct) {
    const StockHouse house;
    house.plan({"card-visitor"});
    DeskUnderTest desk{house.home()};
    for (const char* person : {"custodian", "custodian2"}) {
        desk.begin(person);
        desk.sees("[1 conteo por hacer]");
        desk.press(Qt::Key_F5);
        desk.openRow({"planeado", "contando"});
        desk.sees("[Contar]");
        desk.press(Qt::Key_F5);
        EXPECT_TRUE(desk.sees("0 piezas"));
        desk.scan("V0000001");
        EXPECT_TRUE(desk.sees("1 pieza"));
        desk.fill("counted", "V0000002-V0000040");
        desk.press(Qt::Key_Return);
        EXPECT_TRUE(desk.sees("40 piezas"));
        EXPECT_FALSE(desk.shown().contains("Diferencia")) << "what the books say is not seen";
        desk.press(Qt::Key_F5);
        desk.sees(person == std::string{"custodian"} ? "Falta el de la otra persona" : "Cuadra con los libros");
        desk.press(Qt::Key_F9);
        desk.sees("Nadie ha entrado");
    }
    EXPECT_EQ(house->ask("supervisor", contract::CountList{})->counts.front().state, "closed");
}

TEST(Spoilage, IsNotedWithItsCauseAndReceivedInQuarantine) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    desk.sees("Lo que le espera");
    desk.press(Qt::Key_7, Qt::ControlModifier);
    desk.sees("No hay piezas dañadas por recibir");
    desk.press(Qt::Key_F6);
    desk.sees("Lea la pieza y elija la causa");
    desk.scan("A0000009");
    desk.press(Qt::Key_F5);
    desk.sees("Segunda persona");
    desk.logIn("custodian2");
    EXPECT_TRUE(desk.sees("A0000009 quedó anotada como dañada"));
    desk.press(Qt::Key_F5);
    desk.sees("Lea cada pieza dañada");
    desk.scan("A0000009");
    EXPECT_TRUE(desk.sees("1 pieza leída"));
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("1 pieza recibida en cuarentena."));
    const auto held = house->ask("custodian", contract::StockQuarantineList{"received"});
    ASSERT_EQ(held->lines.size(), 1U);
    EXPECT_EQ(held->lines.front().serials, "A0000009");
}

TEST(Transfer, GoesFromItsPreparationToItsArrival) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    desk.sees("Lo que le espera");
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.sees("No hay traslados abiertos");
    desk.press(Qt::Key_F5);
    desk.pick("to", "vault:central");
    desk.scan("A0000001");
    desk.sees("1 pieza leída");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("preparado con 1 piezas"));
    desk.openRow({"preparada"});
    desk.sees("[Aprobar]");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Quien preparó el traslado"));
    const auto id = house->ask("custodian", contract::TransferList{"open"})->transfers.front().transfer;
    ASSERT_TRUE(house->ask("supervisor", contract::TransferApprove{id}));
    desk.press(Qt::Key_Escape);
    desk.openRow({"aprobado"});
    desk.sees("[Precintar]");
    desk.press(Qt::Key_F5);
    desk.sees("Número del precinto");
    desk.scan("P-77");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("El bulto quedó precintado."));
    desk.press(Qt::Key_F5);
    desk.fill("carrier", "Mario Xiloj, P-123ABC");
    desk.press(Qt::Key_F5);
    desk.sees("Segundo custodio");
    desk.logIn("custodian2");
    EXPECT_TRUE(desk.sees("El traslado va en camino."));
    EXPECT_EQ(house->ask("custodian", contract::TransferShow{id})->stage, "dispatched");
    desk.press(Qt::Key_F5);
    desk.sees("Precinto que trae");
    desk.focus("seal");
    desk.scan("P-77");
    desk.scan("A0000001");
    desk.sees("1 pieza leída");
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("no puede confirmar que llegó")) << "who sends does not receive";
    desk.press(Qt::Key_Escape);
}

/// The one PDF of the person's documents.
std::string savedPaper(const StockHouse& house) {
    for (const auto& file : std::filesystem::directory_iterator{house.documents()}) {
        const auto content = base::readFile(file.path(), std::size_t{1} << 24);
        return content ? base::textOf(*content).substr(0, 5) : "";
    }
    return {};
}

TEST(Destruction, IsReadAtTheSpotExecutedByTwoAndSigned) {
    const StockHouse house;
    const auto number = house.commissionDestruction("A0000020");
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    EXPECT_TRUE(desk.sees("[1 destrucción por ejecutar]"));
    desk.press(Qt::Key_F5);
    desk.openRow({"con comisión"});
    EXPECT_TRUE(desk.sees("Lea aquí cada pieza"));
    desk.scan("A0000021");
    EXPECT_TRUE(desk.sees("A0000021")) << "it is told of which blank";
    EXPECT_EQ(house->ask("custodian", contract::DestructionShow{number})->notScanned.size(), 1U);
    desk.scan("A0000020");
    EXPECT_TRUE(desk.sees("A0000020 leída. Van 1 de 1."));
    EXPECT_TRUE(desk.sees("Todo está leído."));
    desk.press(Qt::Key_F5);
    desk.fill("method", "trituracion");
    desk.fill("municipality", "la ciudad de Guatemala");
    desk.fill("department", "Guatemala");
    desk.fill("premises", "el area de destruccion");
    desk.fill("seal", "P-00871");
    desk.fill("waste", "Servicios Generales");
    desk.write("witnesses", "auditor; Auditoría\nMarta Ixchel Cumatz; Contraloría; dpi");
    desk.press(Qt::Key_F5);
    desk.sees("Segundo custodio");
    desk.logIn("custodian2");
    EXPECT_TRUE(desk.sees("1 piezas destruidas. Acta:"));
    EXPECT_EQ(house->ask("custodian", contract::StockHistory{"A0000020"})->state, "destroyed");
    desk.sees("[Acta de destrucción]");
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("El documento firmado está en"));
    EXPECT_EQ(savedPaper(house), "%PDF-");
}

TEST(Custody, GivesItsCardAsASignedPaper) {
    const StockHouse house;
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    desk.sees("Lo que le espera");
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.openRow({"Bóveda de la sede"});
    desk.sees("[Tarjeta de responsabilidad]");
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("El documento firmado está en"));
    EXPECT_EQ(savedPaper(house), "%PDF-");
}

TEST(Forms, FitIntoTheSmallestWindow) {
    const StockHouse house;
    house.prepareTransfer("A0000035-A0000039");
    DeskUnderTest desk{house.home()};
    desk.window().resize(1280, 720);
    desk.begin("custodian");
    desk.sees("Lo que le espera");
    const auto fits = [&] {
        auto* sheet = desk.find<FormSheet>();
        ASSERT_NE(sheet, nullptr);
        const auto* card = sheet->findChild<QFrame*>(QString{}, Qt::FindDirectChildrenOnly);
        EXPECT_LE(card->height(), 720);
        EXPECT_GE(card->height(), card->minimumSizeHint().height()) << "nothing of it is cut off";
    };
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.sees("1 fila");
    desk.press(Qt::Key_F5);
    desk.sees("Quedan reservadas");
    fits();
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_8, Qt::ControlModifier);
    desk.sees("No hay destrucciones");
    desk.press(Qt::Key_F5);
    desk.sees("Solicitar una destrucción");
    fits();
}

TEST(Blind, CounterSeesNoStockMeanwhile) {
    const StockHouse house;
    house.plan({"card-visitor"});
    const auto number = house->ask("custodian", contract::CountList{})->counts.front().number;
    ASSERT_TRUE(house->ask("custodian", contract::CountStart{number}));
    DeskUnderTest desk{house.home()};
    desk.begin("custodian");
    desk.sees("conteo por hacer");
    desk.press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(desk.sees("No se pudo traer la lista"));
    EXPECT_FALSE(desk.shown().contains("40"));
}

}  // namespace
}  // namespace gui
