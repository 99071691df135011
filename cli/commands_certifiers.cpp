// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_certificates.hpp"

namespace cli {
namespace {

using namespace base::literals;

struct CertifierOptions {
    std::string title, entry, reason, tokenLabel, tokenModule;
};

void enrol(Desk& desk, const CertifierOptions& options) {
    if (desk.secondUser.empty()) desk.accepted(base::Outcome{base::Fault{"people.second-person-missing"_code}});
    contract::CertifierEnrol asked;
    asked.title = options.title;
    if (!options.tokenLabel.empty()) asked.tokenLabel = options.tokenLabel;
    if (!options.tokenModule.empty()) asked.tokenModule = options.tokenModule;
    asked.secret = askPassword(desk.secondUser +
                               desk.in(": contraseña nueva de su llave, 12 caracteres o más, o el PIN de su "
                                       "dispositivo (no se muestra)",
                                       ": new passphrase of your key, 12 characters or more, or your token's PIN "
                                       "(not shown)"));
    desk.show(desk.ask(asked), [&](const auto& answer) {
        std::cout << desk.in("Llave de firma ", "Signing key ") << answer.entry
                  << desk.in(". Solo su dueño conoce la contraseña; si la olvida, se registra otra llave.",
                             ". Only its owner knows the passphrase; if it is forgotten another key is enrolled.")
                  << '\n';
    });
}

void list(Desk& desk) {
    desk.show(desk.ask(contract::CertifierList{}), [&](const auto& answer) {
        Table table{{desk.in("Llave", "Key"), desk.in("De", "Of"), desk.in("Cargo", "Title"), desk.in("Vence", "Until"),
                     desk.in("Terminada", "Ended")}};
        for (const auto& each : answer.certifiers)
            table.add({each.entry, each.person, each.title, each.validUntil.substr(0, 10), secondOf(each.ended)});
        table.print();
    });
}

}  // namespace

void addCertifierCommands(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<CertifierOptions>();
    auto* family = addCommand(program, desk, "certifier",
                              desk.in("Llaves con que las personas firman certificaciones y resoluciones",
                                      "Keys with which people sign certificates and resolutions"),
                              "troquel certifier list");
    family->require_subcommand(1);
    auto* add = addCommand(*family, desk, "enrol",
                           desk.in("Hace la llave de quien firmará, que es la segunda persona y escribe su contraseña",
                                   "Makes the key of who will sign: the second person, who types its passphrase"),
                           "troquel certifier enrol --title 'Certificadora de Control Migratorio' --as sergio "
                           "--second carla");
    add->add_option("--title", options->title, desk.in("Cargo, como lo dirá el documento", "Title of office"))
        ->required();
    add->add_option("--token", options->tokenLabel, desk.in("Etiqueta del dispositivo PKCS#11", "Label of the token"));
    add->add_option("--token-module", options->tokenModule, desk.in("Biblioteca PKCS#11", "PKCS#11 module"));
    add->callback([options, &desk] { enrol(desk, *options); });
    addCommand(*family, desk, "list", desk.in("Quién firma y hasta cuándo", "Who signs, and until when"),
               "troquel certifier list")
        ->callback([&desk] { list(desk); });
    auto* end = addCommand(*family, desk, "end",
                           desk.in("Termina una llave; lo firmado sigue valiendo", "Ends a key; what it signed stays"),
                           "troquel certifier end FIRMA-2026-000001 --reason 'Dejó el cargo' --as sergio --second ana");
    end->add_option("entry", options->entry, desk.in("Llave", "Key"))->required();
    end->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    end->callback([options, &desk] {
        desk.ask(contract::CertifierEnd{options->entry, options->reason});
        desk.done();
    });
}

}  // namespace cli
