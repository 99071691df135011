// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/idle_watch.hpp"

#include <QApplication>
#include <QEvent>

namespace gui {

IdleWatch::IdleWatch(std::chrono::milliseconds patience) {
    m_rest.setInterval(patience);
    connect(&m_rest, &QTimer::timeout, this, &IdleWatch::nobodyHere);
    qApp->installEventFilter(this);
    m_rest.start();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin: m_rest.start(); break;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace gui
