// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/order_list.hpp"

#include <QCoreApplication>
#include <span>

#include "contract/acts_of_orders.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

constexpr const char* kStages[] = {"received",  "cleared",  "prepared",  "printed",  "encoded",
                                   "inspected", "released", "cancelled", "sent_back"};
constexpr const char* kStandings[] = {"ready", "claimed", "acting", "in_doubt", "held", "ended"};

/// Where these texts stand in the translations.
class OrderWords {
    Q_DECLARE_TR_FUNCTIONS(OrderWords)
   public:
    static QList<ListColumn> columns() {
        return {{tr("Orden", "column: number of the order"), 130},
                {tr("Clase", "column: kind of document"), 190},
                {tr("Etapa", "column: stage of the order"), 105},
                {tr("Situación", "column: standing of the order"), 105},
                {tr("Prioridad", "column: priority"), 105},
                {tr("Vence", "column: day on which the order is due"), 105},
                {tr("Pieza", "column: serial of the blank"), 100},
                {tr("Documento", "column: number of the document"), 110, false},
                {tr("Intento", "column: number of the attempt"), 85, false},
                {tr("Recibida", "column: day on which the order was taken"), 105, false},
                {tr("Captura", "column: station that captured the order, and its reference"), 190, false},
                {tr("Motivo", "column: why it is held or was sent back"), 200}};
    }
    static QList<ListSort> sorts() {
        return {{"number", tr("Número", "sort: by the number of the order"), 0},
                {"newest", tr("Las últimas primero", "sort: newest orders first"), 0, Qt::DescendingOrder},
                {"turn", tr("Turno en la línea", "sort: as the line takes them"), 4},
                {"due", tr("Fecha prometida", "sort: by the day they are due on"), 5}};
    }
    static ListChoice choice(const Workplace& place, const QString& name, const QString& label,
                             std::span<const char* const> codes) {
        ListChoice choice{name, label, {{QString{}, tr("Todas", "all stages, or all standings")}}};
        for (const char* code : codes) choice.values.emplace_back(code, shown(place.wording.word(code)));
        return choice;
    }
    static ListShape shape(const Workplace& place) {
        return {"ordenes",
                tr("Órdenes", "title of the list of orders"),
                columns(),
                sorts(),
                {choice(place, "stage", tr("Etapa", "label of the choice of a stage"), kStages),
                 choice(place, "standing", tr("Situación", "label of the choice of a standing"), kStandings)},
                tr("Orden, pieza, documento…", "what may be typed to find an order"),
                tr("No hay órdenes", "an empty list of orders"),
                tr("Espere a que lleguen órdenes de captura.", "advice at an empty list of orders")};
    }
    static QString capture(const contract::OrderLine& order) {
        return tr("%1 · %2", "%1 is the station that captured an order, %2 its reference there")
            .arg(shown(order.station), shown(order.reference));
    }
};

ListRow rowOf(const Workplace& place, const contract::OrderLine& order) {
    const auto word = [&](const std::string& code) { return shown(place.wording.word(code)); };
    return {shown(order.order),
            {shown(order.order), shown(place.names.of(order.kind)), word(order.stage), word(order.standing),
             word(order.priority), shown(order.due), shown(order.blank), shown(order.document),
             QString::number(order.attempts), shown(order.received.substr(0, 10)), OrderWords::capture(order),
             shown(place.wording.reasons(order.reason).front())}};
}

std::optional<std::string> given(const QString& text) {
    return text.isEmpty() ? std::nullopt : std::optional{told(text)};
}

}  // namespace

ListView* makeOrderList(const Workplace& place, QWidget* parent) {
    return new ListView{place, OrderWords::shape(place),
                        [&place](const ListQuery& query, ListAnswer answer) {
                            const contract::OrderList request{given(query.choices.value("stage")),
                                                              given(query.choices.value("standing")),
                                                              given(query.after),
                                                              query.limit,
                                                              given(query.text),
                                                              given(query.sort)};
                            place.ask(
                                &place.link, request,
                                [&place, answer](const contract::OrdersListed& listed) {
                                    std::vector<ListRow> rows;
                                    for (const auto& order : listed.orders) rows.push_back(rowOf(place, order));
                                    answer.arrived(std::move(rows));
                                },
                                answer.troubled);
                        },
                        parent};
}

}  // namespace gui
