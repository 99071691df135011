// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "cli/judging.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

std::string stateOf(const Desk& desk, const contract::PrinterWasShown& printer) {
    const auto state = desk.word("printer-" + printer.state);
    return printer.accepting ? state : state + ", " + desk.in("no acepta trabajos", "takes no jobs");
}

std::string listOf(const Desk& desk, const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + desk.word(name);
    return list.empty() ? desk.in("no lo dice", "does not say") : list;
}

std::string resolutionsOf(const Desk& desk, const contract::PrinterWasShown& printer) {
    std::vector<std::string> values;
    for (const auto resolution : printer.resolutions) values.push_back(std::to_string(resolution));
    return listOf(desk, values) + (values.empty() ? "" : desk.in(" puntos por pulgada", " dots per inch"));
}

void printMedia(const Desk& desk, const contract::PrinterWasShown& printer) {
    if (printer.media.empty()) return desk.say("No dice qué papel tiene.", "It does not say what media it has.");
    Table table{{desk.in("Papel", "Medium"), desk.in("Medida", "Size"), desk.in("Puesto", "Loaded")}};
    for (const auto& medium : printer.media)
        table.add({medium.name.empty() ? desk.in("cualquiera", "any") : medium.name, medium.size,
                   medium.ready ? desk.in("sí", "yes") : ""});
    table.print();
}

void printSupplies(const Desk& desk, const contract::PrinterWasShown& printer) {
    if (printer.supplies.empty()) return;
    Table table{{desk.in("Suministro", "Supply"), desk.in("Queda", "Left")}};
    for (const auto& supply : printer.supplies)
        table.add({supply.name,
                   supply.percent ? std::to_string(*supply.percent) + " %" : desk.in("no lo dice", "does not say")});
    table.print();
}

void printFits(const Desk& desk, const contract::PrinterWasShown& printer) {
    Table table{{desk.in("Diseño", "Design"), desk.in("Medida", "Size"), desk.in("¿Se puede?", "Possible?")}};
    for (const auto& fit : printer.designs) table.add({fit.design, fit.size, desk.word("media-" + fit.fit)});
    table.print();
}

void show(const Desk& desk, const contract::PrinterShow& request) {
    desk.show(judge(desk, request), [&](const contract::PrinterWasShown& printer) {
        std::cout << (printer.model.empty() ? request.printer : printer.model) << ": " << stateOf(desk, printer)
                  << '\n';
        for (const auto& reason : printer.reasons) std::cout << "· " << desk.sentence(reason.asFault()) << '\n';
        for (const auto& fault : printer.faults) std::cout << "✗ " << desk.sentence(fault.asFault()) << '\n';
        std::cout << desk.in("Caras: ", "Sides: ") << listOf(desk, printer.sides) << '\n'
                  << desk.in("Color: ", "Colour: ") << listOf(desk, printer.colours) << '\n'
                  << desk.in("Resolución: ", "Resolution: ") << resolutionsOf(desk, printer) << "\n\n";
        printMedia(desk, printer);
        std::cout << '\n';
        printSupplies(desk, printer);
        std::cout << '\n';
        printFits(desk, printer);
    });
}

}  // namespace

void addPrinterCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "printer", desk.in("Impresoras", "Printers"),
                              "troquel printer show ipp://impresora/ipp/print");
    family->require_subcommand(1);
    auto request = std::make_shared<contract::PrinterShow>();
    auto* showing = addCommand(
        *family, desk, "show",
        desk.in("Muestra qué dice una impresora de sí misma: estado, papel puesto, tóner o tinta, y qué diseños puede "
                "imprimir. No imprime nada",
                "Shows what a printer says of itself: state, media loaded, toner or ink, and which designs it can "
                "print. Prints nothing"),
        "troquel printer show ipp://impresora.oficina:631/ipp/print");
    showing
        ->add_option("printer", request->printer,
                     desk.in("Su dirección: ipp://EQUIPO/ipp/print, con TLS ipps://, o una cola de CUPS "
                             "ipp://EQUIPO:631/printers/NOMBRE",
                             "Its address: ipp://HOST/ipp/print, with TLS ipps://, or a queue of CUPS "
                             "ipp://HOST:631/printers/NAME"))
        ->required();
    showing->callback([request, &desk] { show(desk, *request); });
}

}  // namespace cli
