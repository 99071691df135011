// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_export.hpp"

#include <QPointer>

namespace gui {

ListExport::ListExport(ListSource source, ListQuery query, QList<int> columns,
                       std::function<std::unique_ptr<RowsFile>()> file, QObject* parent)
    : QObject(parent),
      m_source(std::move(source)),
      m_query(std::move(query)),
      m_columns(std::move(columns)),
      m_make(std::move(file)) {
    // One, and the same to the end: what draws letters belongs to a thread.
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

ListExport::~ListExport() { m_thread.waitForDone(); }

void ListExport::begin() {
    m_query.after.clear();
    m_query.limit = kPage;
    next();
}

void ListExport::next() {
    const QPointer self{this};
    m_source(m_query, {[self](std::vector<ListRow> rows) {
                           if (self) self->write(std::move(rows));
                       },
                       [self](const Trouble& trouble) {
                           if (self) emit self->failed(trouble);
                       }});
}

void ListExport::write(std::vector<ListRow> rows) {
    m_rows += static_cast<int>(rows.size());
    const bool last = static_cast<int>(rows.size()) != kPage;
    if (!rows.empty()) m_query.after = rows.back().key;
    m_thread.start([this, rows = std::move(rows), last] {
        if (!m_file) m_file = m_make();
        QList<QStringList> lines;
        for (const auto& row : rows) {
            QStringList line;
            for (const int column : m_columns) line << row.cells.value(column);
            lines << line;
        }
        m_file->write(lines);
        const auto trouble = last ? m_file->finish() : QString{};
        QMetaObject::invokeMethod(
            this, [this, last, trouble] { tell(last, trouble); }, Qt::QueuedConnection);
    });
}

void ListExport::tell(bool last, const QString& trouble) {
    if (!trouble.isEmpty()) return emit cannotWrite(trouble);
    emit progressed(m_rows);
    if (last)
        emit finished(m_rows);
    else
        next();
}

}  // namespace gui
