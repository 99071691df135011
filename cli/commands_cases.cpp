// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_cases.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

struct CaseOptions {
    std::string of = "open";
    std::string kind;
    std::string place;
    std::string number;
    std::string text;
    std::int64_t days = 0;
};

void listCases(Desk& desk, const CaseOptions& options) {
    const contract::CaseList request{options.of, contract::codeMeant(options.kind), options.place};
    desk.show(desk.ask(request), [&](const auto& answer) {
        Table table{{desk.in("Caso", "Case"), desk.in("Clase", "Kind"), desk.in("Lugar", "Place"),
                     desk.in("Estado", "State"), desk.in("Vence", "Deadline"), desk.in("Vencido", "Overdue")}};
        for (const auto& line : answer.cases)
            table.add({line.number, desk.word(line.kind), desk.word(line.place), desk.word(line.state), line.deadline,
                       line.overdue ? desk.in("sí", "yes") : ""});
        table.print();
    });
}

void showMatters(const Desk& desk, const contract::CaseShown& shown) {
    Table table{{desk.in("Artículo", "Item"), desk.in("Series o lote", "Serials or lot"),
                 desk.in("Según libros", "Books"), desk.in("Hallado", "Found"), desk.in("Detalle", "Detail")}};
    for (const auto& matter : shown.matters)
        table.add({matter.item, matter.serials.empty() ? matter.lot : matter.serials, std::to_string(matter.expected),
                   std::to_string(matter.found), desk.word(matter.detail)});
    table.print();
}

void showCase(Desk& desk, const CaseOptions& options) {
    desk.show(desk.ask(contract::CaseShow{options.number}), [&](const auto& shown) {
        const auto& line = shown.line;
        std::cout << line.number << "  " << desk.word(line.kind) << "  " << desk.word(line.place) << "  "
                  << desk.word(line.state) << '\n'
                  << secondOf(line.openedAt) << "  " << line.openedBy << ' ' << shown.openedWith << "  "
                  << line.reference << '\n'
                  << shown.reason << '\n'
                  << desk.in("Vence: ", "Deadline: ") << line.deadline << "\n\n";
        showMatters(desk, shown);
        for (const auto& note : shown.notes)
            std::cout << '\n' << secondOf(note.time) << "  " << note.person << '\n' << note.text << '\n';
        if (!shown.resolvedAt.empty())
            std::cout << '\n'
                      << desk.in("Resuelto: ", "Resolved: ") << secondOf(shown.resolvedAt) << "  " << shown.resolvedBy
                      << ' ' << shown.resolvedWith << '\n'
                      << shown.resolution << '\n';
    });
}

void addReadingCommands(CLI::App& family, Desk& desk, const std::shared_ptr<CaseOptions>& options) {
    auto* list = addCommand(family, desk, "list", desk.in("Casos abiertos, vencidos o todos", "Cases"),
                            "troquel case list --of overdue");
    list->add_option("--of", options->of, desk.in("open, overdue, resolved o all", "open, overdue, resolved or all"))
        ->check(CLI::IsMember({"open", "overdue", "resolved", "all"}));
    list->add_option("--kind", options->kind, desk.in("Clase de caso", "Kind of case"));
    list->add_option("--place", options->place, desk.in("Lugar", "Place"));
    list->callback([options, &desk] { listCases(desk, *options); });

    auto* show = addCommand(family, desk, "show", desk.in("Todo lo que se sabe de un caso", "All about a case"),
                            "troquel case show CASO-2026-000001");
    show->add_option("case", options->number, desk.in("Número del caso", "Number of the case"))->required();
    show->callback([options, &desk] { showCase(desk, *options); });
}

void addWritingCommands(CLI::App& family, Desk& desk, const std::shared_ptr<CaseOptions>& options) {
    const auto takeCase = [&](CLI::App* command, const char* option, const std::string& explanation) {
        command->add_option("case", options->number, desk.in("Número del caso", "Number of the case"))->required();
        command->add_option(option, options->text, explanation)->required();
    };
    auto* note = addCommand(family, desk, "note", desk.in("Agrega una nota; no se borra", "Adds a note, for good"),
                            "troquel case note CASO-2026-000001 --text 'Se revisó la caja 12'");
    takeCase(note, "--text", desk.in("La nota", "The note"));
    note->callback([options, &desk] {
        desk.ask(contract::CaseNote{options->number, options->text});
        desk.done();
    });

    auto* resolve = addCommand(family, desk, "resolve",
                               desk.in("Resuelve un caso; dos personas si da algo de baja",
                                       "Resolves a case; two people where it writes something off"),
                               "troquel case resolve CASO-2026-000001 --reason 'Hallado en la caja 13'");
    takeCase(resolve, "--reason", desk.in("Qué se averiguó y se decidió", "What was found and decided"));
    resolve->callback([options, &desk] {
        desk.ask(contract::CaseResolve{options->number, options->text});
        desk.done();
    });

    auto* deadline = addCommand(family, desk, "deadline",
                                desk.in("Plazo de los casos de una clase, en días", "Days that cases of a kind have"),
                                "troquel case deadline --kind missing --days 3");
    deadline->add_option("--kind", options->kind, desk.in("Clase de caso", "Kind of case"))->required();
    deadline->add_option("--days", options->days, desk.in("Días", "Days"))->required();
    deadline->callback([options, &desk] {
        desk.ask(contract::CaseDeadline{contract::codeMeant(options->kind), options->days});
        desk.done();
    });
}

}  // namespace

void addCaseCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "case",
                              desk.in("Casos: diferencias, faltantes, robos y reclamos, hasta que alguien responde",
                                      "Cases: differences, missing, stolen, claims, until somebody answers for them"),
                              "troquel case list");
    family->require_subcommand(1);
    auto options = std::make_shared<CaseOptions>();
    addReadingCommands(*family, desk, options);
    addWritingCommands(*family, desk, options);
}

}  // namespace cli
