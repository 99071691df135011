// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestManifest = std::size_t{64} * 1024 * 1024;

struct StockOptions {
    std::string file;
    std::string item;
    std::string workstation = "linea-1";
    std::string serial;
    std::int64_t quantity = 0;
};

void showBalance(Desk& desk) {
    desk.show(desk.ask(contract::StockBalance{}), [&](const auto& answer) {
        Table table{{desk.in("Artículo", "Item"), desk.in("Lote", "Lot"), desk.in("Lugar", "Place"),
                     desk.in("Estado", "State"), desk.in("Cantidad", "Quantity")}};
        for (const auto& line : answer.lines)
            table.add(
                {line.item, line.lot, desk.word(line.place), desk.word(line.state), std::to_string(line.quantity)});
        table.print();
        std::cout << desk.in("Sin explicación: ", "Unexplained: ") << answer.unexplained << '\n';
    });
}

void showHistory(Desk& desk, const std::string& serial) {
    desk.show(desk.ask(contract::StockHistory{serial}), [&](const auto& answer) {
        std::cout << answer.serial << "  " << answer.item << "  " << desk.word(answer.state) << "  "
                  << desk.word(answer.place) << "\n\n";
        Table table{{desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Qué", "What"), desk.in("Lugar", "Place"),
                     desk.in("Estado", "State"), desk.in("Quién", "Who"), desk.in("Con", "With"),
                     desk.in("Detalle", "Detail")}};
        for (const auto& event : answer.events)
            table.add({secondOf(event.time), desk.word(event.event), desk.word(event.place), desk.word(event.state),
                       event.person, event.second, desk.word(event.detail)});
        table.print();
    });
}

}  // namespace

void addStockCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "stock",
                              desk.in("Documentos en blanco: ingreso, entrega, existencias, historia",
                                      "Blanks: receipt, issue, balance, history"),
                              "troquel stock balance");
    family->require_subcommand(1);
    addReceiptCommands(*family, desk);
    addSupplyCommands(*family, desk);
    auto options = std::make_shared<StockOptions>();

    auto* receive = addCommand(*family, desk, "receive",
                               desk.in("Ingresa a bóveda lo que dice un manifiesto; dos custodios",
                                       "Takes what a manifest says into the vault; two custodians"),
                               "troquel stock receive manifiesto.xml --as eva --second luis");
    receive
        ->add_option("manifest", options->file,
                     desk.in("Manifiesto del proveedor (XML)", "The supplier's manifest (XML)"))
        ->required();
    receive->callback([options, &desk] {
        desk.show(desk.ask(contract::StockReceive{readArgument(desk, options->file, kLargestManifest)}),
                  [&](const auto& answer) {
                      std::cout << fmt::format(fmt::runtime(desk.in("Ingresados {} documentos en blanco (recibo {}).",
                                                                    "Received {} blanks (receipt {}).")),
                                               answer.quantity, answer.receipt)
                                << '\n';
                  });
    });

    auto* issue =
        addCommand(*family, desk, "issue",
                   desk.in("Entrega de bóveda al turno de un puesto; dos custodios",
                           "Issues from the vault to a workstation's shift; two custodians"),
                   "troquel stock issue --item booklet-ordinary --quantity 50 --to linea-1 --as eva --second luis");
    issue->add_option("--item", options->item, desk.in("Artículo", "Item"))->required();
    issue->add_option("--quantity", options->quantity, desk.in("Cantidad", "Quantity"))
        ->required()
        ->check(CLI::PositiveNumber);
    issue->add_option("--to", options->workstation, desk.in("Puesto de trabajo", "Workstation"));
    issue->callback([options, &desk] {
        desk.show(desk.ask(contract::StockIssue{options->item, options->quantity, options->workstation}),
                  [&](const auto& answer) {
                      for (const auto& range : answer.ranges) std::cout << range << '\n';
                  });
    });

    addCommand(*family, desk, "balance",
               desk.in("Existencias por artículo, lugar y estado", "Balance by item, place and state"),
               "troquel stock balance")
        ->callback([&desk] { showBalance(desk); });

    auto* history =
        addCommand(*family, desk, "history",
                   desk.in("Todo lo que ocurrió con un número de serie", "Everything that happened to a serial"),
                   "troquel stock history A0000001");
    history->add_option("serial", options->serial, desk.in("Número de serie", "Serial number"))->required();
    history->callback([options, &desk] { showHistory(desk, options->serial); });

    addCommand(*family, desk, "export", desk.in("Todos los documentos en blanco, en CSV", "Every blank, as CSV"),
               "troquel stock export > existencias.csv")
        ->callback([&desk] {
            desk.show(desk.ask(contract::StockExport{}), [](const auto& answer) { std::cout << answer.text; });
        });
    addLossCommands(*family, desk);
}

}  // namespace cli
