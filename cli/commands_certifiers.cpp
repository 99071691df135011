// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_certifiers.hpp"

namespace cli {
namespace {

using namespace base::literals;

struct CertifierOptions {
    std::string title, entry, reason, tokenLabel, tokenModule;
    bool compromised = false;
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
                     desk.in("Terminada", "Ended"), desk.in("Comprometida", "Compromised")}};
        for (const auto& each : answer.certifiers)
            table.add({each.entry, each.person, each.title, each.validUntil.substr(0, 10), secondOf(each.ended),
                       secondOf(each.revoked)});
        table.print();
    });
}

void end(Desk& desk, const CertifierOptions& options) {
    desk.ask(contract::CertifierEnd{options.entry, options.reason, options.compromised});
    if (options.compromised)
        desk.done(
            "Llave terminada por comprometida. Emita ya la lista que lo dice: troquel pki crl --house. Desde entonces, "
            "lo "
            "que firmó sin sello de tiempo anterior deja de valer para quien lo verifique fuera de la casa: revise qué "
            "hay que volver a emitir.",
            "Key ended as compromised. Issue the list that says so now: troquel pki crl --house. From then on, what it "
            "signed without an earlier time-stamp holds no more for whoever verifies outside the house: look what has "
            "to "
            "be issued anew.");
    else
        desk.done(
            "Llave terminada; lo que firmó sigue valiendo. Si llega a saberse que cayó en otras manos, repita con "
            "--compromised.",
            "Key ended; what it signed stays. If it turns out to be in other hands, repeat with --compromised.");
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
    auto* ending =
        addCommand(*family, desk, "end",
                   desk.in("Termina una llave; lo firmado sigue valiendo, salvo que esté comprometida",
                           "Ends a key; what it signed stays, unless it is compromised"),
                   "troquel certifier end FIRMA-2026-000001 --reason 'Dejó el cargo' --as sergio --second ana");
    ending->add_option("entry", options->entry, desk.in("Llave", "Key"))->required();
    ending->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    ending->add_flag(
        "--compromised", options->compromised,
        desk.in("Pudo caer en otras manos (robo, copia, contraseña conocida): se revoca, y lo que firmó sin "
                "sello de tiempo deja de valer fuera de la casa. No lo use para quien solo dejó el cargo",
                "It may be in other hands (stolen, copied, passphrase known): it is revoked, and what it "
                "signed without a time-stamp holds no more outside the house. Not for who only left"));
    ending->callback([options, &desk] { end(desk, *options); });
}

}  // namespace cli
