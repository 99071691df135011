// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <csignal>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/words.hpp"
#include "issuance/simulation/simulation.hpp"

namespace cli {
namespace {

using issuance::SimulationPlan;
using issuance::SimulationProgress;
using issuance::SimulationTold;
using issuance::StageSimulated;

struct SimulateOptions {
    std::string stations = "print=2,encode=2,inspect=1";
    std::string pace = "realistic";
    double failures = 0;  ///< in hundredths
    SimulationPlan plan;
};

std::atomic<bool> g_stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// The first Ctrl+C ends the simulation, another one the program.
class StopByUser {
   public:
    StopByUser() {
        struct sigaction action {};
        action.sa_handler = [](int) { g_stop = true; };
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        for (std::size_t at = 0; at < kSignals.size(); ++at) ::sigaction(kSignals[at], &action, &m_before[at]);
    }
    ~StopByUser() {
        for (std::size_t at = 0; at < kSignals.size(); ++at) ::sigaction(kSignals[at], &m_before[at], nullptr);
    }
    StopByUser(const StopByUser&) = delete;
    StopByUser& operator=(const StopByUser&) = delete;

   private:
    static constexpr std::array kSignals{SIGINT, SIGTERM};
    std::array<struct sigaction, 2> m_before{};
};

template <class Number>
std::optional<Number> numberIn(const std::string& text) {
    Number number{};
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc{} && end.ptr == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

[[noreturn]] void wrongly(const Desk& desk, std::string_view spanish, std::string_view english) {
    std::cerr << desk.in(spanish, english) << '\n';
    throw WronglyUsed{};
}

/// "print=4,encode=8,inspect=2".
void readStations(const Desk& desk, const std::string& text, SimulationPlan& plan) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find(',', begin), text.size());
        const auto part = text.substr(begin, end - begin);
        const auto duty = contract::codeMeant(part.substr(0, part.find('=')));
        const auto count = numberIn<std::int64_t>(part.substr(std::min(part.find('='), part.size() - 1) + 1));
        auto* stations = duty == "print"     ? &plan.print
                         : duty == "encode"  ? &plan.encode
                         : duty == "inspect" ? &plan.inspect
                                             : nullptr;
        if (part.empty() || stations == nullptr || !count)
            wrongly(desk, "--stations se escribe así: print=4,encode=8,inspect=2",
                    "--stations is written so: print=4,encode=8,inspect=2");
        *stations = *count;
        begin = end + 1;
    }
}

SimulationPlan planOf(const Desk& desk, const SimulateOptions& options) {
    auto plan = options.plan;
    readStations(desk, options.stations, plan);
    plan.failures = options.failures / 100;
    const auto pace = contract::codeMeant(options.pace);
    if (pace == "none" || options.pace == "ninguno") {
        plan.pace.reset();
    } else if (pace != "realistic" && options.pace != "real") {
        plan.pace = numberIn<double>(options.pace);
        if (!plan.pace)
            wrongly(desk, "--pace es realistic, none, o cuántas veces más rápido: 20",
                    "--pace is realistic, none, or how many times faster: 20");
    }
    return plan;
}

std::string progressOf(const Desk& desk, const SimulationProgress& progress) {
    if (progress.stages.empty())
        return fmt::format(fmt::runtime(desk.in("órdenes recibidas {} de {}", "orders taken {} of {}")), progress.taken,
                           progress.orders);
    std::string line = fmt::format(fmt::runtime(desk.in("liberados {} de {}", "released {} of {}")), progress.released,
                                   progress.orders);
    for (const auto& [stage, orders] : progress.stages)
        if (stage != "released") line += fmt::format(" · {} {}", desk.word(stage), orders);
    return line;
}

std::string percent(std::int64_t thousandths) { return fmt::format("{:.1f} %", static_cast<double>(thousandths) / 10); }
std::string seconds(std::int64_t milliseconds) {
    return fmt::format("{:.2f} s", static_cast<double>(milliseconds) / 1000);
}
double megabytes(std::int64_t octets) { return static_cast<double>(octets) / (1024 * 1024); }

void showStages(const Desk& desk, const SimulationTold& told) {
    Table table{{desk.in("Etapa", "Stage"), desk.in("Puestos", "Stations"), desk.in("Hechos", "Done"),
                 desk.in("Rechazos", "Refused"), desk.in("Por hora", "An hour"),
                 desk.in("De su capacidad", "Of capacity"), desk.in("Ocupados", "Busy"), desk.in("Propio", "Own"),
                 desk.in("Espera mediana", "Median wait"), desk.in("Espera p95", "Wait p95")}};
    for (const auto& stage : told.stages)
        table.add({desk.word(stage.stage), std::to_string(stage.stations), std::to_string(stage.done),
                   std::to_string(stage.refused), std::to_string(stage.perHour),
                   stage.capacityUsed ? percent(*stage.capacityUsed) : "–", percent(stage.busy), seconds(stage.own),
                   seconds(stage.waitMedian), seconds(stage.wait95)});
    table.print();
}

void sayLine(const std::string& line) { std::cout << line << '\n'; }

void showWhole(const Desk& desk, const SimulationTold& told) {
    const auto line = [&](std::string_view spanish, std::string_view english, const auto&... values) {
        sayLine(fmt::format(fmt::runtime(desk.in(spanish, english)), values...));
    };
    line("Documentos: {} de {} órdenes en {}, {} por hora. Órdenes recibidas por segundo: {}.",
         "Documents: {} of {} orders in {}, {} an hour. Orders taken a second: {}.", told.documents, told.orders,
         seconds(told.milliseconds), told.documentsPerHour, told.ordersPerSecond);
    if (told.documents > 0)
        line("Al primer intento: {}. Aparatos atendidos: {}. Dudas resueltas: {}. Retenciones terminadas: {}.",
             "At the first attempt: {}. Machines seen to: {}. Doubts resolved: {}. Holds ended: {}.",
             percent(told.firstPass * 1000 / told.documents), told.machinesSeenTo, told.doubtsResolved,
             told.heldReleased);
    line("Blancos: recibidos {} = en documentos {} + dañados {} + en proceso {} + sin usar {}.",
         "Blanks: received {} = in documents {} + spoiled {} + in work {} + unused {}.", told.blanksReceived,
         told.blanksInDocuments, told.blanksSpoiled, told.blanksInWork, told.blanksUnused);
    for (const auto& spoiled : told.spoilage)
        line("  dañados por {}: {}", "  spoiled by {}: {}", desk.word(spoiled.cause), spoiled.blanks);
    line(
        "Base de datos: {:.1f} MB al empezar, {:.1f} MB al terminar, {} octetos por documento. Memoria máxima: {:.0f} "
        "MB.",
        "Database: {:.1f} MB at first, {:.1f} MB at the end, {} octets a document. Most memory: {:.0f} MB.",
        megabytes(told.databaseBefore), megabytes(told.databaseAfter),
        told.documents > 0 ? (told.databaseAfter - told.databaseBefore) / told.documents : 0, megabytes(told.memory));
    if (told.interrupted)
        line("Interrumpida: las órdenes que faltaban quedaron donde estaban.",
             "Interrupted: the orders that were left stay where they were.");
    for (const auto& difference : told.differences) sayLine("✗ " + desk.sentence(difference.asFault()));
    line("Diario: {} renglones. Libros y aparatos {}.", "Journal: {} entries. Books and machines {}.",
         told.journalEntries,
         told.balanced ? desk.in("concuerdan", "agree") : desk.in("NO concuerdan", "do NOT agree"));
    if (!told.folder.empty()) line("Institución de capacitación: {}", "Training institution: {}", told.folder);
}

void simulate(Desk& desk, const SimulateOptions& options) {
    const auto plan = planOf(desk, options);
    const bool watched = !desk.json && ::isatty(STDERR_FILENO) == 1;
    const auto watch = [&](const SimulationProgress& progress) {
        if (watched) std::cerr << "\r\033[K" << progressOf(desk, progress) << std::flush;
    };
    g_stop = false;
    const StopByUser byUser;
    auto simulated = issuance::simulateLine(plan, watch, g_stop);
    if (watched) std::cerr << "\r\033[K";
    const auto told = desk.accepted(std::move(simulated));
    desk.show(told, [&](const auto& answer) {
        showStages(desk, answer);
        showWhole(desk, answer);
    });
    if (!told.balanced) throw Refused{};
}

}  // namespace

void addSimulateCommand(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<SimulateOptions>();
    auto* command = addCommand(
        family, desk, "simulate",
        desk.in(
            "Simula una línea entera, para planear su capacidad, practicar y comprobar: funda una institución de "
            "capacitación aparte, recibe libretas y órdenes de personas inventadas, y las trabaja con los puestos que "
            "se digan. Al final compara los libros con lo que contaron los aparatos; si no concuerdan, lo dice y "
            "termina con 1. Lo propio de cada etapa es lo que tarda un documento fuera del aparato",
            "Simulates a whole line, to plan its capacity, to practise and to prove: founds a training institution "
            "apart, receives blanks and orders of invented people, and works them off with the stations that are "
            "told. At the end it compares the books with what the machines counted; where they do not agree it says "
            "so and ends with 1. A stage's own time is what a document takes besides the machine"),
        "troquel line simulate --stations print=4,encode=8,inspect=2 --documents 200 --pace 40");
    command->add_option("--stations", options->stations,
                        desk.in("Cuántos puestos de cada clase: print=4,encode=8,inspect=2",
                                "How many stations of each kind: print=4,encode=8,inspect=2"));
    command->add_option("--documents", options->plan.documents,
                        desk.in("Cuántos documentos; 100 si falta", "How many documents; 100 without it"));
    command->add_option("--kind", options->plan.kind,
                        desk.in("De qué clase, con chip; passport-ordinary si falta",
                                "Of which kind, with a chip; passport-ordinary without it"));
    command->add_option(
        "--pace", options->pace,
        desk.in("realistic: impresora 20 s, grabador 12 s, inspección 8 s por documento; un número: tantas veces más "
                "rápido; none: sin esperar a ningún aparato",
                "realistic: printer 20 s, encoder 12 s, inspection 8 s a document; a number: so many times faster; "
                "none: without waiting for any machine"));
    command->add_option("--failures", options->failures,
                        desk.in("De cada cien impresiones, y de cada cien chips, cuántos fallan; hasta 50",
                                "Of a hundred prints, and of a hundred chips, how many fail; up to 50"));
    command->add_option("--seed", options->plan.seed,
                        desk.in("El azar: con el mismo número fallan las mismas libretas",
                                "The chance: with the same number the same blanks fail"));
    command->add_option(
        "--database", options->plan.database,
        desk.in("postgresql://… vacía; si falta, un archivo", "postgresql://…, empty; a file by default"));
    command->add_option("--keep", options->plan.folder,
                        desk.in("Carpeta nueva en la que se queda la institución; si falta, se borra al terminar",
                                "A new folder in which the institution stays; removed at the end without it"));
    command->callback([options, &desk] { simulate(desk, *options); });
}

}  // namespace cli
