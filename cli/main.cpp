// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "cli/commands.hpp"

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
    addStockCommands(program, desk);
    addOrderCommands(program, desk);
    addLineCommands(program, desk);
    addDocumentCommands(program, desk);
    addJournalCommands(program, desk);
    addDemoCommand(program, desk);
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
    try {
        program.parse(count, words);
        return kDone;
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? kDone : kWronglyUsed;
    } catch (const Refused&) {
        return kRefused;
    } catch (const WronglyUsed&) {
        return kWronglyUsed;
    } catch (const base::Failure& failure) {
        std::cerr << desk.messages().sentenceOf(failure) << '\n';
        base::log::error(failure.what());
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
