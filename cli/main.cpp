// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <iostream>
#include <tuple>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "cli/commands_pki.hpp"
#include "cli/commands_verify.hpp"

namespace cli {
namespace {

/// What the program tells whoever called it.
enum ExitCode : int { kDone = 0, kRefused = 1, kWronglyUsed = 2, kBroken = 3 };

// The language decides how the help is written, so it is looked for before the line is read.
contract::Language languageOf(int count, char** words) {
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--lang=en" || (word == "--lang" && i + 1 < count && std::string{words[i + 1]} == "en"))
            return contract::Language::English;
    }
    return contract::Language::Spanish;
}

void addSharedOptions(CLI::App& program, Desk& desk) {
    program.add_option(
        "--home", desk.home,
        desk.in("Carpeta de la institución (o TROQUEL_HOME)", "The institution's folder (or TROQUEL_HOME)"));
    program.add_option(
        "--server", desk.server,
        desk.in("Dirección del servicio, https://servidor:8443 (o TROQUEL_SERVER), o varias con comas entre sí, por si "
                "una no responde; sin ella, la institución está en esta máquina",
                "Address of the service, https://server:8443 (or TROQUEL_SERVER), or several with commas between "
                "them, in case one does not answer; without it the institution is on this machine"));
    program.add_option(
        "--as", desk.asUser,
        desk.in("Quién lo pide, si hay varias sesiones abiertas", "Who asks, where several are logged in"));
    program.add_option("--second", desk.secondUser,
                       desk.in("Segunda persona, donde se necesitan dos", "The second person, where two are needed"));
    program.add_option("--lang", desk.languageName, desk.in("Idioma: es o en", "Language: es or en"))
        ->check(CLI::IsMember({"es", "en"}));
    program.add_flag("--json", desk.json,
                     desk.in("Respuestas en JSON, para programas", "Answers in JSON, for programs"));
    program.add_flag_callback(
        "--verbose", [] { base::log::setLevel(base::log::Level::Debug); },
        desk.in("Notas técnicas en la salida de errores", "Technical notes on standard error"));
}

void addCommands(CLI::App& program, Desk& desk) {
    addInitCommand(program, desk);
    addOperatorCommands(program, desk);
    addSiteCommands(program, desk);
    addWorkstationCommands(program, desk);
    addStockCommands(program, desk);
    addCaseCommands(program, desk);
    addDestructionCommands(program, desk);
    addPaperCommands(program, desk);
    addCustodyCommands(program, desk);
    addTransferCommands(program, desk);
    addCountCommands(program, desk);
    addReportCommands(program, desk);
    addOrderCommands(program, desk);
    addLineCommands(program, desk);
    addDocumentCommands(program, desk);
    addPrinterCommands(program, desk);
    addPageCommands(program, desk);
    addChipCommands(program, desk);
    addPkiCommands(program, desk);
    addVerifyCommand(program, desk);
    addCertificateCommands(program, desk);
    addRegisterCommands(program, desk);
    addDiligenceCommands(program, desk);
    addCertifierCommands(program, desk);
    addNotificationCommands(program, desk);
    addTemplateCommands(program, desk);
    addJournalCommands(program, desk);
    addDemoCommand(program, desk);
}

/// CLI11 writes English; its frame of a help page and its complaints are said here in the user's language.
void translateHelp(CLI::App& program, const Desk& desk) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    const std::tuple<const char*, const char*, const char*> labels[] = {{"Usage", "Uso", "Usage"},
                                                                        {"OPTIONS", "OPCIONES", "OPTIONS"},
                                                                        {"Options", "Opciones", "Options"},
                                                                        {"Positionals", "Datos", "Positionals"},
                                                                        {"SUBCOMMAND", "ORDEN", "SUBCOMMAND"},
                                                                        {"SUBCOMMANDS", "ÓRDENES", "SUBCOMMANDS"},
                                                                        {"Subcommands", "Órdenes", "Subcommands"},
                                                                        {"REQUIRED", "(obligatorio)", "REQUIRED"},
                                                                        {"TEXT", "TEXTO", "TEXT"},
                                                                        {"INT", "NÚMERO", "INT"},
                                                                        {"UINT", "NÚMERO", "INT"},
                                                                        {"FLOAT", "NÚMERO", "NUMBER"}};
    for (const auto& [label, spanish, english] : labels) formatter->label(label, desk.in(spanish, english));
    const std::function<void(CLI::App&)> translate = [&](CLI::App& command) {
        command.formatter(formatter);
        command.set_help_flag("-h,--help", desk.in("Muestra esta ayuda", "Shows this help"));
        command.get_option("--help")->group(desk.in("Opciones", "Options"));
        for (auto* option : command.get_options()) option->group(desk.in("Opciones", "Options"));
        for (auto* below : command.get_subcommands([](CLI::App*) { return true; })) {
            below->group(desk.in("Órdenes", "Subcommands"));
            translate(*below);
        }
    };
    translate(program);
    program.footer(desk.in("Ejemplo:", "Example:") + std::string{"\n  troquel demo --out demo-out"});
}

/// "troquel order hold" of what was typed, as far as it names commands.
std::string commandTyped(const CLI::App& program) {
    std::string typed = program.get_name();
    for (const auto* below : program.get_subcommands()) typed += " " + commandTyped(*below);
    return typed;
}

void sayWrongUse(const Desk& desk, const CLI::ParseError& error, const CLI::App& program) {
    const std::string detail = error.what();
    std::string said = detail;
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        said =
            detail.find("subcommand") != std::string::npos
                ? desk.in("No se reconoce la orden, o falta. Las órdenes posibles están en la ayuda.",
                          "The command is missing or unknown. The help lists the commands.")
                : desk.in("Falta un dato: ", "Something is missing: ") + detail.substr(0, detail.find(" is required"));
    else if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
        said = desk.in("Sobra o no se reconoce: ", "Not expected: ") + detail.substr(detail.find(':') + 2);
    else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        said = desk.in("Falta el valor de: ", "The value is missing: ") + detail.substr(0, detail.find(": "));
    else if (const auto end = detail.find(": "); end != std::string::npos)
        said = desk.in("Valor no admitido en: ", "Value not allowed for: ") + detail.substr(0, end);
    std::cerr << said << '\n' << desk.in("Ayuda: ", "Help: ") << commandTyped(program) << " --help\n";
}

int run(int count, char** words) {
    Desk desk{languageOf(count, words)};
    CLI::App program{desk.in("Troquel: inventario, personalización y emisión de documentos",
                             "Troquel: inventory, personalisation and issuance of documents"),
                     "troquel"};
    program.require_subcommand(1);
    program.fallthrough();
    addSharedOptions(program, desk);
    addCommands(program, desk);
    translateHelp(program, desk);
    try {
        program.parse(count, words);
        return kDone;
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return program.exit(error), kDone;
        sayWrongUse(desk, error, program);
        return kWronglyUsed;
    } catch (const Refused&) {
        return kRefused;
    } catch (const WronglyUsed&) {
        return kWronglyUsed;
    } catch (const base::Failure& failure) {
        desk.sayBroken(failure);
        base::log::error(failure.what());
        return kBroken;
    } catch (const std::exception& error) {
        std::cerr << desk.in("El programa se detuvo por un error inesperado. Llame al administrador.",
                             "The program stopped on an unexpected error. Call the administrator.")
                  << '\n';
        base::log::error(error.what());
        return kBroken;
    }
}

}  // namespace
}  // namespace cli

int main(int count, char** words) {
    try {
        return cli::run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "troquel: " << error.what() << '\n';
        return 3;
    }
}
