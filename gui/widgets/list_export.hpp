// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include "gui/widgets/list_query.hpp"
#include "gui/widgets/rows_file.hpp"

namespace gui {

/// Writes all rows of a list into a file: fetched page by page, written on a thread of its own, and as little of it in
/// memory as a page is large. Deleted before it finished, it leaves no file.
class ListExport : public QObject {
    Q_OBJECT
   public:
    static constexpr int kPage = 1000;

    /// `columns` of each row go into the file, which is made on the thread that writes it.
    ListExport(ListSource source, ListQuery query, QList<int> columns, std::function<std::unique_ptr<RowsFile>()> file,
               QObject* parent = nullptr);
    ~ListExport() override;
    void begin();

   signals:
    void progressed(int rows);
    void finished(int rows);
    /// No file was written.
    void failed(const gui::Trouble& trouble);
    void cannotWrite(const QString& why);

   private:
    void next();
    void write(std::vector<ListRow> rows);
    void tell(bool last, const QString& trouble);

    ListSource m_source;
    ListQuery m_query;
    QList<int> m_columns;
    std::function<std::unique_ptr<RowsFile>()> m_make;
    std::unique_ptr<RowsFile> m_file;  ///< touched on the other thread only, while that is there
    int m_rows = 0;
    QThreadPool m_thread;
};

}  // namespace gui
