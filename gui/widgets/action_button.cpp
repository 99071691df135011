// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/action_button.hpp"

#include <QPainter>
#include <QShortcut>
#include <QStyleOptionButton>
#include <QStylePainter>

#include "gui/theme/look.hpp"

namespace gui {

ActionButton::ActionButton(const QString& text, const QKeySequence& key, Weight weight, QWidget* parent)
    : QPushButton(parent), m_key(key) {
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
    setAccessibleDescription(m_key.toString(QKeySequence::NativeText));
    updateGeometry();
}

QFont ActionButton::keyFont() const {
    QFont small = font();
    small.setPointSize(kSmallType);
    return small;
}

QSize ActionButton::sizeHint() const {
    const auto key = m_key.toString(QKeySequence::NativeText);
    const int keyWidth = key.isEmpty() ? 0 : QFontMetrics{keyFont()}.horizontalAdvance(key) + 2 * kGap + kSpace;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return {QFontMetrics{bold}.horizontalAdvance(m_action) + keyWidth + 2 * kWide, kTarget};
}

void ActionButton::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    const auto key = m_key.toString(QKeySequence::NativeText);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    const bool main = property("role") == "main";
    const auto tone = !isEnabled() ? Tone::Muted : main || isChecked() ? Tone::OnAccent : Tone::Text;
    QFont own = font();
    if (main) own.setWeight(QFont::DemiBold);
    const QRect inner = rect().adjusted(kSpace, 0, -kSpace, 0);
    painter.setPen(colour(tone, themeWorn()));
    painter.setFont(own);
    if (key.isEmpty()) return painter.drawText(inner, Qt::AlignCenter, m_action);
    const QFontMetrics small{keyFont()};
    const int width = small.horizontalAdvance(key) + 2 * kGap;
    const QRect cap{inner.right() - width, (height() - small.height() - kGap) / 2, width, small.height() + kGap};
    painter.drawText(inner.adjusted(0, 0, -width - kGap, 0), Qt::AlignVCenter | Qt::AlignLeft, m_action);
    painter.setFont(keyFont());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(cap, 4, 4);
    painter.drawText(cap, Qt::AlignCenter, key);
}

}  // namespace gui
