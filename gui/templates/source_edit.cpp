// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/templates/source_edit.hpp"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include "gui/theme/look.hpp"

namespace gui {

/// The margin of a SourceEdit.
class LineNumbers : public QWidget {
   public:
    explicit LineNumbers(SourceEdit& edit) : QWidget(&edit), m_edit(edit) {}

   protected:
    void paintEvent(QPaintEvent* event) override { m_edit.paintMargin(event); }

   private:
    SourceEdit& m_edit;
};

SourceEdit::SourceEdit(QWidget* parent) : QPlainTextEdit(parent), m_margin(new LineNumbers{*this}) {
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setStyleSheet("font-family: monospace; font-size: 10pt;");
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(marginWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect&, int) { m_margin->update(); });
    setViewportMargins(marginWidth(), 0, 0, 0);
}

int SourceEdit::marginWidth() const {
    const auto digits = QString::number(std::max(1, blockCount())).size() + 2;
    return static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'9') + kGap;
}

void SourceEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const auto inner = contentsRect();
    m_margin->setGeometry(inner.left(), inner.top(), marginWidth(), inner.height());
}

void SourceEdit::paintMargin(QPaintEvent* event) {
    QPainter painter{m_margin};
    painter.setFont(font());
    painter.fillRect(event->rect(), colour(Tone::Raised, themeWorn()));
    const int top = viewport()->geometry().top() - contentsRect().top();
    for (auto block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const auto place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom()) break;
        const int line = block.blockNumber() + 1;
        const bool faulty = m_faulty.contains(line);
        painter.setPen(colour(faulty ? Tone::Refused : Tone::Muted, themeWorn()));
        const QRect room{0, top + static_cast<int>(place.top()), m_margin->width() - kGap / 2, fontMetrics().height()};
        painter.drawText(room, Qt::AlignRight, faulty ? QStringLiteral("✗ %1").arg(line) : QString::number(line));
    }
}

void SourceEdit::markLines(const std::set<int>& lines) {
    m_faulty = lines;
    ground();
    m_margin->update();
}

void SourceEdit::ground() {
    QList<QTextEdit::ExtraSelection> grounds;
    for (const int line : m_faulty) {
        QTextEdit::ExtraSelection each;
        each.format.setBackground(colour(Tone::RefusedGround, themeWorn()));
        each.format.setProperty(QTextFormat::FullWidthSelection, true);
        each.cursor = QTextCursor{document()->findBlockByNumber(line - 1)};
        grounds << each;
    }
    setExtraSelections(grounds);
}

void SourceEdit::goTo(int line, int column) {
    const auto block = document()->findBlockByNumber(line - 1);
    if (!block.isValid()) return;
    QTextCursor cursor{block};
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

}  // namespace gui
