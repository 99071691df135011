// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/order_timeline.hpp"

#include <QCoreApplication>
#include <algorithm>

#include "gui/supervision/page_parts.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class OrderFacts {
    Q_DECLARE_TR_FUNCTIONS(OrderFacts)
   public:
    static QString taken() { return tr("Orden recibida", "the first line of an order's past"); }
    static QString kind(const QString& kind, const QString& priority) {
        return tr("%1, prioridad %2", "%1 is a kind of document, %2 a priority").arg(kind, priority);
    }
    static QString standing(const QString& stage, const QString& standing) {
        return tr("Etapa: %1 (%2)", "%1 is a stage, %2 a standing").arg(stage, standing);
    }
    static QString due(const std::string& day) { return tr("Prometida para el %1", "%1 is a day").arg(shown(day)); }
    static QString piece(const std::string& serial) { return tr("Pieza %1", "%1 is a serial").arg(shown(serial)); }
    static QString document(const std::string& number) {
        return tr("Documento %1", "%1 is a number").arg(shown(number));
    }
    static QString capture(const std::string& station, const std::string& reference) {
        return tr("Captura %1, referencia %2", "%1 is a capture station, %2 its reference")
            .arg(shown(station), shown(reference));
    }
    static QString receipt(const std::string& receipt, const std::string& site) {
        return tr("Recibo %1, entrega en %2", "%1 is a receipt, %2 a site").arg(shown(receipt), shown(site));
    }
    static QString counter(const std::string& workstation) {
        return tr("En el mostrador de %1", "%1 is a workstation").arg(shown(workstation));
    }
    static QString corrected(const std::string& order) {
        return tr("La corrige la orden %1", "%1 is an order").arg(shown(order));
    }
    static QString why(const QString& reason) { return tr("Motivo: %1", "%1 says why it is held").arg(reason); }
};

QString causesOf(const Workplace& place, const std::string& cause) {
    if (cause.empty()) return {};
    QStringList causes;
    for (const auto& each : place.wording.reasons(cause)) causes << shown(each);
    return causes.join(u' ');
}

}  // namespace

std::vector<ListRow> timelineOf(const Workplace& place, const OrderPast& past) {
    const auto word = [&](const std::string& code) { return shown(place.wording.word(code)); };
    const auto& order = past.order.order;
    std::vector<ListRow> rows{
        {{}, {secondOf(order.received), OrderFacts::taken(), {}, {}, {}, shown(order.station), {}}}};
    for (const auto& step : past.order.stages)
        rows.push_back({{},
                        {secondOf(step.ended), word(step.stage), word(step.outcome), causesOf(place, step.cause),
                         shown(step.person), shown(step.workstation), shown(step.blank)}});
    for (const auto& blank : past.blanks)
        for (const auto& event : blank.events)
            rows.push_back({{},
                            {secondOf(event.time), word(event.event), word(event.state), shown(event.about),
                             shown(event.person), shown(place.wording.word(event.place)), shown(blank.serial)}});
    std::ranges::stable_sort(rows, {}, [](const ListRow& row) { return row.cells.front(); });
    return rows;
}

QStringList factsOf(const Workplace& place, const OrderPast& past) {
    const auto word = [&](const std::string& code) { return shown(place.wording.word(code)); };
    const auto& order = past.order.order;
    QStringList facts{OrderFacts::kind(shown(place.names.of(order.kind)), word(order.priority)),
                      OrderFacts::standing(word(order.stage), word(order.standing))};
    if (!order.reason.empty()) facts << OrderFacts::why(causesOf(place, order.reason));
    if (!order.due.empty()) facts << OrderFacts::due(order.due);
    if (!order.blank.empty()) facts << OrderFacts::piece(order.blank);
    if (!order.document.empty()) facts << OrderFacts::document(order.document);
    facts << OrderFacts::capture(order.station, order.reference)
          << OrderFacts::receipt(past.order.receiptNumber, past.order.deliverySite);
    if (!past.order.counter.empty()) facts << OrderFacts::counter(past.order.counter);
    if (!order.correctedBy.empty()) facts << OrderFacts::corrected(order.correctedBy);
    if (past.document)
        for (const auto& verdict : past.document->verdicts)
            if (!verdict.passed) facts << word(verdict.check) + QStringLiteral(": ") + causesOf(place, verdict.reason);
    return facts;
}

}  // namespace gui
