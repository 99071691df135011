// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "contract/acts_of_requisitions.hpp"
#include "gui/stock/choices.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/stock/transfer_pages.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

using namespace contract;

/// Where these texts stand in the translations.
class RequisitionWords {
    Q_DECLARE_TR_FUNCTIONS(RequisitionWords)
};

ListShape shapeOfRequisitions() {
    return {
        "requisiciones",
        RequisitionWords::tr("Requisiciones", "title of the list of requisitions"),
        {{RequisitionWords::tr("Número", "column: number of a requisition"), 180},
         {RequisitionWords::tr("Situación", "column: stage of a requisition"), 120},
         {RequisitionWords::tr("Para", "column: place that asks"), 200},
         {RequisitionWords::tr("Clase de pieza", "column: item"), 300},
         {RequisitionWords::tr("Cantidad", "column: quantity"), 100},
         {RequisitionWords::tr("Pidió", "column: who asked"), 170},
         {RequisitionWords::tr("Desde", "column: when it was asked"), 175},
         {RequisitionWords::tr("Traslado", "column: the transfer that answers"), 180},
         {RequisitionWords::tr("Motivo", "column: reason"), 200}},
        {{"-0", RequisitionWords::tr("Lo último arriba", "sort: newest first"), 0, Qt::DescendingOrder},
         {"1", RequisitionWords::tr("Por situación", "sort: by stage"), 1}},
        {},
        RequisitionWords::tr("Número, lugar, clase…", "what may be typed to narrow requisitions"),
        RequisitionWords::tr("No hay requisiciones", "empty list of requisitions"),
        RequisitionWords::tr("Pulse F5 para pedir piezas para un lugar.", "advice at an empty list of requisitions")};
}

void create(const Workplace& place, ListPage& page, const Choices& choices) {
    using Kind = FormField::Kind;
    new FormSheet{place,
                  &page,
                  {RequisitionWords::tr("Pedir piezas para un lugar", "title of a form"),
                   {},
                   RequisitionWords::tr("Pedir", "button of the form")},
                  {choices.place("place", RequisitionWords::tr("Para el lugar", "label: place")),
                   choices.item("item", RequisitionWords::tr("Clase de pieza", "label: item")),
                   {"quantity", RequisitionWords::tr("Cantidad", "label"), Kind::Number},
                   {"reason", RequisitionWords::tr("Motivo", "label: reason"), Kind::Text}},
                  asking(
                      place, &page, {},
                      [](const FormValues& answers) {
                          return RequisitionCreate{answers.text("place"), answers.text("item"),
                                                   answers.number("quantity"), answers.text("reason")};
                      },
                      [&page](const RequisitionLine& line) {
                          page.tellDone(RequisitionWords::tr("Requisición %1 registrada; espera aprobación.",
                                                             "after a requisition was made; %1 number")
                                            .arg(shown(line.requisition)));
                      })};
}

void approve(const Workplace& place, ListPage& page, const QString& number, const Choices& choices) {
    new FormSheet{place,
                  &page,
                  {RequisitionWords::tr("Aprobar la requisición %1", "title of a form; %1 number").arg(number),
                   RequisitionWords::tr("Se prepara un traslado desde el lugar que elija.", "what the form is for"),
                   RequisitionWords::tr("Aprobar", "button of the form")},
                  {choices.place("from", RequisitionWords::tr("Sale de", "label: place"), "vault")},
                  asking(
                      place, &page, {},
                      [number](const FormValues& answers) {
                          return RequisitionApprove{told(number), answers.text("from")};
                      },
                      [&page](const RequisitionLine& line) {
                          page.tellDone(RequisitionWords::tr("Requisición aprobada. Traslado %1.",
                                                             "%1 is the number of a transfer")
                                            .arg(shown(line.transfer)));
                      })};
}

void refuse(const Workplace& place, ListPage& page, const QString& number) {
    new FormSheet{
        place,
        &page,
        {RequisitionWords::tr("Rechazar la requisición %1", "title of a form; %1 number").arg(number),
         {},
         RequisitionWords::tr("Rechazar", "button of the form")},
        {{"reason", RequisitionWords::tr("Motivo", "label: reason"), FormField::Kind::Text}},
        asking(
            place, &page, {},
            [number](const FormValues& answers) {
                return RequisitionRefuse{told(number), answers.text("reason")};
            },
            [&page](const Done&) {
                page.tellDone(RequisitionWords::tr("Requisición rechazada.", "after a requisition was refused"));
            })};
}

void tellMinimums(const Workplace& place, ListPage& page) {
    place.ask(
        &page, MinimumList{true},
        [&place, &page](const MinimumsListed& listed) {
            QStringList lines;
            for (const auto& each : listed.lines)
                lines << RequisitionWords::tr("%1 tiene %3 de «%2»; debe tener %4, y %5 vienen en camino.",
                                              "low stock: %1 place, %2 item, %3 usable, %4 minimum, %5 on the way")
                             .arg(placeOf(place, each.place), shown(place.names.of(each.item)))
                             .arg(each.usable)
                             .arg(each.least)
                             .arg(each.onTheWay);
            if (lines.isEmpty())
                return page.banner().tell(
                    Standing::Done, RequisitionWords::tr("Ningún lugar está por debajo de su mínimo.", "no low stock"));
            page.banner().tell(Standing::Caution, lines.join(u'\n'));
        },
        [&page](const Trouble& why) { page.tell(why); });
}

}  // namespace

ListPage* makeRequisitions(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const RequisitionsListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.requisitions)
            rows.push_back({shown(each.requisition),
                            {shown(each.requisition), wordOf(place, each.stage), placeOf(place, each.place),
                             shown(place.names.of(each.item)), QString::number(each.quantity), shown(each.requestedBy),
                             momentOf(each.requestedAt), shown(each.transfer), shown(each.reason)}});
        return rows;
    };
    auto* page = new ListPage{place, shapeOfRequisitions(),
                              listing(
                                  place, [](const ListQuery&) { return RequisitionList{}; }, rowsOf),
                              parent};
    if (place.session.may<RequisitionCreate>())
        page->offer(
            RequisitionWords::tr("Pedir piezas", "button: makes a requisition"), Qt::Key_F5,
            [&place, page] {
                withChoices(place, *page, [&place, page](const Choices& choices) { create(place, *page, choices); });
            },
            true);
    if (place.session.may<RequisitionApprove>()) {
        page->offerForRow(RequisitionWords::tr("Aprobar", "button"), Qt::Key_F6, [&place, page](const QString& number) {
            withChoices(place, *page,
                        [&place, page, number](const Choices& choices) { approve(place, *page, number, choices); });
        });
        page->offerForRow(RequisitionWords::tr("Rechazar", "button"), Qt::Key_F8,
                          [&place, page](const QString& number) { refuse(place, *page, number); });
    }
    page->offer(RequisitionWords::tr("Ver lo que escasea", "button: low stock"), Qt::Key_F4,
                [&place, page] { tellMinimums(place, *page); });
    return page;
}

}  // namespace gui
