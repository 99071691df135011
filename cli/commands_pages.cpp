// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "issuance/office/station.hpp"

namespace cli {
namespace {

struct ScanOptions {
    issuance::PageScan page;
    std::vector<std::string> options;
    std::vector<std::string> blanks;
};

void listScanners(const Desk& desk) {
    const auto found = issuance::scannersHere();
    if (found.empty())
        return desk.say("No se encontró ningún escáner. Enciéndalo y revise el cable.",
                        "No scanner was found. Switch it on and check the cable.");
    Table table{{desk.in("Nombre", "Name"), desk.in("Aparato", "Device")}};
    for (const auto& scanner : found) table.add({scanner.name, scanner.device});
    table.print();
}

void scanOne(const Desk& desk, issuance::PageScan page, const std::string& blank) {
    page.blank = blank;
    const auto file = desk.accepted(issuance::scanPage(desk.homeFolder(), page)).string();
    desk.say("Escaneada: " + file, "Scanned: " + file);
}

/// Until an empty line; what went wrong with one was said, and the next is asked for.
void scanAsTheyCome(const Desk& desk, const ScanOptions& options) {
    const bool talks = ::isatty(STDIN_FILENO) == 1;
    bool failed = false;
    for (std::string blank;;) {
        if (talks)
            std::cerr << desk.in("Ponga la página en el escáner y lea el código de su libreta o tarjeta (vacío: fin): ",
                                 "Lay the page on the scanner and read the code of its book or card (empty: end): ");
        if (!std::getline(std::cin, blank) || blank.empty()) break;
        try {
            scanOne(desk, options.page, blank);
        } catch (const Refused&) {
            failed = true;
        }
    }
    if (failed) throw Refused{};
}

void scanPages(const Desk& desk, ScanOptions& options) {
    for (const auto& option : options.options) {
        const auto equals = option.find('=');
        options.page.options.emplace_back(option.substr(0, equals),
                                          equals == std::string::npos ? "yes" : option.substr(equals + 1));
    }
    for (const auto& blank : options.blanks) scanOne(desk, options.page, blank);
    if (options.blanks.empty()) scanAsTheyCome(desk, options);
}

void addPageScanning(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ScanOptions>();
    auto* scanning = addCommand(
        family, desk, "scan",
        desk.in("Escanea páginas terminadas y deja cada imagen donde la línea la busca (line run --camera folder). Sin "
                "números, los pide uno tras otro: sirve el lector de códigos de barras",
                "Scans finished pages and leaves each picture where the line looks for it (line run --camera folder). "
                "Without serials it asks for one after the other: a barcode reader will do"),
        "troquel page scan --scanner epson2:libusb:001:004 A0000001");
    scanning->add_option("blanks", options->blanks,
                         desk.in("Números de las libretas o tarjetas", "Serials of the books or cards"));
    scanning
        ->add_option(
            "--scanner", options->page.scanner,
            desk.in("Su nombre, como lo dice «troquel page scanners»", "Its name, as “troquel page scanners” says"))
        ->required();
    scanning
        ->add_option("--side", options->page.side,
                     desk.in("page (libreta), front o back (tarjeta)", "page (book), front or back (card)"))
        ->check(CLI::IsMember({"page", "front", "back"}));
    scanning
        ->add_option("--resolution", options->page.resolution,
                     desk.in("Puntos por pulgada, de 240 a 1200", "Dots an inch, from 240 to 1200"))
        ->check(CLI::Range(240, 1200))
        ->capture_default_str();
    scanning
        ->add_option("--option", options->options,
                     desk.in("Opción propia del escáner, como source=Flatbed (puede repetirse)",
                             "An option of the scanner's own, like source=Flatbed (may be repeated)"))
        ->allow_extra_args(false);
    scanning->callback([options, &desk] { scanPages(desk, *options); });
}

}  // namespace

void addPageCommands(CLI::App& program, Desk& desk) {
    auto* family =
        addCommand(program, desk, "page", desk.in("Páginas terminadas: su escáner", "Finished pages: their scanner"),
                   "troquel page scan --scanner epson2:libusb:001:004");
    family->require_subcommand(1);
    addCommand(*family, desk, "scanners",
               desk.in("Busca los escáneres de este equipo", "Looks for this machine's scanners"),
               "troquel page scanners")
        ->callback([&desk] { listScanners(desk); });
    addPageScanning(*family, desk);
}

}  // namespace cli
