// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/plan_page.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include "gui/supervision/fact_table.hpp"
#include "gui/supervision/page_parts.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/bar_chart.hpp"
#include "gui/widgets/busy_overlay.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {
namespace {

constexpr int kUsualHours = 8, kMostHours = 24;

}  // namespace

PlanPage::PlanPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_banner(new FaultBanner{place.wording, this}),
      m_hours(new QSpinBox{this}),
      m_summary(new QLabel{this}),
      m_groups(new FactTable{tr("Órdenes que esperan, por clase", "accessible name of a table of the plan"),
                             {{tr("Clase", "column: kind of document"), 165},
                              {tr("Prioridad", "column: priority"), 100},
                              {tr("Órdenes", "column: how many orders"), 95},
                              {tr("Primera (UTC)", "column: when the first is ready"), 145},
                              {tr("Última (UTC)", "column: when the last is ready"), 145},
                              {tr("Tarde", "column: how many will be late"), 70}},
                             this}),
      m_steps(new FactTable{tr("Pasos medidos", "accessible name of a table of the plan"),
                            {{tr("Paso", "column: step of the line"), 120},
                             {tr("Puestos", "column: how many stations do it"), 95},
                             {tr("Segundos", "column: median of the work"), 110},
                             {tr("Bien de mil", "column: good of a thousand"), 100}},
                            this}),
      m_missed(new FactTable{tr("Órdenes que llegarán tarde", "accessible name of a table of the plan"),
                             {{tr("Orden", "column: number of the order"), 120},
                              {tr("Vence", "column: day on which the order is due"), 100},
                              {tr("Lista (UTC)", "column: when it will be ready"), 150}},
                             this}),
      m_chart(new BarChart{tr("Órdenes que esperan", "title of a chart of the plan"), this}),
      m_busy(new BusyOverlay{this}) {
    layOut();
}

void PlanPage::layOut() {
    auto* title = new QLabel{tr("Plan de la línea", "title of the page"), this};
    setRole(*title, "large");
    auto* label = new QLabel{tr("Horas de trabajo al día", "label of the hours that the line works"), this};
    label->setBuddy(m_hours);
    m_hours->setAccessibleName(label->text());
    m_hours->setObjectName("hours");
    m_hours->setRange(1, kMostHours);
    m_hours->setValue(kUsualHours);
    m_hours->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_hours->setFixedWidth(80);
    m_hours->setMinimumHeight(kTarget - kGap);
    auto* again = new ActionButton{tr("Calcular", "button: foretells again"), Qt::Key_F5, ActionButton::Weight::Main};
    connect(again, &QPushButton::clicked, this, &PlanPage::refresh);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{label, m_hours, again}) head->addWidget(each);
    m_summary->setWordWrap(true);
    auto* grid = new QGridLayout;
    grid->setSpacing(kGap);
    grid->addWidget(m_groups->titled(), 0, 0);
    grid->addWidget(m_chart, 0, 1);
    grid->addWidget(m_missed->titled(), 1, 0);
    grid->addWidget(m_steps->titled(), 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addLayout(head);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addLayout(grid, 1);
}

void PlanPage::refresh() {
    m_banner->clear();
    m_busy->begin(tr("Calculando el plan…", "shown while the plan is made"));
    contract::LinePlan request;
    request.hours = m_hours->value();
    m_place.ask(
        this, request, [this](const contract::LinePlanned& plan) { fill(plan); },
        [this](const Trouble& trouble) {
            m_busy->end();
            m_banner->tell(trouble);
        });
}

QString PlanPage::summaryOf(const contract::LinePlanned& plan) const {
    const auto words = [this](const std::vector<std::string>& codes) {
        QStringList steps;
        for (const auto& code : codes) steps << shown(m_place.wording.word(code));
        return steps.join(QStringLiteral(", "));
    };
    QStringList sentences{
        plan.measuredFrom.empty()
            ? tr("Todavía no hubo producción: nada puede calcularse.", "there is nothing to plan by")
            : tr("Calculado con lo que se midió del %1 al %2.", "%1 and %2 are days")
                  .arg(shown(plan.measuredFrom.substr(0, 10)), shown(plan.measuredUntil.substr(0, 10)))};
    if (!plan.unmanned.empty())
        sentences << tr("Nadie hace ahora: %1.", "%1 are steps that no station does").arg(words(plan.unmanned));
    if (!plan.unmeasured.empty())
        sentences << tr("Sin medir: %1.", "%1 are steps of which nothing is known").arg(words(plan.unmeasured));
    if (plan.stopped > 0)
        sentences << tr("%n orden(es) retenida(s) o en duda no se planean.", "orders that are not planned",
                        static_cast<int>(plan.stopped));
    if (plan.waitingForRelease > 0)
        sentences << tr("%n espera(n) que un inspector libere.", "orders that wait for release",
                        static_cast<int>(plan.waitingForRelease));
    return sentences.join(u' ');
}

void PlanPage::fill(const contract::LinePlanned& plan) {
    m_busy->end();
    m_summary->setText(summaryOf(plan));
    QList<QStringList> groups, steps, missed;
    QList<BarChart::Bar> bars;
    for (const auto& each : plan.groups) {
        const auto kind = shown(m_place.names.of(each.kind)), lane = shown(m_place.wording.word(each.priority));
        groups << QStringList{kind,
                              lane,
                              QString::number(each.orders),
                              minuteOf(each.firstReady),
                              minuteOf(each.lastReady),
                              QString::number(each.missed)};
        bars << BarChart::Bar{
            tr("%1, %2", "a bar of the plan; %1 is a kind of document, %2 a priority").arg(kind, lane),
            static_cast<double>(each.orders)};
    }
    for (const auto& each : plan.steps)
        steps << QStringList{
            shown(m_place.wording.word(each.step)), QString::number(each.stations),
            each.measured > 0 ? QString::number(static_cast<double>(each.work) / 1000, 'f', 1) : QString{},
            each.measured > 0 ? QString::number(each.good) : QString{}};
    for (const auto& each : plan.missed)
        missed << QStringList{
            shown(each.order), shown(each.due),
            each.ready.empty() ? tr("no se sabe", "nobody can tell when an order is ready") : minuteOf(each.ready)};
    m_groups->show(groups);
    m_steps->show(steps);
    m_missed->show(missed);
    m_chart->show(bars);
}

}  // namespace gui
