// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/reconciliation_page.hpp"

#include <QCoreApplication>

#include "gui/stock/choices.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

using namespace contract;

namespace {

/// More would not fit over the list.
constexpr int kFlowsShown = 8;

/// Where these texts stand in the translations.
class ReconciliationWords {
    Q_DECLARE_TR_FUNCTIONS(ReconciliationWords)
   public:
    static ListShape shape() {
        return {"conciliacion",
                tr("Conciliación", "title of the reconciliation"),
                {{tr("Clase de pieza", "column: item"), 350},
                 {tr("Lugar", "column: place"), 210},
                 {tr("Estado", "column: state"), 140},
                 {tr("Había", "column: opening balance"), 100},
                 {tr("Entró", "column: what came in"), 100},
                 {tr("Salió", "column: what went out"), 100},
                 {tr("Hay", "column: closing balance"), 100}},
                {{"0", tr("Por clase", "sort: by item"), 0}, {"1", tr("Por lugar", "sort: by place"), 1}},
                {},
                tr("Clase, lugar, estado…", "what may be typed to narrow the reconciliation"),
                tr("No hubo movimientos", "a reconciliation without lines"),
                {}};
    }
};

QString keyOf(const std::string& item, const std::string& at, const std::string& state) {
    return shown(item + "|" + at + "|" + state);
}

}  // namespace

ReconciliationPage::ReconciliationPage(const Workplace& place, QWidget* parent)
    : ListPage(
          place, ReconciliationWords::shape(),
          [this](const ListQuery& query, const ListAnswer& answer) { ask(query, answer); }, parent) {
    offer(
        tr("Elegir el periodo", "button: of the reconciliation"), Qt::Key_F5,
        [this] { withChoices(m_place, *this, [this](const Choices& choices) { choosePeriod(choices); }); }, true);
    connect(this, &ListPage::opened, this, &ReconciliationPage::tellFlows);
}

void ReconciliationPage::choosePeriod(const Choices& choices) {
    using Kind = FormField::Kind;
    new FormSheet{
        m_place,
        this,
        {tr("Periodo de la conciliación", "title of a form"),
         tr("Sin fechas, desde el principio hasta ahora.", "what the form is for"),
         tr("Conciliar", "button of the form")},
        {{"from", tr("Primer día (año-mes-día)", "label: a date"), Kind::Text, shown(m_period.from), false},
         {"to", tr("Último día (año-mes-día)", "label: a date"), Kind::Text, shown(m_period.to), false},
         choices.placeIfAny("place", tr("Lugar", "label: place"), tr("Todos", "all places"), shown(m_period.place))},
        [this](const FormValues& answers, const FormSheet::Ends& ends) {
            m_period.from = answers.text("from");
            m_period.to = answers.text("to");
            m_period.place = answers.text("place");
            ends.done();
            refresh();
        }};
}

// The serials of its flows are few beside its lines; so one question does for both.
void ReconciliationPage::ask(const ListQuery& query, const ListAnswer& answer) {
    if (!query.after.isEmpty()) return answer.arrived({});
    auto request = m_period;
    request.serials = true;
    m_place.ask(
        this, request,
        [this, query, answer](const StockReconciled& reconciled) {
            m_last = reconciled;
            tellUnexplained(reconciled);
            std::vector<ListRow> rows;
            for (const auto& line : reconciled.lines)
                rows.push_back({keyOf(line.item, line.place, line.state),
                                {shown(m_place.names.of(line.item)), placeOf(m_place, line.place),
                                 wordOf(m_place, line.state), QString::number(line.opening), QString::number(line.in),
                                 QString::number(line.out), QString::number(line.closing)}});
            answer.arrived(narrowed(std::move(rows), query));
        },
        answer.troubled);
}

void ReconciliationPage::tellUnexplained(const StockReconciled& reconciled) {
    if (reconciled.unexplained.empty())
        return banner().tell(Standing::Done, tr("Cuadra: %n movimiento(s), ninguna pieza sin explicar.",
                                                "the reconciliation balances", static_cast<int>(reconciled.movements)));
    QStringList lines{tr("%n diferencia(s) sin explicar:", "the reconciliation does not balance",
                         static_cast<int>(reconciled.unexplained.size()))};
    for (const auto& each : reconciled.unexplained) {
        if (lines.size() > kFlowsShown) break;
        lines << tr("%1: está en %2 (%3), los movimientos dicen %4 (%5)",
                    "an unexplained range; %1 serials, %2 and %4 places, %3 and %5 states")
                     .arg(shown(each.serials), placeOf(m_place, each.heldPlace), wordOf(m_place, each.heldState),
                          placeOf(m_place, each.enteredPlace), wordOf(m_place, each.enteredState));
    }
    banner().tell(Standing::Refused, lines.join(u'\n'));
}

void ReconciliationPage::tellFlows(const QString& key) {
    QStringList lines;
    for (const auto& flow : m_last.flows) {
        if (keyOf(flow.item, flow.place, flow.state) != key) continue;
        const auto other = placeOf(m_place, flow.otherPlace);
        const auto what = wordOf(m_place, flow.event);
        lines << (flow.direction == "in"
                      ? tr("Entró de %1 por %2: %3 (%4)", "a flow; %1 place, %2 event, %3 quantity, %4 serials")
                      : tr("Salió a %1 por %2: %3 (%4)", "a flow; %1 place, %2 event, %3 quantity, %4 serials"))
                     .arg(other, what)
                     .arg(flow.quantity)
                     .arg(someOf(flow.serials));
        if (lines.size() == kFlowsShown) break;
    }
    if (lines.isEmpty()) lines << tr("No entró ni salió nada en el periodo.", "a line without flows");
    banner().tell(Standing::Neutral, lines.join(u'\n'));
}

}  // namespace gui
