// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/status_sign.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <cmath>
#include <numbers>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

QPolygonF corners(int count, double turned) {
    QPolygonF polygon;
    for (int at = 0; at < count; ++at) {
        const double angle = turned + 2 * std::numbers::pi * at / count;
        polygon << QPointF{0.5 + 0.48 * std::cos(angle), 0.5 + 0.48 * std::sin(angle)};
    }
    return polygon;
}

}  // namespace

StandingShape::StandingShape(Standing standing, int side, QWidget* parent) : QWidget(parent), m_standing(standing) {
    setFixedSize(side, side);
}

void StandingShape::setStanding(Standing standing) {
    m_standing = standing;
    update();
}

void StandingShape::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    paintStanding(painter, m_standing, rect());
}

namespace {

void paintInUnitSquare(QPainter& painter, Standing standing) {
    const QColor tone = colour(toneOf(standing), themeWorn());
    const QPen stroke{colour(Tone::Surface, themeWorn()), 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    switch (standing) {
        case Standing::Neutral: painter.drawEllipse(QRectF{0.25, 0.25, 0.5, 0.5}); return;
        case Standing::Busy:
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen{tone, 0.14});
            painter.drawArc(QRectF{0.1, 0.1, 0.8, 0.8}, 0, 300 * 16);
            return;
        case Standing::Done:
            painter.drawEllipse(QRectF{0.02, 0.02, 0.96, 0.96});
            painter.setPen(stroke);
            painter.drawPolyline(QPolygonF{{QPointF{0.28, 0.52}, QPointF{0.44, 0.68}, QPointF{0.74, 0.34}}});
            return;
        case Standing::Caution:
            painter.drawPolygon(QPolygonF{{QPointF{0.5, 0.04}, QPointF{0.98, 0.94}, QPointF{0.02, 0.94}}});
            painter.setPen(stroke);
            painter.drawLine(QPointF{0.5, 0.36}, QPointF{0.5, 0.62});
            painter.drawPoint(QPointF{0.5, 0.8});
            return;
        case Standing::Refused:
            painter.drawPolygon(corners(8, std::numbers::pi / 8));
            painter.setPen(stroke);
            painter.drawLine(QPointF{0.34, 0.34}, QPointF{0.66, 0.66});
            painter.drawLine(QPointF{0.66, 0.34}, QPointF{0.34, 0.66});
            return;
    }
}

}  // namespace

void paintStanding(QPainter& painter, Standing standing, const QRect& square) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width(), square.height());
    paintInUnitSquare(painter, standing);
    painter.restore();
}

StatusSign::StatusSign(QWidget* parent, int side)
    : QWidget(parent), m_shape(new StandingShape{Standing::Neutral, side, this}), m_text(new QLabel{this}) {
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(m_shape, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(side);
}

void StatusSign::tell(Standing standing, const QString& text) {
    m_shape->setStanding(standing);
    m_text->setText(text);
    setAccessibleName(text);
}

QString StatusSign::text() const { return m_text->text(); }

Tone toneOf(Standing standing) {
    switch (standing) {
        case Standing::Neutral: return Tone::Muted;
        case Standing::Busy: return Tone::Accent;
        case Standing::Done: return Tone::Done;
        case Standing::Caution: return Tone::Caution;
        case Standing::Refused: return Tone::Refused;
    }
    return Tone::Text;
}

}  // namespace gui
