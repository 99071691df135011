// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/counter_prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace cli {
namespace {

struct NextAct {
    std::string_view wish;
    std::string_view spanish;
    std::string_view english;
};

constexpr NextAct kNextActs[] = {
    {"release",
     "El documento {document} está hecho. Ahora lo libera una persona que no lo hizo: troquel line release {order}",
     "The document {document} is made. Somebody who did not make it releases it now: troquel line release {order}"},
    {"look",
     "El documento {document} está hecho, y falta que alguien mire su página: una persona que no lo hizo, con troquel "
     "document confirm-page {document}. Después se libera: troquel line release {order}",
     "The document {document} is made, and its page has to be looked at by somebody who did not make it: troquel "
     "document confirm-page {document}. Then it is released: troquel line release {order}"},
    {"resolve",
     "No se sabe cómo terminó el paso. Ahora un supervisor mira la libreta, con troquel line doubt {order}, y dice qué "
     "pasó: troquel line resolve {order} done|untouched|spoiled --reason \"…\". Después siga: troquel line make "
     "{order}",
     "Nobody knows how the step ended. A supervisor looks at the book now, with troquel line doubt {order}, and says "
     "what happened: troquel line resolve {order} done|untouched|spoiled --reason \"…\". Then go on: troquel line make "
     "{order}"},
    {"override",
     "La inspección rechazó la página solo por cómo se ve. Si es mala, un supervisor: troquel line resolve {order} "
     "spoiled --reason \"…\"; si es buena, un inspector y un supervisor que no la hicieron: troquel line override "
     "{order} --reason \"…\"",
     "Inspection refused the page only for how it looks. If it is bad, a supervisor: troquel line resolve {order} "
     "spoiled --reason \"…\"; if it is good, an inspector and a supervisor who did not make it: troquel line override "
     "{order} --reason \"…\""},
    {"unhold",
     "La orden está retenida: {reason} Un supervisor la revisa y la suelta: troquel order release {order} --reason "
     "\"…\". Después siga: troquel line make {order}",
     "The order is held: {reason} A supervisor looks at it and ends the hold: troquel order release {order} --reason "
     "\"…\". Then go on: troquel line make {order}"},
    {"wait",
     "Otro programa de este puesto está con la orden. Si se interrumpió, espere dos minutos y siga: troquel line make "
     "{order}",
     "Another program of this workstation is at the order. If that was broken off, wait two minutes and go on: troquel "
     "line make {order}"},
    {"again", "La orden quedó «{stage}». Cuando esté resuelto, siga: troquel line make {order}",
     "The order was left “{stage}”. Once that is seen to, go on: troquel line make {order}"},
    {"nothing", "La orden ya terminó: {stage}.", "The order has ended: {stage}."}};

}  // namespace

void OrderSteps::tell(const contract::OrderShown& order) {
    for (; m_told < order.stages.size(); ++m_told) {
        const auto& stage = order.stages[m_told];
        std::cout << fmt::format("{}: {}{}{}\n", m_desk.word(stage.stage), m_desk.word(stage.outcome),
                                 stage.cause.empty() ? "" : ", " + m_desk.reason(stage.cause),
                                 stage.blank.empty() ? "" : " (" + stage.blank + ")");
        m_now.clear();
    }
    std::cout << std::flush;
}

void OrderSteps::tellNow(const contract::LineStatusTold& status, const std::string& order) {
    const auto at = std::ranges::find(status.stations, order, &contract::StationLine::order);
    if (at == status.stations.end() || at->step.empty() || at->step == m_now) return;
    m_now = at->step;
    std::cout << m_desk.in("Ahora: ", "Now: ") << m_desk.word(m_now) << std::endl;
}

bool isMade(const contract::OrderAwaits& awaits) {
    return awaits.wish == "release" || awaits.wish == "look" || awaits.stage == "released";
}

void printAwaits(const Desk& desk, const contract::OrderAwaits& awaits) {
    for (const auto& reason : awaits.reasons) std::cout << desk.sentence(reason.asFault()) << '\n';
    const auto* sentence = std::ranges::find(kNextActs, awaits.wish, &NextAct::wish);
    if (sentence == std::end(kNextActs)) return;
    std::cout << fmt::format(fmt::runtime(desk.in(sentence->spanish, sentence->english)),
                             fmt::arg("order", awaits.order), fmt::arg("document", awaits.document),
                             fmt::arg("stage", desk.word(awaits.stage)),
                             fmt::arg("reason", desk.reason(awaits.holdReason)))
              << '\n';
}

}  // namespace cli
