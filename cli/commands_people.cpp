// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "cli/terminal_symbol.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/words.hpp"
#include "issuance/office/local_office_factory.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr std::size_t kLongestPassword = 4096;

/// Options that several commands about people share.
struct PersonOptions {
    std::string user;
    std::string name;
    std::string passwordFile;
    std::string workstation = "linea-1";
    std::string at;  ///< where a person logs in; empty: here
    std::string clearance = "2030-12-31";
    std::string reason;
    std::string role;
    std::vector<std::string> roles;
    std::string organisation;
    std::string pkiContact;
    std::string database;
    bool training = false;
    std::string tokenModule;
    std::string tokenLabel;
    std::string pinFile;
    std::string code;
};

base::SecretBytes passwordFor(const Desk& desk, const PersonOptions& options) {
    if (!options.passwordFile.empty())
        return desk.accepted(base::readSecretLine(options.passwordFile, kLongestPassword));
    return askPassword(fmt::format("{} {}", desk.in("Contraseña de", "Password of"), options.user));
}

void addPasswordFile(CLI::App* command, const Desk& desk, PersonOptions& options) {
    command->add_option(
        "--password-file", options.passwordFile,
        desk.in("Archivo con la contraseña; sin él se pregunta", "File that holds the password; asked for without it"));
}

void found(const Desk& desk, const PersonOptions& options) {
    issuance::Founding founding;
    if (!options.organisation.empty()) founding.organisation = options.organisation;
    founding.workstation = options.workstation;
    founding.pkiContact = options.pkiContact;
    founding.administratorUser = options.user;
    founding.administratorName = options.name;
    founding.administratorPassword = passwordFor(desk, options);
    founding.database = options.database;
    founding.training = options.training;
    founding.tokenModule = options.tokenModule;
    founding.tokenLabel = options.tokenLabel;
    if (!options.pinFile.empty()) founding.pinFile = std::filesystem::absolute(options.pinFile).string();
    desk.accepted(issuance::foundInstitution(desk.homeFolder(), std::move(founding), desk.secretEntry()));
    desk.done("Institución lista en " + desk.homeFolder().string(),
              "Institution ready in " + desk.homeFolder().string());
}

std::string askCode(const Desk& desk) {
    return base::textOf(
        askPassword(desk.in("Código de seis dígitos del generador", "Six-digit code of the generator")).reveal());
}

/// In groups, as people type it.
std::string inGroups(const std::string& secret) {
    constexpr std::size_t kGroup = 4;
    std::string text;
    for (std::size_t at = 0; at < secret.size(); at += kGroup) text += (at == 0 ? "" : " ") + secret.substr(at, kGroup);
    return text;
}

void enrolFactor(Desk& desk) {
    constexpr std::size_t kSecret = 20;
    const auto secret = base32(base::randomBytes(kSecret));
    const auto owner = desk.asUser.empty() ? std::string{"Troquel"} : desk.asUser;
    printSymbol("otpauth://totp/Troquel:" + owner + "?secret=" + secret + "&issuer=Troquel&digits=6&period=30");
    std::cerr << desk.in("Lea el símbolo con la aplicación de códigos del teléfono, o escriba en ella esta clave:",
                         "Read the symbol with the telephone's application for codes, or type this secret into it:")
              << "\n  " << inGroups(secret) << std::endl;
    desk.ask(contract::OperatorFactor{base::SecretBytes::copyOf(secret), askCode(desk)});
    desk.done("Generador registrado. Desde ahora se entra con contraseña y código: troquel operator login.",
              "Generator enrolled. From now on one logs in with password and code: troquel operator login.");
}

void logIn(Desk& desk, const PersonOptions& options) {
    auto& office = desk.office();
    const auto password = passwordFor(desk, options);
    const auto workstation = options.at.empty() ? desk.workstation().value_or(options.workstation) : options.at;
    contract::SessionOpen request{options.user, base::textOf(password.reveal()), workstation};
    if (!options.code.empty()) request.code = options.code;
    auto asked = office.ask({}, request);
    if (!asked && !request.code && asked.refusal().has("people.code-needed"_code)) {
        request.code = askCode(desk);
        asked = office.ask({}, request);
    }
    base::wipe(request.password);
    const auto opened = desk.accepted(std::move(asked));
    desk.keepSession(options.user, opened.token);
    desk.done("Sesión abierta para " + opened.fullName, "Logged in: " + opened.fullName);
}

void listOperators(Desk& desk) {
    desk.show(desk.ask(contract::OperatorList{}), [&](const auto& answer) {
        Table table{{desk.in("Usuario", "User"), desk.in("Nombre", "Name"), desk.in("Funciones", "Roles"),
                     desk.in("Habilitación hasta", "Cleared until"), desk.in("Activo", "Active")}};
        for (auto person : answer.operators) {
            for (auto& role : person.roles) role = desk.word(role);
            table.add({person.user, person.fullName, fmt::format("{}", fmt::join(person.roles, ", ")),
                       person.clearanceEnd, person.active ? desk.in("sí", "yes") : desk.in("no", "no")});
        }
        table.print();
    });
}

}  // namespace

CLI::App* addCommand(CLI::App& parent, const Desk& desk, const std::string& name, const std::string& explanation,
                     const std::string& example) {
    auto* command = parent.add_subcommand(name, explanation);
    command->footer(desk.in("Ejemplo:", "Example:") + "\n  " + example);
    command->fallthrough();
    return command;
}

void addInitCommand(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<PersonOptions>();
    auto* command = addCommand(program, desk, "init",
                               desk.in("Crea una institución: base de datos, llaves, primer administrador",
                                       "Makes an institution: database, keys, first administrator"),
                               "troquel init --home /srv/troquel --administrator ana --name \"Ana López\"");
    command
        ->add_option("--administrator", options->user,
                     desk.in("Usuario del primer administrador", "User name of the first administrator"))
        ->required();
    command->add_option("--name", options->name, desk.in("Su nombre completo", "Their full name"))->required();
    command->add_option("--organisation", options->organisation,
                        desk.in("Nombre de la institución", "Name of the institution"));
    command->add_option("--workstation", options->workstation,
                        desk.in("Primer puesto de trabajo", "First workstation"));
    command->add_option(
        "--pki-contact", options->pkiContact,
        desk.in("Correo que figura en los certificados de país", "E-mail that stands in the country's certificates"));
    command->add_option("--database", options->database,
                        desk.in("sqlite:ARCHIVO o postgresql://…", "sqlite:FILE or postgresql://…"));
    command->add_flag("--training", options->training,
                      desk.in("Para capacitación, con dispositivos simulados", "For training, with simulated devices"));
    command->add_option(
        "--token", options->tokenLabel,
        desk.in(
            "Etiqueta del dispositivo PKCS#11 que guardará las llaves, ya inicializado; sin ella quedan cifradas en "
            "la carpeta",
            "Label of the PKCS#11 token that will hold the keys, initialised already; without it they lie encrypted "
            "in the folder"));
    command->add_option("--token-module", options->tokenModule,
                        desk.in("Biblioteca PKCS#11 del fabricante; va con --token",
                                "The vendor's PKCS#11 library; goes with --token"));
    command->add_option("--pin-file", options->pinFile,
                        desk.in("Archivo del que se lee el PIN del dispositivo en cada arranque; sin él se pregunta",
                                "File from which the token's PIN is read at each start; asked for without it"));
    addPasswordFile(command, desk, *options);
    command->callback([options, &desk] { found(desk, *options); });
}

void addOperatorCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "operator",
                              desk.in("Personas: sesiones, altas, funciones", "People: sessions, enrolment, roles"),
                              "troquel operator login ana");
    family->require_subcommand(1);

    auto options = std::make_shared<PersonOptions>();
    auto* login =
        addCommand(*family, desk, "login", desk.in("Abre una sesión en este puesto", "Logs in at this workstation"),
                   "troquel operator login ana --workstation linea-1");
    login->add_option("user", options->user, desk.in("Usuario", "User"))->required();
    login->add_option("--workstation", options->at,
                      desk.in("Puesto de trabajo; con --server, el de este equipo, y si no, linea-1",
                              "Workstation; with --server this machine's, and otherwise linea-1"));
    addPasswordFile(login, desk, *options);
    login->add_option("--code", options->code,
                      desk.in("Código de seis dígitos de quien tiene generador; sin él se pregunta",
                              "Six-digit code of whoever has a generator; asked for without it"));
    login->callback([options, &desk] { logIn(desk, *options); });

    addCommand(
        *family, desk, "factor",
        desk.in("Registra su generador de códigos de un solo uso (TOTP), que se exige para personalizar; con quien "
                "administra a las personas",
                "Enrols your generator of one-time codes (TOTP), which personalising takes; with whoever manages "
                "people"),
        "troquel operator factor --as ana --second administrador")
        ->callback([&desk] { enrolFactor(desk); });

    auto* removal = addCommand(*family, desk, "factor-remove",
                               desk.in("Quita el generador de alguien que lo perdió, y cierra sus sesiones",
                                       "Removes the generator of somebody who lost it, and ends their sessions"),
                               "troquel operator factor-remove ana --reason \"Perdió el teléfono\"");
    removal->add_option("user", options->user, desk.in("Usuario", "User"))->required();
    removal->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    removal->callback([options, &desk] {
        desk.ask(contract::OperatorFactorRemove{options->user, options->reason});
        desk.done();
    });

    auto* logout =
        addCommand(*family, desk, "logout", desk.in("Cierra la sesión", "Logs out"), "troquel operator logout ana");
    logout->add_option("user", options->user, desk.in("Usuario", "User"))->required();
    logout->callback([options, &desk] {
        desk.asUser = options->user;
        desk.ask(contract::SessionClose{});
        desk.dropSession(options->user);
        desk.done("Sesión cerrada.", "Logged out.");
    });

    auto* create =
        addCommand(*family, desk, "create", desk.in("Da de alta a una persona", "Enrols a person"),
                   "troquel operator create luis --name \"Luis Paz\" --role custodian --clearance 2027-06-30");
    create->add_option("user", options->user, desk.in("Usuario", "User"))->required();
    create->add_option("--name", options->name, desk.in("Nombre completo", "Full name"))->required();
    create->add_option("--role", options->roles, desk.in("Función; puede repetirse", "Role; may be repeated"))
        ->required();
    create->add_option("--clearance", options->clearance,
                       desk.in("Último día de su habilitación", "Last day of the clearance"));
    addPasswordFile(create, desk, *options);
    create->callback([options, &desk] {
        for (auto& role : options->roles) role = contract::codeMeant(role);
        const auto password = passwordFor(desk, *options);
        const auto created = desk.ask(contract::OperatorCreate{
            options->user, options->name, base::textOf(password.reveal()), options->roles, options->clearance});
        desk.show(created,
                  [&](const auto&) { desk.say("Alta registrada: " + options->user, "Enrolled: " + options->user); });
    });

    for (const bool grants : {true, false}) {
        auto* command =
            addCommand(*family, desk, grants ? "grant" : "revoke",
                       grants ? desk.in("Otorga una función", "Grants a role")
                              : desk.in("Retira una función", "Takes a role away"),
                       grants ? "troquel operator grant luis inspector" : "troquel operator revoke luis inspector");
        command->add_option("user", options->user, desk.in("Usuario", "User"))->required();
        command->add_option("role", options->role, desk.in("Función", "Role"))->required();
        command->callback([options, grants, &desk] {
            grants ? desk.ask(contract::OperatorGrant{options->user, contract::codeMeant(options->role)})
                   : desk.ask(contract::OperatorRevoke{options->user, contract::codeMeant(options->role)});
            desk.done();
        });
    }

    auto* deactivate =
        addCommand(*family, desk, "deactivate", desk.in("Da de baja a una persona", "Ends a person's access"),
                   "troquel operator deactivate luis --reason \"Traslado\"");
    deactivate->add_option("user", options->user, desk.in("Usuario", "User"))->required();
    deactivate->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    deactivate->callback([options, &desk] {
        desk.ask(contract::OperatorDeactivate{options->user, options->reason});
        desk.done();
    });

    auto* clearance =
        addCommand(*family, desk, "clearance",
                   desk.in("Cambia el último día de la habilitación", "Moves the last day of the clearance"),
                   "troquel operator clearance luis 2027-12-31");
    clearance->add_option("user", options->user, desk.in("Usuario", "User"))->required();
    clearance->add_option("day", options->clearance, desk.in("Último día, año-mes-día", "Last day, year-month-day"))
        ->required();
    clearance->callback([options, &desk] {
        desk.ask(contract::OperatorClearance{options->user, options->clearance});
        desk.say("Hecho.", "Done.");
    });

    auto* password =
        addCommand(*family, desk, "password", desk.in("Cambia la contraseña propia", "Changes one's own password"),
                   "troquel operator password --as luis");
    password->callback([&desk] {
        const auto current = askPassword(desk.in("Contraseña actual", "Current password"));
        const auto fresh = askPassword(desk.in("Contraseña nueva", "New password"));
        desk.ask(contract::OperatorPassword{base::textOf(current.reveal()), base::textOf(fresh.reveal())});
        desk.say("Contraseña cambiada.", "Password changed.");
    });

    auto* list = addCommand(*family, desk, "list", desk.in("Muestra a las personas", "Shows the people"),
                            "troquel operator list");
    list->callback([&desk] { listOperators(desk); });
}

}  // namespace cli
