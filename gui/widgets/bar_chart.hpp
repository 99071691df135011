// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>

class QBarSeries;
class QBarCategoryAxis;
class QValueAxis;

namespace gui {

/// Numbers as bars, each with its number on it; a table beside it says the same in words. In the colours that are worn.
class BarChart : public QChartView {
    Q_OBJECT
   public:
    explicit BarChart(const QString& title, QWidget* parent = nullptr);
    struct Bar {
        QString name;
        double value = 0;
        bool operator==(const Bar&) const = default;
    };
    void show(const QList<Bar>& bars);
    using QChartView::show;

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void wearTheme();
    QBarSeries* m_series;
    QBarCategoryAxis* m_names;
    QValueAxis* m_values;
    QList<Bar> m_bars;
    QString m_title;
};

}  // namespace gui
