// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/line_status.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <thread>

#include "base/failure.hpp"
#include "cli/station_prompts.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_changes.hpp"
#include "contract/words.hpp"

namespace cli {
namespace {

void showStations(const Desk& desk, const contract::LineStatusTold& status) {
    if (!status.stations.empty()) {
        Table table{{desk.in("Puesto", "Workstation"), desk.in("Persona", "Person"), desk.in("Hace", "Does"),
                     desk.in("Ahora", "Now"), desk.in("Orden", "Order"), desk.in("Visto", "Seen")}};
        for (const auto& station : status.stations) {
            std::string duties;
            for (const auto& duty : station.duties) duties += (duties.empty() ? "" : ", ") + desk.word(duty);
            table.add({station.workstation, station.person, duties,
                       station.step.empty() ? desk.in("espera", "waits") : desk.word(station.step), station.order,
                       secondOf(station.seen)});
        }
        table.print();
    }
    for (const auto& rest : status.rests) std::cout << sentenceOfRest(desk, rest) << '\n';
}

}  // namespace

std::string sentenceOfRest(const Desk& desk, const contract::RestLine& rest) {
    const auto pattern =
        rest.mode == "pause"
            ? desk.in("El puesto {0} está en pausa y no toma órdenes, por {2} desde {3}: {1}",
                      "The workstation {0} is paused and takes no orders, by {2} since {3}: {1}")
            : desk.in("El puesto {0} termina lo que empezó y no toma órdenes nuevas, por {2} desde {3}: {1}",
                      "The workstation {0} ends what it began and takes no new orders, by {2} since {3}: {1}");
    return fmt::format(fmt::runtime(pattern), rest.workstation, rest.reason, rest.person, secondOf(rest.since));
}

void tellLow(const Desk& desk, const std::vector<contract::MaterialLine>& low) {
    for (const auto& line : low)
        std::cout << fmt::format(
                         fmt::runtime(desk.in("Al puesto {0} le queda poco de {1}: {2}. Pida más.",
                                              "The workstation {0} has little left of {1}: {2}. Ask for more.")),
                         line.workstation, line.item, line.left)
                  << '\n';
}

std::string progressLine(const Desk& desk, const contract::LineStatusTold& status) {
    std::string line;
    for (const auto& count : status.stages)
        line += fmt::format("{}{} {}", line.empty() ? "" : " · ", desk.word(count.stage), count.orders);
    return line;
}

void sayIfTraining(const Desk& desk, const contract::LineStatusTold& status, std::ostream& out) {
    if (status.training && !desk.json)
        out << desk.in("*** CAPACITACIÓN – SIN VALOR: institución de práctica ***",
                       "*** TRAINING – NO VALUE: an institution for practice ***")
            << std::endl;
}

void showLineStatus(Desk& desk) {
    desk.show(desk.ask(contract::LineStatus{}), [&](const auto& answer) {
        sayIfTraining(desk, answer, std::cout);
        Table table{{desk.in("Etapa", "Stage"), desk.in("Situación", "Standing"), desk.in("Órdenes", "Orders")}};
        for (const auto& count : answer.stages)
            table.add({desk.word(count.stage), desk.word(count.standing), std::to_string(count.orders)});
        table.print();
        for (const auto& order : answer.inDoubt)
            std::cout << desk.in("En duda: ", "In doubt: ") << order.order
                      << desk.in(", libreta o tarjeta ", ", blank ") << order.blank << " (" << desk.word(order.stage)
                      << "). troquel line doubt " << order.order << '\n';
        for (const auto& kept : answer.counters)
            std::cout << fmt::format("{} {}: {} ({}, {})\n", desk.in("En el mostrador de", "At the counter of"),
                                     kept.workstation, kept.order, desk.word(kept.stage), desk.word(kept.standing));
        tellLow(desk, answer.low);
        showStations(desk, answer);
        StationPrompts{desk}.show(answer.calls);
    });
}

void watchLineStatus(Desk& desk) {
    constexpr std::chrono::seconds kPause{2};
    const bool onScreen = !desk.json && ::isatty(STDOUT_FILENO) == 1;
    contract::ChangeWait wait{std::nullopt, {"line"}, std::nullopt};
    for (bool reached = true;;) {
        try {
            const auto seen = desk.ask(wait);
            if (!wait.position || !seen.changed.empty()) {
                if (onScreen) std::cout << "\033[H\033[2J";
                showLineStatus(desk);
                std::cout << std::flush;
            }
            wait.position = seen.position;
            reached = true;
        } catch (const base::Failure& failure) {
            if (failure.next() != base::NextStep::Retry) throw;
            if (reached) std::cerr << desk.messages().sentenceOf(failure) << std::endl;
            reached = false;
            std::this_thread::sleep_for(kPause);
        }
    }
}

}  // namespace cli
