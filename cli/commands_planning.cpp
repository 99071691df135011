// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <charconv>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_planning.hpp"
#include "contract/words.hpp"

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

struct PlanOptions {
    std::optional<std::int64_t> hours;
    std::vector<std::string> stations;
};

/// "print=4"; a number that is none is left to the house to refuse.
contract::PlanStations stationsNamed(const std::string& text) {
    const auto equals = text.find('=');
    contract::PlanStations stations{contract::codeMeant(text.substr(0, equals)), 0};
    if (equals != std::string::npos)
        std::from_chars(text.data() + equals + 1, text.data() + text.size(), stations.stations);
    return stations;
}

/// Minutes are enough for what lies ahead; "—" where nobody can tell.
std::string minuteOf(const std::string& timestamp) {
    return timestamp.empty() ? "—" : timestamp.substr(0, 10) + ' ' + timestamp.substr(11, 5);
}

void showSteps(const Desk& desk, const contract::LinePlanned& plan) {
    Table table{{desk.in("Paso", "Step"), desk.in("Puestos", "Stations"), desk.in("Medidos", "Measured"),
                 desk.in("Segundos", "Seconds"), desk.in("Buenos", "Good")}};
    for (const auto& step : plan.steps)
        table.add({desk.word(step.step), std::to_string(step.stations), std::to_string(step.measured),
                   step.measured == 0 ? "—" : fmt::format("{:.1f}", static_cast<double>(step.work) / 1000),
                   step.measured == 0 ? "—" : fmt::format("{:.1f} %", static_cast<double>(step.good) / 10)});
    table.print();
}

void showMissed(const Desk& desk, const contract::LinePlanned& plan) {
    constexpr std::size_t kShown = 20;
    if (plan.missed.empty()) return;
    std::cout << '\n' << desk.in("No estarán a tiempo: ", "Will not be in time: ") << plan.missed.size() << '\n';
    Table table{{desk.in("Orden", "Order"), desk.in("Clase", "Kind"), desk.in("Prioridad", "Priority"),
                 desk.in("Vence", "Due"), desk.in("Lista (UTC)", "Ready (UTC)")}};
    for (std::size_t at = 0; at < std::min(kShown, plan.missed.size()); ++at) {
        const auto& missed = plan.missed[at];
        table.add({missed.order, missed.kind, desk.word(missed.priority), missed.due, minuteOf(missed.ready)});
    }
    table.print();
    if (plan.missed.size() > kShown)
        desk.say("Todas están en la respuesta JSON (--json).", "All of them are in the JSON answer (--json).");
}

/// What the plan does not know, and what to do about it.
void tellWhatIsMissing(const Desk& desk, const contract::LinePlanned& plan) {
    const auto list = [&](const std::vector<std::string>& codes) {
        std::string text;
        for (const auto& code : codes) text += (text.empty() ? "" : ", ") + desk.word(code);
        return text;
    };
    if (!plan.unmeasured.empty() && !plan.measuredFrom.empty())
        std::cout << desk.in("Sin medir todavía, así que no se sabe cuánto tardan: ",
                             "Not measured yet, so that nobody knows how long they take: ")
                  << list(plan.unmeasured) << '\n';
    if (!plan.unmanned.empty())
        std::cout << fmt::format(fmt::runtime(
                                     desk.in("Ningún puesto está ahora en: {}. Empiece uno, o pregunte con --stations.",
                                             "No station is at work at: {}. Begin one, or ask with --stations.")),
                                 list(plan.unmanned))
                  << '\n';
    if (plan.stopped > 0)
        std::cout << desk.in("Retenidas o en duda, fuera del plan: ", "Held or in doubt, not planned: ") << plan.stopped
                  << '\n';
    if (plan.waitingForRelease > 0)
        std::cout << desk.in("Ya esperan su liberación: ", "Wait for their release already: ") << plan.waitingForRelease
                  << '\n';
}

void showPlan(Desk& desk, const PlanOptions& options) {
    contract::LinePlan request{options.hours, {}};
    for (const auto& stations : options.stations) request.stations.push_back(stationsNamed(stations));
    desk.show(desk.ask(request), [&](const contract::LinePlanned& plan) {
        if (plan.measuredFrom.empty()) {
            desk.say(
                "Todavía no se ha medido nada: la línea no ha terminado ningún paso. Haga los primeros documentos y "
                "pregunte de nuevo.",
                "Nothing is measured yet: the line has not ended any step. Make the first documents and ask again.");
            tellWhatIsMissing(desk, plan);
            return;
        }
        std::cout << fmt::format(fmt::runtime(desk.in("Medido del {} al {}. Jornada de {} horas.",
                                                      "Measured from {} to {}. A working day of {} hours.")),
                                 plan.measuredFrom.substr(0, 10), plan.measuredUntil.substr(0, 10), plan.hours)
                  << "\n\n";
        showSteps(desk, plan);
        std::cout << '\n';
        Table table{{desk.in("Clase", "Kind"), desk.in("Prioridad", "Priority"), desk.in("Órdenes", "Orders"),
                     desk.in("Primera lista (UTC)", "First ready (UTC)"), desk.in("Última lista", "Last ready"),
                     desk.in("Sin plan", "Not planned"), desk.in("Vence", "Due"), desk.in("Tarde", "Late")}};
        for (const auto& group : plan.groups)
            table.add({group.kind, desk.word(group.priority), std::to_string(group.orders), minuteOf(group.firstReady),
                       minuteOf(group.lastReady), std::to_string(group.unplanned), group.due,
                       std::to_string(group.missed)});
        if (plan.groups.empty())
            desk.say("Ninguna orden espera a un puesto.", "No order waits for a station.");
        else
            table.print();
        showMissed(desk, plan);
        tellWhatIsMissing(desk, plan);
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

    auto options = std::make_shared<PlanOptions>();
    auto* planning = addCommand(
        family, desk, "plan",
        desk.in(
            "Cuándo estará listo lo que espera, según lo medido y los puestos que trabajan, y qué no llega a tiempo",
            "When what waits will be ready, by what was measured and the stations at work, and what will be late"),
        "troquel line plan --hours 8 --stations print=2,encode=4,inspect=1");
    planning->add_option("--hours", options->hours,
                         desk.in("Horas de trabajo por día; 8 si no se dice", "Hours of work a day; 8 without"));
    planning
        ->add_option("--stations", options->stations,
                     desk.in("Con estos puestos, en vez de los que trabajan ahora: print=2,encode=4,inspect=1",
                             "With these stations instead of those at work: print=2,encode=4,inspect=1"))
        ->delimiter(',');
    planning->callback([options, &desk] { showPlan(desk, *options); });
}

}  // namespace cli
