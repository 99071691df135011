// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/rows_file.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace gui {
namespace {

constexpr int kDotsPerInch = 300;
constexpr int kPageMargin = 12;  ///< millimetres
constexpr int kRowType = 8, kTitleType = 14;
constexpr int kPad = 12;  ///< dots beside and between cells

bool isNumber(const QString& cell) {
    bool number = false;
    cell.toDouble(&number);
    return number;
}

}  // namespace

// "Formula injection": cells that begin so are computed by spreadsheets. A negative number is none.
QString csvCell(const QString& cell) {
    QString safe = cell;
    if (!safe.isEmpty() && QStringLiteral("=+-@\t\r").contains(safe.front()) && !isNumber(safe)) safe.prepend(u'\'');
    const bool quoted = safe.contains(u',') || safe.contains(u'"') || safe.contains(u'\n') || safe.contains(u'\r');
    return quoted ? u'"' + safe.replace(u'"', QStringLiteral("\"\"")) + u'"' : safe;
}

CsvRows::CsvRows(const QString& path, const RowsHead& head) : m_file(path) {
    if (!m_file.open(QIODevice::WriteOnly)) return;
    m_file.write("\xEF\xBB\xBF");
    writeLine(head.headings);
}

void CsvRows::write(const QList<QStringList>& rows) {
    for (const auto& row : rows) writeLine(row);
}

void CsvRows::writeLine(const QStringList& cells) {
    QStringList written;
    for (const auto& cell : cells) written << csvCell(cell);
    if (m_file.isOpen()) m_file.write((written.join(u',') + QStringLiteral("\r\n")).toUtf8());
}

QString CsvRows::finish() { return m_file.isOpen() && m_file.commit() ? QString{} : m_file.errorString(); }

PdfRows::PdfRows(const QString& path, RowsHead head) : m_file(path), m_head(std::move(head)) {
    if (!m_file.open(QIODevice::WriteOnly)) return;
    m_writer = std::make_unique<QPdfWriter>(&m_file);
    m_writer->setResolution(kDotsPerInch);
    m_writer->setTitle(m_head.title);
    m_writer->setPageLayout({QPageSize{QPageSize::A4}, QPageLayout::Landscape,
                             QMarginsF{kPageMargin, kPageMargin, kPageMargin, kPageMargin}, QPageLayout::Millimeter});
    m_painter = std::make_unique<QPainter>(m_writer.get());
    int whole = 0, passed = 0;
    for (const int width : m_head.widths) whole += width;
    for (const int width : m_head.widths) {
        m_lefts << m_writer->width() * passed / whole;
        passed += width;
    }
    m_lefts << m_writer->width();
    beginPage();
}

PdfRows::~PdfRows() = default;

void PdfRows::beginPage() {
    if (++m_pages > 1) m_writer->newPage();
    m_at = 0;
    const auto line = [this](const QString& text, int points, bool bold) {
        QFont font = m_painter->font();
        font.setPointSize(points);
        font.setBold(bold);
        m_painter->setFont(font);
        const int height = QFontMetrics{font, m_writer.get()}.height();
        m_painter->drawText(QRect{0, m_at, m_writer->width(), height}, Qt::AlignLeft | Qt::AlignVCenter, text);
        m_at += height + kPad;
    };
    if (!m_head.mark.isEmpty()) line(m_head.mark, kRowType, true);
    if (m_pages == 1) {
        line(m_head.title, kTitleType, true);
        for (const auto& each : m_head.lines) line(each, kRowType, false);
    }
    QFont font = m_painter->font();
    font.setPointSize(kRowType);
    font.setBold(true);
    m_painter->setFont(font);
    writeRow(m_head.headings, true);
    font.setBold(false);
    m_painter->setFont(font);
}

void PdfRows::writeFoot() {
    const int height = QFontMetrics{m_painter->font(), m_writer.get()}.height();
    const QRect foot{0, m_writer->height() - height, m_writer->width(), height};
    m_painter->drawText(
        foot, Qt::AlignRight | Qt::AlignBottom,
        QCoreApplication::translate("PdfRows", "Página %1", "foot of a page of a list; %1 its number").arg(m_pages));
    m_painter->drawText(foot, Qt::AlignLeft | Qt::AlignBottom, m_head.title);
}

QRect PdfRows::cellAt(int column, int height) const {
    return {m_lefts.at(column) + kPad, m_at, m_lefts.at(column + 1) - m_lefts.at(column) - 2 * kPad, height};
}

int PdfRows::heightOf(const QStringList& cells) const {
    const QFontMetrics metrics{m_painter->font(), m_writer.get()};
    int height = metrics.height();
    for (int column = 0; column < m_head.widths.size(); ++column)
        height = std::max(
            height,
            metrics.boundingRect(cellAt(column, m_writer->height()), Qt::TextWordWrap, cells.value(column)).height());
    return height + kPad;
}

void PdfRows::writeRow(const QStringList& cells, bool heading) {
    const int height = heightOf(cells);
    for (int column = 0; column < m_head.widths.size(); ++column)
        m_painter->drawText(cellAt(column, height), Qt::TextWordWrap | Qt::AlignVCenter, cells.value(column));
    m_at += height;
    m_painter->setPen(QPen{heading ? Qt::black : Qt::lightGray, heading ? 3.0 : 1.0});
    m_painter->drawLine(0, m_at, m_writer->width(), m_at);
    m_painter->setPen(Qt::black);
}

void PdfRows::write(const QList<QStringList>& rows) {
    if (!m_painter) return;
    const int bottom = m_writer->height() - 2 * QFontMetrics{m_painter->font(), m_writer.get()}.height();
    for (const auto& row : rows) {
        if (m_at + heightOf(row) > bottom) {
            writeFoot();
            beginPage();
        }
        writeRow(row, false);
    }
}

QString PdfRows::finish() {
    if (!m_painter) return m_file.errorString();
    writeFoot();
    m_painter->end();
    return m_file.commit() ? QString{} : m_file.errorString();
}

}  // namespace gui
