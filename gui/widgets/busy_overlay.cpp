// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/busy_overlay.hpp"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr std::chrono::milliseconds kTurn{60};
constexpr int kRing = 48;

}  // namespace

BusyOverlay::BusyOverlay(QWidget* over) : QWidget(over), m_what(new QLabel{this}) {
    hide();
    over->installEventFilter(this);
    auto* column = new QVBoxLayout{this};
    column->addStretch(3);
    column->addWidget(m_what, 0, Qt::AlignHCenter);
    column->addStretch(2);
    setRole(*m_what, "head");
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPatience);
    connect(&m_wait, &QTimer::timeout, this, &BusyOverlay::appear);
    m_turn.setInterval(kTurn);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 20) % 360;
        update();
    });
}

void BusyOverlay::begin(const QString& what) {
    m_what->setText(what);
    setAccessibleName(what);
    m_busy = true;
    if (isHidden()) m_wait.start();
}

void BusyOverlay::end() {
    m_busy = false;
    m_wait.stop();
    m_turn.stop();
    hide();
}

void BusyOverlay::appear() {
    setGeometry(parentWidget()->rect());
    raise();
    show();
    m_turn.start();
}

bool BusyOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !isHidden()) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void BusyOverlay::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    auto veil = colour(Tone::Ground, themeWorn());
    veil.setAlpha(215);
    painter.fillRect(rect(), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colour(Tone::Accent, themeWorn()), 6, Qt::SolidLine, Qt::RoundCap});
    const QRect ring{width() / 2 - kRing / 2, m_what->y() - kRing - kWide, kRing, kRing};
    painter.drawArc(ring, -m_angle * 16, 270 * 16);
}

}  // namespace gui
