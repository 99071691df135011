// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/supply_pages.hpp"

#include <QCoreApplication>
#include <QVBoxLayout>

#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/widgets/bar_chart.hpp"

namespace gui {
namespace {

using namespace contract;

constexpr int kChartHeight = 220;
/// As many as have room side by side.
constexpr qsizetype kBars = 6;

/// Where these texts stand in the translations.
class SupplyWords {
    Q_DECLARE_TR_FUNCTIONS(SupplyWords)
};

ListShape shapeOfForecast() {
    return {"prevision",
            SupplyWords::tr("Previsión de existencias", "title of the forecast"),
            {{SupplyWords::tr("Clase de pieza", "column: item"), 300},
             {SupplyWords::tr("Sede", "column: site"), 170},
             {SupplyWords::tr("Hay", "column: usable quantity"), 90},
             {SupplyWords::tr("Por semana", "column: weekly consumption"), 125},
             {SupplyWords::tr("Se acaba", "column: day on which it runs out"), 120},
             {SupplyWords::tr("Pedir cuando haya", "column: reorder point"), 175},
             {SupplyWords::tr("Comprar", "column: quantity to buy"), 105},
             {SupplyWords::tr("Cajas", "column: boxes to buy"), 80},
             {SupplyWords::tr("Costo", "column: cost of the purchase"), 260}},
            {{"0", SupplyWords::tr("Por clase", "sort: by item"), 0},
             {"4", SupplyWords::tr("Lo que se acaba antes", "sort: by the day it runs out"), 4}},
            {},
            SupplyWords::tr("Clase, sede…", "what may be typed to narrow the forecast"),
            SupplyWords::tr("Todavía no hay consumo que prever", "empty forecast"),
            {}};
}

ListShape shapeOfQuality() {
    return {"calidad",
            SupplyWords::tr("Calidad del proveedor", "title of the list of quality"),
            {{SupplyWords::tr("Proveedor", "column: supplier"), 230},
             {SupplyWords::tr("Clase de pieza", "column: item"), 280},
             {SupplyWords::tr("Recibidas", "column: received quantity"), 110},
             {SupplyWords::tr("Defectuosas", "column: defective quantity"), 135},
             {SupplyWords::tr("Por millón", "column: defective per million"), 130},
             {SupplyWords::tr("Sin reclamo", "column: serials in no claim"), 200},
             {SupplyWords::tr("Recibo", "column: receipt"), 320}},
            {{"-4", SupplyWords::tr("Lo peor arriba", "sort: worst first"), 4, Qt::DescendingOrder},
             {"0", SupplyWords::tr("Por proveedor", "sort: by supplier"), 0}},
            {},
            SupplyWords::tr("Recibo, proveedor, clase…", "what may be typed to narrow quality"),
            SupplyWords::tr("No se ha recibido nada", "empty list of quality"),
            {}};
}

void claim(const Workplace& place, ListPage& page, const QString& receipt) {
    new FormSheet{
        place,
        &page,
        {SupplyWords::tr("Reclamar al proveedor por el recibo %1", "title of a form; %1 receipt").arg(receipt),
         SupplyWords::tr("El caso lleva todas las piezas defectuosas sin reclamo.", "what the form is for"),
         SupplyWords::tr("Abrir el reclamo", "button of the form")},
        {{"reason", SupplyWords::tr("Motivo", "label: reason"), FormField::Kind::Text}},
        asking(
            place, &page, {},
            [receipt](const FormValues& answers) {
                return StockClaim{told(receipt), answers.text("reason")};
            },
            [&page](const ClaimOpened& opened) {
                page.tellDone(SupplyWords::tr("Reclamo %1 abierto por %2 piezas.",
                                              "after a claim; %1 number of a case, %2 quantity")
                                  .arg(shown(opened.number))
                                  .arg(opened.quantity));
            })};
}

}  // namespace

ForecastPage::ForecastPage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent),
      m_chart(new BarChart{tr("Semanas que alcanza lo que hay", "title of a chart"), this}),
      m_list(new ListView{place, shapeOfForecast(),
                          [this](const ListQuery& query, const ListAnswer& answer) { ask(query, answer); }, this}) {
    m_chart->setFixedHeight(kChartHeight);
    content().addWidget(m_chart);
    content().addWidget(m_list, 1);
}

void ForecastPage::refresh() { m_list->refresh(); }

void ForecastPage::ask(const ListQuery& query, const ListAnswer& answer) {
    if (!query.after.isEmpty()) return answer.arrived({});
    m_place.ask(
        this, StockForecast{},
        [this, query, answer](const StockForecasted& forecast) {
            draw(forecast);
            std::vector<ListRow> rows;
            for (const auto& line : forecast.lines)
                rows.push_back({shown(line.item + "|" + line.site),
                                {shown(m_place.names.of(line.item)),
                                 line.wholeHouse     ? tr("toda la institución", "the line of the whole house")
                                 : line.site.empty() ? tr("sin sede", "the line of places without a site")
                                                     : shown(line.site),
                                 QString::number(line.usable), QString::number(line.weekly), shown(line.runsOut),
                                 QString::number(line.reorderPoint), QString::number(line.purchase),
                                 QString::number(line.boxes), someOf(line.cost)}});
            answer.arrived(narrowed(std::move(rows), query));
        },
        answer.troubled);
}

// Where nothing is used up, nobody can say how long it lasts.
void ForecastPage::draw(const StockForecasted& forecast) {
    QList<BarChart::Bar> bars;
    for (const auto& line : forecast.lines)
        if (line.wholeHouse && line.weekly > 0)
            bars.append({shown(m_place.names.of(line.item)),
                         static_cast<double>(line.usable) / static_cast<double>(line.weekly)});
    std::ranges::sort(bars, {}, &BarChart::Bar::value);
    m_chart->setVisible(!bars.isEmpty());
    m_chart->show(bars.mid(0, kBars));
}

ListPage* makeQuality(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const QualityTold& quality) {
        std::vector<ListRow> rows;
        for (const auto& each : quality.lines)
            rows.push_back({shown(each.receipt),
                            {shown(each.supplier), shown(place.names.of(each.item)), QString::number(each.received),
                             QString::number(each.defective), QString::number(each.perMillion), someOf(each.unclaimed),
                             shown(each.receipt)}});
        return rows;
    };
    auto* page = new ListPage{place, shapeOfQuality(),
                              listing(
                                  place, [](const ListQuery&) { return StockQuality{}; }, rowsOf),
                              parent};
    if (place.session.may<StockClaim>())
        page->offerForRow(
            SupplyWords::tr("Reclamar", "button: opens a claim to the supplier"), Qt::Key_F5,
            [&place, page](const QString& receipt) { claim(place, *page, receipt); }, true);
    return page;
}

}  // namespace gui
