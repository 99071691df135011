// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_reports.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

struct ReportOptions {
    contract::StockReconcile reconcile;
    contract::ReportAccounting accounting;
    contract::ReportYear year;
    contract::ReportLine line;
    std::string folder;
    bool csv = false;
};

std::string number(std::int64_t value) { return std::to_string(value); }

void printAccounts(const Desk& desk, const contract::StockReconciled& told) {
    Table table{{desk.in("Artículo", "Item"), desk.in("Lugar", "Place"), desk.in("Estado", "State"),
                 desk.in("Saldo inicial", "Opening"), desk.in("Entró", "In"), desk.in("Salió", "Out"),
                 desk.in("Saldo final", "Closing")}};
    for (const auto& line : told.lines)
        table.add({line.item, desk.word(line.place), desk.word(line.state), number(line.opening), number(line.in),
                   number(line.out), number(line.closing)});
    table.print();
}

void printFlows(const Desk& desk, const contract::StockReconciled& told) {
    Table table{{desk.in("Artículo", "Item"), desk.in("Lugar", "Place"), desk.in("Estado", "State"), "",
                 desk.in("Cantidad", "Quantity"), desk.in("Qué", "What"), desk.in("De / a", "From / to"),
                 desk.in("Series", "Serials")}};
    for (const auto& flow : told.flows) {
        std::string serials;
        for (const auto& range : flow.serials) serials += (serials.empty() ? "" : " ") + range;
        table.add({flow.item, desk.word(flow.place), desk.word(flow.state), flow.direction == "in" ? "+" : "-",
                   number(flow.quantity),
                   desk.word(flow.event) + (flow.cause.empty() ? "" : " (" + desk.word(flow.cause) + ")"),
                   desk.word(flow.otherPlace) + (flow.otherState == "none" ? "" : " " + desk.word(flow.otherState)),
                   serials});
    }
    table.print();
}

void printUnexplained(const Desk& desk, const std::vector<contract::UnexplainedSerials>& unexplained) {
    const auto standing = [&](const std::string& place, const std::string& state) {
        return place.empty() ? desk.in("en ninguna parte", "nowhere") : desk.word(place) + " " + desk.word(state);
    };
    for (const auto& found : unexplained) {
        std::cout << "  " << found.serials << "  ";
        if (found.movement != 0)
            std::cout << desk.in("el movimiento las tomó de donde no estaban: ",
                                 "taken from where they did not stand by movement ")
                      << found.movement << '\n';
        else
            std::cout << desk.in("según libros: ", "books: ") << standing(found.heldPlace, found.heldState)
                      << desk.in("; según movimientos: ", "; movements: ")
                      << standing(found.enteredPlace, found.enteredState) << '\n';
    }
}

void showReconciliation(Desk& desk, contract::StockReconcile request) {
    request.place = contract::codeMeant(request.place);
    request.event = contract::codeMeant(request.event);
    request.serials = request.serials || !request.item.empty() || !request.event.empty();
    desk.show(desk.ask(request), [&](const auto& told) {
        printAccounts(desk, told);
        std::cout << '\n';
        printFlows(desk, told);
        std::cout << '\n' << desk.in("Movimientos: ", "Movements: ") << told.movements << '\n';
        if (told.misdated > 0)
            std::cout << desk.in("Con fecha anterior, por un reloj atrasado: ",
                                 "Dated before the period, by a clock set back: ")
                      << told.misdated << '\n';
        std::cout << desk.in("Sin explicación: ", "Unexplained: ")
                  << (told.unexplained.empty() ? desk.in("nada", "nothing") : "") << '\n';
        printUnexplained(desk, told.unexplained);
    });
}

void showProduction(Desk& desk) {
    desk.show(desk.ask(contract::ReportProduction{}), [&](const auto& told) {
        Table table{{desk.in("Documento", "Document"), desk.in("Órdenes", "Orders"), desk.in("Canceladas", "Cancelled"),
                     desk.in("Devueltas", "Sent back"), desk.in("Abiertas", "Open"), desk.in("Liberados", "Released"),
                     desk.in("En producción", "In production"), desk.in("Anulados", "Void")}};
        for (const auto& line : told.lines)
            table.add({line.kind, number(line.orders), number(line.cancelled), number(line.sentBack), number(line.open),
                       number(line.released), number(line.inProduction), number(line.voided)});
        table.print();
        std::cout << '\n'
                  << desk.in("Documentos en blanco personalizados: ", "Personalised blanks: ") << told.personalised
                  << '\n'
                  << desk.in("Diferencias: ", "Disagreements: ") << told.findings.size() << '\n';
        for (const auto& found : told.findings)
            std::cout << "  " << desk.word(found.what) << "  " << found.document << "  " << found.order << "  "
                      << found.serials << '\n';
    });
}

/// "0.4 / 12": median and p95 in seconds.
std::string secondsOf(std::int64_t median, std::int64_t p95) {
    const auto seconds = [](std::int64_t milliseconds) {
        return fmt::format("{:.1f}", static_cast<double>(milliseconds) / 1000);
    };
    return seconds(median) + " / " + seconds(p95);
}

std::string shareOf(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? "" : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

void showLine(Desk& desk, ReportOptions options) {
    options.line.files = !options.folder.empty();
    const auto answer = desk.ask(options.line);
    desk.show(answer, [&](const auto& told) {
        constexpr std::size_t kToTheMinute = std::string_view{"2026-11-23T14:00"}.size();
        std::cout << told.from.substr(0, kToTheMinute) << " – " << told.until.substr(0, kToTheMinute) << " (UTC)\n\n";
        Table table{{desk.in("Paso", "Step"), desk.in("Puesto", "Workstation"), desk.in("Hechos", "Done"),
                     desk.in("Rechazados", "Refused"), desk.in("Dudas", "Doubts"), desk.in("Rendimiento", "Yield"),
                     desk.in("Trabajo s", "Work s"), desk.in("Espera s", "Waiting s")}};
        for (const auto& step : told.steps)
            table.add({desk.word(step.step), step.workstation.empty() ? desk.in("todos", "all") : step.workstation,
                       number(step.done), number(step.refused), number(step.doubts),
                       shareOf(step.done, step.done + step.refused), secondsOf(step.workMedian, step.workP95),
                       secondsOf(step.waitingMedian, step.waitingP95)});
        table.print();
        std::cout << '\n'
                  << desk.in("Documentos liberados: ", "Documents released: ") << told.released << "  "
                  << desk.in("con la primera libreta o tarjeta: ", "of the first blank: ")
                  << shareOf(told.releasedAtFirst, told.released) << '\n';
        for (const auto& refusal : told.refusals)
            std::cout << desk.in("Rechazadas: ", "Refused: ") << refusal.count << "  " << desk.word(refusal.step)
                      << "  " << refusal.workstation << "  " << desk.reason(refusal.cause) << '\n';
        for (const auto& hour : told.hours)
            std::cout << hour.begin.substr(0, kToTheMinute) << "  " << hour.released << '\n';
    });
    for (const auto& file : answer.files) {
        std::filesystem::create_directories(options.folder);
        base::writeFileDurably(std::filesystem::path{options.folder} / file.name, file.content);
    }
}

void addLineReport(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ReportOptions>();
    auto& request = options->line;
    auto* line = addCommand(
        family, desk, "line",
        desk.in("Qué hizo la línea en un día o un turno: pasos, esperas, rechazos por causa y puesto, liberados por "
                "hora. Trabajo y espera: mediana y lo que no superó el 95 %",
                "What the line did in a day or a shift: steps, waiting, refusals by cause and workstation, documents "
                "an hour. Work and waiting: median and what 95 % did not exceed"),
        "troquel report line --day 2026-11-23 --out informe");
    line->add_option("--day", request.day,
                     desk.in("Día de Guatemala; hoy si no se dice", "Day of Guatemala; else today"));
    line->add_option("--workstation", request.workstation, desk.in("Solo este puesto", "This workstation only"));
    line->add_flag(
        "--shift", request.shift,
        desk.in("El último turno del puesto, hasta ese día", "The workstation's last shift, up to that day"));
    line->add_option("--out", options->folder,
                     desk.in("Carpeta para el informe en PDF y las tablas en CSV",
                             "Folder for the report as PDF and the tables as CSV"));
    line->callback([options, &desk] { showLine(desk, *options); });
}

void showYear(Desk& desk, const ReportOptions& options) {
    desk.show(desk.ask(options.year), [&](const auto& told) {
        if (options.csv) {
            std::cout << told.csv;
            return;
        }
        Table table{{desk.in("Artículo", "Item"), desk.in("Mes", "Month"), desk.in("Saldo inicial", "Opening"),
                     desk.in("Recibido", "Received"), desk.in("Recuperado", "Back"), desk.in("Documentos", "Documents"),
                     desk.in("Destruido", "Destroyed"), desk.in("Perdido o robado", "Lost or stolen"),
                     desk.in("Dañado", "Spoiled"), desk.in("Saldo final", "Closing"), "GTQ"}};
        for (const auto& line : told.lines) {
            const bool whole = line.month.empty();
            table.add({whole ? line.item : "", whole ? std::to_string(options.year.year) : line.month,
                       whole ? number(line.opening) : "", number(line.received), number(line.back),
                       number(line.documents), number(line.destroyed), number(line.lost), number(line.spoiled),
                       whole ? number(line.closing) : "", line.closingValue});
        }
        table.print();
        std::cout << desk.in("Sin explicación: ", "Unexplained: ") << told.unexplained << '\n';
    });
}

}  // namespace

void addReconcileCommand(CLI::App& stock, Desk& desk) {
    auto options = std::make_shared<ReportOptions>();
    auto& request = options->reconcile;
    auto* command = addCommand(stock, desk, "reconcile",
                               desk.in("Saldo inicial + entradas − salidas = saldo final, y toda serie sin explicación",
                                       "Opening + in − out = closing, and every unexplained serial"),
                               "troquel stock reconcile --place vault --from 2026-11-01 --to 2026-11-30");
    command->add_option("--place", request.place, desk.in("Lugar; todos si no se indica", "Place; all unless given"));
    command->add_option("--from", request.from, desk.in("Primer día (UTC)", "First day (UTC)"));
    command->add_option("--to", request.to, desk.in("Último día; hasta ahora si no se indica", "Last day; until now"));
    command->add_option("--item", request.item,
                        desk.in("Solo este artículo, con sus series", "One item, with serials"));
    command->add_option("--event", request.event,
                        desk.in("Solo este movimiento (take, issue, …), con sus series", "One event, with serials"));
    command->add_flag("--serials", request.serials, desk.in("Con todas las series", "With all serials"));
    command->callback([options, &desk] { showReconciliation(desk, options->reconcile); });
}

void addReportCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(
        program, desk, "report",
        desk.in("Informes: producción, línea, contabilidad, año", "Reports: production, line, accounts, year"),
        "troquel report production");
    family->require_subcommand(1);
    auto options = std::make_shared<ReportOptions>();

    addCommand(*family, desk, "production",
               desk.in("Producción contra órdenes: ningún documento sin orden, ninguno de más",
                       "Production against orders: no document without an order, none extra"),
               "troquel report production")
        ->callback([&desk] { showProduction(desk); });

    addLineReport(*family, desk);

    auto* accounting =
        addCommand(*family, desk, "accounting",
                   desk.in("Existencias de un período para la contabilidad del Estado",
                           "Stock of a period for the state's accounts"),
                   "troquel report accounting --from 2026-01-01 --to 2026-12-31 --format xml > saldos.xml");
    accounting->add_option("--from", options->accounting.from, desk.in("Primer día (UTC)", "First day (UTC)"))
        ->required();
    accounting->add_option("--to", options->accounting.to, desk.in("Último día", "Last day"))->required();
    options->accounting.format = "csv";
    accounting->add_option("--format", options->accounting.format, desk.in("csv o xml", "csv or xml"))
        ->check(CLI::IsMember({"csv", "xml"}));
    accounting->callback([options, &desk] {
        desk.show(desk.ask(options->accounting), [](const auto& told) { std::cout << told.text; });
    });

    auto* year =
        addCommand(*family, desk, "year", desk.in("Informe anual por artículo y mes", "The year by item and month"),
                   "troquel report year 2026 --csv > 2026.csv");
    year->add_option("year", options->year.year, desk.in("Año", "Year"))->required();
    year->add_flag("--csv", options->csv, desk.in("En CSV", "As CSV"));
    year->callback([options, &desk] { showYear(desk, *options); });
}

}  // namespace cli
