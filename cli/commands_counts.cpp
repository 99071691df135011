// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "base/digest.hpp"
#include "cli/commands.hpp"
#include "cli/scans.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_counts.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

struct CountOptions {
    std::string number;
    std::string place;
    std::string kind = "planned";
    std::vector<std::string> items;
    std::vector<std::string> scans;
    std::string file;
    std::string batch;
    std::string reason;
    std::int64_t days = 0;
};
using Options = std::shared_ptr<CountOptions>;

CLI::App* addCountCommand(CLI::App& family, const Desk& desk, const std::string& name, const std::string& explanation,
                          const std::string& example, const Options& options) {
    auto* command = addCommand(family, desk, name, explanation, example);
    command->add_option("count", options->number, desk.in("Número del conteo", "Number of the count"))->required();
    return command;
}

void showProgress(Desk& desk, const contract::CountProgressed& progress) {
    desk.show(progress, [&](const auto& answer) {
        std::cout << desk.in("Vuelta ", "Round ") << answer.round << desk.in(", contados: ", ", counted: ")
                  << answer.quantity << desk.in(", repetidos: ", ", repeated: ") << answer.repeated << '\n';
    });
}

void showCount(Desk& desk, const std::string& number) {
    desk.show(desk.ask(contract::CountShow{number}), [&](const auto& shown) {
        std::cout << shown.line.number << "  " << desk.word(shown.line.place) << "  " << desk.word(shown.line.kind)
                  << "  " << desk.word(shown.line.state) << "\n\n";
        Table counters{{desk.in("Vuelta", "Round"), desk.in("Quién", "Who"), desk.in("Empezó (UTC)", "Began (UTC)"),
                        desk.in("Terminó (UTC)", "Ended (UTC)"), desk.in("Contados", "Counted")}};
        for (const auto& line : shown.counters)
            counters.add({std::to_string(line.round), line.person, secondOf(line.startedAt), secondOf(line.finishedAt),
                          line.quantity ? std::to_string(*line.quantity) : ""});
        counters.print();
        if (shown.findings.empty()) return;
        std::cout << '\n';
        Table findings{{desk.in("Hallazgo", "Finding"), desk.in("Artículo", "Item"), desk.in("Series", "Serials"),
                        desk.in("Cantidad", "Quantity"), desk.in("Según libros", "Books")}};
        for (const auto& line : shown.findings)
            findings.add({desk.word(line.finding), line.item, line.serials, std::to_string(line.quantity),
                          desk.word(line.detail)});
        findings.print();
    });
}

void addPlanning(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<CountOptions>();
    auto* plan = addCommand(family, desk, "plan", desk.in("Planea el conteo de un lugar", "Plans the count of a place"),
                            "troquel count plan vault --kind unannounced");
    plan->add_option("place", options->place, desk.in("Lugar", "Place"))->required();
    plan->add_option("--kind", options->kind,
                     desk.in("planned, cyclic o unannounced", "planned, cyclic or unannounced"));
    plan->add_option("--item", options->items, desk.in("Solo estos artículos", "Only these items"));
    plan->callback([options, &desk] {
        const contract::CountPlan request{contract::codeMeant(options->place), contract::codeMeant(options->kind),
                                          options->items};
        desk.show(desk.ask(request), [](const auto& answer) { std::cout << answer.number << '\n'; });
    });

    auto* schedule = addCommand(
        family, desk, "schedule",
        desk.in("Cada cuántos días se cuenta un lugar; 0: ya no", "Every how many days a place is counted; 0: no more"),
        "troquel count schedule vault --days 7");
    schedule->add_option("place", options->place, desk.in("Lugar", "Place"))->required();
    schedule->add_option("--days", options->days, desk.in("Días", "Days"))->required();
    schedule->callback([options, &desk] {
        desk.ask(contract::CountSchedule{contract::codeMeant(options->place), options->days});
        desk.done();
    });

    addCommand(family, desk, "due", desk.in("Qué lugares toca contar y cuándo", "Which places are to be counted, when"),
               "troquel count due")
        ->callback([&desk] {
            desk.show(desk.ask(contract::CountDue{}), [&](const auto& answer) {
                Table table{{desk.in("Lugar", "Place"), desk.in("Cada (días)", "Every (days)"),
                             desk.in("Último conteo", "Last count"), desk.in("Toca el", "Due")}};
                for (const auto& line : answer.places)
                    table.add({desk.word(line.place), std::to_string(line.everyDays), secondOf(line.lastClosed),
                               line.due + (line.overdue ? " *" : "")});
                table.print();
            });
        });
}

void addCounting(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<CountOptions>();
    addCountCommand(family, desk, "start", desk.in("Empieza a contar, o sigue", "Begins to count, or goes on"),
                    "troquel count start CONTEO-2026-000001 --as eva", options)
        ->callback([options, &desk] { showProgress(desk, desk.ask(contract::CountStart{options->number})); });

    auto* scan = addCountCommand(family, desk, "scan",
                                 desk.in("Series, rangos o etiquetas de cajas selladas; lo mismo dos veces vale una",
                                         "Serials, ranges or labels of sealed boxes; the same twice counts once"),
                                 "troquel count scan CONTEO-2026-000001 A0000001-A0000500 --as eva", options);
    scan->add_option("serials", options->scans,
                     desk.in("Series, rangos o etiquetas de cajas", "Serials, ranges or labels of boxes"));
    addScanFileOption(*scan, desk, options->file);
    scan->add_option("--batch", options->batch,
                     desk.in("Nombre del lote del lector (si no, el de su contenido)",
                             "The scanner's name for the batch (otherwise that of its content)"));
    scan->callback([options, &desk] {
        addScans(desk, options->file, options->scans);
        std::string all;
        for (const auto& each : options->scans) all += each + "\n";
        if (options->batch.empty()) options->batch = base::toHex(base::sha256(base::bytesOf(all))).substr(0, 32);
        showProgress(desk, desk.ask(contract::CountScan{options->number, options->batch, options->scans}));
    });

    addCountCommand(family, desk, "finish", desk.in("Ya contó todo", "Has counted all"),
                    "troquel count finish CONTEO-2026-000001 --as eva", options)
        ->callback([options, &desk] {
            desk.show(desk.ask(contract::CountFinish{options->number}), [&](const auto& answer) {
                std::cout << desk.word(answer.state) << '\n';
                if (!answer.act.empty()) std::cout << desk.in("Acta: ", "Act: ") << answer.act << '\n';
            });
        });
}

void addDeciding(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<CountOptions>();
    addCountCommand(family, desk, "recount", desk.in("Pide contar otra vez", "Demands one more round"),
                    "troquel count recount CONTEO-2026-000001", options)
        ->callback([options, &desk] {
            desk.ask(contract::CountRecount{options->number});
            desk.done();
        });
    auto* cancel = addCountCommand(family, desk, "cancel", desk.in("Termina un conteo sin resultado", "Ends a count"),
                                   "troquel count cancel CONTEO-2026-000001 --reason 'Corte de luz'", options);
    auto* approve = addCountCommand(
        family, desk, "approve",
        desk.in("Acepta la diferencia: faltantes y casos; dos personas que no contaron",
                "Accepts the variance: missing ones and cases; two people who did not count"),
        "troquel count approve CONTEO-2026-000001 --reason 'Contado tres veces' --as sonia --second saul", options);
    for (auto* command : {cancel, approve})
        command->add_option("--reason", options->reason, desk.in("Por qué", "Why"))->required();
    cancel->callback([options, &desk] {
        desk.ask(contract::CountCancel{options->number, options->reason});
        desk.done();
    });
    approve->callback([options, &desk] {
        desk.show(desk.ask(contract::CountApprove{options->number, options->reason}), [&](const auto& answer) {
            for (const auto& number : answer.cases) std::cout << desk.in("Caso ", "Case ") << number << '\n';
            std::cout << desk.in("Acta: ", "Act: ") << answer.act << '\n';
        });
    });
}

void addReading(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<CountOptions>();
    addCountCommand(family, desk, "show", desk.in("Un conteo y lo que ya se puede ver", "A count, as far as it shows"),
                    "troquel count show CONTEO-2026-000001", options)
        ->callback([options, &desk] { showCount(desk, options->number); });
    addCommand(family, desk, "list", desk.in("Todos los conteos", "All counts"), "troquel count list")
        ->callback([&desk] {
            desk.show(desk.ask(contract::CountList{}), [&](const auto& answer) {
                Table table{{desk.in("Conteo", "Count"), desk.in("Lugar", "Place"), desk.in("Clase", "Kind"),
                             desk.in("Estado", "State"), desk.in("Planeado (UTC)", "Planned (UTC)")}};
                for (const auto& line : answer.counts)
                    table.add({line.number, desk.word(line.place), desk.word(line.kind), desk.word(line.state),
                               secondOf(line.plannedAt)});
                table.print();
            });
        });
}

}  // namespace

void addCountCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "count",
                              desk.in("Conteos: dos personas cuentan sin ver los libros",
                                      "Counts: two people count without seeing the books"),
                              "troquel count list");
    family->require_subcommand(1);
    addPlanning(*family, desk);
    addCounting(*family, desk);
    addDeciding(*family, desk);
    addReading(*family, desk);
}

}  // namespace cli
