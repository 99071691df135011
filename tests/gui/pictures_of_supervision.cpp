// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QTableView>

#include "base/failure.hpp"
#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/supervision/case_page.hpp"
#include "gui/supervision/order_page.hpp"
#include "gui/widgets/export_sheet.hpp"
#include "gui/widgets/form_sheet.hpp"
#include "records/database/database.hpp"
#include "tests/gui/album.hpp"
#include "tests/gui/desk_house.hpp"

namespace support {
namespace {

using contract::LineRun;

/// A house in the middle of its day: orders at every stage, one held, one in doubt, a workstation that rests, a case.
std::vector<contract::OrderLine> busyDay(TrainingHouse& house) {
    for (const char* item : {"booklet-ordinary", "booklet-official"})
        base::expected(house.ask("custodian", contract::StockIssue{item, 8, "linea-1"}, "custodian2"), "issue");
    LineRun all{"folder", "simulated", std::nullopt, std::nullopt};
    all.kinds = {"passport-ordinary"};
    base::expected(house.ask("operator", all), "line");
    base::expected(house.ask("inspector", contract::LineRelease{}), "release");
    auto printing = all;
    printing.kinds = {"passport-official"};
    printing.duties = {"print"};
    base::expected(house.ask("operator", printing), "printing");
    const auto orders = base::expected(house.ask("supervisor", contract::OrderList{}), "orders").orders;
    for (const auto& order : orders)
        if (order.stage == "cleared" || order.stage == "received") {
            base::expected(house.ask("supervisor", contract::OrderHold{order.order, "Falta confirmar el nombre"}),
                           "hold");
            break;
        }
    base::expected(house.ask("supervisor", contract::LineRest{"linea-1", "pause", "Cambio de cinta"}), "rest");
    records::Database::open("sqlite:" + (house.home() / "troquel.db").string())
        ->connect()
        ->execute(
            "UPDATE line_task SET standing = 'in_doubt', step = 'encode' WHERE stage = 'printed' AND order_id = "
            "(SELECT MIN(order_id) FROM line_task WHERE stage = 'printed')",
            {});
    return orders;
}

void takeLine(Album& album, DeskUnderTest& desk) {
    desk.sees("En pausa: Cambio de cinta");
    desk.sees("1 en duda");
    album.take(desk, "supervision-linea");
    desk.press(Qt::Key_0, Qt::ControlModifier);
    desk.sees("quedan");
    album.take(desk, "supervision-alarmas");
    desk.press(Qt::Key_Escape);
}

void takeOrders(Album& album, DeskUnderTest& desk, const std::string& order) {
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.until([&] { return desk.find<QTableView>() != nullptr && desk.find<QTableView>()->model()->rowCount() > 3; },
               "orders");
    album.take(desk, "supervision-ordenes");
    desk.press(Qt::Key_E, Qt::ControlModifier);
    desk.until([&] { return desk.find<gui::ExportSheet>() != nullptr; }, "the sheet");
    desk.find<QLineEdit>("folder")->setText("/home/supervisor/Documentos");
    album.take(desk, "supervision-exportar");
    desk.press(Qt::Key_Escape);
    desk.type("zzz");
    desk.sees("Nada coincide");
    album.take(desk, "supervision-sin-resultados");
    desk.press(Qt::Key_Escape);
    desk.scan(QString::fromStdString(order));
    desk.sees("Captura");
    album.take(desk, "supervision-orden");
    desk.press(Qt::Key_F4);
    desk.until([&] { return desk.find<gui::FormSheet>() != nullptr; }, "the sheet");
    desk.press(Qt::Key_F5);
    desk.until([&] { return desk.shown().contains("Ver los detalles"); }, "the refusal");
    album.take(desk, "supervision-decision");
    desk.press(Qt::Key_Escape);
}

void takeDoubtsAndCases(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_3, Qt::ControlModifier);
    desk.sees("El chip está en blanco");
    album.take(desk, "supervision-dudas");
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.until([&] { return desk.find<QTableView>() != nullptr && desk.find<QTableView>()->model()->rowCount() > 0; },
               "the case");
    album.take(desk, "supervision-casos");
    desk.press(Qt::Key_Return);
    desk.until([&] { return desk.find<gui::CasePage>() != nullptr && desk.shown().contains("Clase: "); }, "the case");
    album.take(desk, "supervision-caso");
}

void takeFigures(Album& album, DeskUnderTest& desk) {
    desk.press(Qt::Key_5, Qt::ControlModifier);
    desk.sees("Calculado con lo que se midió");
    album.take(desk, "supervision-plan");
    desk.press(Qt::Key_6, Qt::ControlModifier);
    desk.sees("de la primera pieza");
    album.take(desk, "supervision-informes");
}

}  // namespace

void takeSupervision(Album& album) {
    const auto house = copyOfDeskHouse();
    base::expected(house->ask("custodian", contract::StockIssue{"booklet-official", 2, "linea-1"}, "custodian2"),
                   "issue");
    base::expected(
        house->ask("custodian", contract::StockCloseShort{"linea-1", {"B0000001"}, "No aparece en el puesto"},
                   "supervisor"),
        "closing");
    const auto orders = busyDay(*house);
    DeskUnderTest desk{album.settingsFor(house->home())};
    desk.begin("supervisor");
    takeLine(album, desk);
    takeOrders(album, desk, orders.front().order);
    takeDoubtsAndCases(album, desk);
    takeFigures(album, desk);
}

}  // namespace support
