// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/tile.hpp"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kShape = 18;
constexpr int kBar = 6;

QFont typed(QFont font, int points, QFont::Weight weight) {
    font.setPointSize(points);
    font.setWeight(weight);
    return font;
}

}  // namespace

Tile::Tile(QSize size, QWidget* parent) : QPushButton(parent), m_size(size) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAutoDefault(false);
    setAutoExclusive(false);
    setRole(*this, "tile");
}

// The words are the button's text too, for whoever hears it read.
void Tile::show(const TileFace& face) {
    if (face == m_face) return;
    m_face = face;
    QStringList words{face.title};
    if (!face.figure.isEmpty()) words << face.figure;
    for (const auto& line : face.lines) words << line.words;
    setText(words.join(u'\n'));
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(words.join(u'\n'));
    update();
}

void Tile::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto theme = themeWorn();
    QRect room = rect().adjusted(kGap, kGap, -kGap, -kGap);
    painter.setPen(colour(Tone::Text, theme));
    painter.setFont(typed(font(), kBodyType, QFont::DemiBold));
    const int title = painter.fontMetrics().height();
    if (painter.fontMetrics().horizontalAdvance(m_face.title) > room.width())
        painter.setFont(typed(font(), kSmallType, QFont::DemiBold));
    painter.drawText(QRect{room.left(), room.top(), room.width(), title}, Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_face.title, Qt::ElideRight, room.width()));
    room.setTop(room.top() + title);
    if (!m_face.figure.isEmpty()) {
        painter.setFont(typed(font(), kLargeType, QFont::Bold));
        const int height = painter.fontMetrics().height();
        painter.drawText(QRect{room.left(), room.top(), room.width(), height}, Qt::AlignLeft, m_face.figure);
        room.setTop(room.top() + height);
    }
    paintLines(painter, room);
    if (m_face.filled <= 0) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Tone::Accent, theme));
    const int width = std::max(kBar, static_cast<int>(room.width() * std::min(1.0, m_face.filled)));
    painter.drawRoundedRect(QRect{room.left(), rect().bottom() - kGap - kBar, width, kBar}, 3, 3);
}

void Tile::paintLines(QPainter& painter, QRect room) const {
    painter.setFont(typed(font(), kSmallType, QFont::Normal));
    const int height = std::max(painter.fontMetrics().height(), kShape) + 2;
    for (const auto& line : m_face.lines) {
        const bool signs = line.standing != Standing::Neutral;
        if (signs)
            paintStanding(painter, line.standing,
                          QRect{room.left(), room.top() + (height - kShape) / 2, kShape, kShape});
        const QRect words =
            QRect{room.left(), room.top(), room.width(), height}.adjusted(signs ? kShape + 6 : 0, 0, 0, 0);
        painter.setPen(colour(Tone::Text, themeWorn()));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(line.words, Qt::ElideRight, words.width()));
        room.setTop(room.top() + height);
    }
}

}  // namespace gui
