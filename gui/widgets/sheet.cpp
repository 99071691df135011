// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sheet.hpp"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kCardWidth = 620;

}  // namespace

Sheet::Sheet(QWidget* over, const QString& title)
    : QWidget(over->window()), m_card(new QFrame{this}), m_title(new QLabel{title, m_card}) {
    hide();
    setAccessibleName(title);
    window()->installEventFilter(this);
    setRole(*m_card, "card");
    m_card->setFixedWidth(kCardWidth);
    m_content = new QVBoxLayout{m_card};
    m_content->setContentsMargins(kWide, kWide, kWide, kWide);
    m_content->setSpacing(kSpace);
    m_content->addWidget(m_title);
    m_title->setWordWrap(true);
    setRole(*m_title, "head");
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_card);
    middle->addStretch();
    auto* column = new QVBoxLayout{this};
    column->addStretch();
    column->addLayout(middle);
    column->addStretch();
}

void Sheet::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void Sheet::open(QWidget* first) {
    m_focusBefore = QApplication::focusWidget();
    setBelowEnabled(false);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    first->setFocus();
}

void Sheet::close() {
    hide();
    setBelowEnabled(true);
    if (m_focusBefore) m_focusBefore->setFocus();
    emit closed();
    deleteLater();
}

// Those that were enabled before are again when it closes.
void Sheet::setBelowEnabled(bool enabled) {
    if (enabled) {
        for (const auto& each : m_below)
            if (each) each->setEnabled(true);
        return m_below.clear();
    }
    for (auto* each : parentWidget()->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
        if (each == this || !each->isEnabledTo(parentWidget())) continue;
        m_below << each;
        each->setEnabled(false);
    }
}

bool Sheet::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !isHidden()) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return dismiss();
    event->accept();
}

void Sheet::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    auto veil = QColor{Qt::black};
    veil.setAlpha(120);
    painter.fillRect(rect(), veil);
}

// The next or the one before among what is on the card, round and round.
bool Sheet::focusNextPrevChild(bool next) {
    auto* at = QApplication::focusWidget();
    if (at == nullptr) return false;
    for (auto* each = at;;) {
        each = next ? each->nextInFocusChain() : each->previousInFocusChain();
        if (each == at) return false;
        if (!isAncestorOf(each) || (each->focusPolicy() & Qt::TabFocus) == 0) continue;
        if (!each->isVisible() || !each->isEnabled()) continue;
        each->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
}

}  // namespace gui
