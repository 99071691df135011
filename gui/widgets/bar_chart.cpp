// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/bar_chart.hpp"

#include <QEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QLegend>
#include <QtCharts/QValueAxis>
#include <algorithm>
#include <cmath>

#include "gui/theme/look.hpp"

namespace gui {

BarChart::BarChart(const QString& title, QWidget* parent)
    : QChartView(new QChart, parent),
      m_series(new QBarSeries{this}),
      m_names(new QBarCategoryAxis{this}),
      m_values(new QValueAxis{this}),
      m_title(title) {
    chart()->setTitle(title);
    chart()->legend()->hide();
    chart()->addSeries(m_series);
    chart()->addAxis(m_names, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
    m_series->setLabelsVisible(true);
    m_series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    m_values->setLabelFormat("%.0f");
    m_values->setTickType(QValueAxis::TicksDynamic);
    setFocusPolicy(Qt::NoFocus);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    wearTheme();
}

void BarChart::show(const QList<Bar>& bars) {
    if (bars == m_bars) return;
    m_bars = bars;
    m_series->clear();
    auto* set = new QBarSet{m_title};
    QStringList names, words;
    double most = 1;
    for (const auto& bar : bars) {
        *set << bar.value;
        names << bar.name;
        words << QStringLiteral("%1: %2").arg(bar.name).arg(bar.value);
        most = std::max(most, bar.value);
    }
    m_series->append(set);
    m_names->setCategories(names);
    m_values->setTickInterval(std::max(1.0, std::ceil(most / 4)));
    m_values->setRange(0, most * 1.3);  // room for the number over the highest
    setAccessibleName(m_title);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    wearTheme();
}

void BarChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) wearTheme();
    QChartView::changeEvent(event);
}

void BarChart::wearTheme() {
    const auto theme = themeWorn();
    const auto text = colour(Tone::Text, theme);
    QFont small = font();
    small.setPointSize(kSmallType);
    QFont head = font();
    head.setPointSize(kBodyType);
    head.setWeight(QFont::DemiBold);
    chart()->setBackgroundBrush(colour(Tone::Surface, theme));
    chart()->setTitleBrush(text);
    chart()->setTitleFont(head);
    for (auto* axis : {static_cast<QAbstractAxis*>(m_names), static_cast<QAbstractAxis*>(m_values)}) {
        axis->setLabelsColor(text);
        axis->setLabelsFont(small);
        axis->setGridLineColor(colour(Tone::Raised, theme));
        axis->setLinePenColor(colour(Tone::Border, theme));
    }
    for (auto* set : m_series->barSets()) {
        set->setColor(colour(Tone::Accent, theme));
        set->setBorderColor(colour(Tone::Accent, theme));
        set->setLabelColor(text);
        set->setLabelFont(small);
    }
}

}  // namespace gui
