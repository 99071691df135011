// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

constexpr std::size_t kLargestOrderFile = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kLargestSignature = std::size_t{64} * 1024;

struct OrderOptions {
    std::string file;
    std::string signature;
    std::string order;
    std::string reason;
    std::string overrideReason;
    std::optional<std::string> due;
    std::optional<std::string> priority;
    std::string stage;
    std::string standing;
    std::string text;
    std::string sort;
    std::int64_t limit = 200;
    std::string workstation;
    bool end = false;
};

std::optional<std::string> given(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }

void sayFaults(const Desk& desk, const std::vector<contract::FaultLine>& faults) {
    for (const auto& fault : faults) std::cout << "    " << desk.sentence(fault.asFault()) << '\n';
}

void import(Desk& desk, const OrderOptions& options) {
    contract::OrderImport request;
    request.file = readArgument(desk, options.file, kLargestOrderFile);
    request.signature =
        readArgument(desk, options.signature.empty() ? options.file + ".p7s" : options.signature, kLargestSignature);
    request.overrideReason = given(options.overrideReason);
    const auto imported = desk.ask(request);
    desk.show(imported, [&](const auto& answer) {
        if (answer.alreadyTaken)
            std::cout << desk.in("Este archivo ya había sido recibido; no se tomó de nuevo.",
                                 "This file was taken before; it was not taken again.")
                      << '\n';
        for (const auto& taken : answer.taken) {
            std::cout << desk.in("Recibida ", "Taken ") << taken.order << " (" << taken.reference << ")\n";
            sayFaults(desk, taken.warnings);
        }
        for (const auto& refused : answer.refused) {
            std::cout << desk.in("Rechazada ", "Refused ") << refused.reference << ", " << desk.in("línea ", "line ")
                      << refused.line << ":\n";
            sayFaults(desk, refused.faults);
        }
    });
    if (imported.taken.empty() && !imported.refused.empty()) throw Refused{};
}

/// What the capture station needs to know of an order that it is to correct.
void tellIfSentBack(const Desk& desk, const contract::OrderLine& order) {
    if (order.stage != "sent_back") return;
    std::cout << order.order << ": "
              << fmt::format(fmt::runtime(desk.in("devuelta a {} ({}): {}", "sent back to {} ({}): {}")), order.station,
                             order.reference, order.reason)
              << (order.correctedBy.empty() ? std::string{}
                                            : desk.in(". La corrige ", ". Corrected by ") + order.correctedBy)
              << '\n';
}

void list(Desk& desk, const OrderOptions& options) {
    desk.show(desk.ask(contract::OrderList{given(contract::codeMeant(options.stage)),
                                           given(contract::codeMeant(options.standing)), std::nullopt, options.limit,
                                           given(options.text), given(options.sort)}),
              [&](const auto& answer) {
                  Table table{{desk.in("Orden", "Order"), desk.in("Clase", "Kind"), desk.in("Etapa", "Stage"),
                               desk.in("Situación", "Standing"), desk.in("Prioridad", "Priority"),
                               desk.in("Vence", "Due"), desk.in("Documento", "Document"), desk.in("Libreta", "Blank"),
                               desk.in("Intentos", "Attempts")}};
                  for (const auto& order : answer.orders)
                      table.add({order.order, order.kind, desk.word(order.stage), desk.word(order.standing),
                                 desk.word(order.priority), order.due, order.document, order.blank,
                                 std::to_string(order.attempts)});
                  table.print();
                  for (const auto& order : answer.orders) tellIfSentBack(desk, order);
              });
}

void show(Desk& desk, const OrderOptions& options) {
    desk.show(desk.ask(contract::OrderShow{options.order}), [&](const auto& answer) {
        std::cout << answer.order.order << "  " << answer.order.kind << "  " << desk.word(answer.order.stage) << "  "
                  << desk.word(answer.order.standing) << "  " << desk.word(answer.order.priority) << '\n';
        if (!answer.order.due.empty()) std::cout << desk.in("Vence: ", "Due: ") << answer.order.due << '\n';
        tellIfSentBack(desk, answer.order);
        if (!answer.counter.empty())
            std::cout << desk.in("En el mostrador de ", "At the counter of ") << answer.counter << '\n';
        if (!answer.holdReason.empty() && answer.order.stage != "sent_back")
            std::cout << desk.in("Retenida: ", "Held: ") << desk.reason(answer.holdReason) << '\n';
        std::cout << '\n';
        Table table{{desk.in("Paso", "Step"), desk.in("Resultado", "Outcome"), desk.in("Causa", "Cause"),
                     desk.in("Inicio (UTC)", "Began (UTC)"), desk.in("Fin", "Ended"), desk.in("Quién", "Who"),
                     desk.in("Libreta", "Blank")}};
        for (const auto& stage : answer.stages)
            table.add({desk.word(stage.stage), desk.word(stage.outcome), desk.word(stage.cause), secondOf(stage.began),
                       clockOf(stage.ended), stage.person, stage.blank});
        table.print();
    });
}

void schedule(Desk& desk, const OrderOptions& options) {
    contract::OrderSchedule request{options.order, std::nullopt, options.due, options.reason};
    if (options.due == "none") request.due = "";
    if (options.priority) request.priority = contract::codeMeant(*options.priority);
    desk.ask(request);
    desk.done();
}

/// hold, release, cancel and send-back take an order and a reason.
template <contract::Request R>
void addDecision(CLI::App& family, Desk& desk, const std::shared_ptr<OrderOptions>& options, const std::string& name,
                 const std::string& explanation) {
    auto* command = addCommand(family, desk, name, explanation,
                               "troquel order " + name + " 2026-000012 --reason \"Solicitud del titular\"");
    command->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    command->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    command->callback([options, &desk] {
        desk.ask(R{options->order, options->reason});
        desk.done();
    });
}

void addCounter(CLI::App& family, Desk& desk, const std::shared_ptr<OrderOptions>& options) {
    auto* command =
        addCommand(family, desk, "counter",
                   desk.in("Aparta una orden para un puesto, donde su titular espera: allí se hace y no en la cola",
                           "Keeps an order for a workstation where its holder waits: it is made there and not in turn"),
                   "troquel order counter 2026-000012 --workstation linea-1 --reason \"Viaja hoy\"");
    command->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    auto* workstation =
        command->add_option("--workstation", options->workstation, desk.in("El puesto", "The workstation"));
    auto* end =
        command->add_flag("--end", options->end, desk.in("La devuelve a la cola", "Puts it back into the queue"));
    workstation->excludes(end);
    command->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    command->callback([options, &desk] {
        if (options->workstation.empty() && !options->end)
            throw CLI::RequiredError(desk.in("--workstation o --end", "--workstation or --end"));
        desk.ask(contract::OrderCounter{options->order, given(options->workstation), options->reason});
        options->end ? desk.done("La orden espera su turno en la cola.", "The order waits for its turn in the queue.")
                     : desk.done("La orden se hace en ese puesto: troquel line make " + options->order,
                                 "The order is made at that workstation: troquel line make " + options->order);
    });
}

}  // namespace

void addOrderCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "order", desk.in("Órdenes de producción", "Production orders"),
                              "troquel order import ordenes.xml");
    family->require_subcommand(1);
    auto options = std::make_shared<OrderOptions>();

    auto* importing =
        addCommand(*family, desk, "import",
                   desk.in("Recibe un archivo de órdenes y su firma", "Takes a file of orders and its signature"),
                   "troquel order import ordenes.xml --signature ordenes.xml.p7s");
    importing->add_option("file", options->file, desk.in("Archivo de órdenes (XML)", "File of orders (XML)"))
        ->required();
    importing->add_option(
        "--signature", options->signature,
        desk.in("Firma de la estación; si falta, ARCHIVO.p7s", "The station's signature; FILE.p7s by default"));
    importing->add_option("--override", options->overrideReason,
                          desk.in("Motivo para aceptar advertencias (persona autorizada)",
                                  "Reason to accept warnings (authorised person)"));
    importing->callback([options, &desk] { import(desk, *options); });

    auto* listing = addCommand(*family, desk, "list", desk.in("Lista las órdenes", "Lists the orders"),
                               "troquel order list --stage printed --standing in_doubt");
    listing->add_option("--stage", options->stage, desk.in("Solo esta etapa", "This stage only"));
    listing->add_option("--standing", options->standing, desk.in("Solo esta situación", "This standing only"));
    listing->add_option("--text", options->text,
                        desk.in("Comienzo del número de la orden, del documento, de la pieza o de su referencia",
                                "Beginning of the number of the order, its document, its blank or its reference"));
    listing->add_option("--sort", options->sort,
                        desk.in("number, newest, turn (turno en la línea) o due (fecha prometida)",
                                "number, newest, turn (in the line) or due (day promised)"));
    listing->add_option("--limit", options->limit, desk.in("Cuántas como máximo", "How many at most"))
        ->check(CLI::PositiveNumber);
    listing->callback([options, &desk] { list(desk, *options); });

    auto* showing =
        addCommand(*family, desk, "show", desk.in("Muestra una orden y sus etapas", "Shows an order and its stages"),
                   "troquel order show 2026-000012");
    showing->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    showing->callback([options, &desk] { show(desk, *options); });

    auto* scheduling = addCommand(
        *family, desk, "schedule",
        desk.in("Cambia hasta cuándo se prometió una orden, o su prioridad", "Changes an order's due date or priority"),
        "troquel order schedule 2026-000012 --due 2026-12-01 --priority urgent --reason \"Viaje el 2\"");
    scheduling->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    scheduling->add_option("--due", options->due,
                           desk.in("Día, como 2026-12-01; none: ninguno", "Day, as 2026-12-01; or none"));
    scheduling->add_option("--priority", options->priority, desk.in("normal o urgent", "normal or urgent"));
    scheduling->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    scheduling->callback([options, &desk] { schedule(desk, *options); });

    addDecision<contract::OrderHold>(*family, desk, options, "hold", desk.in("Retiene una orden", "Holds an order"));
    addCounter(*family, desk, options);
    addDecision<contract::OrderRelease>(*family, desk, options, "release",
                                        desk.in("Levanta la retención", "Ends a hold"));
    addDecision<contract::OrderCancel>(*family, desk, options, "cancel",
                                       desk.in("Cancela una orden para siempre", "Cancels an order for good"));
    addDecision<contract::OrderSendBack>(
        *family, desk, options, "send-back",
        desk.in(
            "Devuelve a la estación de captura una orden que no se puede hacer así; su recibo vale para la corregida",
            "Sends an order that cannot be made so back to its capture station; its receipt pays for the corrected "
            "one"));
}

}  // namespace cli
