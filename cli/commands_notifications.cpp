// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_notifications.hpp"

#include <iostream>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace cli {
namespace {

struct NotificationOptions {
    std::string id, day, outcome, detail, reason;
    std::string of = "pending";
};
using Options = std::shared_ptr<NotificationOptions>;

void list(Desk& desk, const NotificationOptions& options) {
    const std::string of = options.of == "all" ? "" : options.of;
    desk.show(desk.ask(contract::NotificationList{of}), [&](const auto& answer) {
        Table table{{desk.in("Cédula", "Notification"), desk.in("De", "Of"), desk.in("A quién", "To whom"),
                     desk.in("Cómo", "How"), desk.in("Intentos", "Attempts"), desk.in("Notificada", "Served"),
                     desk.in("Recurso hasta", "Appeal until"), desk.in("Responder hasta", "Answer until"),
                     desk.in("Respondida", "Answered")}};
        for (const auto& line : answer.notifications)
            table.add(
                {line.notification, line.certificate,
                 line.confidential && line.person.empty() ? desk.in("(reservado)", "(confidential)") : line.person,
                 desk.word(line.manner), std::to_string(line.attempts.size()), line.served, line.appealUntil,
                 line.answerUntil, line.answered});
        table.print();
    });
}

void record(Desk& desk, const NotificationOptions& options) {
    desk.show(desk.ask(contract::NotificationRecord{options.id, options.day, options.outcome, options.detail}),
              [&](const auto& answer) {
                  if (!answer.served.empty())
                      std::cout << desk.in("Notificada el ", "Served on ") << answer.served
                                << (answer.appealUntil.empty()
                                        ? ""
                                        : desk.in(". Recurso hasta el ", ". Appeal until ") + answer.appealUntil)
                                << (answer.answerUntil.empty()
                                        ? ""
                                        : desk.in(". Responder hasta el ", ". Answer until ") + answer.answerUntil)
                                << '\n';
                  else
                      std::cout << desk.in("Anotado. Sigue por notificación: ", "Recorded. It goes on by: ")
                                << desk.word(answer.manner) << '\n';
              });
}

}  // namespace

void addNotificationCommands(CLI::App& program, Desk& desk) {
    auto options = std::make_shared<NotificationOptions>();
    auto* family = addCommand(program, desk, "notification",
                              desk.in("Notificar lo resuelto: ruta del día, intentos, plazos de recurso y archivo",
                                      "Serving what was resolved: the day's route, attempts, appeals, archive"),
                              "troquel notification list");
    family->require_subcommand(1);
    auto* all = addCommand(*family, desk, "list", desk.in("Cédulas y su estado", "Notifications and their state"),
                           "troquel notification list --of inactive");
    all->add_option(
        "--of", options->of,
        desk.in(
            "pending (por notificar), served (notificadas), inactive (seis meses sin actividad), unanswered (vencidas "
            "sin respuesta), all (todas)",
            "pending, served, inactive, unanswered, all"));
    all->callback([options, &desk] { list(desk, *options); });

    auto* route = addCommand(*family, desk, "schedule",
                             desk.in("Hace la ruta del día para quien sale a notificar", "Makes the day's route list"),
                             "troquel notification schedule 2026-11-27");
    route->add_option("day", options->day, desk.in("Día, AAAA-MM-DD", "Day, YYYY-MM-DD"))->required();
    route->callback([options, &desk] {
        desk.show(desk.ask(contract::NotificationSchedule{options->day}), [&](const auto& answer) {
            std::cout << answer.visits
                      << desk.in(" visitas. Ruta: troquel paper save ", " visits. Route: troquel paper export ")
                      << answer.paper << '\n';
        });
    });

    auto* one = addCommand(*family, desk, "record", desk.in("Anota lo que pasó", "Records what came of it"),
                           "troquel notification record NOT-2026-000004 --day 2026-11-27 --outcome served");
    one->add_option("notification", options->id, desk.in("Cédula", "Notification"))->required();
    one->add_option("--day", options->day, desk.in("Día del intento", "Day of the attempt"))->required();
    one->add_option("--outcome", options->outcome,
                    desk.in("served (notificada), absent (ausente), refused (se negó), address_unknown (no ubicada)",
                            "served, absent, refused, address_unknown"))
        ->required();
    one->add_option("--detail", options->detail, desk.in("Observaciones", "Remarks"));
    one->callback([options, &desk] { record(desk, *options); });

    auto* answered = addCommand(
        *family, desk, "answer",
        desk.in("Anota que respondieron lo que un previo pedía", "Records that what a notice wanted was answered"),
        "troquel notification answer NOT-2026-000004 --day 2026-12-04");
    answered->add_option("notification", options->id, desk.in("Cédula", "Notification"))->required();
    answered->add_option("--day", options->day, desk.in("Día en que respondieron", "Day of the answer"))->required();
    answered->callback([options, &desk] {
        desk.ask(contract::NotificationAnswer{options->id, options->day});
        desk.done();
    });

    auto* archive =
        addCommand(*family, desk, "archive",
                   desk.in("Envía al archivo lo que lleva seis meses sin actividad o no respondieron a tiempo",
                           "Archives what was inactive for six months or not answered in time"),
                   "troquel notification archive NOT-2026-000004 --reason 'No subsanó en plazo'");
    archive->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    archive->add_option("notification", options->id, desk.in("Cédula", "Notification"))->required();
    archive->callback([options, &desk] {
        desk.ask(contract::NotificationArchive{options->id, options->reason});
        desk.done();
    });
}

}  // namespace cli
