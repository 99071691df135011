// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_supply.hpp"

namespace cli {
namespace {

void showForecast(Desk& desk, const contract::StockForecast& request) {
    desk.show(desk.ask(request), [&](const auto& answer) {
        Table table{{desk.in("Artículo", "Item"), desk.in("Sitio", "Site"), desk.in("Por semana", "A week"),
                     desk.in("Variación", "Deviation"), desk.in("Utilizables", "Usable"),
                     desk.in("Anunciados", "Announced"), desk.in("Se acaba", "Runs out"),
                     desk.in("Pedir al llegar a", "Order at"), desk.in("Comprar", "Buy"), desk.in("Cajas", "Boxes"),
                     desk.in("Costo", "Cost")}};
        for (const auto& line : answer.lines) {
            const auto ofHouse = [&](std::int64_t number) { return line.wholeHouse ? std::to_string(number) : ""; };
            table.add({line.item,
                       line.wholeHouse     ? desk.in("todos", "all")
                       : line.site.empty() ? "-"
                                           : line.site,
                       std::to_string(line.weekly), std::to_string(line.deviation), std::to_string(line.usable),
                       ofHouse(line.announced), line.runsOut, ofHouse(line.reorderPoint), ofHouse(line.purchase),
                       ofHouse(line.boxes), fmt::format("{}", fmt::join(line.cost, ", "))});
        }
        table.print();
        std::cout << desk.in("Nivel de servicio: ", "Service level: ") << answer.serviceLevel << '\n';
    });
}

void showQuality(Desk& desk) {
    desk.show(desk.ask(contract::StockQuality{}), [&](const auto& answer) {
        Table table{{desk.in("Recibo", "Receipt"), desk.in("Proveedor", "Supplier"), desk.in("Compra", "Purchase"),
                     desk.in("Artículo", "Item"), desk.in("Recibidos", "Received"), desk.in("Defectuosos", "Defective"),
                     desk.in("Por millón", "Per million"), desk.in("Sin reclamar", "Unclaimed")}};
        for (const auto& line : answer.lines)
            table.add({line.receipt, line.supplier, line.purchase, line.item, std::to_string(line.received),
                       std::to_string(line.defective), std::to_string(line.perMillion),
                       fmt::format("{}", fmt::join(line.unclaimed, " "))});
        table.print();
    });
}

}  // namespace

void addSupplyCommands(CLI::App& family, Desk& desk) {
    auto forecast = std::make_shared<contract::StockForecast>();
    auto* forecasting =
        addCommand(family, desk, "forecast",
                   desk.in("Consumo, cuándo se acaba y qué comprar", "Consumption, run-out and what to buy"),
                   "troquel stock forecast --service-level 0.98");
    forecasting->add_option("--service-level", forecast->serviceLevel,
                            desk.in("Probabilidad de no quedarse sin existencias, 0.5 a 0.9999",
                                    "Probability of not running out, 0.5 to 0.9999"));
    forecasting->callback([forecast, &desk] { showForecast(desk, *forecast); });

    addCommand(family, desk, "quality",
               desk.in("Defectos del proveedor por recibo", "The supplier's defects by receipt"),
               "troquel stock quality")
        ->callback([&desk] { showQuality(desk); });

    auto claim = std::make_shared<contract::StockClaim>();
    auto* claiming = addCommand(family, desk, "claim",
                                desk.in("Abre un reclamo al proveedor por los defectos de un recibo",
                                        "Opens a claim to the supplier over a receipt's defects"),
                                "troquel stock claim RECIBO --reason 'lámina despegada'");
    claiming->add_option("receipt", claim->receipt, desk.in("Recibo", "Receipt"))->required();
    claiming->add_option("--reason", claim->reason, desk.in("Motivo", "Reason"))->required();
    claiming->callback([claim, &desk] {
        desk.show(desk.ask(*claim), [&](const auto& answer) {
            std::cout << fmt::format(fmt::runtime(desk.in("Reclamo {} por {} piezas.", "Claim {} over {} pieces.")),
                                     answer.number, answer.quantity)
                      << '\n';
        });
    });
}

}  // namespace cli
