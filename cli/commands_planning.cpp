// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "cli/words.hpp"
#include "contract/acts_of_planning.hpp"

namespace cli {
namespace {

/// "preparadas 3 (retenidas 1) · liberadas 12" as the stages come.
std::string stagesText(const Desk& desk, const contract::BatchLine& batch) {
    std::string text;
    for (const auto& count : batch.stages) {
        text += (text.empty() ? "" : " · ") + desk.word(count.stage) + ' ' + std::to_string(count.orders);
        if (count.standing == "held" || count.standing == "in_doubt") text += " (" + desk.word(count.standing) + ')';
    }
    return text;
}

void showBatches(Desk& desk, const std::optional<std::string>& day) {
    desk.show(desk.ask(contract::LineBatches{day}), [&](const auto& told) {
        if (told.batches.empty()) {
            desk.say("La línea no tiene órdenes, ni liberó ninguna ese día.",
                     "The line has no orders, and released none on that day.");
            return;
        }
        Table table{{desk.in("Clase", "Kind"), desk.in("Entrega", "Delivery"), desk.in("Urgentes", "Urgent"),
                     desk.in("Más antigua", "Oldest"), desk.in("Vence", "Due"), desk.in("Vencidas", "Overdue"),
                     desk.in("Etapas", "Stages")}};
        for (const auto& batch : told.batches)
            table.add({batch.kind, batch.deliverySite, std::to_string(batch.urgent), batch.oldest.substr(0, 10),
                       batch.due, std::to_string(batch.overdue), stagesText(desk, batch)});
        table.print();
        std::cout << desk.in("Liberadas: las del ", "Released: those of ") << told.day << ".\n";
    });
}

}  // namespace

void addPlanningCommands(CLI::App& family, Desk& desk) {
    auto day = std::make_shared<std::optional<std::string>>();
    auto* batches = addCommand(family, desk, "batches",
                               desk.in("Qué hay en la línea y qué se liberó, por clase y lugar de entrega",
                                       "What the line has and has released, by kind and site of delivery"),
                               "troquel line batches");
    batches->add_option(
        "--day", *day,
        desk.in("De qué día son las liberadas; hoy si no se dice", "On which day they were released; today without"));
    batches->callback([day, &desk] { showBatches(desk, *day); });
}

}  // namespace cli
