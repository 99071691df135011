// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "cli/sought_person.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

std::string versionsText(const contract::TextMap& versions) {
    std::vector<std::string> texts;
    texts.reserve(versions.size());
    for (const auto& [name, version] : versions) texts.push_back(name + " (" + version + ")");
    return fmt::format("{}", fmt::join(texts, ", "));
}

void printRows(const std::vector<contract::RegisterRowLine>& rows) {
    for (const auto& row : rows) {
        std::vector<std::string> values;
        values.reserve(row.values.size());
        for (const auto& [name, value] : row.values) values.push_back(name + "=" + value);
        std::cout << row.candidate << ".  " << row.registerName << "  " << row.row << "  "
                  << fmt::format("{}", fmt::join(values, "  ")) << '\n';
    }
}

void print(const Desk& desk, const contract::DiligenceShown& shown) {
    std::cout << shown.number << "  " << shown.person.surnames << ", " << shown.person.givenNames << "  "
              << shown.person.born.value_or("") << "  " << shown.person.document.value_or("") << '\n'
              << versionsText(shown.versions) << '\n'
              << desk.in("Abierta ", "Opened ") << secondOf(shown.openedAt) << "  " << shown.openedBy << '\n';
    if (!shown.concludedAt.empty())
        std::cout << desk.in("Concluida ", "Concluded ") << secondOf(shown.concludedAt) << "  " << shown.concludedBy
                  << '\n';
    std::cout << '\n';
    printCandidates(desk, shown.candidates);
    if (shown.more) sayCut(desk);
    if (shown.withheld) sayWithheld(desk);
    if (shown.confidential)
        std::cout << desk.in("Diligencia reservada: se guarda cifrada y cada consulta queda en el diario.\n",
                             "Confidential diligence: kept sealed, and each reading is recorded.\n");
    if (!shown.rows.empty()) std::cout << '\n';
    printRows(shown.rows);
}

void addOpen(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::DiligenceOpen>();
    auto* command = addCommand(family, desk, "open",
                               desk.in("Busca a una persona y deja constancia de quiénes aparecen, para decidir",
                                       "Looks for a person and records who was found, to be decided"),
                               "troquel diligence open --surnames 'Xiloj Cutzal' --given-names 'María Fernanda' --born "
                               "1991-04-17 --register movimientos --register alertas");
    addSoughtOptions(*command, desk, request->person, request->registers);
    command->add_flag("--confidential", request->confidential,
                      desk.in("Para una solicitud reservada: se guarda cifrada, aparezca quien aparezca",
                              "For a confidential request: kept sealed, whoever is found"));
    command->callback(
        [request, &desk] { desk.show(desk.ask(*request), [&](const auto& answer) { print(desk, answer); }); });
}

void addDecide(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::DiligenceDecide>();
    auto* command = addCommand(
        family, desk, "decide",
        desk.in("Decide un candidato: same (misma persona) o namesake (homónimo); una vez, con su motivo",
                "Decides a candidate: same (same person) or namesake; once, with its reason"),
        "troquel diligence decide DIL-2026-000012 1 namesake --reason 'Otra fecha de nacimiento y otro documento'");
    command->add_option("number", request->number, desk.in("Diligencia", "Diligence"))->required();
    command->add_option("position", request->position, desk.in("Candidato", "Candidate"))->required();
    command->add_option("verdict", request->verdict, "same, namesake")->required();
    command->add_option("--reason", request->reason, desk.in("Motivo", "Reason"))->required();
    command->callback([request, &desk] { desk.show(desk.ask(*request), [&](const auto&) { desk.done(); }); });
}

void addConclude(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::DiligenceConclude>();
    auto* command = addCommand(family, desk, "conclude",
                               desk.in("Concluye una diligencia decidida: ya puede citarse",
                                       "Ends a diligence that is decided: from now on it can be cited"),
                               "troquel diligence conclude DIL-2026-000012");
    command->add_option("number", request->number, desk.in("Diligencia", "Diligence"))->required();
    command->callback([request, &desk] { desk.show(desk.ask(*request), [&](const auto&) { desk.done(); }); });
}

void addShow(CLI::App& family, Desk& desk) {
    auto request = std::make_shared<contract::DiligenceShow>();
    auto* command = addCommand(family, desk, "show",
                               desk.in("Una diligencia, sus candidatos y lo que consta de la persona",
                                       "A diligence, its candidates and what the registers say of the person"),
                               "troquel diligence show DIL-2026-000012");
    command->add_option("number", request->number, desk.in("Diligencia", "Diligence"))->required();
    command->callback(
        [request, &desk] { desk.show(desk.ask(*request), [&](const auto& answer) { print(desk, answer); }); });
}

void addList(CLI::App& family, Desk& desk) {
    addCommand(family, desk, "list", desk.in("Diligencias", "Diligences"), "troquel diligence list")->callback([&desk] {
        desk.show(desk.ask(contract::DiligenceList{}), [&](const auto& answer) {
            Table table{{desk.in("Número", "Number"), desk.in("Abierta (UTC)", "Opened (UTC)"), desk.in("Por", "By"),
                         desk.in("Concluida (UTC)", "Concluded (UTC)"), desk.in("Registros", "Registers")}};
            for (const auto& line : answer.diligences)
                table.add({line.number, secondOf(line.openedAt), line.openedBy, secondOf(line.concludedAt),
                           versionsText(line.versions)});
            table.print();
        });
    });
}

}  // namespace

void addSoughtOptions(CLI::App& command, const Desk& desk, contract::SoughtPerson& person,
                      std::vector<std::string>& registers) {
    command.add_option("--surnames", person.surnames, desk.in("Apellidos", "Surnames"));
    command.add_option("--given-names", person.givenNames, desk.in("Nombres", "Given names"));
    command.add_option("--born", person.born, desk.in("Fecha de nacimiento (AAAA-MM-DD)", "Day of birth"));
    command.add_option("--document", person.document, desk.in("Número de documento", "Number of a document"));
    command.add_option("--nationality", person.nationality, desk.in("Nacionalidad (GTM)", "Nationality (GTM)"));
    command
        .add_option("--register", registers,
                    desk.in("movimientos, residencias, visas, alertas o documentos; varias veces",
                            "movimientos, residencias, visas, alertas or documentos; several times"))
        ->required();
}

void printCandidates(const Desk& desk, const std::vector<contract::CandidateLine>& candidates) {
    if (candidates.empty()) {
        std::cout << desk.in("No aparece nadie.", "Nobody was found.") << '\n';
        return;
    }
    Table table{{"#", desk.in("Registro", "Register"), desk.in("Apellidos", "Surnames"),
                 desk.in("Nombres", "Given names"), desk.in("Nacimiento", "Born"), desk.in("Documento", "Document"),
                 desk.in("Parecido", "Score"), desk.in("Por qué", "Why"), desk.in("Decisión", "Decision")}};
    for (const auto& line : candidates) {
        std::vector<std::string> grounds;
        grounds.reserve(line.grounds.size());
        for (const auto& ground : line.grounds) grounds.push_back(desk.word(ground));
        table.add({std::to_string(line.position), line.registerName, line.surnames, line.givenNames, line.born,
                   line.document, std::to_string(line.score), fmt::format("{}", fmt::join(grounds, ", ")),
                   line.verdict == "undecided" ? "" : desk.word(line.verdict) + ": " + line.reason});
    }
    table.print();
}

void sayWithheld(const Desk& desk) {
    std::cout << desk.in(
        "Hay alguien reservado que puede ser la persona, y no se muestra. Lo ve quien lleva los "
        "expedientes reservados.\n",
        "Somebody confidential may be the person, and is not shown. Who keeps the confidential files "
        "sees them.\n");
}

void sayCut(const Desk& desk) {
    std::cout << desk.in(
                     "Hay más personas parecidas de las que caben aquí: busque con fecha de nacimiento o documento.",
                     "There are more like them than fit here: search with day of birth or document.")
              << '\n';
}

void addDiligenceCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "diligence",
                              desk.in("Búsquedas de personas que alguien decide y se citan por su número",
                                      "Searches for persons that somebody decides and that are cited by number"),
                              "troquel diligence list");
    family->require_subcommand(1);
    addOpen(*family, desk);
    addDecide(*family, desk);
    addConclude(*family, desk);
    addShow(*family, desk);
    addList(*family, desk);
}

}  // namespace cli
