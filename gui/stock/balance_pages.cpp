// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/balance_pages.hpp"

#include <QCoreApplication>

#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class BalanceWords {
    Q_DECLARE_TR_FUNCTIONS(BalanceWords)
};

ListShape shapeOfBalances(const Workplace& place) {
    ListChoice states{"state",
                      BalanceWords::tr("Estado", "label of the choice of a state"),
                      {{{}, BalanceWords::tr("Todos", "all states")}}};
    for (const char* state :
         {"usable", "in_use", "personalised", "spoiled", "annulled", "expired", "missing", "destroyed"})
        states.values.emplace_back(state, wordOf(place, state));
    return {"existencias",
            BalanceWords::tr("Existencias", "title of the list of balances"),
            {{BalanceWords::tr("Clase de pieza", "column: item"), 340},
             {BalanceWords::tr("Lugar", "column: place"), 230},
             {BalanceWords::tr("Estado", "column: state"), 150},
             {BalanceWords::tr("Cantidad", "column: quantity"), 120},
             {BalanceWords::tr("Sin explicar", "column: unexplained quantity"), 140},
             {BalanceWords::tr("Lote", "column: lot of what is counted"), 120}},
            {{"0", BalanceWords::tr("Por clase", "sort: by item"), 0},
             {"1", BalanceWords::tr("Por lugar", "sort: by place"), 1}},
            {states},
            BalanceWords::tr("Clase, lugar, lote…", "what may be typed to narrow balances"),
            BalanceWords::tr("No hay existencias", "empty list of balances"),
            BalanceWords::tr("Reciba primero una entrega del proveedor.", "advice at an empty list of balances")};
}

ListRow rowOf(const Workplace& place, const contract::BalanceLine& line) {
    return {QStringLiteral("%1|%2").arg(shown(line.place), shown(place.names.of(line.item))),
            {shown(place.names.of(line.item)), placeOf(place, line.place), wordOf(place, line.state),
             QString::number(line.quantity), QString::number(line.unexplained), shown(line.lot)}};
}

}  // namespace

ListPage* makeBalances(const Workplace& place, QWidget* parent) {
    return new ListPage{place, shapeOfBalances(place),
                        [&place](const ListQuery& query, const ListAnswer& answer) {
                            if (!query.after.isEmpty()) return answer.arrived({});
                            place.ask(
                                &place.link, contract::StockBalance{},
                                [&place, query, answer](const contract::StockBalanced& balance) {
                                    const auto state = told(query.choices.value("state"));
                                    std::vector<ListRow> rows;
                                    for (const auto& line : balance.lines)
                                        if (state.empty() || line.state == state) rows.push_back(rowOf(place, line));
                                    answer.arrived(narrowed(std::move(rows), query));
                                },
                                answer.troubled);
                        },
                        parent};
}

ListPage* makePlaces(const Workplace& place, QWidget* parent) {
    ListShape shape{"lugares",
                    BalanceWords::tr("Lugares y responsables", "title of the list of places"),
                    {{BalanceWords::tr("Lugar", "column: place"), 220},
                     {BalanceWords::tr("Nombre", "column: name of a place"), 280},
                     {BalanceWords::tr("Responde", "column: custodian of a place"), 200},
                     {BalanceWords::tr("Sede", "column: site of a place"), 120},
                     {BalanceWords::tr("Dos personas", "column: whether a place is guarded"), 120},
                     {BalanceWords::tr("Situación", "column: whether a place is open"), 120}},
                    {{"0", BalanceWords::tr("Por lugar", "sort: by place"), 0}},
                    {},
                    BalanceWords::tr("Lugar, nombre, persona…", "what may be typed to narrow places"),
                    BalanceWords::tr("No hay lugares", "empty list of places"),
                    {}};
    const auto rowsOf = [&place](const contract::PlacesListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.places)
            rows.push_back({shown(each.place),
                            {placeOf(place, each.place), shown(each.name), shown(each.custodian), shown(each.site),
                             each.guarded ? BalanceWords::tr("sí", "a place is guarded")
                                          : BalanceWords::tr("no", "a place is not guarded"),
                             each.active ? BalanceWords::tr("abierto", "a place is in use")
                                         : BalanceWords::tr("cerrado", "a place is closed")}});
        return rows;
    };
    return new ListPage{place, std::move(shape),
                        listing(
                            place, [](const ListQuery&) { return contract::PlaceList{}; }, rowsOf),
                        parent};
}

}  // namespace gui
