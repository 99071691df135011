// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/line_picture.hpp"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr QSize kStage{118, 128};
constexpr QSize kStation{260, 132};
constexpr int kArrow = 20;
constexpr int kStationsInARow = 4;

}  // namespace

LinePicture::LinePicture(QWidget* parent)
    : QWidget(parent), m_stageRow(new QHBoxLayout), m_stationGrid(new QGridLayout) {
    m_stageRow->setSpacing(kArrow);
    m_stationGrid->setSpacing(kSpace);
    m_stationGrid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kWide);
    column->addLayout(m_stageRow);
    column->addLayout(m_stationGrid);
    column->addStretch();
}

void LinePicture::show(const Faces& stages, const Faces& stations) {
    place(stages, m_stages, [this](const QString& stage) {
        auto* tile = new Tile{kStage, this};
        connect(tile, &QPushButton::clicked, this, [this, stage] { emit stageWanted(stage); });
        m_stageRow->addWidget(tile);
        m_order << tile;
        return tile;
    });
    QStringList names;
    for (const auto& [name, face] : stations) names << name;
    if (names != m_stations.keys()) {
        qDeleteAll(m_stations);
        m_stations.clear();
    }
    place(stations, m_stations, [this](const QString& station) {
        auto* tile = new Tile{kStation, this};
        tile->setCheckable(true);
        tile->setMaximumWidth(kStation.width() + 4 * kWide);
        connect(tile, &QPushButton::clicked, this, [this, station] { choose(station); });
        const int at = static_cast<int>(m_stations.size());
        m_stationGrid->addWidget(tile, at / kStationsInARow, at % kStationsInARow);
        return tile;
    });
    if (!m_stations.contains(m_chosen)) choose(names.value(0));
    update();
}

void LinePicture::place(const Faces& faces, QMap<QString, Tile*>& tiles,
                        const std::function<Tile*(const QString&)>& make) {
    for (const auto& [name, face] : faces) {
        if (!tiles.contains(name)) tiles.insert(name, make(name));
        tiles.value(name)->show(face);
    }
}

void LinePicture::choose(const QString& station) {
    m_chosen = station;
    for (auto each = m_stations.begin(); each != m_stations.end(); ++each)
        each.value()->setChecked(each.key() == station);
    emit stationChosen();
}

// What leads from one stage to the next.
void LinePicture::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colour(Tone::Border, themeWorn()), 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    for (int at = 1; at < m_order.size(); ++at) {
        const auto from = m_order.at(at - 1)->geometry(), to = m_order.at(at)->geometry();
        const QPointF begin(from.right() + 4, from.center().y()), end(to.left() - 4, to.center().y());
        painter.drawLine(begin, end);
        painter.drawPolyline(QPolygonF{{end + QPointF{-6, -6}, end, end + QPointF{-6, 6}}});
    }
}

}  // namespace gui
