// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/destruction_pages.hpp"

#include <QCoreApplication>

#include "contract/acts_of_destruction.hpp"
#include "gui/stock/choices.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using namespace contract;

/// Where these texts stand in the translations.
class DestructionWords {
    Q_DECLARE_TR_FUNCTIONS(DestructionWords)
};

ListShape shapeOfDestructions() {
    return {"destrucciones",
            DestructionWords::tr("Destrucciones", "title of the list of destructions"),
            {{DestructionWords::tr("Destrucción", "column: number of a destruction"), 180},
             {DestructionWords::tr("Etapa", "column: stage"), 150},
             {DestructionWords::tr("Piezas", "column: quantity"), 100},
             {DestructionWords::tr("Solicitada", "column: when it was requested"), 175},
             {DestructionWords::tr("Por", "column: who requested it"), 200},
             {DestructionWords::tr("Terminada", "column: when it ended"), 175}},
            {{"-3", DestructionWords::tr("Lo último arriba", "sort: newest first"), 3, Qt::DescendingOrder},
             {"1", DestructionWords::tr("Por etapa", "sort: by stage"), 1}},
            {},
            DestructionWords::tr("Número, etapa, persona…", "what may be typed to narrow destructions"),
            DestructionWords::tr("No hay destrucciones", "empty list of destructions"),
            DestructionWords::tr("Se solicitan con lo que está en el depósito de destrucción.",
                                 "advice at the empty list of destructions")};
}

DestructionRequest requestOf(const FormValues& answers) {
    DestructionRequest request{answers.text("reason"), answers.lines("serials"), std::nullopt, std::nullopt,
                               std::nullopt};
    if (!request.serials.empty()) return request;
    request.place = answers.given("place");
    request.state = answers.given("state");
    request.until = answers.given("until");
    return request;
}

void request(const Workplace& place, ListPage& page, const Choices& choices) {
    using Kind = FormField::Kind;
    QList<std::pair<QString, QString>> states;
    for (const char* state : {"spoiled", "annulled", "expired"}) states.append({state, wordOf(place, state)});
    new FormSheet{
        place,
        &page,
        {DestructionWords::tr("Solicitar una destrucción", "title of a form"),
         DestructionWords::tr("Lea las piezas; o deje la lista vacía y pida todas las de un lugar y estado.",
                              "what the form is for"),
         DestructionWords::tr("Solicitar", "button of the form")},
        {{"reason", DestructionWords::tr("Motivo", "label: reason"), Kind::Text},
         {"serials", DestructionWords::tr("Piezas o rangos", "label of the list of serials"), Kind::Serials, {}, false},
         choices.placeIfAny("place", DestructionWords::tr("Lugar", "label: place"),
                            DestructionWords::tr("Solo lo leído", "no place: what is scanned"), "destruction"),
         {"state", DestructionWords::tr("Estado", "label: state"), Kind::Choice, "spoiled", false, states},
         {"until", DestructionWords::tr("Llegadas hasta (año-mes-día)", "label: a date"), Kind::Text, {}, false}},
        asking(place, &page, {}, requestOf, [&page](const DestructionRequested& requested) {
            page.tellDone(DestructionWords::tr("Destrucción %1 solicitada: %2 piezas. Falta la autorización superior.",
                                               "after a destruction was requested; %1 number, %2 quantity")
                              .arg(shown(requested.destruction))
                              .arg(requested.quantity));
        })};
}

}  // namespace

ListPage* makeDestructions(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const DestructionsListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.destructions)
            rows.push_back({shown(each.destruction),
                            {shown(each.destruction), wordOf(place, each.stage), QString::number(each.quantity),
                             momentOf(each.requestedAt), shown(each.requestedBy), momentOf(each.endedAt)}});
        return rows;
    };
    auto* page = new ListPage{place, shapeOfDestructions(),
                              listing(
                                  place, [](const ListQuery&) { return DestructionList{}; }, rowsOf),
                              parent};
    if (place.session.may<DestructionRequest>())
        page->offer(
            DestructionWords::tr("Solicitar destrucción", "button"), Qt::Key_F5,
            [&place, page] {
                withChoices(place, *page, [&place, page](const Choices& choices) { request(place, *page, choices); });
            },
            true);
    return page;
}

}  // namespace gui
