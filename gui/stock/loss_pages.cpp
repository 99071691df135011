// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDate>

#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_losses.hpp"
#include "gui/stock/quarantine_pages.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

using namespace contract;

/// Where these texts stand in the translations.
class LossWords {
    Q_DECLARE_TR_FUNCTIONS(LossWords)
};

ListShape shapeOfLosses() {
    return {"faltantes",
            LossWords::tr("Faltantes y sus casos", "title of the list of cases"),
            {{LossWords::tr("Caso", "column: number of a case"), 180},
             {LossWords::tr("Clase", "column: kind of a case"), 160},
             {LossWords::tr("Lugar", "column: place"), 210},
             {LossWords::tr("Estado", "column: state of a case"), 110},
             {LossWords::tr("Plazo", "column: day until which a case is to be resolved"), 175},
             {LossWords::tr("Abierto", "column: when a case was opened"), 175},
             {LossWords::tr("Por", "column: who opened a case"), 170}},
            {{"4", LossWords::tr("Por plazo", "sort: by deadline"), 4},
             {"1", LossWords::tr("Por clase", "sort: by kind"), 1}},
            {{"of",
              LossWords::tr("Cuáles", "label of the choice which cases are listed"),
              {{"open", LossWords::tr("Abiertos", "cases that are open")},
               {"overdue", LossWords::tr("Vencidos", "cases that are overdue")},
               {"all", LossWords::tr("Todos", "all cases")}}}},
            LossWords::tr("Caso, lugar, clase…", "what may be typed to narrow cases"),
            LossWords::tr("No hay faltantes", "empty list of cases"),
            LossWords::tr("Todo está donde dicen los libros.", "advice at the empty list of cases")};
}

QString noted(const LossNoted& noted) {
    return LossWords::tr("%n pieza(s) anotada(s). Casos: %1", "after a loss was noted; %1 numbers of cases",
                         static_cast<int>(noted.quantity))
        .arg(someOf(noted.cases));
}

FormField serials() {
    return {"serials", LossWords::tr("Piezas o rangos", "label of the list of serials"), FormField::Kind::Serials};
}

FormField reason() { return {"reason", LossWords::tr("Motivo", "label: reason"), FormField::Kind::Text}; }

void reportMissing(const Workplace& place, ListPage& page) {
    new FormSheet{place,
                  &page,
                  {LossWords::tr("Anotar un faltante", "title of a form"),
                   LossWords::tr("Se abre un caso con plazo por cada lugar.", "what the form is for"),
                   LossWords::tr("Anotar", "button of the form")},
                  {serials(), reason()},
                  asking(
                      place, &page, {},
                      [](const FormValues& answers) {
                          return StockMissing{answers.lines("serials"), answers.text("reason")};
                      },
                      [&page](const LossNoted& answer) { page.tellDone(noted(answer)); })};
}

void reportFound(const Workplace& place, ListPage& page) {
    const auto title = LossWords::tr("Anotar un hallazgo", "title of a form and of its consent");
    new FormSheet{place,
                  &page,
                  {title, LossWords::tr("Lo hallado va a cuarentena, nunca a la bóveda.", "what the form is for"),
                   LossWords::tr("Anotar con dos custodios", "button of the form")},
                  {serials(), reason()},
                  asking(
                      place, &page, twoCustodians(title, {}),
                      [](const FormValues& answers) {
                          return StockFound{answers.lines("serials"), answers.text("reason")};
                      },
                      [&page](const LossNoted& answer) { page.tellDone(noted(answer)); })};
}

void reportLoss(const Workplace& place, ListPage& page) {
    using Kind = FormField::Kind;
    const auto title = LossWords::tr("Denuncia de pérdida o robo", "title of a form and of its consent");
    new FormSheet{
        place,
        &page,
        {title, LossWords::tr("Los documentos hechos con estas piezas quedan anulados.", "what the form is for"),
         LossWords::tr("Registrar entre dos", "button of the form")},
        {{"kind",
          LossWords::tr("Qué pasó", "label: lost or stolen"),
          Kind::Choice,
          "lost",
          true,
          {{"lost", LossWords::tr("Se perdió", "a blank was lost")},
           {"stolen", LossWords::tr("Se robó", "a blank was stolen")}}},
         serials(),
         {"report", LossWords::tr("Número de la denuncia", "label"), Kind::Text},
         {"authority", LossWords::tr("Autoridad que la recibió", "label"), Kind::Text},
         {"date", LossWords::tr("Fecha (año-mes-día)", "label: a date"), Kind::Text,
          QDate::currentDate().toString(Qt::ISODate)}},
        asking(
            place, &page,
            {title,
             {},
             LossWords::tr("Primera persona: escriba sus datos", "the first of two who consent"),
             LossWords::tr("Segunda persona: escriba sus datos", "the second of two who consent")},
            [](const FormValues& answers) {
                return StockReportLoss{answers.text("kind"), answers.lines("serials"), answers.text("report"),
                                       answers.text("authority"), answers.text("date")};
            },
            [&page](const LossNoted& answer) { page.tellDone(noted(answer)); })};
}

void showCase(const Workplace& place, ListPage& page, const QString& number) {
    place.ask(
        &page, CaseShow{told(number)},
        [&page](const CaseShown& shownCase) {
            QStringList lines{shown(shownCase.reason)};
            for (const auto& matter : shownCase.matters)
                lines << LossWords::tr("%1: los libros dicen %2, se halló %3",
                                       "matter of a case; %1 serials or lot, %2 expected, %3 found")
                             .arg(shown(matter.serials.empty() ? matter.lot : matter.serials))
                             .arg(matter.expected)
                             .arg(matter.found);
            for (const auto& note : shownCase.notes)
                lines << QStringLiteral("%1  %2: %3").arg(momentOf(note.time), shown(note.person), shown(note.text));
            page.banner().tell(Standing::Neutral, lines.join(u'\n'));
        },
        [&page](const Trouble& why) { page.tell(why); });
}

}  // namespace

ListPage* makeLosses(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const CasesListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.cases)
            rows.push_back(
                {shown(each.number),
                 {shown(each.number), wordOf(place, each.kind), placeOf(place, each.place), wordOf(place, each.state),
                  momentOf(each.deadline), momentOf(each.openedAt), shown(each.openedBy)}});
        return rows;
    };
    auto* page = new ListPage{place, shapeOfLosses(),
                              listing(
                                  place,
                                  [](const ListQuery& query) {
                                      return CaseList{told(query.choices.value("of")), {}, {}};
                                  },
                                  rowsOf),
                              parent};
    QObject::connect(page, &ListPage::opened, page,
                     [&place, page](const QString& number) { showCase(place, *page, number); });
    if (place.session.may<StockMissing>())
        page->offer(
            LossWords::tr("Anotar faltante", "button"), Qt::Key_F5, [&place, page] { reportMissing(place, *page); },
            true);
    if (place.session.may<StockFound>())
        page->offer(LossWords::tr("Anotar hallazgo", "button"), Qt::Key_F6,
                    [&place, page] { reportFound(place, *page); });
    if (place.session.may<StockReportLoss>())
        page->offer(LossWords::tr("Registrar denuncia", "button"), Qt::Key_F7,
                    [&place, page] { reportLoss(place, *page); });
    return page;
}

}  // namespace gui
