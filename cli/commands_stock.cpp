// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/scans.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_stock.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestManifest = std::size_t{64} * 1024 * 1024;

struct StockOptions {
    std::string file;
    std::string item;
    std::string workstation = "linea-1";
    std::string serial;
    std::int64_t quantity = 0;
    std::vector<std::string> returned;
    std::string scanned;
    std::string shortReason;
};

void closeShift(Desk& desk, const StockOptions& options) {
    auto returned = options.returned;
    addScans(desk, options.scanned, returned);
    const auto closed = options.shortReason.empty()
                            ? desk.ask(contract::StockClose{options.workstation, returned})
                            : desk.ask(contract::StockCloseShort{options.workstation, returned, options.shortReason});
    desk.show(closed, [&](const auto& answer) {
        Table table{{desk.in("Puesto", "Workstation"), desk.in("Entregados", "Issued"),
                     desk.in("Personalizados", "Personalised"), desk.in("Dañados", "Spoiled"),
                     desk.in("Devueltos", "Returned"), desk.in("Sin explicación", "Unexplained")}};
        table.add({answer.workstation, std::to_string(answer.issued), std::to_string(answer.personalised),
                   std::to_string(answer.spoiled), std::to_string(answer.returned),
                   std::to_string(answer.unexplained)});
        table.print();
        for (const auto& range : answer.ranges)
            std::cout << desk.in("De vuelta en bóveda: ", "Back in the vault: ") << range << '\n';
        for (const auto& number : answer.cases)
            std::cout << desk.in("Caso por lo que falta: ", "Case for what lacks: ") << number << '\n';
    });
}

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
                  << desk.word(answer.place) << (answer.chipIdentity.empty() ? "" : "  chip " + answer.chipIdentity)
                  << "\n\n";
        Table table{{desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Qué", "What"), desk.in("Lugar", "Place"),
                     desk.in("Estado", "State"), desk.in("Quién", "Who"), desk.in("Con", "With"),
                     desk.in("Detalle", "Detail"), desk.in("Pertenece a", "Belongs to"),
                     desk.in("Conocido como", "Known as")}};
        for (const auto& event : answer.events)
            table.add({secondOf(event.time), desk.word(event.event), desk.word(event.place), desk.word(event.state),
                       event.person, event.second, desk.word(event.detail), desk.word(event.reference), event.about});
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

    auto* close =
        addCommand(*family, desk, "close",
                   desk.in("Cierra el turno de un puesto y devuelve a bóveda lo que sobró; dos custodios",
                           "Closes a workstation's shift and returns what is left to the vault; two custodians"),
                   "troquel stock close linea-1 --returned A0000015-A0000020 A0000031 --as eva --second luis\n"
                   "  lector | troquel stock close linea-1 --scanned - --as eva --second luis\n"
                   "  troquel stock close linea-1 --returned A0000015-A0000019 --short 'No aparece A0000020' --as eva "
                   "--second sofia");
    close->add_option("workstation", options->workstation, desk.in("Puesto de trabajo", "Workstation"))->required();
    close->add_option("--returned", options->returned,
                      desk.in("Números de serie devueltos, sueltos o en rangos A0000001-A0000050",
                              "Returned serials, single or as ranges A0000001-A0000050"));
    close->add_option("--scanned", options->scanned,
                      desk.in("Archivo con los números leídos; - es la entrada estándar",
                              "File of scanned serials; - is standard input"));
    close->add_option("--short", options->shortReason,
                      desk.in("Cierra aunque falten piezas, por este motivo; la segunda persona es el supervisor",
                              "Closes although blanks are missing, for this reason; the second person is the "
                              "supervisor"));
    close->callback([options, &desk] { closeShift(desk, *options); });

    addCommand(*family, desk, "balance",
               desk.in("Existencias por artículo, lugar y estado", "Balance by item, place and state"),
               "troquel stock balance")
        ->callback([&desk] { showBalance(desk); });

    addReconcileCommand(*family, desk);

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
    addSpoilageCommands(*family, desk);
}

}  // namespace cli
