// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/quarantine_pages.hpp"

#include <QCoreApplication>

#include "contract/acts_of_spoilage.hpp"
#include "gui/stock/spoiling.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using namespace contract;

/// Where these texts stand in the translations.
class QuarantineWords {
    Q_DECLARE_TR_FUNCTIONS(QuarantineWords)
};

ListShape shapeOfQuarantine() {
    return {"cuarentena",
            QuarantineWords::tr("Piezas dañadas en cuarentena", "title of the list of spoiled blanks"),
            {{QuarantineWords::tr("Series", "column: serials"), 210},
             {QuarantineWords::tr("Clase de pieza", "column: item"), 280},
             {QuarantineWords::tr("Causa", "column: cause"), 200},
             {QuarantineWords::tr("Lugar", "column: place"), 170},
             {QuarantineWords::tr("Anotada", "column: when a blank was spoiled"), 175},
             {QuarantineWords::tr("Por", "column: who spoiled a blank"), 170},
             {QuarantineWords::tr("Recibida", "column: when a custodian received it"), 175},
             {QuarantineWords::tr("Recibió", "column: who received it"), 170}},
            {{"4", QuarantineWords::tr("Lo primero arriba", "sort: oldest first"), 4},
             {"2", QuarantineWords::tr("Por causa", "sort: by cause"), 2}},
            {{"of",
              QuarantineWords::tr("Cuáles", "label of the choice which spoiled blanks are listed"),
              {{"not_received", QuarantineWords::tr("Por recibir", "spoiled blanks that no custodian has")},
               {"received", QuarantineWords::tr("Recibidas", "spoiled blanks that a custodian has")},
               {"all", QuarantineWords::tr("Todas", "all spoiled blanks")}}}},
            QuarantineWords::tr("Serie, clase, causa…", "what may be typed to narrow spoiled blanks"),
            QuarantineWords::tr("No hay piezas dañadas por recibir", "empty list of spoiled blanks"),
            QuarantineWords::tr("Cuando alguien anota una pieza dañada, aparece aquí.", "advice at the empty list")};
}

ListRow rowOf(const Workplace& place, const QuarantineLine& line, const CauseNames& causes) {
    return {shown(line.serials),
            {shown(line.serials), shown(place.names.of(line.item)), causes.value(shown(line.cause), shown(line.cause)),
             placeOf(place, line.place), momentOf(line.announcedAt), shown(line.announcedBy), momentOf(line.receivedAt),
             shown(line.receivedBy)}};
}

/// The list says causes by their codes; the house has words for them.
void askQuarantine(const Workplace& place, const ListQuery& query, const ListAnswer& answer) {
    if (!query.after.isEmpty()) return answer.arrived({});
    const auto answered = [&place, query, answer](const CauseNames& causes) {
        place.ask(
            &place.link, StockQuarantineList{told(query.choices.value("of"))},
            [&place, query, answer, causes](const QuarantineListed& listed) {
                std::vector<ListRow> rows;
                for (const auto& line : listed.lines) rows.push_back(rowOf(place, line, causes));
                answer.arrived(narrowed(std::move(rows), query));
            },
            answer.troubled);
    };
    askCauses(place, &place.link, answered, answer.troubled);
}

void receive(const Workplace& place, ListPage& page) {
    new FormSheet{
        place,
        &page,
        {QuarantineWords::tr("Recibir en cuarentena", "title of a form"),
         QuarantineWords::tr("Lea cada pieza dañada que le entregan.", "what the form is for"),
         QuarantineWords::tr("Recibir", "button of the form")},
        {{"serials", QuarantineWords::tr("Piezas", "label of the list of serials"), FormField::Kind::Serials}},
        asking(
            place, &page, {},
            [](const FormValues& answers) { return StockQuarantineReceive{answers.lines("serials")}; },
            [&page](const QuarantineReceived& received) {
                page.tellDone(QuarantineWords::tr("%n pieza(s) recibida(s) en cuarentena.",
                                                  "after spoiled blanks were received",
                                                  static_cast<int>(received.fresh)));
            })};
}

void sendToDestruction(const Workplace& place, ListPage& page) {
    const auto title = QuarantineWords::tr("Pasar al depósito de destrucción", "title of a form and of its consent");
    new FormSheet{
        place,
        &page,
        {title, QuarantineWords::tr("Lea cada pieza que pasa.", "what the form is for"),
         QuarantineWords::tr("Pasar con dos custodios", "button of the form")},
        {{"serials", QuarantineWords::tr("Piezas", "label of the list of serials"), FormField::Kind::Serials}},
        asking(
            place, &page, twoCustodians(title, {}),
            [](const FormValues& answers) { return StockToDestruction{answers.lines("serials")}; },
            [&page](const SentToDestruction& sent) {
                page.tellDone(QuarantineWords::tr("%n pieza(s) pasó(aron) al depósito de destrucción.",
                                                  "after blanks were sent to destruction",
                                                  static_cast<int>(sent.quantity)));
            })};
}

/// Unused ones whose time is over, or finished documents that came back.
template <contract::Request R>
void withdraw(const Workplace& place, ListPage& page, const QString& title) {
    using Kind = FormField::Kind;
    new FormSheet{place,
                  &page,
                  {title, QuarantineWords::tr("Pasan a cuarentena para siempre.", "what the form is for"),
                   QuarantineWords::tr("Retirar con dos custodios", "button of the form")},
                  {{"serials", QuarantineWords::tr("Piezas", "label of the list of serials"), Kind::Serials},
                   {"reason", QuarantineWords::tr("Motivo", "label: reason"), Kind::Text}},
                  asking(
                      place, &page, twoCustodians(title, {}),
                      [](const FormValues& answers) {
                          return R{answers.lines("serials"), answers.text("reason")};
                      },
                      [&page](const StockWithdrawn& withdrawn) {
                          page.tellDone(QuarantineWords::tr("%n pieza(s) retirada(s).", "after blanks were withdrawn",
                                                            static_cast<int>(withdrawn.quantity)));
                      })};
}

void offerWithdrawals(const Workplace& place, ListPage& page) {
    if (place.session.may<StockExpire>())
        page.offer(QuarantineWords::tr("Vencidas", "button: withdraws blanks whose time is over"), Qt::Key_F2,
                   [&place, &page] {
                       withdraw<StockExpire>(place, page,
                                             QuarantineWords::tr("Retirar piezas vencidas", "title of a form"));
                   });
    if (place.session.may<StockAnnul>())
        page.offer(QuarantineWords::tr("Anular", "button: withdraws finished documents"), Qt::Key_F8, [&place, &page] {
            withdraw<StockAnnul>(place, page, QuarantineWords::tr("Anular documentos devueltos", "title of a form"));
        });
}

}  // namespace

ListPage* makeQuarantine(const Workplace& place, QWidget* parent) {
    auto* page = new ListPage{
        place, shapeOfQuarantine(),
        [&place](const ListQuery& query, const ListAnswer& answer) { askQuarantine(place, query, answer); }, parent};
    if (place.session.may<StockQuarantineReceive>())
        page->offer(
            QuarantineWords::tr("Recibir", "button"), Qt::Key_F5, [&place, page] { receive(place, *page); }, true);
    if (place.session.may<StockSpoil>()) {
        const auto done = [page](const QString& words) { page->tellDone(words); };
        page->offer(QuarantineWords::tr("Anotar dañada", "button: spoils a blank"), Qt::Key_F6, [&place, page, done] {
            spoilBlank(place, page, {}, done, [page](const Trouble& why) { page->tell(why); });
        });
        page->offer(QuarantineWords::tr("Fotografía", "button: adds evidence"), Qt::Key_F4,
                    [&place, page, done] { addEvidence(place, page, done); });
    }
    if (place.session.may<StockToDestruction>())
        page->offer(QuarantineWords::tr("A destrucción", "button"), Qt::Key_F7,
                    [&place, page] { sendToDestruction(place, *page); });
    offerWithdrawals(place, *page);
    return page;
}

}  // namespace gui
