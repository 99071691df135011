// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_requisitions.hpp"

namespace cli {
namespace {

struct RequisitionOptions {
    contract::MinimumSet minimum;
    contract::RequisitionCreate create;
    std::string requisition;
    std::string from = "vault";
    std::string reason;
    bool onlyLow = false;
};
using Options = std::shared_ptr<RequisitionOptions>;

void print(const Desk& desk, const std::vector<contract::RequisitionLine>& lines) {
    Table table{{desk.in("Requisición", "Requisition"), desk.in("Lugar", "Place"), desk.in("Artículo", "Item"),
                 desk.in("Cantidad", "Quantity"), desk.in("Estado", "Stage"), desk.in("Pidió", "Asked by"),
                 desk.in("Decidió", "Decided by"), desk.in("Traslado", "Transfer"), desk.in("Entregado", "Moved")}};
    for (const auto& line : lines)
        table.add({line.requisition, desk.word(line.place), line.item, std::to_string(line.quantity),
                   desk.word(line.stage), line.requestedBy, line.decidedBy, line.transfer,
                   line.stage == "approved" && line.transfer.empty() ? std::to_string(line.moved) : ""});
    table.print();
}

template <class Request>
void askAndShow(Desk& desk, const Request& request) {
    desk.show(desk.ask(request), [&](const auto& answer) { print(desk, {answer}); });
}

void addMinimumCommands(CLI::App& custody, Desk& desk, const Options& options) {
    auto* family = addCommand(custody, desk, "minimum",
                              desk.in("Lo menos que debe tener cada lugar", "The least that each place should have"),
                              "troquel custody minimum list --low");
    family->require_subcommand(1);
    auto* set =
        addCommand(*family, desk, "set",
                   desk.in("Fija el mínimo de un artículo en un lugar", "Sets the minimum of an item at a place"),
                   "troquel custody minimum set vault:xela --item booklet-ordinary --least 500 --as sofia");
    set->add_option("place", options->minimum.place, desk.in("Lugar", "Place"))->required();
    set->add_option("--item", options->minimum.item, desk.in("Artículo", "Item"))->required();
    set->add_option("--least", options->minimum.least,
                    desk.in("Cuántos al menos; 0 lo quita", "How many at least; 0 ends it"))
        ->required();
    set->callback([options, &desk] {
        desk.ask(options->minimum);
        desk.done();
    });
    auto* list = addCommand(*family, desk, "list",
                            desk.in("Mínimos y existencias de cada lugar", "Minimums and stock of each place"),
                            "troquel custody minimum list --low");
    list->add_flag("--low", options->onlyLow, desk.in("Sólo lo que está por debajo", "Only what is below"));
    list->callback([options, &desk] {
        desk.show(desk.ask(contract::MinimumList{options->onlyLow}), [&](const auto& answer) {
            Table table{{desk.in("Lugar", "Place"), desk.in("Artículo", "Item"), desk.in("Mínimo", "Minimum"),
                         desk.in("Hay", "Has"), desk.in("En camino", "On the way"), ""}};
            for (const auto& line : answer.lines)
                table.add({desk.word(line.place), line.item, std::to_string(line.least), std::to_string(line.usable),
                           std::to_string(line.onTheWay), line.low ? desk.in("BAJO", "LOW") : ""});
            table.print();
        });
    });
}

void addDecisions(CLI::App& family, Desk& desk, const Options& options) {
    const auto ofRequisition = [&](CLI::App* command) {
        command
            ->add_option("requisition", options->requisition,
                         desk.in("Número de la requisición", "Number of the requisition"))
            ->required();
        return command;
    };
    auto* approve = ofRequisition(addCommand(
        family, desk, "approve",
        desk.in("Aprueba: prepara el traslado. Lo que se cuenta por lote lo trasladan después dos custodios con "
                "«stock lot move --requisition»",
                "Approves: prepares the transfer. What is counted by lot is moved afterwards by two "
                "custodians with “stock lot move --requisition”"),
        "troquel custody requisition approve RQ-2026-000001 --from vault --as luis"));
    approve->add_option("--from", options->from, desk.in("De qué lugar sale", "Place it leaves"));
    approve->callback([options, &desk] {
        askAndShow(desk, contract::RequisitionApprove{options->requisition, options->from});
    });
    auto* refuse =
        ofRequisition(addCommand(family, desk, "refuse", desk.in("Rechaza", "Refuses"),
                                 "troquel custody requisition refuse RQ-2026-000001 --reason 'sin existencias'"));
    refuse->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    refuse->callback([options, &desk] {
        desk.ask(contract::RequisitionRefuse{options->requisition, options->reason});
        desk.done();
    });
}

}  // namespace

void addRequisitionCommands(CLI::App& custody, Desk& desk) {
    auto options = std::make_shared<RequisitionOptions>();
    addMinimumCommands(custody, desk, options);
    auto* family = addCommand(custody, desk, "requisition", desk.in("Lo que piden los lugares", "What places ask for"),
                              "troquel custody requisition list");
    family->require_subcommand(1);
    auto* create = addCommand(
        *family, desk, "create",
        desk.in("Pide documentos en blanco o insumos para un lugar", "Asks for blanks or supplies for a place"),
        "troquel custody requisition create vault:xela --item booklet-ordinary --quantity 500");
    create->add_option("place", options->create.place, desk.in("Lugar que pide", "Place that asks"))->required();
    create->add_option("--item", options->create.item, desk.in("Artículo", "Item"))->required();
    create->add_option("--quantity", options->create.quantity, desk.in("Cantidad", "Quantity"))
        ->required()
        ->check(CLI::PositiveNumber);
    create->add_option("--reason", options->create.reason, desk.in("Motivo", "Reason"));
    create->callback([options, &desk] { askAndShow(desk, options->create); });
    addDecisions(*family, desk, options);
    addCommand(*family, desk, "list", desk.in("Todas las requisiciones", "All requisitions"),
               "troquel custody requisition list")
        ->callback([&desk] {
            desk.show(desk.ask(contract::RequisitionList{}),
                      [&](const auto& answer) { print(desk, answer.requisitions); });
        });
}

}  // namespace cli
