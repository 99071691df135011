// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/scans.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_custody.hpp"

namespace cli {
namespace {

struct PlaceOptions {
    contract::PlaceAdd add;
    std::string place;
    std::string reason;
    std::string incoming;
    std::vector<std::string> counted;
    std::string scanFile;
    bool openCase = false;
    bool signedCard = false;
};
using Options = std::shared_ptr<PlaceOptions>;

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : " ") + text;
    return all;
}

void showPlaces(Desk& desk) {
    desk.show(desk.ask(contract::PlaceList{}), [&](const auto& answer) {
        Table table{{desk.in("Lugar", "Place"), desk.in("Clase", "Kind"), desk.in("Nombre", "Name"),
                     desk.in("Sede", "Site"), desk.in("Custodio", "Custodian"), desk.in("Capacidad", "Capacity"),
                     desk.in("Resguardado", "Guarded"), desk.in("Abierto", "Open")}};
        const auto truth = [&](bool value) { return value ? desk.in("sí", "yes") : std::string{"no"}; };
        for (const auto& line : answer.places)
            table.add({line.place, desk.word(line.kind), line.name, line.site, line.custodian,
                       line.capacity ? std::to_string(*line.capacity) : "", truth(line.guarded), truth(line.active)});
        table.print();
    });
}

void showCard(Desk& desk, const std::string& place) {
    desk.show(desk.ask(contract::PlaceShow{place}), [&](const auto& answer) {
        std::cout << answer.place.place << "  " << answer.place.name << "  " << desk.in("Custodio: ", "Custodian: ")
                  << answer.place.custodian << "  " << secondOf(answer.since) << "\n\n";
        Table table{{desk.in("Artículo", "Item"), desk.in("Estado", "State"), desk.in("Cantidad", "Quantity"),
                     desk.in("Series", "Serials")}};
        for (const auto& line : answer.lines)
            table.add({line.item, desk.word(line.state), std::to_string(line.quantity), joined(line.ranges)});
        table.print();
        std::cout << desk.in("Total: ", "Total: ") << answer.quantity << '\n';
    });
}

void showHistory(Desk& desk, const std::string& place) {
    desk.show(desk.ask(contract::CustodyHistory{place}), [&](const auto& answer) {
        Table table{{"#", desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Entrega", "From"), desk.in("Recibe", "To"),
                     desk.in("Contados", "Counted"), desk.in("Faltan", "Missing"), desk.in("Sobran", "Surplus"),
                     desk.in("Caso", "Case")}};
        for (const auto& line : answer.changes)
            table.add({std::to_string(line.number), secondOf(line.time), line.outgoing, line.incoming,
                       std::to_string(line.quantity), std::to_string(line.missing), std::to_string(line.surplus),
                       line.caseId});
        table.print();
    });
}

void addPlaceAdd(CLI::App& family, Desk& desk, const Options& options) {
    auto* add =
        addCommand(family, desk, "add",
                   desk.in("Abre un lugar y lo entrega a su custodio", "Opens a place and gives it to its custodian"),
                   "troquel custody place add --kind vault --key xela --name 'Bóveda de Xela' --custodian eva "
                   "--capacity 50000 --as sofia");
    auto& place = options->add;
    add->add_option("--kind", place.kind,
                    desk.in("Clase: vault, quarantine, workstation, mobile, consulate o carrier",
                            "Kind: vault, quarantine, workstation, mobile, consulate or carrier"))
        ->required();
    add->add_option("--key", place.key, desk.in("Sede, puesto o identificador corto", "Site, workstation or short id"))
        ->required();
    add->add_option("--name", place.name, desk.in("Nombre para las personas", "Name for people"));
    add->add_option("--site", place.site, desk.in("Sede a la que pertenece", "Site to which it belongs"));
    add->add_option("--custodian", place.custodian, desk.in("Usuario del custodio", "The custodian's user name"))
        ->required();
    add->add_option("--capacity", place.capacity, desk.in("Cuántos caben", "How many it holds"))
        ->check(CLI::PositiveNumber);
    add->add_flag("--guarded", place.guarded,
                  desk.in("Nada sale sin dos personas", "Nothing leaves without two people"));
    add->add_option("--item", place.items,
                    desk.in("Artículo que puede guardar (varias veces)", "Item that it may hold (several times)"));
    add->callback([options, &desk] {
        desk.show(desk.ask(options->add), [](const auto& answer) { std::cout << answer.place << '\n'; });
    });
}

void addPlaceCommands(CLI::App& custody, Desk& desk, const Options& options) {
    auto* family = addCommand(custody, desk, "place",
                              desk.in("Lugares donde hay documentos en blanco", "Places where blanks stand"),
                              "troquel custody place list");
    family->require_subcommand(1);
    addPlaceAdd(*family, desk, options);
    addCommand(*family, desk, "list",
               desk.in("Todos los lugares y quién responde por ellos", "All places and who answers for them"),
               "troquel custody place list")
        ->callback([&desk] { showPlaces(desk); });
    const auto placeArgument = [&](CLI::App* command) {
        command->add_option("place", options->place, desk.in("Lugar", "Place"))->required();
        return command;
    };
    placeArgument(addCommand(*family, desk, "show", desk.in("Un lugar y lo que guarda", "A place and what it holds"),
                             "troquel custody place show vault:xela"))
        ->callback([options, &desk] { showCard(desk, options->place); });
    auto* close = placeArgument(addCommand(
        *family, desk, "close", desk.in("Cierra un lugar vacío para siempre", "Closes an empty place for good"),
        "troquel custody place close mobile:unidad-3 --reason 'fin de la jornada'"));
    close->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    close->callback([options, &desk] {
        desk.ask(contract::PlaceClose{options->place, options->reason});
        desk.done();
    });
}

void addHandover(CLI::App& family, Desk& desk, const Options& options) {
    auto* handover = addCommand(family, desk, "handover",
                                desk.in("Cambia de custodio un lugar, con el conteo de ambos",
                                        "Gives a place to another custodian, counted by both"),
                                "troquel custody handover vault --to luis A0000001-A0000500 --as eva --second luis");
    handover->add_option("place", options->place, desk.in("Lugar", "Place"))->required();
    handover->add_option("--to", options->incoming, desk.in("Quién recibe", "Who receives"))->required();
    handover->add_option("counted", options->counted,
                         desk.in("Series, rangos o etiquetas de cajas contados", "Serials, ranges or labels counted"));
    addScanFileOption(*handover, desk, options->scanFile);
    handover->add_flag("--open-case", options->openCase,
                       desk.in("Entrega aunque haya diferencias y abre un caso",
                               "Hands over in spite of differences and opens a case"));
    handover->callback([options, &desk] {
        addScans(desk, options->scanFile, options->counted);
        desk.show(
            desk.ask(contract::CustodyHandover{options->place, options->incoming, options->counted, options->openCase}),
            [&](const auto& answer) {
                std::cout << fmt::format(fmt::runtime(desk.in("{} responde ahora por {} ({} contados).",
                                                              "{} now answers for {} ({} counted).")),
                                         answer.incoming, options->place, answer.quantity)
                          << '\n';
            });
    });
}

}  // namespace

void addCustodyCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "custody",
                              desk.in("Lugares, custodios y sus entregas", "Places, custodians and their hand-overs"),
                              "troquel custody card vault");
    family->require_subcommand(1);
    auto options = std::make_shared<PlaceOptions>();
    addPlaceCommands(*family, desk, options);
    addHandover(*family, desk, options);
    auto* card = addCommand(
        *family, desk, "card",
        desk.in("Tarjeta de custodia: quién responde por qué; con --signed, en papel firmado",
                "Custody card: who answers for what; with --signed as a signed paper"),
        "troquel custody card vault\n"
        "  troquel custody card vault --signed --as eva    (luego: troquel paper save ACTA-… --out tarjeta.pdf)");
    card->add_option("place", options->place, desk.in("Lugar", "Place"))->required();
    card->add_flag("--signed", options->signedCard,
                   desk.in("Emite la tarjeta firmada; guárdela con paper save",
                           "Issues the signed card; save it with paper save"));
    card->callback([options, &desk] {
        if (!options->signedCard) return showCard(desk, options->place);
        desk.show(desk.ask(contract::CustodyCard{options->place}),
                  [&](const auto& answer) { std::cout << desk.in("Tarjeta: ", "Card: ") << answer.act << '\n'; });
    });
    auto* history = addCommand(*family, desk, "history",
                               desk.in("Todos los custodios que tuvo un lugar", "All custodians that a place had"),
                               "troquel custody history vault");
    history->add_option("place", options->place, desk.in("Lugar", "Place"))->required();
    history->callback([options, &desk] { showHistory(desk, options->place); });
    addRequisitionCommands(*family, desk);
}

}  // namespace cli
