// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/action_button.hpp"

#include <QPainter>
#include <QShortcut>
#include <QStyleOptionButton>
#include <QStylePainter>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kBox = 20;
constexpr int kMargin = 12;

}  // namespace

ActionButton::ActionButton(const QString& text, const QKeySequence& key, Weight weight, QWidget* parent)
    : QPushButton(parent), m_key(key.toString(QKeySequence::NativeText)) {
    setAction(text);
    setProperty("role", weight == Weight::Main ? "main" : "usual");
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
    if (!key.isEmpty()) {
        auto* shortcut = new QShortcut{key, this};
        connect(shortcut, &QShortcut::activated, this, [this] { click(); });
    }
}

void ActionButton::setAction(const QString& text) {
    m_action = text;
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(m_key);
    updateGeometry();
}

void ActionButton::showKeyAs(const QString& name) {
    m_key = name;
    setAction(m_action);
}

QFont ActionButton::keyFont() const {
    QFont small = font();
    small.setPointSize(kSmallType);
    return small;
}

// The box of a choice, and the cap of the key, take room besides the words.
QSize ActionButton::sizeHint() const {
    const int keyWidth = m_key.isEmpty() ? 0 : QFontMetrics{keyFont()}.horizontalAdvance(m_key) + 3 * kGap;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int box = isChoice() ? kBox + kGap : 0;
    return {QFontMetrics{bold}.horizontalAdvance(m_action) + keyWidth + box + 2 * kMargin + kGap / 2, kTarget};
}

Tone ActionButton::inkTone() const {
    if (!isEnabled()) return Tone::Muted;
    return property("role") == "main" || (isChoice() && isChecked()) ? Tone::OnAccent : Tone::Text;
}

void ActionButton::paintBox(QPainter& painter, QRect& room) const {
    const QRectF box(room.left() + 0.5, room.center().y() - kBox / 2 + 0.5, kBox, kBox);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 3, 3);
    if (isChecked()) {
        painter.setPen(QPen{painter.pen().color(), 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF{x * kBox, y * kBox}; };
        painter.drawPolyline(QPolygonF{{at(0.22, 0.52), at(0.42, 0.74), at(0.8, 0.28)}});
    }
    room.adjust(kBox + kGap, 0, 0, 0);
}

void ActionButton::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    QFont own = font();
    if (property("role") == "main" || isChecked()) own.setWeight(QFont::DemiBold);
    QRect inner = rect().adjusted(kMargin, 0, -kMargin, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen ink{colour(inkTone(), themeWorn())};
    painter.setPen(ink);
    painter.setFont(own);
    if (isChoice()) paintBox(painter, inner);
    painter.setPen(ink);
    if (m_key.isEmpty()) return painter.drawText(inner, Qt::AlignCenter, m_action);
    const QFontMetrics small{keyFont()};
    const int width = small.horizontalAdvance(m_key) + 2 * kGap;
    const QRect cap{inner.right() - width, (height() - small.height() - kGap) / 2, width, small.height() + kGap};
    painter.drawText(inner.adjusted(0, 0, -width - kGap, 0), Qt::AlignVCenter | Qt::AlignLeft, m_action);
    painter.setFont(keyFont());
    painter.drawRoundedRect(cap, 4, 4);
    painter.drawText(cap, Qt::AlignCenter, m_key);
}

}  // namespace gui
