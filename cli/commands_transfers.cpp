// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.hpp"
#include "cli/scans.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_transfers.hpp"

namespace cli {
namespace {

struct TransferOptions {
    contract::TransferPrepare prepare;
    contract::TransferReceive receive;
    contract::TransferReturn back;
    contract::TransferCap cap{"*", "*", "*", 0};
    std::string transfer;
    std::string scanFile;
    std::string seal;
    std::string carrier;
    std::string expected;
    std::string reason;
    bool overdue = false;
    bool all = false;
};
using Options = std::shared_ptr<TransferOptions>;

void print(const Desk& desk, const contract::TransferShown& shown) {
    std::cout << shown.transfer << "  " << desk.word(shown.stage) << "  " << desk.word(shown.from) << " -> "
              << desk.word(shown.to) << "  " << shown.quantity << ' ' << desk.word(shown.state) << '\n';
    const auto fact = [](const std::string& name, const std::string& value) {
        if (!value.empty()) std::cout << name << ": " << value << '\n';
    };
    fact(desk.in("Requisición", "Requisition"), shown.requisition);
    fact(desk.in("Precinto", "Seal"), shown.seal);
    fact(desk.in("Transporta", "Carrier"), shown.carrier);
    fact(desk.in("Manifiesto", "Manifest"), shown.manifest);
    fact(desk.in("Se espera (UTC)", "Expected (UTC)"), secondOf(shown.expected));
    if (shown.overdue) std::cout << desk.in("ATRASADO", "OVERDUE") << '\n';
    for (const auto& range : shown.ranges) std::cout << "  " << range << '\n';
    if (shown.events.empty()) return;
    std::cout << '\n';
    Table table{{desk.in("Cuándo (UTC)", "When (UTC)"), desk.in("Qué", "What"), desk.in("Quién", "Who"),
                 desk.in("Con", "With"), desk.in("Detalle", "Detail"), desk.in("Caso", "Case")}};
    for (const auto& event : shown.events)
        table.add(
            {secondOf(event.time), desk.word(event.event), event.person, event.second, event.detail, event.caseId});
    table.print();
}

template <class Request>
void askAndShow(Desk& desk, const Request& request) {
    desk.show(desk.ask(request), [&](const auto& answer) { print(desk, answer); });
}

CLI::App* ofTransfer(CLI::App* command, const Desk& desk, const Options& options) {
    command->add_option("transfer", options->transfer, desk.in("Número del traslado", "Number of the transfer"))
        ->required();
    return command;
}

void addPrepare(CLI::App& family, Desk& desk, const Options& options) {
    auto* prepare = addCommand(
        family, desk, "prepare",
        desk.in("Prepara un traslado y reserva sus series", "Prepares a transfer and reserves its serials"),
        "troquel transfer prepare --from vault --to vault:xela --item booklet-ordinary --quantity 500 --as eva");
    auto& asked = options->prepare;
    asked.state = "usable";
    prepare->add_option("--from", asked.from, desk.in("De qué lugar sale", "Place it leaves"))->required();
    prepare->add_option("--to", asked.to, desk.in("A qué lugar va", "Place it goes to"))->required();
    prepare->add_option("--item", asked.item,
                        desk.in("Artículo (las series libres más bajas)", "Item (its lowest free serials)"));
    prepare->add_option("--quantity", asked.quantity, desk.in("Cantidad", "Quantity"))->check(CLI::PositiveNumber);
    prepare->add_option(
        "--state", asked.state,
        desk.in("Estado: usable, spoiled, annulled o expired", "State: usable, spoiled, annulled or expired"));
    prepare->add_option("--reason", asked.reason, desk.in("Motivo", "Reason"));
    prepare->add_option(
        "serials", asked.serials,
        desk.in("Series y rangos, en vez de una cantidad", "Serials and ranges, instead of a quantity"));
    prepare->callback([options, &desk] { askAndShow(desk, options->prepare); });
}

void addSteps(CLI::App& family, Desk& desk, const Options& options) {
    ofTransfer(addCommand(family, desk, "approve",
                          desk.in("Aprueba un traslado que preparó otra persona",
                                  "Approves a transfer that somebody else prepared"),
                          "troquel transfer approve TR-2026-000001 --as luis"),
               desk, options)
        ->callback([options, &desk] { askAndShow(desk, contract::TransferApprove{options->transfer}); });
    auto* seal = ofTransfer(addCommand(family, desk, "seal", desk.in("Pone el precinto", "Puts the seal on"),
                                       "troquel transfer seal TR-2026-000001 --seal P-00912 --as eva"),
                            desk, options);
    seal->add_option("--seal", options->seal, desk.in("Número del precinto", "Number of the seal"))->required();
    seal->callback([options, &desk] { askAndShow(desk, contract::TransferSeal{options->transfer, options->seal}); });
    auto* dispatch = ofTransfer(
        addCommand(
            family, desk, "dispatch",
            desk.in("Despacha; de un lugar resguardado, dos personas", "Dispatches; out of a guarded place two people"),
            "troquel transfer dispatch TR-2026-000001 --carrier 'Mario Xiloj, P-123BCD' --expected "
            "2026-11-24T18:00:00Z --as eva --second luis"),
        desk, options);
    dispatch
        ->add_option("--carrier", options->carrier, desk.in("Quién lo lleva y en qué", "Who carries it and in what"))
        ->required();
    dispatch
        ->add_option("--expected", options->expected,
                     desk.in("Cuándo debe llegar (UTC)", "When it should arrive (UTC)"))
        ->required();
    dispatch->callback([options, &desk] {
        askAndShow(desk, contract::TransferDispatch{options->transfer, options->carrier, options->expected});
    });
    auto* cancel =
        ofTransfer(addCommand(family, desk, "cancel",
                              desk.in("Anula un traslado que no ha salido", "Ends a transfer that has not left"),
                              "troquel transfer cancel TR-2026-000001 --reason 'ya no hace falta' --as eva"),
                   desk, options);
    cancel->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    cancel->callback([options, &desk] {
        askAndShow(desk, contract::TransferCancel{options->transfer, options->reason});
    });
}

void addReceive(CLI::App& family, Desk& desk, const Options& options) {
    auto* receive = ofTransfer(
        addCommand(
            family, desk, "receive",
            desk.in("Confirma la llegada con las series leídas", "Confirms the arrival with the serials scanned"),
            "troquel transfer receive TR-2026-000001 --seal P-00912 A0000001-A0000500 --as carla"),
        desk, options);
    auto& asked = options->receive;
    receive->add_option("--seal", asked.seal, desk.in("Precinto que trae", "Seal that it carries"))->required();
    receive->add_flag("--seal-broken", asked.sealBroken,
                      desk.in("El precinto está roto; dos personas", "The seal is broken; two people"));
    receive->add_flag("--open-case", asked.openCase,
                      desk.in("Recibe lo que llegó y abre un caso por la diferencia; dos personas",
                              "Takes what came and opens a case for the difference; two people"));
    receive->add_option("scanned", asked.scanned, desk.in("Series y rangos leídos", "Serials and ranges scanned"));
    addScanFileOption(*receive, desk, options->scanFile);
    receive->callback([options, &desk] {
        addScans(desk, options->scanFile, options->receive.scanned);
        options->receive.transfer = options->transfer;
        askAndShow(desk, options->receive);
    });
}

void addReturn(CLI::App& family, Desk& desk, const Options& options) {
    auto* back = ofTransfer(
        addCommand(
            family, desk, "return",
            desk.in("Devuelve un traslado, entero o en parte", "Sends a transfer back, whole or in part"),
            "troquel transfer return TR-2026-000001 --seal P-00912 --reason 'no se pidió' --carrier 'Mario Xiloj' "
            "--expected 2026-11-25T18:00:00Z --as carla"),
        desk, options);
    auto& asked = options->back;
    back->add_option("--seal", asked.seal, desk.in("Precinto que trae", "Seal that it carries"))->required();
    back->add_flag("--seal-broken", asked.sealBroken,
                   desk.in("El precinto está roto; dos personas", "The seal is broken; two people"));
    back->add_option("--accept", asked.accepted,
                     desk.in("Series y rangos que se quedan", "Serials and ranges that stay"));
    back->add_option("--return", asked.returned,
                     desk.in("Series y rangos que regresan; ninguno si no se abrió",
                             "Serials and ranges that go back; none where unopened"));
    back->add_option("--new-seal", asked.newSeal,
                     desk.in("Precinto nuevo, si se abrió", "New seal, where it was opened"));
    back->add_option("--reason", asked.reason, desk.in("Motivo", "Reason"))->required();
    back->add_option("--carrier", asked.carrier, desk.in("Quién lo lleva y en qué", "Who carries it and in what"))
        ->required();
    back->add_option("--expected", asked.expected, desk.in("Cuándo debe llegar (UTC)", "When it should arrive (UTC)"))
        ->required();
    back->callback([options, &desk] {
        options->back.transfer = options->transfer;
        askAndShow(desk, options->back);
    });
}

void addReading(CLI::App& family, Desk& desk, const Options& options) {
    auto* list = addCommand(family, desk, "list",
                            desk.in("Traslados abiertos, atrasados o todos", "Open, overdue or all transfers"),
                            "troquel transfer list --overdue");
    list->add_flag("--overdue", options->overdue, desk.in("Sólo los atrasados", "Overdue ones only"));
    list->add_flag("--all", options->all, desk.in("También los terminados", "Also those that ended"));
    list->callback([options, &desk] {
        const std::string which = options->overdue ? "overdue" : options->all ? "all" : "open";
        desk.show(desk.ask(contract::TransferList{which}), [&](const auto& answer) {
            Table table{{desk.in("Traslado", "Transfer"), desk.in("Etapa", "Stage"), desk.in("De", "From"),
                         desk.in("A", "To"), desk.in("Cantidad", "Quantity"), desk.in("Precinto", "Seal"),
                         desk.in("Se espera (UTC)", "Expected (UTC)"), ""}};
            for (const auto& line : answer.transfers)
                table.add({line.transfer, desk.word(line.stage), desk.word(line.from), desk.word(line.to),
                           std::to_string(line.quantity), line.seal, secondOf(line.expected),
                           line.overdue ? desk.in("ATRASADO", "OVERDUE") : ""});
            table.print();
        });
    });
    ofTransfer(
        addCommand(family, desk, "show",
                   desk.in("Un traslado y todo lo que se hizo con él", "A transfer and all that was done with it"),
                   "troquel transfer show TR-2026-000001"),
        desk, options)
        ->callback([options, &desk] { askAndShow(desk, contract::TransferShow{options->transfer}); });
    auto* cap =
        addCommand(family, desk, "cap",
                   desk.in("Límite de un artículo por traslado y ruta", "Most of an item in one transfer on a route"),
                   "troquel transfer cap --item booklet-ordinary --to vault:xela --most 2000 --as sofia");
    auto& asked = options->cap;
    cap->add_option("--item", asked.item, desk.in("Artículo; * es cualquiera", "Item; * is any"));
    cap->add_option("--from", asked.from, desk.in("De qué lugar; * es cualquiera", "From which place; * is any"));
    cap->add_option("--to", asked.to, desk.in("A qué lugar; * es cualquiera", "To which place; * is any"));
    cap->add_option("--most", asked.most, desk.in("Cuántos a lo más", "How many at most"))
        ->required()
        ->check(CLI::PositiveNumber);
    cap->callback([options, &desk] {
        desk.ask(options->cap);
        desk.done();
    });
}

}  // namespace

void addTransferCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "transfer",
                              desk.in("Traslados entre lugares, con precinto y lectura al llegar",
                                      "Transfers between places, sealed and scanned on arrival"),
                              "troquel transfer list");
    family->require_subcommand(1);
    auto options = std::make_shared<TransferOptions>();
    addPrepare(*family, desk, options);
    addSteps(*family, desk, options);
    addReceive(*family, desk, options);
    addReturn(*family, desk, options);
    addReading(*family, desk, options);
}

}  // namespace cli
