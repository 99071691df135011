// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestPhoto = std::size_t{8} * 1024 * 1024;

struct SpoilageOptions {
    std::string serial;
    std::string cause;
    std::string photo;
    std::string out;
    std::string of = "not_received";
    std::vector<std::string> serials;
    std::string spanish;
    std::string english;
    std::string reason;
    bool defective = false;
};
using Options = std::shared_ptr<SpoilageOptions>;

void spoil(Desk& desk, const SpoilageOptions& options) {
    contract::StockSpoil request{options.serial, contract::codeMeant(options.cause), {}};
    if (!options.photo.empty()) request.photo = readArgument(desk, options.photo, kLargestPhoto);
    desk.ask(request);
    desk.done("Registrada como dañada. Entregue la pieza al custodio de cuarentena.",
              "Recorded as spoiled. Hand the blank to the custodian of the quarantine.");
}

void evidence(Desk& desk, const SpoilageOptions& options) {
    if (!options.photo.empty()) {
        desk.ask(contract::StockEvidence{options.serial, readArgument(desk, options.photo, kLargestPhoto)});
        return desk.done();
    }
    desk.show(desk.ask(contract::StockPhotos{options.serial}), [&](const auto& answer) {
        Table table{
            {"SHA-256", desk.in("Formato", "Format"), desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Quién", "Who")}};
        for (const auto& photo : answer.photos) {
            table.add({photo.sha256, photo.format, secondOf(photo.time), photo.person});
            if (options.out.empty()) continue;
            std::filesystem::create_directories(options.out);
            base::writeFileDurably(
                std::filesystem::path{options.out} / (options.serial + "-" + photo.sha256.substr(0, 8) + "." +
                                                      (photo.format == "jpeg" ? "jpg" : photo.format)),
                photo.content);
        }
        table.print();
    });
}

void listCauses(Desk& desk) {
    desk.show(desk.ask(contract::StockCauses{}), [&](const auto& answer) {
        Table table{{desk.in("Causa", "Cause"), desk.in("Significado", "Meaning"),
                     desk.in("Pieza defectuosa", "Defective blank")}};
        for (const auto& line : answer.causes)
            table.add({line.cause, desk.in(line.spanish, line.english), line.defective ? desk.in("sí", "yes") : ""});
        table.print();
    });
}

void listQuarantine(Desk& desk, const SpoilageOptions& options) {
    desk.show(desk.ask(contract::StockQuarantineList{options.of}), [&](const auto& answer) {
        Table table{{desk.in("Series", "Serials"), desk.in("Causa", "Cause"), desk.in("Lugar", "Place"),
                     desk.in("Anunciada (UTC)", "Announced (UTC)"), desk.in("Por", "By"),
                     desk.in("Recibida (UTC)", "Received (UTC)"), desk.in("Por", "By")}};
        for (const auto& line : answer.lines)
            table.add({line.serials, desk.word(line.cause), desk.word(line.place), secondOf(line.announcedAt),
                       line.announcedBy, secondOf(line.receivedAt), line.receivedBy});
        table.print();
        std::cout << desk.in("Sin recibir: ", "Not received: ") << answer.notReceived << '\n';
    });
}

void addSerials(CLI::App* command, const Desk& desk, const Options& options) {
    command
        ->add_option("serials", options->serials,
                     desk.in("Series o rangos, como A0000001-A0000050", "Serials or ranges, as A0000001-A0000050"))
        ->required();
}

void addSpoilCommands(CLI::App& stock, Desk& desk, const Options& options) {
    auto* spoiling = addCommand(stock, desk, "spoil",
                                desk.in("Da por dañada una pieza sin usar, con causa y foto",
                                        "Spoils an unused blank, with cause and photograph"),
                                "troquel stock spoil A0000123 --cause laminate --photo foto.jpg");
    spoiling->add_option("serial", options->serial, desk.in("Número de serie", "Serial number"))->required();
    spoiling->add_option("--cause", options->cause, desk.in("Causa (vea stock causes)", "Cause (see stock causes)"))
        ->required();
    spoiling->add_option("--photo", options->photo, desk.in("Foto, JPEG o PNG", "Photograph, JPEG or PNG"));
    spoiling->callback([options, &desk] { spoil(desk, *options); });

    auto* photos = addCommand(stock, desk, "evidence",
                              desk.in("Fotos de una pieza dañada: las agrega o las guarda en una carpeta",
                                      "Photographs of a spoiled blank: adds one, or saves them in a folder"),
                              "troquel stock evidence A0000123 --out fotos");
    photos->add_option("serial", options->serial, desk.in("Número de serie", "Serial number"))->required();
    photos->add_option("--photo", options->photo, desk.in("Foto que se agrega", "Photograph to add"));
    photos->add_option("--out", options->out, desk.in("Carpeta", "Folder"));
    photos->callback([options, &desk] { evidence(desk, *options); });

    addCommand(stock, desk, "causes", desk.in("Causas de daño de la casa", "The house's causes of spoilage"),
               "troquel stock causes")
        ->callback([&desk] { listCauses(desk); });

    auto* cause = addCommand(stock, desk, "cause", desk.in("Agrega o cambia una causa", "Adds or changes a cause"),
                             "troquel stock cause agua --es 'Daño por agua' --en 'Water'");
    cause->add_option("cause", options->cause, desk.in("Código", "Code"))->required();
    cause->add_option("--es", options->spanish, desk.in("En español", "In Spanish"))->required();
    cause->add_option("--en", options->english, desk.in("En inglés", "In English"))->required();
    cause->add_flag("--defective", options->defective,
                    desk.in("La pieza vino mal o falló su material", "The blank came so or its material failed"));
    cause->callback([options, &desk] {
        desk.ask(contract::StockCause{{options->cause, options->spanish, options->english, options->defective}});
        desk.done();
    });
}

void addQuarantineCommands(CLI::App& stock, Desk& desk, const Options& options) {
    auto* family = addCommand(stock, desk, "quarantine",
                              desk.in("Piezas dañadas: por recibir, recibidas y hacia la destrucción",
                                      "Spoiled blanks: awaited, received, and on to destruction"),
                              "troquel stock quarantine list");
    family->require_subcommand(1);
    auto* list =
        addCommand(*family, desk, "list",
                   desk.in("Las que nadie ha recibido todavía, u otras", "Those nobody received yet, or others"),
                   "troquel stock quarantine list --of all");
    list->add_option("--of", options->of, "not_received, received, all")
        ->check(CLI::IsMember({"not_received", "received", "all"}));
    list->callback([options, &desk] { listQuarantine(desk, *options); });

    auto* receive = addCommand(*family, desk, "receive",
                               desk.in("El custodio confirma que tiene las piezas", "The custodian holds the blanks"),
                               "troquel stock quarantine receive A0000123 A0000130-A0000133 --as eva");
    addSerials(receive, desk, options);
    receive->callback([options, &desk] {
        desk.show(desk.ask(contract::StockQuarantineReceive{options->serials}), [&](const auto& answer) {
            std::cout << desk.in("Recibidas: ", "Received: ") << answer.fresh
                      << desk.in(", ya recibidas antes: ", ", received before: ") << answer.repeated << '\n';
        });
    });

    auto* send = addCommand(*family, desk, "to-destruction",
                            desk.in("Pasa piezas recibidas al depósito de destrucción; dos custodios",
                                    "Sends received blanks to the destruction store; two custodians"),
                            "troquel stock quarantine to-destruction A0000123 --as eva --second luis");
    addSerials(send, desk, options);
    send->callback([options, &desk] {
        desk.show(desk.ask(contract::StockToDestruction{options->serials}), [&](const auto& answer) {
            std::cout << desk.in("Piezas trasladadas: ", "Blanks moved: ") << answer.quantity << '\n';
        });
    });
}

template <class Request>
void addWithdrawal(CLI::App& stock, Desk& desk, const Options& options, const char* name,
                   const std::string& explanation, const std::string& example) {
    auto* command = addCommand(stock, desk, name, explanation, example);
    addSerials(command, desk, options);
    command->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    command->callback([options, &desk] {
        desk.show(desk.ask(Request{options->serials, options->reason}), [&](const auto& answer) {
            std::cout << desk.in("Dadas de baja y llevadas a cuarentena: ", "Withdrawn and taken to quarantine: ")
                      << answer.quantity << '\n';
            for (const auto& document : answer.documents)
                std::cout << desk.in("Documento anulado: ", "Document annulled: ") << document << '\n';
        });
    });
}

}  // namespace

void addSpoilageCommands(CLI::App& stock, Desk& desk) {
    auto options = std::make_shared<SpoilageOptions>();
    addSpoilCommands(stock, desk, options);
    addQuarantineCommands(stock, desk, options);
    addWithdrawal<contract::StockExpire>(stock, desk, options, "expire",
                                         desk.in("Da de baja piezas sin usar cuyo plazo o diseño venció; dos custodios",
                                                 "Withdraws unused blanks whose time is over; two custodians"),
                                         "troquel stock expire A0000100-A0000199 --reason 'Diseño 2020' --as eva "
                                         "--second luis");
    addWithdrawal<contract::StockAnnul>(stock, desk, options, "annul",
                                        desk.in("Anula documentos terminados que están en la casa; dos custodios",
                                                "Annuls finished documents that are in the house; two custodians"),
                                        "troquel stock annul A0000100 --reason 'Devuelto por el titular' --as eva "
                                        "--second luis");
}

}  // namespace cli
