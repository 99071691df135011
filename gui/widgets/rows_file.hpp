// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSaveFile>
#include <QStringList>
#include <memory>

class QPainter;
class QPdfWriter;

namespace gui {

/// What stands over an exported list, and how wide its columns are to each other.
struct RowsHead {
    QString title;
    QStringList lines;  ///< what it was narrowed by, who had it made, when
    QString mark;       ///< over each page; empty where there is none
    QStringList headings;
    QList<int> widths;
};

/// A file that rows are written into, piece by piece. Nothing is left of one that was not finished; what cannot be
/// written is told at the end.
class RowsFile {
   public:
    virtual ~RowsFile() = default;
    virtual void write(const QList<QStringList>& rows) = 0;
    /// Empty, or why there is no file.
    [[nodiscard]] virtual QString finish() = 0;
};

/// CSV after RFC 4180, UTF-8 with its mark, by which spreadsheets know it. What a spreadsheet would take for a formula
/// begins with an apostrophe.
class CsvRows : public RowsFile {
   public:
    CsvRows(const QString& path, const RowsHead& head);
    void write(const QList<QStringList>& rows) override;
    [[nodiscard]] QString finish() override;

   private:
    void writeLine(const QStringList& cells);
    QSaveFile m_file;
};

/// A4 across, the title on the first page and the headings on each.
class PdfRows : public RowsFile {
   public:
    PdfRows(const QString& path, RowsHead head);
    ~PdfRows() override;
    void write(const QList<QStringList>& rows) override;
    [[nodiscard]] QString finish() override;

   private:
    void beginPage();
    void writeFoot();
    void writeRow(const QStringList& cells, bool heading);
    [[nodiscard]] int heightOf(const QStringList& cells) const;
    [[nodiscard]] QRect cellAt(int column, int height) const;

    QSaveFile m_file;
    RowsHead m_head;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    QList<int> m_lefts;  ///< of columns, in dots; the last is the right edge
    int m_at = 0;
    int m_pages = 0;
};

/// The cell as it may stand in a CSV: quoted where it has to be, and no formula.
QString csvCell(const QString& cell);

}  // namespace gui
