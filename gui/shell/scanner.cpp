// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/scanner.hpp"

#include <QApplication>
#include <QLineEdit>

namespace gui {
namespace {

bool isText(const QKeyEvent& key) {
    const auto others = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return others == Qt::NoModifier && key.text().size() == 1 && key.text().front().isPrint();
}

bool isEnter(const QKeyEvent& key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

bool isInPassword() {
    const auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    return field != nullptr && field->echoMode() != QLineEdit::Normal;
}

}  // namespace

Scanner::Scanner() {
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &Scanner::lookOnceMore);
    qApp->installEventFilter(this);
}

bool Scanner::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    auto* window = isKey && !m_givesBack ? qobject_cast<QWindow*>(watched) : nullptr;
    if (window == nullptr || isInPassword()) return QObject::eventFilter(watched, event);
    auto& key = static_cast<QKeyEvent&>(*event);
    if (event->type() == QEvent::KeyRelease) {
        if (!m_kept.empty()) m_kept.emplace_back(key.clone());
        return !m_kept.empty();
    }
    return takeKey(*window, key);
}

bool Scanner::takeKey(QWindow& window, const QKeyEvent& key) {
    if (isText(key)) {
        m_window = &window;
        m_kept.emplace_back(key.clone());
        m_lookedOnceMore = false;
        m_pause.start(kBetweenKeys);
        return true;
    }
    if (!isEnter(key)) {
        giveBack();
        return false;
    }
    QString read;
    for (const auto& each : m_kept)
        if (each->type() == QEvent::KeyPress) read += each->text();
    if (read.size() < kLeast) {
        giveBack();
        return false;
    }
    m_pause.stop();
    m_kept.clear();
    emit scanned(read);
    return true;
}

void Scanner::lookOnceMore() {
    if (m_lookedOnceMore) return giveBack();
    m_lookedOnceMore = true;
    m_pause.start(0);
}

void Scanner::giveBack() {
    m_pause.stop();
    m_givesBack = true;
    for (auto kept = std::exchange(m_kept, {}); const auto& key : kept)
        if (m_window) QCoreApplication::sendEvent(m_window, key.get());
    m_givesBack = false;
}

}  // namespace gui
