// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/count_pages.hpp"

#include <QCoreApplication>

#include "contract/acts_of_counts.hpp"
#include "gui/stock/choices.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

using namespace contract;

/// Where these texts stand in the translations.
class CountWords {
    Q_DECLARE_TR_FUNCTIONS(CountWords)
};

ListShape shapeOfCounts() {
    return {"conteos",
            CountWords::tr("Conteos", "title of the list of counts"),
            {{CountWords::tr("Conteo", "column: number of a count"), 180},
             {CountWords::tr("Situación", "column: state of a count"), 160},
             {CountWords::tr("Lugar", "column: place"), 210},
             {CountWords::tr("Clase", "column: kind of a count"), 130},
             {CountWords::tr("Vuelta", "column: round of a count"), 90},
             {CountWords::tr("Planeado", "column: when a count was planned"), 175},
             {CountWords::tr("Por", "column: who planned a count"), 170},
             {CountWords::tr("Cerrado", "column: when a count was closed"), 175}},
            {{"-5", CountWords::tr("Lo último arriba", "sort: newest first"), 5, Qt::DescendingOrder},
             {"1", CountWords::tr("Por situación", "sort: by state"), 1}},
            {},
            CountWords::tr("Número, lugar, situación…", "what may be typed to narrow counts"),
            CountWords::tr("No hay conteos para usted", "empty list of counts"),
            CountWords::tr("Los planea un supervisor o un auditor.", "advice at an empty list of counts")};
}

void plan(const Workplace& place, ListPage& page, const Choices& choices) {
    using Kind = FormField::Kind;
    QList<std::pair<QString, QString>> kinds;
    for (const char* kind : {"planned", "cyclic", "unannounced"}) kinds.append({kind, wordOf(place, kind)});
    new FormSheet{
        place,
        &page,
        {CountWords::tr("Planear un conteo", "title of a form"),
         CountWords::tr("Dos personas cuentan por separado, sin ver lo que dicen los libros.", "what the form is for"),
         CountWords::tr("Planear", "button of the form")},
        {choices.place("place", CountWords::tr("Lugar", "label: place"), "vault"),
         {"kind", CountWords::tr("Clase", "label: kind of a count"), Kind::Choice, "planned", true, kinds},
         choices.itemIfAny("item", CountWords::tr("Qué se cuenta", "label: item"),
                           CountWords::tr("Todo", "all items"))},
        asking(
            place, &page, {},
            [](const FormValues& answers) {
                CountPlan plan{answers.text("place"), answers.text("kind"), {}};
                if (const auto item = answers.given("item")) plan.items.push_back(*item);
                return plan;
            },
            [&page](const CountNumbered& planned) {
                page.tellDone(CountWords::tr("Conteo %1 planeado.", "after a count was planned; %1 number")
                                  .arg(shown(planned.number)));
            })};
}

void schedule(const Workplace& place, ListPage& page, const Choices& choices) {
    using Kind = FormField::Kind;
    new FormSheet{place,
                  &page,
                  {CountWords::tr("Calendario de conteos", "title of a form"),
                   CountWords::tr("Cada cuántos días se cuenta un lugar; 0 es nunca.", "what the form is for"),
                   CountWords::tr("Guardar", "button of the form")},
                  {choices.place("place", CountWords::tr("Lugar", "label: place"), "vault"),
                   {"days", CountWords::tr("Días", "label: number of days"), Kind::Number, "30"}},
                  asking(
                      place, &page, {},
                      [](const FormValues& answers) {
                          return CountSchedule{answers.text("place"), answers.number("days")};
                      },
                      [&page](const Done&) {
                          page.tellDone(CountWords::tr("El calendario quedó guardado.", "after a schedule was set"));
                      })};
}

void tellDue(const Workplace& place, ListPage& page) {
    place.ask(
        &page, CountDue{},
        [&place, &page](const CountsDue& due) {
            QStringList lines;
            for (const auto& each : due.places)
                lines << CountWords::tr("%1: cada %2 días, toca el %3", "a place to count; %2 days, %3 date")
                             .arg(placeOf(place, each.place))
                             .arg(each.everyDays)
                             .arg(momentOf(each.due));
            if (lines.isEmpty()) lines << CountWords::tr("Ningún lugar tiene calendario.", "no place has a schedule");
            page.banner().tell(Standing::Neutral, lines.join(u'\n'));
        },
        [&page](const Trouble& why) { page.tell(why); });
}

}  // namespace

ListPage* makeCounts(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const CountsListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.counts)
            rows.push_back({shown(each.number),
                            {shown(each.number), wordOf(place, each.state), placeOf(place, each.place),
                             wordOf(place, each.kind), QString::number(each.round), momentOf(each.plannedAt),
                             shown(each.plannedBy), momentOf(each.closedAt)}});
        return rows;
    };
    auto* page = new ListPage{place, shapeOfCounts(),
                              listing(
                                  place, [](const ListQuery&) { return CountList{}; }, rowsOf),
                              parent};
    page->offer(CountWords::tr("Calendario", "button: which places are due"), Qt::Key_F4,
                [&place, page] { tellDue(place, *page); });
    if (place.session.may<CountPlan>()) {
        page->offer(
            CountWords::tr("Planear conteo", "button"), Qt::Key_F5,
            [&place, page] {
                withChoices(place, *page, [&place, page](const Choices& choices) { plan(place, *page, choices); });
            },
            true);
        page->offer(CountWords::tr("Cambiar calendario", "button"), Qt::Key_F6, [&place, page] {
            withChoices(place, *page, [&place, page](const Choices& choices) { schedule(place, *page, choices); });
        });
    }
    return page;
}

}  // namespace gui
