// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/transfer_pages.hpp"

#include <QCoreApplication>

#include "contract/acts_of_transfers.hpp"
#include "gui/stock/choices.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using namespace contract;

/// Where these texts stand in the translations.
class TransferWords {
    Q_DECLARE_TR_FUNCTIONS(TransferWords)
};

ListShape shapeOfTransfers() {
    return {"traslados",
            TransferWords::tr("Traslados", "title of the list of transfers"),
            {{TransferWords::tr("Traslado", "column: number of a transfer"), 180},
             {TransferWords::tr("Etapa", "column: stage of a transfer"), 130},
             {TransferWords::tr("Sale de", "column: place a transfer leaves"), 210},
             {TransferWords::tr("Llega a", "column: place a transfer goes to"), 210},
             {TransferWords::tr("Piezas", "column: quantity"), 90},
             {TransferWords::tr("Se espera", "column: when a transfer is expected"), 175},
             {TransferWords::tr("Transporta", "column: who carries a transfer"), 180},
             {TransferWords::tr("Precinto", "column: seal of a transfer"), 110}},
            {{"-0", TransferWords::tr("Lo último arriba", "sort: newest first"), 0, Qt::DescendingOrder},
             {"1", TransferWords::tr("Por etapa", "sort: by stage"), 1},
             {"5", TransferWords::tr("Por llegada", "sort: by arrival"), 5}},
            {{"which",
              TransferWords::tr("Cuáles", "label of the choice which transfers are listed"),
              {{"open", TransferWords::tr("Los abiertos", "transfers that have not ended")},
               {"overdue", TransferWords::tr("Los atrasados", "transfers that are overdue")},
               {"all", TransferWords::tr("Todos", "all transfers")}}}},
            TransferWords::tr("Número, lugar, precinto…", "what may be typed to narrow transfers"),
            TransferWords::tr("No hay traslados abiertos", "empty list of transfers"),
            TransferWords::tr("Pulse F5 para preparar uno.", "advice at an empty list of transfers")};
}

QString expectedOf(const TransferShown& transfer) {
    const auto moment = momentOf(transfer.expected);
    return transfer.overdue ? TransferWords::tr("%1 ATRASADO", "%1 is the moment a transfer was expected").arg(moment)
                            : moment;
}

void prepare(const Workplace& place, ListPage& page, const Choices& choices) {
    using Kind = FormField::Kind;
    QList<std::pair<QString, QString>> states;
    for (const char* state : {"usable", "spoiled", "annulled", "expired"}) states.append({state, wordOf(place, state)});
    new FormSheet{
        place,
        &page,
        {TransferWords::tr("Preparar un traslado", "title of a form"),
         TransferWords::tr("Lea las piezas, o elija clase y cantidad. Quedan reservadas.", "what the form is for"),
         TransferWords::tr("Preparar", "button of the form")},
        {choices.place("from", TransferWords::tr("Sale de", "label: place"), "vault"),
         choices.place("to", TransferWords::tr("Llega a", "label: place")),
         {"state", TransferWords::tr("Estado", "label: state"), Kind::Choice, "usable", true, states},
         choices.itemIfAny("item", TransferWords::tr("Clase de pieza", "label: item"),
                           TransferWords::tr("Las piezas que se lean", "no item: what is scanned")),
         {"quantity", TransferWords::tr("Cantidad", "label"), Kind::Number},
         {"serials", TransferWords::tr("Piezas o rangos", "label of the list of serials"), Kind::Serials, {}, false},
         {"reason", TransferWords::tr("Motivo", "label: reason"), Kind::Text, {}, false}},
        asking(
            place, &page, {},
            [](const FormValues& answers) {
                return TransferPrepare{answers.text("from"),     answers.text("to"),   answers.text("state"),
                                       answers.lines("serials"), answers.text("item"), answers.number("quantity"),
                                       answers.text("reason")};
            },
            [&page](const TransferShown& transfer) {
                page.tellDone(TransferWords::tr("Traslado %1 preparado con %2 piezas. Ahora lo aprueba otra persona.",
                                                "after a transfer was prepared; %1 number, %2 quantity")
                                  .arg(shown(transfer.transfer))
                                  .arg(transfer.quantity));
            })};
}

}  // namespace

ListPage* makeTransfers(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const TransfersListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.transfers)
            rows.push_back(
                {shown(each.transfer),
                 {shown(each.transfer), wordOf(place, each.stage), placeOf(place, each.from), placeOf(place, each.to),
                  QString::number(each.quantity), expectedOf(each), shown(each.carrier), shown(each.seal)}});
        return rows;
    };
    auto* page = new ListPage{
        place, shapeOfTransfers(),
        listing(
            place, [](const ListQuery& query) { return TransferList{told(query.choices.value("which", "open"))}; },
            rowsOf),
        parent};
    if (place.session.may<TransferPrepare>())
        page->offer(
            TransferWords::tr("Preparar traslado", "button"), Qt::Key_F5,
            [&place, page] {
                withChoices(place, *page, [&place, page](const Choices& choices) { prepare(place, *page, choices); });
            },
            true);
    return page;
}

}  // namespace gui
