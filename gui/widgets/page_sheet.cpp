// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/page_sheet.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr int kVeil = 90;

}  // namespace

PageSheet::PageSheet(QWidget* parent) : QWidget(parent) {
    setObjectName("page-sheet");
    setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Hoja", "name of the picture of a page, for screen readers"));
}

// A page is drawn in dots of the screen, and shown in its pixels.
double PageSheet::scale() const { return m_page.scale / devicePixelRatioF(); }

void PageSheet::showPage(DrawnPage page) {
    m_page = std::move(page);
    m_page.picture.setDevicePixelRatio(devicePixelRatioF());
    m_from = m_until = -1;
    setFixedSize((m_page.points * scale()).toSize());
    setAccessibleDescription(text());
    update();
}

void PageSheet::clear() {
    m_page = {};
    m_marks.clear();
    m_from = m_until = -1;
    setFixedSize(0, 0);
}

void PageSheet::mark(std::vector<QRectF> places, int current) {
    m_marks = std::move(places);
    m_current = current;
    update();
}

QRect PageSheet::onSheet(const QRectF& points) const {
    return QRectF{points.topLeft() * scale(), points.size() * scale()}.toAlignedRect();
}

void PageSheet::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.fillRect(rect(), Qt::white);
    painter.drawImage(rect(), m_page.picture);
    auto veil = colour(Tone::Accent, Theme::Light);
    veil.setAlpha(kVeil);
    for (int at = std::min(m_from, m_until); at >= 0 && at <= std::max(m_from, m_until); ++at)
        painter.fillRect(onSheet(m_page.words.at(static_cast<std::size_t>(at)).box), veil);
    auto mark = QColor{255, 200, 0, kVeil};
    for (std::size_t at = 0; at < m_marks.size(); ++at) {
        const auto place = onSheet(m_marks[at]).adjusted(-2, -2, 2, 2);
        painter.fillRect(place, mark);
        painter.setPen(QPen{colour(Tone::Caution, Theme::Light), static_cast<int>(at) == m_current ? 3.0 : 1.0});
        painter.drawRect(place);
    }
    painter.setPen(colour(Tone::Border, themeWorn()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

int PageSheet::wordAt(QPointF place) const {
    const QPointF point = place / scale();
    int last = m_page.words.empty() ? -1 : 0;
    for (std::size_t at = 0; at < m_page.words.size(); ++at) {
        const auto& box = m_page.words[at].box;
        if (box.contains(point)) return static_cast<int>(at);
        const bool before = box.bottom() < point.y() || (box.top() <= point.y() && box.left() <= point.x());
        if (before) last = static_cast<int>(at);
    }
    return last;
}

void PageSheet::mousePressEvent(QMouseEvent* event) {
    m_from = m_until = event->button() == Qt::LeftButton ? wordAt(event->position()) : m_until;
    update();
}

void PageSheet::mouseMoveEvent(QMouseEvent* event) {
    if (m_from < 0) return;
    m_until = wordAt(event->position());
    update();
}

void PageSheet::selectAll() {
    m_from = m_page.words.empty() ? -1 : 0;
    m_until = static_cast<int>(m_page.words.size()) - 1;
    update();
}

QString PageSheet::textOf(int from, int until) const {
    QString text;
    for (int at = from; at >= 0 && at <= until; ++at) {
        const auto& word = m_page.words.at(static_cast<std::size_t>(at));
        text += word.text;
        if (at == until) break;
        const auto& next = m_page.words.at(static_cast<std::size_t>(at) + 1);
        const bool sameLine = next.box.center().y() < word.box.bottom() && next.box.center().y() > word.box.top();
        if (!sameLine)
            text += u'\n';
        else if (word.spaceAfter)
            text += u' ';
    }
    return text;
}

QString PageSheet::selected() const { return textOf(std::min(m_from, m_until), std::max(m_from, m_until)); }
QString PageSheet::text() const { return textOf(0, static_cast<int>(m_page.words.size()) - 1); }

}  // namespace gui
