// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/sending.hpp"
#include "cli/sought_person.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

struct ImportOptions {
    contract::RegisterImport request;
    std::string file;
};

void addImport(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ImportOptions>();
    auto* command =
        addCommand(family, desk, "import",
                   desk.in("Importa un registro (CSV o XML): toma las líneas buenas y aparta las malas",
                           "Imports a register (CSV or XML): takes the good lines and sets the bad ones apart"),
                   "troquel register import movimientos movimientos.csv --source control-migratorio");
    auto& request = options->request;
    command
        ->add_option("register", request.registerName,
                     desk.in("movimientos, residencias, visas o alertas", "movimientos, residencias, visas or alertas"))
        ->required();
    command->add_option("file", options->file, desk.in("Archivo", "File"))->required();
    command->add_option("--source", request.source, desk.in("Quién lo lleva y lo envió", "Who keeps it and sent it"))
        ->required();
    command->add_flag("--addition", request.addition,
                      desk.in("Se agrega a lo anterior de la fuente, en vez de sustituirlo",
                              "Stands beside what the source sent before, in place of replacing it"));
    command->add_option("--encoding", request.encoding,
                        desk.in("utf-8 o latin-1 (si no, se ve en el archivo)", "utf-8 or latin-1 (or seen from it)"));
    command->callback([options, &desk] {
        options->request.upload = sendFile(desk, options->file);
        desk.show(desk.ask(options->request), [&](const auto& answer) {
            std::cout << fmt::format(fmt::runtime(desk.in("Importación {}: {} líneas, {} apartadas (leído como {}).",
                                                          "Import {}: {} lines, {} set apart (read as {}).")),
                                     answer.number, answer.rows, answer.quarantined, answer.form)
                      << '\n';
        });
    });
}

void addImports(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::RegisterImports>();
    auto* command =
        addCommand(family, desk, "imports", desk.in("Importaciones y sus versiones", "Imports and their versions"),
                   "troquel register imports movimientos");
    command->add_option("register", request->registerName, desk.in("Solo este registro", "This register only"));
    command->callback([request, &desk] {
        desk.show(desk.ask(*request), [&](const auto& answer) {
            Table table{{desk.in("Número", "Number"), desk.in("Registro", "Register"), desk.in("Fuente", "Source"),
                         desk.in("Alcance", "Reach"), desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Quién", "Who"),
                         desk.in("Líneas", "Lines"), desk.in("Apartadas", "Set apart"), desk.in("Vigente", "Current"),
                         "SHA-256"}};
            for (const auto& line : answer.imports)
                table.add({line.number, line.registerName, line.source, desk.word(line.reach), secondOf(line.time),
                           line.person, std::to_string(line.rows), std::to_string(line.quarantined),
                           line.current ? desk.in("sí", "yes") : "", line.sha256.substr(0, 16)});
            table.print();
        });
    });
}

std::string csvField(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

void addQuarantine(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::RegisterQuarantine>();
    auto* command = addCommand(family, desk, "quarantine",
                               desk.in("Líneas apartadas de una importación y por qué, en CSV",
                                       "Lines that an import set apart and why, as CSV"),
                               "troquel register quarantine REG-2026-000001 > apartadas.csv");
    command->add_option("number", request->number, desk.in("Número de la importación", "Number of the import"))
        ->required();
    command->callback([request, &desk] {
        desk.show(desk.ask(*request), [&](const auto& answer) {
            std::cout << desk.in("linea,columna,motivo,texto\r\n", "line,column,reason,text\r\n");
            for (const auto& line : answer.lines)
                std::cout << line.line << ',' << csvField(line.fault.where) << ','
                          << csvField(desk.sentence({base::FailureCode{line.fault.code},
                                                     {line.fault.arguments.begin(), line.fault.arguments.end()},
                                                     {}}))
                          << ',' << csvField(line.text) << "\r\n";
        });
    });
}

void addSearch(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::RegisterSearch>();
    auto* command = addCommand(
        family, desk, "search",
        desk.in("Busca a una persona y a quienes se le parecen; no decide nada (para citar: troquel diligence)",
                "Looks for a person and whoever is like them; decides nothing (to cite: troquel diligence)"),
        "troquel register search --surnames 'Xiloj Cutzal' --given-names 'María Fernanda' --born 1991-04-17 "
        "--register movimientos");
    addSoughtOptions(*command, desk, request->person, request->registers);
    command->add_option("--until", request->until,
                        desk.in("Como se habría contestado tras esta importación", "As it was after this import"));
    command->callback([request, &desk] {
        desk.show(desk.ask(*request), [&](const auto& answer) {
            printCandidates(desk, answer.candidates);
            if (answer.more) sayCut(desk);
            if (answer.withheld) sayWithheld(desk);
        });
    });
}

}  // namespace

void addRegisterCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "register",
                              desk.in("Registros que se importan, y búsquedas de personas en ellos",
                                      "Registers that are imported, and searches for persons in them"),
                              "troquel register imports");
    family->require_subcommand(1);
    addImport(*family, desk);
    addImports(*family, desk);
    addQuarantine(*family, desk);
    addSearch(*family, desk);
}

}  // namespace cli
